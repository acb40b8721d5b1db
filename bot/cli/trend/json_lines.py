"""Series as JSON lines, and a verdict for each (docs/statistics.md has the fields)."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bot.reply.trend import text_of
from bot.statistics.xmr import Chart, Group, Series, Settings, draw, judge
from db.catalogue import Direction

_COUNTS = frozenset({"people", "posts", "cases", "occasions", "count"})


class _BadFieldError(ValueError):
    """A field of a line that cannot be used; the message says which."""


def verdict_lines(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """For each line that is not empty a JSON line, and the sentence that says what is wrong.

    A bad line is answered in its place: {"id", "error"}.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        id_ = None
        try:
            fields = _object(line)
            id_ = fields.get("id")
            yield json.dumps(_verdict(fields), ensure_ascii=False), ""
        except ValueError as error:
            fault = f"Line {number}: {error}."
            yield json.dumps({"id": id_, "error": fault}, ensure_ascii=False), fault


def _object(line: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise _BadFieldError("it is not JSON") from None
    if not isinstance(fields, dict):
        raise _BadFieldError("it is no JSON object")
    return fields


def _verdict(fields: Mapping[str, Any]) -> dict[str, Any]:
    chart = draw(_series(fields))
    judgement = judge(chart)
    return {
        "id": fields.get("id"),
        "points": [
            point for number in range(len(chart.groups)) for point in _points(chart, number)
        ],
        "latest": {"signal": judgement.latest.signal, "verdict": judgement.latest.verdict},
        "assurance": judgement.assurance,
        "text": text_of(chart, judgement, _text(fields, "unit")),
    }


def _points(chart: Chart, number: int) -> Iterator[dict[str, Any]]:
    group: Group = chart.groups[number]
    limits = group.limits
    for signals in group.signals:
        yield {
            "mean": limits.mean,
            "lower": limits.lower,
            "upper": limits.upper,
            "near_lower": limits.near_lower,
            "near_upper": limits.near_upper,
            "signals": list(signals),
            "group": number,
        }


def _series(fields: Mapping[str, Any]) -> Series:
    dates = [_day(one, "dates") for one in _list(fields, "dates")]
    values = [_number(one, "values") for one in _list(fields, "values")]
    baseline = fields.get("baseline")
    if baseline is not None and (not isinstance(baseline, int) or isinstance(baseline, bool)):
        raise _BadFieldError("baseline is no whole number")
    settings = Settings(
        direction=_direction(fields),
        target=_number(fields.get("target"), "target"),
        rebase=tuple(_day(one, "rebase") for one in _list(fields, "rebase", optional=True)),
        baseline=baseline,
        screen=_flag(fields, "screen") or False,
    )
    is_count = _text(fields, "unit") in _COUNTS
    is_stock = _flag(fields, "stock")
    return Series.sorted(dates, values, settings, is_stock=is_stock, is_count=is_count)


def _list(fields: Mapping[str, Any], name: str, *, optional: bool = False) -> Sequence[Any]:
    found = fields.get(name)
    if found is None and optional:
        return []
    if not isinstance(found, list):
        raise _BadFieldError(f"{name} must be a list")
    return found


def _day(value: object, name: str) -> date:
    try:
        return date.fromisoformat(value)  # type: ignore[arg-type]  # what is no text raises too
    except (TypeError, ValueError):
        raise _BadFieldError(f"{name} holds {value!r}, which is no date like 2024-03-31") from None


def _number(value: object, name: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _BadFieldError(f"{name} holds {value!r}, which is no number")
    try:
        return float(value)
    except OverflowError:
        raise _BadFieldError(f"{name} holds a number that is too large") from None


def _direction(fields: Mapping[str, Any]) -> Direction:
    found = fields.get("direction")
    try:
        return Direction.NEUTRAL if found is None else Direction(found)
    except ValueError:
        raise _BadFieldError(f"direction is {found!r}, not increase, decrease or neutral") from None


def _flag(fields: Mapping[str, Any], name: str) -> bool | None:
    found = fields.get(name)
    if found is not None and not isinstance(found, bool):
        raise _BadFieldError(f"{name} is neither true nor false")
    return found


def _text(fields: Mapping[str, Any], name: str) -> str:
    found = fields.get(name, "")
    if not isinstance(found, str):
        raise _BadFieldError(f"{name} is no text")
    return found
