"""What figures are labelled with: one in a sentence, several under what they have in common."""

from collections.abc import Iterator, Sequence

from bot.answer.dates import say_held
from bot.answer.values import Figure
from bot.reply.numbers import number, printed

_KINDS = {
    "target": " target",
    "forecast": " (forecast)",
    "planned": " (planned)",
    "change": ", published change",
}
_NOBODY = "none"
"""The key of the role group of figures that count no people."""


def headline(figure: Figure) -> str:
    """The figure in one sentence: name, scope, figure with unit, count over denominator, date."""
    name, who, where, date = _parts(figure)
    label = ", ".join(part for part in (name, who, where) if part)
    return f"{label}: {amount(figure)}{_over(figure, with_words=True)}, {date}"


def listing(figures: Sequence[Figure], said: str = "", *, ranked: bool = False) -> Iterator[str]:
    """Several figures, each with what tells it apart, under what they share.

    `said` is what the heading says of them beside; `ranked` numbers them, ties alike.
    """
    rows = [_parts(one) for one in figures]
    shared = [len({row[at] for row in rows}) == 1 for at in range(len(rows[0]))]
    one_formula = len({one.formula_words for one in figures}) == 1
    heading = [part for part, same in zip(rows[0], shared, strict=True) if same and part]
    if one_formula and figures[0].unit == "%":
        heading.append(figures[0].formula_words)
    yield f"{', '.join(part for part in (*heading, said) if part)}:"
    for at, (figure, row) in enumerate(zip(figures, rows, strict=True)):
        label = ", ".join(part for part, same in zip(row, shared, strict=True) if part and not same)
        mark = f"{_place(figures, at)}." if ranked else "•"
        words = _over(figure, with_words=not one_formula)
        yield f"{mark} {f'{label}: ' if label else ''}{amount(figure)}{words}"


def _place(figures: Sequence[Figure], at: int) -> int:
    """The place of a figure in a ranking, counted from one; equal figures share the first."""
    return next(place for place, one in enumerate(figures, 1) if one.value == figures[at].value)


def _parts(figure: Figure) -> tuple[str, str, str, str]:
    """What, who, where and when."""
    group = figure.role_group
    who = "" if group.key == _NOBODY else group.name[:1].lower() + group.name[1:]
    name = f"{figure.metric.name}{_KINDS.get(figure.kind, '')}"
    return name, who, where(figure), when(figure)


def where(figure: Figure) -> str:
    """The place of a figure: "Assessment (Devon)", or the organisation in full."""
    if figure.team is None:
        return figure.organisation.name
    return f"{figure.team.name} ({figure.organisation.short or figure.organisation.name})"


def when(figure: Figure) -> str:
    """The date of a figure, with what else tells it from others."""
    date = say_held(figure.period)
    return f"{date}, {figure.qualifier}" if figure.qualifier else date


def amount(figure: Figure) -> str:
    """A figure with its unit; a limit or an estimate with the words of its source."""
    if figure.status in {"bound", "approximate"} and figure.value_text:
        return f"{printed(figure)} (\u201c{figure.value_text}\u201d)"
    return printed(figure)


def _over(figure: Figure, *, with_words: bool) -> str:
    """Count over denominator: " · 27 of 39 FTE in post and agency together"."""
    if figure.numerator is None or figure.denominator is None:
        words = figure.formula_words if figure.unit == "%" and with_words else ""
        return f" ({words})" if words else ""
    of = f" · {number(figure.numerator)} of {number(figure.denominator)}"
    divided_by = figure.formula_words.partition("÷")[2].strip()
    return f"{of} {divided_by}" if divided_by and with_words else of
