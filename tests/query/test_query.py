"""A query that nobody could answer cannot be made."""

from typing import Any

import pytest

from bot.query.names import Names
from bot.query.query import Against, Comparison, Condition, Dimension, Intent, Order, Query

RATE: dict[str, Any] = {"metrics": (("agency_rate",),)}

IMPOSSIBLE: list[tuple[Intent, dict[str, Any], str]] = [
    (Intent.FIGURE, {}, "needs a metric"),
    (Intent.CHANGE, {}, "needs a metric"),
    (Intent.DEFINITION, {}, "needs a term or a metric"),
    (Intent.EVERYTHING, {}, "needs a place"),
    (Intent.RANK, RATE, "an order"),
    (Intent.RANK, RATE | {"order": Order.BEST}, "what it goes over"),
    (Intent.LIST, RATE, "a condition"),
    (Intent.BENCHMARK, RATE, "what to hold against"),
    (Intent.FIGURE, RATE | {"limit": 0}, "starts at one"),
    (Intent.FIGURE, {"metrics": ((),)}, "at least one"),
    (Intent.FIGURE, {"metrics": (("agency_rate", "agency_rate"),)}, "different keys"),
    (Intent.FIGURE, RATE | {"places": ((),)}, "at least one"),
    (Intent.FIGURE, RATE | {"role_groups": ((),)}, "at least one"),
]


@pytest.mark.parametrize(("intent", "parts", "message"), IMPOSSIBLE)
def test_a_query_without_what_its_intent_needs_is_refused(
    intent: Intent, parts: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Query(intent, **parts)


@pytest.mark.parametrize(
    ("intent", "parts"),
    [
        (Intent.FIGURE, RATE),
        (Intent.DEFINITION, RATE),
        (Intent.DEFINITION, {"terms": ("mash",)}),
        (Intent.EVERYTHING, {"places": (("devon",),)}),
        (Intent.RANK, RATE | {"order": Order.BEST, "by": Dimension.TEAM, "limit": 1}),
        (Intent.LIST, RATE | {"by": Dimension.TEAM}),
        (Intent.LIST, RATE | {"conditions": (Condition(Comparison.OVER, 50),)}),
        (Intent.BENCHMARK, RATE | {"against": Against.ENGLAND}),
        (Intent.COVERAGE, {}),
    ],
)
def test_a_query_with_what_its_intent_needs_is_made(intent: Intent, parts: dict[str, Any]) -> None:
    assert Query(intent, **parts).intent is intent


@pytest.mark.parametrize(
    ("comparison", "holds"),
    [
        (Comparison.OVER, [False, False, True]),
        (Comparison.UNDER, [True, False, False]),
        (Comparison.AT_LEAST, [False, True, True]),
        (Comparison.AT_MOST, [True, True, False]),
        (Comparison.EQUAL, [False, True, False]),
    ],
)
def test_a_condition_holds_below_at_and_above_its_number(
    comparison: Comparison, holds: list[bool]
) -> None:
    assert [Condition(comparison, 50).holds(value) for value in (49.9, 50, 50.1)] == holds


def test_a_place_that_nobody_holds_is_called_by_the_words_of_its_key() -> None:
    names = Names({}, {"devon": "Devon", "devon/send": "SEND, Devon"}, {}, {}, {})

    assert names.place("devon/send") == "SEND, Devon"
    assert names.place("devon/night_owls") == "night owls, Devon"
    assert names.place("kent/night_owls") == "night owls, kent"
