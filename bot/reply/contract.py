"""The answer contract: one result as one JSON line (docs/contract.md)."""

from collections.abc import Sequence
from typing import Any

from bot.answer.values import Answer, Change, Figure, NoFigures, Outcome, Result, Verdict
from bot.query.query import Correction, Intent, NotUnderstood, Why
from bot.reply.lines import lines_of

_DECLINED = frozenset(
    {Why.OTHER_TOPIC, Why.PERSON, Why.COMMAND, Why.FORECAST, Why.REASON, Why.TOO_LONG}
)


_TALK = {
    Intent.HELP: Outcome.DEFINITION,
    Intent.THANKS: Outcome.DECLINED,
    Intent.GREETING: Outcome.DECLINED,
}


def contract(
    id_: object,
    result: Result | NotUnderstood,
    corrections: Sequence[Correction] = (),
    examples: Sequence[str] = (),
) -> dict[str, Any]:
    """The fields of one answer, in the contract's order."""
    answer = result if isinstance(result, Answer) else None
    return {
        "id": id_,
        "outcome": outcome_of(result),
        "understood": getattr(result, "understood", ""),
        "figures": [figure_fields(one) for one in answer.figures] if answer else [],
        "options": [figure_fields(one) for one in answer.options] if answer else [],
        "change": _change(answer.changes[0]) if answer and answer.changes else None,
        "benchmark": _benchmark(answer) if answer else None,
        "caveats": list(getattr(result, "caveats", ())),
        "text": lines_of(result, corrections, examples).text,
    }


def outcome_of(result: Result | NotUnderstood) -> Outcome:
    """How a question ended."""
    if isinstance(result, NotUnderstood):
        return Outcome.DECLINED if result.why in _DECLINED else Outcome.NOT_UNDERSTOOD
    if isinstance(result, NoFigures):
        return Outcome.NO_DATA
    return _TALK.get(result.query.intent, result.outcome)


def figure_fields(figure: Figure) -> dict[str, Any]:
    """A figure's fields, in the contract's order."""
    period = figure.period
    return {
        "organisation": figure.organisation.name,
        "team": figure.team.name if figure.team else None,
        "role_group": figure.role_group.key,
        "metric": _metric(figure),
        "period": None if period.type == "undated" else period.key,
        "period_start": period.start.isoformat() if period.start else None,
        "period_end": period.end.isoformat() if period.end else None,
        "value": _plain(figure.value),
        "value_text": figure.value_text,
        "unit": figure.unit,
        "kind": figure.kind,
        "formula": figure.formula or None,
        "numerator": _plain(figure.numerator),
        "denominator": _plain(figure.denominator),
        "status": figure.status,
        "source": {
            "document": figure.source.document,
            "section": figure.source.section,
            "line": figure.source.line,
            "quote": figure.source.quote,
        },
    }


def _metric(figure: Figure) -> str:
    """The metric's key; a change or a target of a metric is a quantity of its own."""
    if figure.kind in {"change", "target"}:
        return f"{figure.metric.key.removeprefix('average_')}_{figure.kind}"
    return figure.metric.key


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _change(change: Change) -> dict[str, Any]:
    return {
        "from": figure_fields(change.start),
        "to": figure_fields(change.end),
        "value": _plain(change.value),
        "unit": change.unit,
        "direction": change.direction,
    }


def _benchmark(answer: Answer) -> dict[str, Any] | None:
    """What the first figure is held against; readings have none, for none of them is the answer."""
    if not answer.figures or not answer.benchmarks:
        return None
    benchmark = answer.benchmarks[0]
    difference = benchmark.difference
    return {
        **figure_fields(benchmark.figure),
        "name": benchmark.name,
        "verdict": str(benchmark.verdict),
        "difference": None
        if benchmark.verdict is Verdict.NOT_COMPARABLE or difference is None
        else round(difference, 1),
    }
