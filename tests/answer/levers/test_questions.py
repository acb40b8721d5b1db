"""How people ask what it would take, and who a council's neighbours are."""

import pytest

from bot.pipeline import Knowledge
from bot.query.describe import describe
from bot.query.query import Against, Comparison, Condition, Intent, Lever, Query
from bot.question import read

RATE, DEVON = (("agency_rate",),), (("devon",),)
UNDER = Condition(Comparison.UNDER, 40.0, percent=True)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        (
            "what would it take to get Devon's agency rate to England's",
            Query(Intent.WHAT_IF, RATE, DEVON, against=Against.ENGLAND),
        ),
        (
            "how many agency workers need to convert to get Devon under 40%",
            Query(Intent.WHAT_IF, RATE, DEVON, conditions=(UNDER,)),
        ),
        (
            "what if nine agency workers convert in Devon?",
            Query(Intent.WHAT_IF, RATE, DEVON, people=9, lever=Lever.CONVERT),
        ),
        (
            "what if 3 assignments end in Devon",
            Query(Intent.WHAT_IF, RATE, DEVON, people=3, lever=Lever.END),
        ),
        (
            "what if we recruit 10 permanent staff in Devon",
            Query(Intent.WHAT_IF, RATE, DEVON, people=10, lever=Lever.RECRUIT),
        ),
        ("who are Devon's statistical neighbours?", Query(Intent.NEIGHBOURS, places=DEVON)),
    ],
)
def test_a_question_and_its_own_words_are_read_alike(
    known: Knowledge, question: str, query: Query
) -> None:
    assert read(question, known.lexicon).reading == query
    said = describe(query, known.directory.names)
    assert read(said, known.lexicon).reading == query


@pytest.mark.parametrize(
    "question",
    ["how many conversions in Devon", "what if", "how many left Devon"],
)
def test_other_questions_are_not_taken_for_one(known: Knowledge, question: str) -> None:
    reading = read(question, known.lexicon).reading
    assert not (isinstance(reading, Query) and reading.intent is Intent.WHAT_IF)


@pytest.mark.parametrize(
    "fields",
    [{}, {"people": 9}, {"lever": Lever.CONVERT}],
)
def test_what_it_would_take_needs_a_goal_or_people_who_move(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"a goal or a lever|a number of people"):
        Query(Intent.WHAT_IF, RATE, DEVON, **fields)  # type: ignore[arg-type]
