"""The sentences that hold a figure against another one, or work it out on another basis."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.answer.dates import say_month
from bot.answer.values import Benchmark, Calculated, Chance, Verdict
from bot.reply.labels import capital, parts, when
from bot.reply.numbers import count, decimals, number, printed, unit_of
from bot.statistics.intervals.proportions import Standing

_FEW = 2
"""Figures that are named where they are said not to be comparable."""


def benchmark_sentences(benchmarks: Sequence[Benchmark]) -> Iterator[str]:
    """Figures beside their benchmarks, like for like or not at all and why."""
    for (_, reason, _), some in groupby(benchmarks, key=_together):
        pairs = list(some)
        if reason:
            yield f"{_there(pairs[0])}: not comparable with {_these(pairs)}, because {reason}."
        elif pairs[0].like_for_like:
            yield from (_on_its_basis(one, one.like_for_like) for one in pairs if one.like_for_like)
        else:
            yield _as_published(pairs)
        yield from _age(pairs[0])
        yield from (_chance(one, one.chance) for one in pairs if one.chance)


def _together(one: Benchmark) -> tuple[int, str, bool]:
    """What figures have in common that are told of in one sentence."""
    return one.figure.id, one.reason, one.like_for_like is None


def _these(pairs: Sequence[Benchmark]) -> str:
    figures = list(dict.fromkeys(f"the {printed(one.of)}" for one in pairs))
    return " or ".join(figures) if len(figures) <= _FEW else "any of these"


def _there(benchmark: Benchmark, basis: str = "") -> str:
    """The benchmark with its date: "England 17.8% (30 September 2023, same basis)"."""
    date = "" if benchmark.figure.period.type == "undated" else when(benchmark.figure)
    told = ", ".join(part for part in (_range(benchmark), date, basis) if part)
    return f"{capital(benchmark.name)} {printed(benchmark.figure)}{f' ({told})' if told else ''}"


def _range(benchmark: Benchmark) -> str:
    """How many neighbours the middle is of, and between what they lie."""
    neighbours = benchmark.neighbours
    if neighbours is None:
        return ""
    values, unit = neighbours.values, benchmark.figure.unit
    low, high = (f"{number(value)}{unit_of(unit, value)}" for value in (values[0], values[-1]))
    without = ", ".join(one.organisation.short for one in neighbours.without)
    rest = f"; without a number: {without}" if without else ""
    return f"of {len(values)}, from {low} to {high}{rest}"


def _age(benchmark: Benchmark) -> Iterator[str]:
    """How much older the benchmark is, and when the next is due."""
    age = benchmark.age
    if age is None or benchmark.reason:
        return
    months = f"{count(abs(age.months)).lower()} month{'' if abs(age.months) == 1 else 's'}"
    said = f"{_whose(benchmark)} is {months} {'older' if age.months > 0 else 'newer'} than yours"
    if age.due is None:
        yield f"{said}."
    elif age.overdue:
        yield f"{said}; the next was due in {say_month(age.due)} and is not held."
    else:
        yield f"{said}; the next is due in {say_month(age.due)}."


_STANDS = {
    Standing.HIGHER: "significantly higher than",
    Standing.LOWER: "significantly lower than",
    Standing.SIMILAR: "not significantly different from",
}


def _chance(pair: Benchmark, chance: Chance) -> str:
    """The test, by two methods that agree, with the interval it rests on."""
    return (
        f"Counting people, the {printed(pair.of)} is {_STANDS[chance.standing]} {pair.name}'s "
        f"{printed(pair.figure)}: 95% interval {number(chance.lower, 1)}% to "
        f"{number(chance.upper, 1)}% (by Wilson's interval and the exact binomial test)."
    )


def _whose(benchmark: Benchmark) -> str:
    """The benchmark as the subject of a sentence about its age."""
    return "The neighbours' figure" if benchmark.neighbours else f"{benchmark.name}'s figure"


def _as_published(pairs: Sequence[Benchmark]) -> str:
    basis = "" if pairs[0].figure.kind == "target" else "same basis"
    told = [
        f"the {printed(one.of)} is {_gap(one, _places(one), ('higher', 'lower', 'the same'))}"
        for one in pairs
    ]
    return f"{_there(pairs[0], basis)}: {'; '.join(told)}."


def _places(pair: Benchmark) -> int:
    """The decimal places of a difference: those of the coarser of the two; a target is exact."""
    if pair.figure.kind == "target":
        return decimals(pair.of)
    return min(decimals(pair.of), decimals(pair.figure))


def _on_its_basis(pair: Benchmark, converted: Calculated) -> str:
    worked_out = _worked_out(converted, f"the {printed(pair.of)}")
    gap = _gap(pair, decimals(pair.figure), ("above", "below", "the same as"))
    there = f"{pair.name}'s {printed(pair.figure)} ({when(pair.figure)})"
    return f"{worked_out}: {gap} {there}."


def _gap(benchmark: Benchmark, places: int, words: tuple[str, str, str]) -> str:
    """How far a figure is from its benchmark, in words for above, below and the same."""
    above, below, same = words
    if benchmark.verdict is Verdict.SAME:
        return same
    size = number(abs(benchmark.difference or 0.0), places)
    unit = " points" if benchmark.figure.unit == "%" else ""
    return f"{size}{unit} {above if benchmark.verdict is Verdict.ABOVE else below}"


def calculated_sentence(calculated: Calculated) -> str:
    """A figure worked out here, with the published one it stands for or else whom it counts."""
    _, who, place, date = parts(calculated.of or calculated.parts[0])
    if calculated.of:
        what = f"the {printed(calculated.of)} of {who}, {place}, {date},"
        return f"{_worked_out(calculated, what)}."
    return f"{_worked_out(calculated, 'it', f'{who}, {date}; ')}."


def _worked_out(calculated: Calculated, what: str, scope: str = "") -> str:
    """A sum written out: "on the DfE's basis the 45% is 51.4% (101 of 196.6 …)"."""
    dfe = calculated.formula == "dfe" and calculated.metric.key != "permanent_rate"
    basis = "On the DfE's basis" if dfe else "On another basis"
    divided_by = calculated.formula_words.partition("÷")[2].strip()
    return (
        f"{basis} {what} is {calculated.value:.1f}% ({number(calculated.numerator)} of "
        f"{number(calculated.denominator)} {divided_by}; {scope}worked out here from published "
        "parts)"
    )
