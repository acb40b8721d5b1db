"""What a word may mean."""

import pytest

from bot.pipeline import Knowledge
from bot.teaching.suggesting import called, suggestions


@pytest.mark.parametrize(
    ("spelling", "means"),
    [
        ("attrishun", "metric:turnover_rate"),
        ("asesment hub", "place:devon/assessment"),
        ("mashe", "place:devon/mash"),
        ("casload", "metric:average_caseload"),
        ("front door", "place:cambridgeshire/integrated_front_door"),
        ("soshal worker", "role_group:social_workers"),
    ],
)
def test_the_nearest_name_comes_first(known: Knowledge, spelling: str, means: str) -> None:
    assert suggestions(spelling, known.lexicon)[0].means == means


def test_what_resembles_no_name_has_no_suggestion(known: Knowledge) -> None:
    assert suggestions("wibble", known.lexicon) == ()


def test_there_are_few_and_each_meaning_once(known: Knowledge) -> None:
    found = suggestions("front door", known.lexicon)
    assert len({one.means for one in found}) == len(found) == 3


def test_a_meaning_that_was_rejected_gives_way_to_the_next(known: Knowledge) -> None:
    first, second, _ = suggestions("front door", known.lexicon)
    assert suggestions("front door", known.lexicon, {first.means})[0] == second


def test_a_meaning_is_called_by_its_name_and_a_lost_one_by_its_key(known: Knowledge) -> None:
    assert called("place:devon/mash", known.lexicon) == "MASH, Devon"
    assert called("metric:gone", known.lexicon) == "gone"
    assert called("event:strike", known.lexicon) == "strike"
