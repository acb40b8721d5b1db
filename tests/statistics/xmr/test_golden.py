"""Charts against those of the NHS-R package plotthedots, where it has no known defect."""

import json
from datetime import date
from typing import Any

import pytest

from bot.statistics.xmr import Chart, Group, Series, Settings, Signal, draw, judge
from db.catalogue import Direction
from tests.shared import shared

COLUMNS = {
    "mean": "mean",
    "lower": "lpl",
    "upper": "upl",
    "near_lower": "nlpl",
    "near_upper": "nupl",
}
RULES = {
    Signal.ASTRONOMICAL: "astronomical",
    Signal.TREND: "trend",
    Signal.TWO_IN_THREE: "two_in_three_incl_outside",
    Signal.SHIFT: "shift",
}
Case = dict[str, Any]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    text = shared("spc", "golden_public.json").read_text(encoding="utf-8")
    return [case for case in json.loads(text)["cases"] if not case["peer_caveat"]]


def drawn(case: Case) -> Chart:
    options = case["options"]
    settings = Settings(
        Direction(options["improvement_direction"]),
        options["target"],
        tuple(date.fromisoformat(day) for day in options["rebase"]),
        options["fix_after_n_points"],
        options["screen_outliers"],
    )
    dates = [date.fromisoformat(day) for day in case["dates"]]
    return draw(Series.sorted(dates, case["values"], settings))


def by_point(chart: Chart, name: str) -> list[float | None]:
    return [
        getattr(group.limits, name) for group in chart.groups for _ in range(group.start, group.end)
    ]


def marked(chart: Chart, signal: Signal) -> list[bool]:
    groups: tuple[Group, ...] = chart.groups
    return [signal in fired for group in groups for fired in group.signals]


def test_there_are_cases(cases: list[Case]) -> None:
    assert len(cases) == 135


def test_means_and_limits(cases: list[Case]) -> None:
    for case in cases:
        for name, column in COLUMNS.items():
            wanted = case["expected"]["points"][column]
            got = by_point(drawn(case), name)
            assert got == pytest.approx(wanted, rel=1e-9, abs=1e-9), (case["id"], name)


def test_rules(cases: list[Case]) -> None:
    for case in cases:
        for signal, column in RULES.items():
            wanted = [bool(flag) for flag in case["expected"]["rules"][column]]
            assert marked(drawn(case), signal) == wanted, (case["id"], signal)


def test_verdicts_from_13_points(cases: list[Case]) -> None:
    for case in cases:
        if case["expected"]["groups"][-1]["n"] >= 13:
            judgement = judge(drawn(case))
            assert judgement.assurance == case["expected"]["summary"]["assurance_type"], case["id"]


def test_no_verdicts_before(cases: list[Case]) -> None:
    for case in cases:
        if case["expected"]["groups"][-1]["n"] < 13:
            judgement = judge(drawn(case))
            assert judgement.latest.verdict == "too_few_points", case["id"]
            assert judgement.assurance is None, case["id"]
