"""By which formula a printed rate was made: told by the figures beside it, asked where none is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from bot.loading.doubts import Doubt, Doubts
from bot.loading.tables.rows import Found
from bot.query.directory import Directory
from db.catalogue import Formula, Metric

UNSTATED: Final = "unstated"


class Made(NamedTuple):
    """How a rate was made; without parts they are not in the file."""

    formula: str | None
    numerator: float | None = None
    denominator: float | None = None
    note: str = ""


class Formulas:
    """The formulas of a file's rates, by the figures of the same place, people and time."""

    def __init__(self, found: Iterable[Found], directory: Directory, doubts: Doubts) -> None:
        self._directory, self._doubts = directory, doubts
        self._beside: dict[tuple[object, ...], dict[str, float]] = defaultdict(dict)
        self._rates = {key for key, one in directory.metrics.items() if one.formulas}
        found = list(found)
        if any(one.metric in self._rates for one in found):
            for one in found:
                if one.number and one.number.value is not None and one.metric not in self._rates:
                    self._beside[_scope(one)][one.metric] = one.number.value
        self._usual = self._usual_ones(one for one in found if one.metric in self._rates)

    def made(self, one: Found) -> Made:
        """How a rate was made; nothing for what is none.

        Raises:
            ValueError: it is asked.
        """
        if one.metric not in self._rates:
            return Made(None)
        metric = self._directory.metrics[one.metric]
        if one.formula:
            return Made(_named(one.formula, metric))
        fits = [*self._fitting(one, metric)]
        usual = self._usual.get((one.where.sheet, one.group), "")
        if found := [made for made in fits if len(fits) == 1 or made.formula == usual]:
            return found[0]
        if fits:
            asked = self._asked(metric)
            return next((made for made in fits if made.formula == asked), Made(asked))
        if any(True for _ in self._parts(one, metric)):
            return Made(_unstated(metric), note="follows from none of the figures beside it")
        return Made(self._asked(metric))

    def _usual_ones(self, rates: Iterable[Found]) -> Mapping[tuple[object, ...], str]:
        """The formula that fits most rates of a column that no other formula fits."""
        counted: dict[tuple[object, ...], Counter[str]] = defaultdict(Counter)
        for one in rates:
            fits = [*self._fitting(one, self._directory.metrics[one.metric])]
            if len(fits) == 1 and fits[0].formula:
                counted[one.where.sheet, one.group][fits[0].formula] += 1
        return {column: counter.most_common(1)[0][0] for column, counter in counted.items()}

    def _fitting(self, one: Found, metric: Metric) -> Iterable[Made]:
        value = one.number.value if one.number else None
        for formula, top, bottom in self._parts(one, metric):
            if value is not None and bottom and abs(100 * top / bottom - value) <= _half(one):
                yield Made(formula.key, top, bottom)

    def _parts(self, one: Found, metric: Metric) -> Iterable[tuple[Formula, float, float]]:
        """Each formula whose parts stand beside a rate, with them."""
        beside = self._beside.get(_scope(one), {})
        # Where a budget stands beside it, posts are counted by that and not by who fills them.
        budgeted = any(key.startswith("budgeted") for key in beside)
        for formula in metric.formulas:
            if budgeted and formula.basis == "posts":
                continue
            top = _first(formula.numerator, beside)
            bottom = [_first(part, beside) for part in formula.denominator]
            if top is not None and bottom and None not in bottom:
                yield formula, top, sum(part for part in bottom if part is not None)

    def _asked(self, metric: Metric) -> str | None:
        options = tuple((one.key, one.words) for one in metric.formulas)
        if len(options) == 1:
            return options[0][0]
        question = f"What is {metric.name[0].lower()}{metric.name[1:]} divided by in this file?"
        answer = self._doubts.ask(Doubt(f"formula:{metric.key}", question, options=options))
        if answer is None:
            raise ValueError("what it is divided by is asked")
        return _named(answer, metric)


def _scope(one: Found) -> tuple[object, ...]:
    return one.place, one.role_group, one.when.key, one.kind


def _first(metrics: Iterable[str], beside: Mapping[str, float]) -> float | None:
    return next((beside[key] for key in metrics if key in beside), None)


def _half(one: Found) -> float:
    """Half of the last decimal place that a rate is printed with, and a little for its parts."""
    text = one.number.text.rstrip("%* ") if one.number else ""
    return 0.5 * 10.0 ** -len(text.partition(".")[2]) + 0.01


def _named(text: str, metric: Metric) -> str:
    """A formula by its key or its words.

    Raises:
        ValueError: the metric has no such formula.
    """
    for one in metric.formulas:
        if text.strip().casefold() in {one.key, one.words.casefold()}:
            return one.key
    raise ValueError(f"{text!r} is no formula of {metric.name}")


def _unstated(metric: Metric) -> str | None:
    return UNSTATED if any(one.key == UNSTATED for one in metric.formulas) else None
