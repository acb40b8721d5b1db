"""What figures are labelled with: one in a sentence, several under what they have in common."""

from collections.abc import Callable, Iterator, Sequence

from bot.answer.dates import say_held
from bot.answer.values import Figure
from bot.reply.numbers import count, printed, share

_KINDS = {
    "target": " target",
    "forecast": " (forecast)",
    "planned": " (planned)",
    "change": ", published change",
}


def headline(figure: Figure) -> str:
    """The figure in one sentence: name, scope, figure with unit, count over denominator, date."""
    name, who, where, date = parts(figure)
    label = ", ".join(part for part in (name, who, where) if part)
    return f"{label}: {amount(figure)}{_over(figure, with_words=True)}, {date}"


def listing(
    figures: Sequence[Figure],
    *,
    fitting: bool = False,
    ranked: bool = False,
    verdict: Callable[[Figure], str] = lambda _: "",
) -> Iterator[str]:
    """Several figures, each with what tells it apart, under what they share.

    `fitting` says that any of them may be the one meant, `ranked` numbers them, ties alike, and
    `verdict` is what each line begins with.
    """
    shared, labels = told_apart(figures)
    alike = len({one.formula_words for one in figures}) == 1
    words = figures[0].formula_words if alike and figures[0].unit == "%" else ""
    yield _heading(shared, words, len(figures) if fitting else 0)
    for at, (figure, label) in enumerate(zip(figures, labels, strict=True)):
        mark = f"{_place(figures, at)}." if ranked else "•"
        said = f"{amount(figure)}{_over(figure, with_words=not alike)}"
        named = f"{label}: {said}" if label else said
        told = verdict(figure)
        yield f"{mark} {told}. {named}" if told else f"{mark} {named}"


def _heading(shared: str, words: str, fitting: int) -> str:
    heading = f"{shared} ({words})" if shared and words else shared
    if not fitting:
        return f"{heading}:" if heading else "Side by side:"
    said = f"{count(fitting)} figures fit:"
    return f"{heading}. {said}" if heading else said


def told_apart(figures: Sequence[Figure]) -> tuple[str, list[str]]:
    """What the figures share, and what tells each apart, both as labels."""
    council = _shared_council(figures)
    rows = [_row(one, council) for one in figures]
    shared = [len({row[at] for row in rows}) == 1 for at in range(len(rows[0]))]
    heading = ", ".join(part for part, same in zip(rows[0], shared, strict=True) if same and part)
    return capital(heading), [capital(_differing(row, shared)) for row in rows]


def _row(figure: Figure, council: str) -> tuple[str, ...]:
    """The parts of a label; the council by itself where it is said once for all."""
    name, who, place, date = parts(figure)
    team = figure.team.name if council and figure.team else place
    return name, who, council, team, date


def _shared_council(figures: Sequence[Figure]) -> str:
    """The council of several teams, said once in the heading."""
    councils = {one.organisation.short for one in figures}
    teams = {one.team.key if one.team else "" for one in figures}
    return councils.pop() if len(councils) == 1 and len(teams) > 1 and "" not in teams else ""


def _differing(row: Sequence[str], shared: Sequence[bool]) -> str:
    return ", ".join(part for part, same in zip(row, shared, strict=True) if part and not same)


def capital(text: str) -> str:
    """A text that begins a line or a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def _place(figures: Sequence[Figure], at: int) -> int:
    """The place of a figure in a ranking, counted from one; equal figures share the first."""
    return next(place for place, one in enumerate(figures, 1) if one.value == figures[at].value)


def parts(figure: Figure) -> tuple[str, str, str, str]:
    """What, who, where and when."""
    name = f"{figure.metric.name}{_KINDS.get(figure.kind, '')}"
    return name, figure.counted, where(figure), when(figure)


def where(figure: Figure) -> str:
    """The place of a figure: "Assessment (Devon)", or the organisation in full."""
    if figure.team is None:
        return figure.organisation.name
    return f"{figure.team.name} ({figure.organisation.short or figure.organisation.name})"


def when(figure: Figure) -> str:
    """The date of a figure, with what else tells it from others."""
    date = "" if figure.qualifier and figure.period.end is None else say_held(figure.period)
    return ", ".join(part for part in (date, figure.qualifier) if part)


def amount(figure: Figure) -> str:
    """A figure with its unit; a limit or an estimate with the words of its source."""
    if figure.status in {"bound", "approximate"} and figure.value_text:
        return f"{printed(figure)} (\u201c{figure.value_text}\u201d)"
    return printed(figure)


def _over(figure: Figure, *, with_words: bool) -> str:
    """Count over denominator: " · 27 of 39 FTE in post and agency together"."""
    of = f" · {share(figure)}"
    if not share(figure):
        words = figure.formula_words if figure.unit == "%" and with_words else ""
        return f" ({words})" if words else ""
    divided_by = figure.formula_words.partition("÷")[2].strip()
    return f"{of} {divided_by}" if divided_by and with_words else of
