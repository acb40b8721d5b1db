"""What must be said with a figure: the catalogue's caveats, kinds and statuses, small groups."""

from collections.abc import Iterable, Iterator, Sequence

from bot.answer.dates import say_held
from bot.answer.held.facts import Facts
from bot.answer.held.identities import broken
from bot.answer.values import Figure
from db.catalogue import Caveat

_KINDS = {
    "planned": "Planned, not yet so.",
    "forecast": "A forecast, not yet so.",
}
_STATUSES = {
    "approximate": "The report gives it as approximate.",
    "bound": "The report gives it as a limit, not as the figure itself.",
    "low_reliability": "Its source marks it as of low reliability (“u”).",
}


def caveats_of(
    figures: Sequence[Figure], facts: Facts, beside: Sequence[Figure] = ()
) -> tuple[str, ...]:
    """Every caveat that touches the figures and those set beside them, each once, in order."""
    caveats = facts.directory.catalogue.caveats
    found = [text for figure in figures for text in (*_told(figure, caveats), *_own(figure))]
    found += broken(figures, facts)
    found += [text for figure in beside for text in _told(figure, caveats)]
    return tuple(dict.fromkeys((*found, *differing(figures))))


def _told(figure: Figure, caveats: Iterable[Caveat]) -> Iterator[str]:
    """What the catalogue says of a figure, else what its printings do, and its own note."""
    held = list(_held(figure, caveats))
    yield from held or _quoted_older(figure)
    if figure.note:
        yield figure.note


def _quoted_older(figure: Figure) -> Iterator[str]:
    """Who still prints a figure as it was before it was revised."""
    for one in figure.earlier:
        if one.value != figure.value:
            yield (
                f"{one.source.document} prints {one.value_text or one.value}, "
                "which has been revised since."
            )


def _held(figure: Figure, caveats: Iterable[Caveat]) -> Iterator[str]:
    """The catalogue's caveats are on what papers print: on nothing released since, or loaded."""
    if figure.loaded or (figure.edition and not figure.earlier):
        return iter(())
    return (caveat.text for caveat in caveats if _touches(caveat, figure))


def _own(figure: Figure) -> Iterator[str]:
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


def kept_back(figures: Iterable[Figure]) -> Iterator[str]:
    """That figures of a row are hidden, whose place in it nobody may tell: they may be its ends."""
    hidden = [one for one in figures if one.status == "suppressed"]
    if not hidden:
        return
    places = {_place(one): one.team.name if one.team else one.organisation.name for one in hidden}
    times = {one.period.key: say_held(one.period) for one in hidden}
    named = times if len(times) > 1 else places
    yield f"Kept back for too few people, and not reckoned with: {', '.join(named.values())}."


def differing(figures: Sequence[Figure]) -> Iterator[str]:
    """What sets figures of one metric apart that stand side by side: how, in what and when."""
    by_metric: dict[str, list[Figure]] = {}
    for figure in figures:
        by_metric.setdefault(figure.metric.key, []).append(figure)
    for group in by_metric.values():
        if len({one.formula for one in group}) > 1:
            yield "The figures compared are not all made alike, so they are not like for like."
        if len({one.unit for one in group}) > 1:
            yield "The figures compared are not all counted in the same unit."
        if len({one.period.end for one in group}) > 1 and len({_place(one) for one in group}) > 1:
            yield "The figures compared stand at different dates."


def _place(figure: Figure) -> str:
    return figure.team.key if figure.team else figure.organisation.key
