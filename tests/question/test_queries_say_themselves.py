"""The law of the contract: a query said in words is read as that query again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from question.query_values import queries

from bot.pipeline import Knowledge
from bot.query.describe import describe
from bot.query.query import Query
from bot.question import read


@pytest.fixture(scope="session")
def sayable(known: Knowledge) -> SearchStrategy[Query]:
    """Give every query that people can mean about the five reports."""
    return queries(known.lexicon)


@settings(max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_a_query_says_is_read_as_that_query(
    known: Knowledge, sayable: SearchStrategy[Query], data: st.DataObject
) -> None:
    query = data.draw(sayable)
    words = describe(query, known.directory.names)
    assert read(words, known.lexicon).reading == query, words
