"""The law of the contract: a query said in words is read as that query again."""

from hypothesis import given, settings

from bot.pipeline import Knowledge
from bot.query.describe import describe
from bot.query.query import Query
from bot.question import read
from tests.question.query_values import queries


def test_what_a_query_says_is_read_as_that_query(known: Knowledge) -> None:
    @settings(max_examples=600, deadline=None)
    @given(queries(known.lexicon))
    def is_read_again(query: Query) -> None:
        words = describe(query, known.directory.names)
        assert read(words, known.lexicon).reading == query, words

    is_read_again()
