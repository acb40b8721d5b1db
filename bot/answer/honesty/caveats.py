"""What must be said with a figure: the catalogue's caveats, kinds and statuses, small groups."""

from collections.abc import Iterable, Sequence

from bot.answer.held.facts import Facts
from bot.answer.values import Figure
from db.catalogue import Caveat

_KINDS = {
    "planned": "Planned, not yet so.",
    "forecast": "A forecast, not yet so.",
}
_STATUSES = {
    "approximate": "The report gives it as approximate.",
    "bound": "The report gives it as a limit, not as the figure itself.",
}


def caveats_of(figures: Sequence[Figure], facts: Facts) -> tuple[str, ...]:
    """Every caveat that touches the figures, each once, in their order."""
    found: list[str] = []
    for figure in figures:
        found.extend(_of(figure, facts.directory.catalogue.caveats))
    found.extend(_differing(figures))
    return tuple(dict.fromkeys(found))


def _of(figure: Figure, caveats: Iterable[Caveat]) -> Iterable[str]:
    yield from (caveat.text for caveat in caveats if _touches(caveat, figure))
    if figure.kind in _KINDS:
        yield _KINDS[figure.kind]
    if figure.status in _STATUSES:
        yield _STATUSES[figure.status]


def _touches(caveat: Caveat, figure: Figure) -> bool:
    return (
        caveat.metric in {None, figure.metric.key}
        and caveat.organisation in {None, figure.organisation.key}
        and caveat.team in {None, figure.team.key if figure.team else ""}
        and caveat.role_group in {None, figure.role_group.key}
        and caveat.formula in {None, figure.formula}
        and caveat.period in {None, figure.period.key}
    )


def _differing(figures: Sequence[Figure]) -> Iterable[str]:
    """Figures side by side that are made differently or stand at different times."""
    by_metric: dict[str, list[Figure]] = {}
    for figure in figures:
        by_metric.setdefault(figure.metric.key, []).append(figure)
    for group in by_metric.values():
        if len({one.formula for one in group}) > 1:
            yield "These rates are not all made alike, so they are not like for like."
        if len({one.period.end for one in group}) > 1 and len({_place(one) for one in group}) > 1:
            yield "These figures stand at different dates."


def _place(figure: Figure) -> str:
    return figure.team.key if figure.team else figure.organisation.key
