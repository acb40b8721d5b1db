"""Where figures were published, and the small print."""

from dataclasses import replace

import pytest

from bot.answer.values import Figure, Provenance
from bot.reply.sources import quotes, source_lines
from tests.reply.figures import FTE, RATE, REPORT


def at(
    line: int | None, section: str = "Appendix One", document: str = "Devon, June 2024"
) -> Figure:
    """Give a figure published there."""
    return replace(RATE, source=Provenance(document, section, line, "69%"))


def test_a_paragraph_is_called_one() -> None:
    assert source_lines([RATE]) == (
        "Source: Devon County Council, June 2024, paragraph 3.4, line 102.",
    )


def test_a_named_part_is_called_by_its_name() -> None:
    assert source_lines([at(474)]) == ("Source: Devon, June 2024, Appendix One, line 474.",)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([474, 474], "line 474"),
        ([474, 475], "lines 474 and 475"),
        ([474, 475, 476], "lines 474 to 476"),
        ([359, 346, 347, 348], "lines 346 to 348 and 359"),
        ([171, 174], "lines 171 and 174"),
        ([1, 2, 4, 6, 7, 8], "lines 1, 2, 4 and 6 to 8"),
    ],
)
def test_lines_are_cited_as_people_do(lines: list[int], said: str) -> None:
    assert source_lines([at(line) for line in lines]) == (
        f"Source: Devon, June 2024, Appendix One, {said}.",
    )


def test_a_source_without_lines_is_named_without() -> None:
    assert source_lines([at(None)]) == ("Source: Devon, June 2024, Appendix One.",)


def test_a_document_is_named_once() -> None:
    [said] = source_lines([at(1), at(2, "Appendix Two"), at(3, "Appendix One", "Torbay, May 2021")])
    assert said == (
        "Source: Devon, June 2024, Appendix One, line 1; Appendix Two, line 2; "
        "Torbay, May 2021, Appendix One, line 3."
    )


def test_many_sections_are_counted() -> None:
    [said] = source_lines([at(line, f"Part {line}") for line in range(6)])
    assert said.endswith("Part 3, line 3; and 2 more sections.")


def test_no_figure_has_no_source() -> None:
    assert source_lines([]) == ()


def test_a_quote_stands_under_its_figure_and_once_for_a_paragraph() -> None:
    assert [line[:24] for line in quotes([RATE, replace(FTE, source=REPORT), at(9)])] == [
        "Agency rate, social work",
        "“we are at 69%”",
        "Source: Devon County Cou",
        "Agency rate, social work",
        "“69%”",
        "Source: Devon, June 2024",
    ]
