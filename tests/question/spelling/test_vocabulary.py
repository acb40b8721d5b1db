"""A strange word is read as the nearest known one, a real one never."""

import pytest

from bot.pipeline import Knowledge
from bot.question.spelling import Vocabulary, WordClass
from bot.question.spelling import vocabulary as spelling
from bot.question.text.tokens import fold

NAMES = "agency vacancies turnover assessment leavers permanent managers employees fte sickness"
LONGER_NAMES = "headcount occasions length safeguarding"
COUNCILS = "devon dudley torbay cambridgeshire"
CUES = "sept may march since improved"
FILLERS = "sort please could"


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    """Give a few words of each class."""
    vocabulary = Vocabulary()
    for text, word_class in (
        (f"{NAMES} {LONGER_NAMES}", WordClass.NAME),
        (COUNCILS, WordClass.ORGANISATION),
        (CUES, WordClass.CUE),
        (FILLERS, WordClass.FILLER),
    ):
        for word in text.split():
            vocabulary.add([word], word_class)
    return vocabulary.ready()


def sure(words: Vocabulary, word: str, *, name: bool = False) -> list[str]:
    """The words it may stand for by itself."""
    return [guess.word for guess in words.guesses(word, name=name) if not guess.far]


READ_AS = {
    "agnecy": "agency",  # two letters the wrong way round
    "aggency": "agency",  # a letter doubled
    "asessment": "assessment",  # a doubled letter typed once
    "vacanices": "vacancies",
    "agecy": "agency",
    "permenant": "permanent",
    "headcnt": "headcount",
    "fet": "fte",  # three letters, swapped
    "spet": "sept",
    "mya": "may",
    "lenght": "length",
    "occasons": "occasions",
    "impoved": "improved",
    "plaese": "please",
    "devn": "devon",
    "dudely": "dudley",
    "cambrdigshire": "cambridgeshire",
    "employes": "employees",  # in a dictionary, but hardly in use
    "slickness": "sickness",
}


@pytest.mark.parametrize(("typed", "meant"), READ_AS.items())
def test_a_typing_error_is_read_as_the_word_that_was_meant(
    words: Vocabulary, typed: str, meant: str
) -> None:
    assert not words.knows(typed)
    assert sure(words, typed) == [meant]


@pytest.mark.parametrize(
    "typed",
    [
        *("match", "many", "spend", "court", "today", "leave", "levers"),
        *("cort", "cotr", "dursley", "xy", "abc", "pleas", "2nd", "qwertyuiop"),
    ],
)
def test_common_words_short_words_and_strangers_are_left_alone(
    words: Vocabulary, typed: str
) -> None:
    assert sure(words, typed) == []


def test_a_known_word_is_known_in_any_number(words: Vocabulary) -> None:
    assert words.knows("vacancies")
    assert words.knows("vacancy")
    assert words.knows("managers")
    assert words.knows("manager")
    assert not words.knows("vacant")


def test_a_council_is_not_guessed_from_afar(words: Vocabulary) -> None:
    assert sure(words, "torday") == ["torbay"]
    assert sure(words, "torquay") == []


def test_a_word_with_a_capital_is_never_taken_for_one_without_meaning(words: Vocabulary) -> None:
    assert sure(words, "plaese") == ["please"]
    assert sure(words, "plaese", name=True) == []


def test_a_seldom_word_with_a_capital_is_a_name_of_its_own(words: Vocabulary) -> None:
    assert sure(words, "employes", name=True) == []


def test_a_far_word_is_offered_only_for_a_phrase_to_decide(words: Vocabulary) -> None:
    assert [(one.word, one.far) for one in words.guesses("leght", name=False)] == [("length", True)]
    assert [(one.word, one.far) for one in words.guesses("levers", name=False)] == [
        ("leavers", True)
    ]


def test_guesses_that_tie_are_both_kept() -> None:
    tied = Vocabulary()
    tied.add(["safety", "safely"], WordClass.NAME)

    assert {one.word for one in tied.ready().guesses("safexy", name=False)} == {"safety", "safely"}


def test_a_word_with_a_capital_may_be_one_that_a_phrase_without_meaning_only_holds() -> None:
    words = Vocabulary()
    words.add(["families", "together", "service"], WordClass.NAME)
    words.add(["together", "with"], WordClass.FILLER)

    assert sure(words.ready(), "togetehr", name=True) == ["together"]


def test_a_word_of_two_classes_keeps_the_one_where_misreading_costs_more() -> None:
    twice = Vocabulary()
    twice.add(["sort"], WordClass.NAME)
    twice.add(["sort"], WordClass.FILLER)
    twice.ready()

    assert twice.is_name("sort")
    assert not twice.is_name("unheard")


def test_a_guess_that_was_forgotten_is_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "_CACHE_SIZE", 1)
    small = Vocabulary()
    small.add(["agency", "turnover"], WordClass.NAME)
    small.ready()

    assert sure(small, "agnecy") == ["agency"]
    assert sure(small, "turnvoer") == ["turnover"]
    assert sure(small, "agnecy") == ["agency"]


MISSPELT = {
    "agancy": "agency",
    "vacencies": "vacancies",
    "assesment": "assessment",
    "safegaurding": "safeguarding",
    "turnvoer": "turnover",
    "grievences": "grievances",
    "disiplinary": "disciplinary",
    "whislteblowing": "whistleblowing",
    "caselod": "caseload",
    "managment": "management",
    "establishement": "establishment",
    "recrutied": "recruited",
    "budgetted": "budgeted",
    "socail": "social",
    "wokers": "workers",
    "febuary": "february",
    "setpember": "september",
    "blackpol": "blackpool",
    "torbey": "torbay",
    "cambridgehsire": "cambridgeshire",
}


@pytest.mark.parametrize(("typed", "meant"), MISSPELT.items())
def test_the_words_of_the_reports_are_read_right(known: Knowledge, typed: str, meant: str) -> None:
    guesses = sure(known.lexicon.vocabulary, typed)

    assert guesses[0] == meant
    assert {fold(guess) for guess in guesses} == {fold(meant)}


@pytest.mark.parametrize(
    "word", ["may", "many", "match", "levers", "spend", "sent", "car", "edge", "leave", "ratio"]
)
def test_real_words_near_those_of_the_reports_are_not_corrected(
    known: Knowledge, word: str
) -> None:
    vocabulary = known.lexicon.vocabulary

    assert vocabulary.knows(word) or sure(vocabulary, word) == []
