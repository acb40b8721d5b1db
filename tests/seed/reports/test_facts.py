"""That every fact drawn from the five reports is bundled, and says what it said."""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from seed.statements import Statement
from tests.seed.reports.shared import bundled, rows_of

# The store's word for each of the words the facts were noted with.
STATUSES = {
    "reported": "reported",
    "reported_zero": "zero",
    "blank_in_source": "blank",
    "missing_in_source": "not_available",
    "not_available": "not_available",
    "not_stated_in_source": "not_available",
    "direction_only": "not_available",
    "approximate": "approximate",
    "bound": "bound",
    "lower_bound": "bound",
    "upper_bound": "bound",
    "range": "bound",
    "implied": "reported",
    "truncated_in_source": "reported",
}
UNITS = {"cases per worker": {"cases", "cases per social worker", "cases per FTE social worker"}}
SAME = ("value_text", "kind", "section", "quote", "period_label", "note")

Pair = tuple[dict[str, str], Statement]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    """Give each fact with the bundled statement of its id."""
    statements = bundled()
    return [(fact, statements[fact["fact_id"]]) for fact in rows_of("facts/facts.csv")]


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]


def differing(pairs: list[Pair], field: str, other: str = "") -> Iterator[str]:
    for fact, one in pairs:
        if fact[other or field] != one[field]:
            yield one.where


def test_every_fact_is_bundled_and_nothing_else() -> None:
    facts = [fact["fact_id"] for fact in rows_of("facts/facts.csv")]
    assert len(facts) == 562
    assert set(facts) == set(bundled())


@pytest.mark.parametrize("field", SAME)
def test_a_fact_is_as_it_was_printed(pairs: list[Pair], field: str) -> None:
    assert list(differing(pairs, field)) == []


def test_a_fact_stands_at_the_line_it_was_read_from(pairs: list[Pair]) -> None:
    assert list(differing(pairs, "line", "source_line")) == []


def test_a_fact_has_the_value_it_had(pairs: list[Pair]) -> None:
    wrong = [one.where for fact, one in pairs if numbers(fact["value"]) != numbers(one["value"])]
    assert wrong == []


def test_a_fact_without_a_value_has_none_and_says_why(pairs: list[Pair]) -> None:
    wrong = [one.where for fact, one in pairs if STATUSES[fact["status"]] != one["status"]]
    assert wrong == []
    assert sum(one["status"] == "blank" for _, one in pairs) == 10


def test_negative_vacancies_are_kept(pairs: list[Pair]) -> None:
    negative = [one for _, one in pairs if one["metric"] == "vacancies_fte" and "-" in one["value"]]
    assert [one["value_text"] for one in negative] == ["-1.53"]


@pytest.mark.parametrize("part", ["numerator", "denominator"])
def test_a_part_of_a_rate_is_the_number_the_fact_gives(pairs: list[Pair], part: str) -> None:
    """Some facts say in words what is divided; a number that is only implied is not stored."""
    for fact, one in pairs:
        stated = re.match(r"\d", fact[part]) is not None
        assert bool(one[part]) >= stated, one.where
        assert set(numbers(one[part])) <= set(numbers(fact[part])), one.where


@pytest.mark.parametrize("field", ["organisation", "metric"])
def test_one_name_of_the_facts_is_one_key_of_the_catalogue(pairs: list[Pair], field: str) -> None:
    keys = defaultdict(set)
    for fact, one in pairs:
        keys[fact[field]].add(one[field])
    assert {name: found for name, found in keys.items() if len(found) > 1} == {}


def test_a_fact_of_a_report_is_in_the_file_of_that_report(pairs: list[Pair]) -> None:
    sources = defaultdict(set)
    for fact, one in pairs:
        sources[fact["source_file"]].add(one.source)
    assert len(sources) == 5
    assert all(len(found) == 1 for found in sources.values())
