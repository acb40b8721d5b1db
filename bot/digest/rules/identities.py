"""Figures that must add up, and do not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from bot.answer.values import Figure
from bot.digest.rules.finding import Finding, Rule
from bot.digest.watched import Memory, Watched, Watching, stands_for_few
from bot.reply.labels import when, where
from bot.reply.numbers import decimals, number, printed
from seed.identities.breaks import PARTS, POSTS

IDENTITIES = tuple((whole, tuple(parts)) for whole, *parts in (POSTS, PARTS))
"""A whole and its parts, by catalogue keys."""

_PARTS = frozenset(part for _, parts in IDENTITIES for part in parts)
_BROKEN = 90.0
_ALMOST_NOTHING = 1e-9

_At: TypeAlias = tuple[str, str, str, str]


def broken(watching: Watching, memory: Memory) -> Iterator[Finding]:
    """A whole of which the newest figure is not the sum of its parts, rounding allowed for."""
    held = {
        _at(point): (one, point)
        for one in watching.series
        if one.last.metric.key in _PARTS
        for point in one.points
    }
    for whole, parts in IDENTITIES:
        for one in watching.series:
            if one.last.metric.key == whole and memory.is_fresh(one):
                found = _parts(one.last, parts, held)
                if found and not _adds_up(one.last, [point for _, point in found]):
                    yield _finding(one, found)


def _at(figure: Figure) -> _At:
    place = figure.team.key if figure.team else figure.organisation.key
    return figure.metric.key, place, figure.role_group.key, str(figure.period.end)


def _parts(
    whole: Figure, parts: Sequence[str], held: Mapping[_At, tuple[Watched, Figure]]
) -> list[tuple[Watched, Figure]]:
    """The parts of one day; none where one is not held or stands for few people."""
    _, *scope = _at(whole)
    found = [held.get((part, scope[0], scope[1], scope[2])) for part in parts]
    held_parts = [one for one in found if one]
    is_told = len(held_parts) == len(parts) and not any(stands_for_few(p) for _, p in held_parts)
    return held_parts if is_told else []


def _adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    allowed = sum(0.5 * 10.0 ** -decimals(one) for one in (whole, *parts))
    sums = [sum(one.value or 0.0 for one in parts)]
    if whole.metric.key == PARTS[0]:  # the DfE, and some reports, leave agency out of those in post
        sums.append(parts[0].value or 0.0)
    return any(abs((whole.value or 0.0) - one) <= allowed + _ALMOST_NOTHING for one in sums)


def _finding(one: Watched, parts: Sequence[tuple[Watched, Figure]]) -> Finding:
    total = sum(point.value or 0.0 for _, point in parts)
    names = " and ".join(f"{point.metric.name} {printed(point)}" for _, point in parts)
    whole = one.last
    who = f", {whole.counted}" if whole.counted else ""
    return Finding(
        Rule.BROKEN,
        f"broken|{one.key}",
        f"{whole.period.key}|{number(total)}|{number(whole.value or 0)}",
        _BROKEN,
        f"{where(whole)}{who}, {when(whole)}: {names} make {number(total)}, "
        f"but {whole.metric.name} is {printed(whole)}.",
        "figures that must add up differ by more than their rounding",
        (one.key, *(part.key for part, _ in parts)),
        one.asked,
    )
