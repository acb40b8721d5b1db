"""Other ways a question may have been meant, for whoever was misread."""

from bot.pipeline import Knowledge
from bot.query.query import NotUnderstood, Query
from bot.question import read
from bot.question.others import other_queries


def others(known: Knowledge, text: str) -> list[Query]:
    understanding = read(text, known.lexicon)
    reading = understanding.reading
    first = reading if isinstance(reading, Query) else None
    return list(other_queries(understanding, known.lexicon, first))


def test_a_wider_question_leaves_out_a_slot_or_asks_for_the_whole_council(known: Knowledge) -> None:
    told = others(known, "agency rate for social workers in Assessment in July 2023")

    assert any(one.role_groups == () and one.places == (("devon/assessment",),) for one in told)
    assert any(one.places == (("devon",),) and one.role_groups for one in told)
    assert any(one.periods == () and one.role_groups for one in told)


def test_no_other_question_is_the_first_or_told_twice(known: Knowledge) -> None:
    text = "leavers at ASYE level in Blackpool"
    told = others(known, text)

    assert len(set(told)) == len(told)
    assert read(text, known.lexicon).reading not in told


def test_a_question_as_wide_as_can_be_has_no_wider_one(known: Knowledge) -> None:
    assert all(one.metrics == (("turnover_rate",),) for one in others(known, "turnover rate"))


def test_a_question_that_was_not_understood_may_still_have_been_meant_otherwise(
    known: Knowledge,
) -> None:
    understanding = read("tell me a joke", known.lexicon)

    assert isinstance(understanding.reading, NotUnderstood)
    assert list(other_queries(understanding, known.lexicon, None)) == []
