"""What figures are labelled with, alone and together."""

from collections.abc import Iterator
from dataclasses import replace

from bot.answer.values import Name
from bot.reply.labels import headline, listing
from tests.reply.figures import (
    BLACKPOOL,
    FOUR,
    FTE,
    JULY,
    MANAGERS_RATE,
    NOBODY,
    RATE,
    STANDING,
)

CORPORATE = replace(RATE, team=Name("devon/corporate_parenting", "Corporate Parenting"), value=41.0)
WHOLE = replace(RATE, organisation=BLACKPOOL, team=None)


def lines(*args: object, **kwargs: object) -> list[str]:
    """Give the lines of a listing."""
    found: Iterator[str] = listing(*args, **kwargs)  # type: ignore[arg-type]  # as it is called
    return list(found)


def test_a_headline_says_what_who_where_how_much_of_what_and_when() -> None:
    assert headline(RATE) == (
        "Agency rate, social workers, Assessment (Devon): 69% · 27 of 39 FTE in post and agency "
        "together, 31 March 2024"
    )


def test_a_rate_without_its_parts_says_how_it_is_made() -> None:
    figure = replace(RATE, numerator=None, formula_words="the report does not say")
    assert headline(figure) == (
        "Agency rate, social workers, Assessment (Devon): 69% (the report does not say), "
        "31 March 2024"
    )


def test_a_council_is_named_in_full() -> None:
    assert headline(replace(WHOLE, numerator=None, formula_words="")) == (
        "Agency rate, social workers, Blackpool Council: 69%, 31 March 2024"
    )


def test_what_counts_nobody_names_no_group() -> None:
    assert headline(replace(FTE, role_group=NOBODY)).startswith("Agency FTE, Assessment (Devon): ")


def test_a_target_is_called_a_target() -> None:
    figure = replace(FTE, kind="target", period=STANDING)
    assert headline(figure) == (
        "Agency FTE target, social workers, Assessment (Devon): 27.0 FTE, standing"
    )


def test_a_limit_is_told_in_the_words_of_its_source() -> None:
    figure = replace(FTE, status="bound", value_text="up to 27")
    assert headline(figure).endswith(": 27 FTE (“up to 27”), 31 March 2024")


def test_a_qualifier_says_when_an_undated_figure_holds() -> None:
    undated = replace(FTE, period=STANDING, qualifier="after six months in post")
    assert headline(undated).endswith(": 27.0 FTE, after six months in post")
    dated = replace(FTE, qualifier="first count")
    assert headline(dated).endswith(", 31 March 2024, first count")


def test_what_figures_share_is_said_once_and_lines_begin_with_a_capital() -> None:
    assert lines([RATE, MANAGERS_RATE]) == [
        "Agency rate, Assessment (Devon), 31 March 2024:",
        "• Social workers: 69% · 27 of 39 FTE in post and agency together",
        "• Managers: 46% · 5.5 of 12 budgeted FTE",
    ]


def test_a_formula_that_all_share_is_said_once() -> None:
    assert lines([RATE, CORPORATE])[0] == (
        "Agency rate, social workers, Devon, 31 March 2024 "
        "(agency FTE ÷ FTE in post and agency together):"
    )


def test_the_council_of_several_teams_is_said_once() -> None:
    assert lines([RATE, CORPORATE])[1:] == [
        "• Assessment: 69% · 27 of 39",
        "• Corporate Parenting: 41% · 27 of 39",
    ]


def test_a_council_beside_a_team_is_named_in_full() -> None:
    whole = replace(RATE, team=None)
    assert [line.partition(":")[0] for line in lines([whole, RATE])[1:]] == [
        "• Devon County Council",
        "• Assessment (Devon)",
    ]


def test_councils_are_named_on_their_own_lines() -> None:
    assert [line.partition(":")[0] for line in lines([WHOLE, RATE])[1:]] == [
        "• Blackpool Council",
        "• Assessment (Devon)",
    ]


def test_figures_that_share_nothing_stand_side_by_side() -> None:
    other = replace(FTE, organisation=BLACKPOOL, team=FOUR, role_group=NOBODY, period=JULY)
    assert lines([RATE, other])[0] == "Side by side:"
    assert lines([RATE, other], fitting=True)[0] == "Two figures fit:"


def test_readings_are_counted() -> None:
    heading = lines([RATE, MANAGERS_RATE], fitting=True)[0]
    assert heading == "Agency rate, Assessment (Devon), 31 March 2024. Two figures fit:"


def test_a_heading_begins_with_a_capital_whatever_it_begins_with() -> None:
    assert lines([RATE, FTE])[0] == "Social workers, Assessment (Devon), 31 March 2024:"


def test_a_ranking_is_numbered_and_ties_share_a_place() -> None:
    third = replace(CORPORATE, team=FOUR)
    marks = [line.split()[0] for line in lines([RATE, CORPORATE, third], ranked=True)[1:]]
    assert marks == ["1.", "2.", "2."]


def test_a_verdict_begins_the_line() -> None:
    said = lines([RATE, CORPORATE], verdict=lambda one: "Yes" if one.value == 69 else "No")
    assert [line[:6] for line in said[1:]] == ["• Yes.", "• No. "]


def test_figures_told_apart_by_nothing_have_no_label() -> None:
    assert lines([FTE, replace(FTE, id=4, value=28.0, value_text="28.0")])[1:] == [
        "• 27.0 FTE",
        "• 28.0 FTE",
    ]
