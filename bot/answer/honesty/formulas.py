"""Like for like: whether two figures are made alike, and the same figure on another basis.

Formulas are data (seed/catalogue); here they are only compared and worked out from held parts.
"""

from collections.abc import Sequence

from bot.answer.held.facts import Facts
from bot.answer.held.lines import lines_of
from bot.answer.values import Calculated, Figure, Name
from db.catalogue import Formula

UNSTATED = "unstated"


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are made by the same stated formula for the same group of people."""
    return (
        one.metric.key == other.metric.key
        and one.formula == other.formula
        and one.formula not in {"", UNSTATED}
        and one.role_group.key == other.role_group.key
    )


def why_not_alike(one: Figure, other: Figure) -> str:
    """The first reason why two figures of a metric may not be compared, in words."""
    if one.role_group.key != other.role_group.key:
        return (
            f"one counts {one.role_group.name.lower()}, the other {other.role_group.name.lower()}"
        )
    for figure in (one, other):
        if figure.formula in {"", UNSTATED}:
            return f"{figure.organisation.name}'s report does not say how its figure is made"
    return f"one is {one.formula_words}, the other {other.formula_words}"


def on_basis(figure: Figure, formula: str, facts: Facts) -> Calculated | None:
    """The figure worked out by another formula of its metric from parts held for the same day.

    None where the metric has no such formula or a part is not held.
    """
    place = figure.team.key if figure.team else figure.organisation.key
    return calculate(figure.metric.key, formula, place, figure.role_group.key, facts, end=figure)


def calculate(
    metric: str, formula: str, place: str, role_group: str, facts: Facts, end: Figure | None = None
) -> Calculated | None:
    """A metric worked out by a formula at a place, from the parts of one day."""
    known = facts.directory.metrics[metric]
    rule = next((one for one in known.formulas if one.key == formula), None)
    if rule is None or not rule.numerator:
        return None
    parts = _parts(rule, place, role_group, facts, end)
    if parts is None:
        return None
    numerator, denominator = parts
    value = 100 * numerator / denominator
    return Calculated(
        Name(metric, known.name), formula, rule.words, value, numerator, denominator, end
    )


def _parts(
    rule: Formula, place: str, role_group: str, facts: Facts, end: Figure | None
) -> tuple[float, float] | None:
    """Numerator and denominator in one unit and of one day, or None."""
    wanted = [rule.numerator, *rule.denominator]
    found = [_part(keys, place, role_group, facts, end) for keys in wanted]
    figures = [one for one in found if one is not None]
    if len(figures) < len(wanted) or len({(one.period.end, one.unit) for one in figures}) > 1:
        return None
    numerator, *denominator = [one.value or 0.0 for one in figures]
    total = sum(denominator)
    return (numerator, total) if total > 0 else None


def _part(
    keys: Sequence[str], place: str, role_group: str, facts: Facts, end: Figure | None
) -> Figure | None:
    for key in keys:
        series = [
            one
            for one in facts.series([key])
            if (one.place, one.role_group, one.kind) == (place, role_group, "actual")
        ]
        for line in lines_of(facts, series):
            for figure in reversed(line.figures):
                same_day = end is None or figure.period.end == end.period.end
                if figure.value is not None and same_day:
                    return figure
    return None
