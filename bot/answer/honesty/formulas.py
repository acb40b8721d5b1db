"""Like for like: whether two figures are made alike, and the same figure on another basis.

Formulas are data (seed/catalogue); here they are only compared and worked out from held parts.
"""

from collections.abc import Collection, Iterator, Sequence

from bot.answer.held.facts import Facts
from bot.answer.held.lines import lines_of
from bot.answer.held.series import Series
from bot.answer.values import UNSTATED, Calculated, Figure, Name
from db.catalogue import Formula


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures of a metric may be compared as they are published."""
    return not why_not_alike(one, other)


def why_not_alike(one: Figure, other: Figure) -> str:
    """The first reason why two figures of a metric may not be compared, or "".

    They may where both are made by the same stated formula, for the same group of people, counted
    in the same way and over the same kind of time.
    """
    if one.role_group.key != other.role_group.key:
        return f"one counts {one.role_group.within}, the other {other.role_group.within}"
    for figure in (one, other):
        if figure.formula in {"", UNSTATED}:
            return f"it is not said how {figure.organisation.name}'s figure is made"
    if one.formula != other.formula:
        return f"one is {one.formula_words}, the other {other.formula_words}"
    if one.basis != other.basis:
        return "one counts full-time equivalents, the other heads"
    if one.period.sort != other.period.sort:
        return "one is of a moment or another sort of time than the other"
    return ""


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
    numerator, *others = [one.value or 0.0 for one in parts]
    denominator = sum(others)
    if denominator <= 0:
        return None
    value = 100 * numerator / denominator
    name = Name(metric, known.name)
    return Calculated(name, formula, rule.words, value, numerator, denominator, parts, end)


def _parts(
    rule: Formula, place: str, role_group: str, facts: Facts, end: Figure | None
) -> tuple[Figure, ...] | None:
    """The numerator and what the denominator sums, in one unit and of one day; or None."""
    wanted = [rule.numerator, *rule.denominator]
    # All in one read, before each part looks for its own.
    facts.figures(_of_scope([key for keys in wanted for key in keys], place, role_group, facts))
    found = [_part(keys, place, role_group, facts, end) for keys in wanted]
    figures = [one for one in found if one is not None]
    if len(figures) < len(wanted) or len({(one.period.end, one.unit) for one in figures}) > 1:
        return None
    return tuple(figures)


def _part(
    keys: Sequence[str], place: str, role_group: str, facts: Facts, end: Figure | None
) -> Figure | None:
    """The latest figure of the first metric that has one, on the same day as `end`."""
    figures = [one for key in keys for one in _newest_first(key, place, role_group, facts)]
    same_day = [one for one in figures if end is None or one.period.end == end.period.end]
    return next((one for one in same_day if one.value is not None), None)


def _newest_first(metric: str, place: str, role_group: str, facts: Facts) -> Iterator[Figure]:
    for line in lines_of(facts, _of_scope([metric], place, role_group, facts)):
        yield from reversed(line.figures)


def _of_scope(metrics: Collection[str], place: str, role_group: str, facts: Facts) -> list[Series]:
    scope = (place, role_group, "actual")
    return [one for one in facts.series(metrics) if (one.place, one.role_group, one.kind) == scope]
