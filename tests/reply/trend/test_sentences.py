"""What is said of a series, from one point to many."""

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply.trend import svg_of, text_of
from bot.statistics.xmr import judge
from db.catalogue import Direction
from tests.statistics.xmr.charts import Values, chart, month

FORBIDDEN = re.compile("trend|improv|worsen|stable|signific", re.IGNORECASE)
DEVON = [52.0, 47.0, 46.0, 45.0, 44.0, 43.0, 44.0, 46.0, 45.0]
FLAT = [10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 11.0]
SVG = "{http://www.w3.org/2000/svg}"


def said(values: Values, unit: str = "%", **settings: Any) -> str:
    of = chart(values, **settings)
    return text_of(of, judge(of), unit)


def test_nine_months_are_told_with_both_ends_and_the_extremes() -> None:
    assert said(DEVON) == (
        "45% in September 2020, 7 percentage points lower than in January 2020 (52%). "
        "Lowest 43% (June 2020), highest 52% (January 2020). "
        "Too few months to tell a real change from chance: there are 9, 13 are needed."
    )


def test_one_figure_is_compared_with_nothing() -> None:
    assert said([45.0]) == (
        "45% on 1 January 2020. "
        "Too few points to tell a change: there is one figure, 13 are needed."
    )


@given(
    st.lists(st.none() | st.floats(-1e6, 1e6), min_size=1, max_size=12),
    st.sampled_from(Direction),
    st.none() | st.floats(-1e6, 1e6),
    st.sampled_from(["%", "FTE", "people", "", "£"]),
)
def test_under_13_points_numbers_only(
    values: list[float | None], direction: Direction, target: float | None, unit: str
) -> None:
    rebase = (month(0), month(3), month(99))
    assert not FORBIDDEN.search(
        said(values, unit, direction=direction, target=target, rebase=rebase)
    )


def test_the_words_are_looked_for_where_they_may_stand() -> None:
    assert FORBIDDEN.search(said(FLAT))


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (FLAT, "No significant change: 11% in January 2021 is within the expected range"),
        (
            [*FLAT, 30.0],
            (
                "30% in February 2021: above the expected range 3.76% to 20.95% "
                "(rule: one point beyond a limit), a signal of concern (lower is better)"
            ),
        ),
        (
            [*FLAT, *[10.0, 10.5] * 3, 10.0],
            (
                "10% in August 2021: 7 months in a row below the mean since February 2021 "
                "(rule: shift), a signal of improvement (lower is better)"
            ),
        ),
        (
            [*FLAT, 11.2, 11.4, 11.6, 11.8, 12.0, 12.2],
            (
                "12.2% in July 2021: 6 rises in a row since January 2021 (rule: trend), "
                "a signal of concern (lower is better)"
            ),
        ),
        (
            [*FLAT, 17.0, 12.0, 17.0],
            (
                "17% in April 2021: two of the last three close to the upper limit or beyond "
                "(rule: two in three), a signal of concern (lower is better)"
            ),
        ),
    ],
    ids=["common cause", "one point", "shift", "trend", "two in three"],
)
def test_from_13_points_the_latest_signal_with_its_rule(values: Values, wanted: str) -> None:
    assert said(values, direction=Direction.DECREASE).startswith(wanted)


def test_a_metric_without_direction_has_no_better_or_worse() -> None:
    told = said([*FLAT, 30.0])
    assert "neither good nor bad" in told
    assert not re.search("better|concern|improve", told)


def test_printed_ranges_stay_within_what_a_rate_can_be() -> None:
    told = said([0.0, 5.0] * 7)
    assert "expected range 0% to" in told


def test_a_target_is_foretold_only_without_a_signal() -> None:
    assert "will be missed each time" in said(FLAT, target=50.0, direction=Direction.INCREASE)
    shifted = said([*FLAT, 50.0], target=90.0, direction=Direction.INCREASE)
    assert "the limits do not tell whether the target of 90% will be met" in shifted


def test_cautions_are_told() -> None:
    rebased = said([*FLAT, *FLAT], rebase=(month(13), month(99)))
    assert "Figures are taken anew from: February 2021." in rebased
    assert "No point has the date 2028-04-01" in rebased
    assert "rest on only 13 months" in rebased
    assert "No figure for February 2021" in said([*FLAT, None, 11.0])
    assert "carry over from one month to the next" in said([float(at // 6) for at in range(24)])
    assert "do not vary" in said([17.8] * 13)


def test_rare_events_are_told_and_not_charted() -> None:
    rare = [0.0, 1.0, 0.0, 3.0, 0.0, 0.0, 2.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 9.0]
    of = chart(rare, is_count=True)
    told = text_of(of, judge(of), "cases")
    assert "Too few events to chart" in told
    assert not FORBIDDEN.search(told)


def test_nothing_held_is_told() -> None:
    assert said([None, None]).startswith("No figure is held in this series.")


def test_a_picture_says_no_more_than_the_words() -> None:
    few, enough = (parsed(picture(values)) for values in (FLAT[:12], [*FLAT, 18.0]))
    assert few.findall(f"{SVG}line") == few.findall(f"{SVG}rect") == []
    assert len(few.findall(f"{SVG}circle")) == 12
    assert len(enough.findall(f"{SVG}line")) == 3
    assert [mark.findtext(f"{SVG}title") for mark in enough.findall(f"{SVG}rect")] == [
        "astronomical"
    ]


def test_a_picture_holds_any_title_and_gaps() -> None:
    drawn = parsed(picture([1.0, None, 3.0, 4.0], "Agency <b> & 50%"))
    assert drawn.findtext(f"{SVG}title") == "Agency <b> & 50%"
    assert len(drawn.findall(f"{SVG}polyline")) == 2


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - it is our own


def picture(values: Values, title: str = "Agency rate") -> str:
    of = chart(values)
    return svg_of(of, title, text_of(of, judge(of)), "%")
