"""`muster trend --json`: a verdict for each line, in order, and a sentence for each bad one."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.main import cli
from bot.cli.trend.json_lines import verdict_lines
from tests.statistics.xmr.charts import month

LINE: dict[str, Any] = {
    "id": "s1",
    "dates": [month(at).isoformat() for at in range(14)],
    "values": [10, 12] * 6 + [11, 30],
    "direction": "decrease",
    "target": 5,
    "rebase": [],
    "baseline": None,
    "screen": False,
}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


def run(*lines: str) -> Result:
    return CliRunner().invoke(cli, ["trend", "--json"], input="\n".join(lines))


def test_a_verdict_has_the_fields_of_the_contract() -> None:
    result = run(json.dumps(LINE))
    verdict = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(verdict) == ["id", "points", "latest", "assurance", "text"]
    assert list(verdict["points"][0]) == [
        "mean",
        "lower",
        "upper",
        "near_lower",
        "near_upper",
        "signals",
        "group",
    ]
    assert verdict["latest"] == {"signal": "astronomical", "verdict": "concern"}
    assert verdict["points"][13]["signals"] == ["astronomical"]
    assert verdict["assurance"] == "inconsistent"


def test_only_dates_and_values_are_needed() -> None:
    fields = {"dates": ["2024-01-01"], "values": [3]}
    assert json.loads(run(json.dumps(fields)).stdout)["latest"]["verdict"] == "too_few_points"


def test_a_rebase_numbers_the_groups() -> None:
    fields = {**LINE, "rebase": [month(7).isoformat()]}
    points = json.loads(run(json.dumps(fields)).stdout)["points"]
    assert [point["group"] for point in points] == [0] * 7 + [1] * 7


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"dates": None}, "dates must be a list"),
        ({"dates": ["July"]}, "dates holds 'July', which is no date"),
        ({"dates": [20240101]}, "dates holds 20240101, which is no date"),
        ({"values": [1, 2]}, "there are 14 dates for 2 values"),
        ({"values": ["1"] * 14}, "values holds '1', which is no number"),
        ({"values": [True] * 14}, "values holds True, which is no number"),
        ({"values": [float("nan")] * 14}, "value 1 is no number that can be charted"),
        ({"values": [10**400] * 14}, "values holds a number that is too large"),
        ({"dates": [], "values": []}, "there are no points"),
        ({"dates": [month(0).isoformat()] * 14}, "2020-01-01 is there twice"),
        ({"direction": "up"}, "direction is 'up', not increase, decrease or neutral"),
        ({"target": "5"}, "target holds '5', which is no number"),
        ({"baseline": 5}, "a baseline takes at least 12 points"),
        ({"baseline": 12.5}, "baseline is no whole number"),
        ({"rebase": "2020-01-01"}, "rebase must be a list"),
        ({"screen": "yes"}, "screen is neither true nor false"),
    ],
    ids=str,
)
def test_a_bad_line_is_answered_in_its_place(changed: dict[str, Any], sentence: str) -> None:
    good, bad = json.dumps(LINE), json.dumps(LINE | changed)
    result = run(good, "", bad, good)
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert "points" in first
    assert "points" in third
    assert second["id"] == "s1"
    assert second["error"].startswith("Line 3: ")
    assert sentence in second["error"]
    assert result.stderr.strip() == second["error"]
    assert result.exit_code == 1


@pytest.mark.parametrize("line", ["nope", "[]", "3", "[" * 100_000, '"text"'], ids=range(5))
def test_a_line_that_is_no_object_is_told(line: str) -> None:
    assert json.loads(run(line).stdout)["error"].startswith("Line 1: it is no")


@given(st.dictionaries(st.sampled_from(sorted(LINE)), anything))
def test_whatever_a_line_holds_gets_one_line_of_json(changed: dict[str, Any]) -> None:
    ((line, _),) = verdict_lines([json.dumps(LINE | changed)])
    assert {"error", "points"} & json.loads(line).keys()


def test_ten_thousand_points() -> None:
    dates = [f"{1000 + at // 12:04}-{at % 12 + 1:02}-01" for at in range(10_000)]
    values = [at * 7919 % 101 for at in range(10_000)]
    verdict = json.loads(run(json.dumps({"dates": dates, "values": values})).stdout)
    assert len(verdict["points"]) == 10_000
