"""The tables themselves: each row reads its own example, and no row is out of reach."""

import re

import pytest

from bot.question.periods import TABLES, find_periods
from bot.question.periods.grammar import Rule, Table, always
from bot.question.periods.tokens import SHAPES, pieces_of
from bot.question.periods.vocabulary import CARRYING, CONNECTING, LETTERS, NAMING, OTHER, WORDS

RULES = [rule for table in TABLES for rule in table.rules]
CLOSED = {
    *("2017 to 18", "academic year 2023/24", "2023/24 academic year", "2000 days", "£2000"),
    *("same quarter last year", "last year to date", "last YTD", "team 7 March 2024"),
    *("financial year 2024", "2024 financial year", "the first 3 months of 2024"),
    *("over 5 July 2023", "fewer than 5 July 2023", "post-2020"),
    *("week ending 7 June", "mid 2023", "above 2000", "more than 2000", "up to date"),
}


@pytest.mark.parametrize("rule", RULES, ids=[rule.example for rule in RULES])
def test_a_rule_reads_its_example_whole_or_closes_it(rule: Rule) -> None:
    words = re.findall(r"[^\s,()£]+|[,()£]", rule.example.lower().replace("'s", "s"))
    covered = [(span.start, span.end) for span in find_periods(words)]
    if rule.example in CLOSED:
        assert covered == []
    elif rule.example.startswith("top 3"):
        assert covered == [(2, len(words))]
    else:
        assert covered == [(0, len(words))]


def test_a_row_that_earlier_rows_leave_nothing_to_read_is_refused() -> None:
    first = Rule("in July", "in <month>", always(None))
    with pytest.raises(ValueError, match="July again"):
        Table(first, Rule("July again", "in <july>", always(None)))


def test_a_pattern_that_names_no_class_is_refused() -> None:
    with pytest.raises(KeyError):
        Table(Rule("in July", "inside <month>", always(None)))


@pytest.mark.parametrize(
    "token", [token for shape in SHAPES for token in shape.looks_like.split(", ")]
)
def test_a_token_of_a_known_shape_is_of_use(token: str) -> None:
    assert OTHER not in pieces_of(token)


def test_a_letter_stands_for_one_class() -> None:
    assert len({*LETTERS.values(), OTHER.letter}) == len(LETTERS) + 1


def test_a_word_belongs_to_one_class() -> None:
    spelled = [*(CONNECTING | NAMING).values(), *(words for _, _, words in CARRYING)]
    words = " ".join(spelled).split()
    assert sorted(WORDS) == sorted(words)


def test_a_month_is_a_month_in_any_spelling() -> None:
    assert WORDS["sept"] == WORDS["sep"] == WORDS["september"]
    assert WORDS["dec"].value == WORDS["december"].value
