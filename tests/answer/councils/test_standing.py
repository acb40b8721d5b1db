"""Where a council stands among all of them."""

from datetime import date

import pytest

from bot.pipeline import Muster
from tests.answer.asking import answer_of, text_of, told

IN_2026 = date(2026, 11, 22)
RANK = "rank Devon agency rate 2025"
QUARTER = (
    "That is in the highest quarter: half of them lie between 7.85% and 20.9%, the median is 12.7%."
)


def test_a_place_with_its_direction_number_and_quarter(released: Muster) -> None:
    answer = answer_of(released, RANK, on=IN_2026)
    [standing] = answer.standings
    assert told(answer.figures) == [("Devon County Council", 24.3)]
    assert (standing.rank, standing.of, standing.lowest, standing.quartile) == (122, 147, True, 4)


def test_who_is_not_ranked_is_told_with_the_reason(released: Muster) -> None:
    lines = text_of(released, RANK, on=IN_2026).splitlines()
    assert lines[1:6] == [
        "122nd lowest of 147 councils with a figure to rank; lower is better.",
        QUARTER,
        "Above zero, but too low to print: Sunderland.",
        "Without a figure: Westminster, Kensington and Chelsea.",
        "Not ranked, for a rate on fewer than five people says little: Isles of Scilly.",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["which council has the lowest agency rate 2025"],
        ["who is lowest for agency rate"],
        ["which council has the lowest agency rate in England"],
        ["lowest agency rate in England 2025"],
        [RANK, "who is lowest?"],
        ["Devon vs statistical neighbours on agency 2025", "who is lowest?"],
    ],
)
def test_the_lowest_share_their_place(released: Muster, texts: list[str]) -> None:
    answer = answer_of(released, *texts, on=IN_2026)
    names = {one.organisation.name for one in answer.figures}
    assert names == {"Brighton and Hove", "Derby", "Kirklees", "Warwickshire", "York"}
    assert answer.apart is not None
    assert [one.organisation.name for one in answer.apart.low] == ["Sunderland"]


def test_the_highest_is_no_council_of_two_people(released: Muster) -> None:
    answer = answer_of(released, "which council has the highest agency rate", on=IN_2026)
    assert told(answer.figures) == [("Havering", 41.7)]


def test_a_region_ranks_its_own_councils(released: Muster) -> None:
    asked = "which council in the South West has the highest agency rate 2025"
    assert told(answer_of(released, asked, on=IN_2026).figures) == [("Swindon", 34.9)]
    ranked = answer_of(released, "rank South West councils by agency rate", on=IN_2026).figures
    assert len(ranked) == 14
    top = answer_of(released, "top 3 councils in London by agency rate", on=IN_2026).figures
    assert top[0].organisation.name == "Havering"


def test_only_what_was_out_on_the_day_is_ranked(released: Muster) -> None:
    answer = answer_of(released, "rank Devon agency rate")
    assert answer.standings == ()


def test_the_teams_are_ranked_where_teams_are_asked_about(released: Muster) -> None:
    answer = answer_of(released, "rank Devon's teams by social worker agency rate")
    assert told(answer.figures)[0] == ("Assessment", 69)
