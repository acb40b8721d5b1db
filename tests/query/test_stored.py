"""A query is the same after it was stored."""

import pytest
from hypothesis import given

from bot.query.period import Period
from bot.query.query import Intent, Query, Slot
from bot.query.stored import restored, stored
from tests.query.period_values import SPOKEN


@given(SPOKEN)
def test_any_period_comes_back(period: Period) -> None:
    query = Query(Intent.FIGURE, metrics=(("agency_rate", "vacancy_rate"),), periods=(period,))
    assert restored(stored(query)) == query


def test_what_a_follow_up_inherited_comes_back() -> None:
    query = Query(Intent.HELP, inherited=frozenset({Slot.METRIC, Slot.PLACE}))
    back = restored(stored(query))
    assert back
    assert back.inherited == query.inherited


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"is":"Later"}', '{"is":"Query"}', '{"is":1}'])
def test_what_no_version_of_ours_has_stored_is_nothing(text: str) -> None:
    assert restored(text) is None
