"""From cells that were found to statements: scale, range, formula, and each figure once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from bot.loading.cells.numbers import Number
from bot.loading.cells.scale import (
    FRACTION,
    PERCENT,
    bounds_of,
    is_out_of_place,
    looks_like_fractions,
)
from bot.loading.doubts import Doubt, Doubts
from bot.loading.formulas import Formulas
from bot.loading.statements import Reading, Refused, Statement
from bot.loading.tables.rows import Found
from bot.query.directory import Directory
from db.catalogue import Metric
from db.vocabulary import Basis, Kind, Status

_BASES: Final = {"FTE": Basis.FTE, "people": Basis.HEADCOUNT, "posts": Basis.POSTS}
_MOST_PERCENT: Final = 1_000


def settle(found: Sequence[Found], directory: Directory, doubts: Doubts, reading: Reading) -> None:
    """Add the statements of all that was found in a file to what was read of it."""
    scaled = _Scaled(found, directory.metrics, doubts)
    kept = []
    for one in found:
        try:
            kept.append(scaled.checked(one))
        except ValueError as fault:
            _refuse(reading, one, str(fault))
    formulas = Formulas(kept, directory, doubts)
    stated: list[tuple[Found, Statement]] = []
    for one in kept:
        try:
            statement = _statement(one, formulas, directory.metrics[one.metric], reading)
        except ValueError as fault:
            _refuse(reading, one, str(fault))
            continue
        if one.number is None:
            reading.blanks.append(statement)
        else:
            stated.append((one, statement))
    reading.statements += _once_each(stated, reading)


class _Scaled:
    """Figures with percentages as percentages, and none that cannot be."""

    def __init__(
        self, found: Iterable[Found], metrics: Mapping[str, Metric], doubts: Doubts
    ) -> None:
        self._metrics = metrics
        columns: dict[tuple[object, ...], list[Number]] = defaultdict(list)
        for one in found:
            if metrics[one.metric].unit == "%" and one.number:
                columns[one.where.sheet, one.group].append(one.number)
        self._fractions = {
            column: _are_fractions(numbers, metrics[str(column[1][1])], doubts)  # type: ignore[index] # a group
            for column, numbers in columns.items()
            if looks_like_fractions(numbers)
        }
        self._sure = {column: bounds_of(numbers) for column, numbers in columns.items()}

    def checked(self, one: Found) -> Found:
        """A figure in its metric's unit.

        Raises:
            ValueError: it cannot be one; the message says why.
        """
        metric, number = self._metrics[one.metric], one.number
        if number is None or number.value is None:
            return one
        if metric.unit != "%":
            if number.percent:
                raise ValueError(
                    f"it is a percentage, and {metric.name} is counted in {metric.unit}"
                )
            return _in_range(one, metric)
        column = (one.where.sheet, one.group)
        if column in self._fractions and not number.percent:
            fraction = self._fractions[column]
            if fraction is None:
                raise ValueError("whether it is a fraction is asked")
            if fraction:
                value = round(number.value * 100, 9)
                return one._replace(number=number._replace(value=value, text=f"{value:g}%"))
        elif is_out_of_place(number, self._sure[column]):
            raise ValueError("it looks like a fraction among percentages; write 45% for 0.45")
        return _in_range(one, metric)


def _are_fractions(numbers: Sequence[Number], metric: Metric, doubts: Doubts) -> bool | None:
    example = next(one.text for one in numbers if one.value and not one.percent)
    question = (
        f"{metric.name} is {example}: is that a fraction ({float(example):.0%}), or per cent?"
    )
    options = ((FRACTION, f"A fraction: {float(example):.0%}"), (PERCENT, f"{example} per cent"))
    answer = doubts.ask(Doubt(f"scale:{metric.key}", question, options=options))
    return None if answer is None else answer == FRACTION


def _in_range(one: Found, metric: Metric) -> Found:
    value = one.number.value if one.number else None
    if value is None:
        return one
    if value < 0 and not metric.signed and one.kind is not Kind.CHANGE:
        raise ValueError(f"{metric.name} cannot be below nought")
    if metric.unit == "%" and value > _MOST_PERCENT:
        raise ValueError("it is no percentage")
    return one


def _statement(one: Found, formulas: Formulas, metric: Metric, reading: Reading) -> Statement:
    made = formulas.made(one)
    if made.note and one.number:
        reading.warnings.append(f"{one.where}: {metric.name} {one.number.text} {made.note}.")
    number = one.number or _BLANK
    return Statement(
        where=one.where,
        metric=one.metric,
        organisation=one.place.organisation,
        team=one.place.team,
        role_group=one.role_group,
        when=one.when,
        value=number.value,
        text=number.text,
        status=number.status,
        formula=made.formula,
        kind=one.kind,
        basis=_basis(metric, made.formula),
        unit=metric.unit,
        numerator=made.numerator,
        denominator=made.denominator,
    )


def _basis(metric: Metric, formula: str | None) -> Basis:
    """How people are counted: by the formula of a rate, else by the unit."""
    for one in metric.formulas:
        if one.key == formula:
            return Basis(one.basis.lower())
    return _BASES.get(metric.unit, Basis.UNSTATED)


def _once_each(stated: Iterable[tuple[Found, Statement]], reading: Reading) -> Iterator[Statement]:
    """Each figure once; where a file gives two values for one, neither."""
    rows: dict[tuple[object, ...], list[tuple[Found, Statement]]] = defaultdict(list)
    for one, statement in stated:
        rows[(*statement.series, statement.when.key)].append((one, statement))
    repeated = 0
    for same in rows.values():
        _, first = same[0]
        if len(same) == 1:
            yield first
            continue
        if all((other.value, other.status) == (first.value, first.status) for _, other in same):
            repeated += len(same) - 1
            yield first
            continue
        for one, statement in same:
            others = ", ".join(
                f"{other.text} in {other.where}" for _, other in same if other is not statement
            )
            _refuse(reading, one, f"the file says {others} for the same figure")
    if repeated:
        times = "1 figure is" if repeated == 1 else f"{repeated} figures are"
        reading.notes.append(f"{times} in the file again, and the same.")


def _refuse(reading: Reading, one: Found, reason: str) -> None:
    text = one.number.text if one.number else ""
    reading.refused.append(Refused(one.where, one.heading, text[:80], reason))


_BLANK: Final = Number(None, "", Status.BLANK)
