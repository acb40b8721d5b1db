"""Where figures were published, each document and section once."""

from collections.abc import Iterator, Sequence

from bot.answer.values import Figure, Provenance
from bot.reply.labels import headline

_TWO = 2
_MOST = 4
"""Sections named; the rest is counted."""


def source_lines(figures: Sequence[Figure]) -> tuple[str, ...]:
    """One line that names each document, its sections and their lines."""
    sections: dict[tuple[str, str], list[int]] = {}
    for figure in figures:
        source = figure.source
        lines = sections.setdefault((source.document, _section(source)), [])
        if source.line is not None and source.line not in lines:
            lines.append(source.line)
    if not sections:
        return ()
    named = list(sections.items())
    parts = [_part(at, named) for at in range(min(len(named), _MOST))]
    more = f"; and {len(named) - _MOST} more sections" if len(named) > _MOST else ""
    return (f"Source: {'; '.join(parts)}{more}.",)


def quotes(figures: Sequence[Figure]) -> Iterator[str]:
    """Each figure with the very words it was published in, each paragraph once."""
    told: set[Provenance] = set()
    for figure in figures:
        if figure.source not in told:
            told.add(figure.source)
            yield headline(figure)
            yield f"\u201c{figure.source.quote}\u201d"
            yield from source_lines((figure,))


def _part(at: int, named: Sequence[tuple[tuple[str, str], list[int]]]) -> str:
    """A section with its lines; its document only where it is not the one before."""
    (document, section), lines = named[at]
    words = ", ".join(part for part in (section, _lines(lines)) if part)
    known = at > 0 and named[at - 1][0][0] == document
    return words if known else f"{document}, {words}"


def _section(source: Provenance) -> str:
    section = source.section
    return f"paragraph {section}" if section[:1].isdigit() else section


def _lines(lines: Sequence[int]) -> str:
    """Lines as people cite them: "line 474", "lines 483 to 491 and 500", "lines 171 and 174"."""
    if len(lines) <= 1:
        return f"line {lines[0]}" if lines else ""
    *others, last = [part for run in _runs(sorted(lines)) for part in _cited(run)]
    return f"lines {', '.join(others)} and {last}" if others else f"lines {last}"


def _runs(lines: Sequence[int]) -> Iterator[list[int]]:
    """Lines that follow one another, together."""
    run: list[int] = []
    for line in lines:
        if run and line != run[-1] + 1:
            yield run
            run = []
        run.append(line)
    yield run


def _cited(run: Sequence[int]) -> list[str]:
    if len(run) > _TWO:
        return [f"{run[0]} to {run[-1]}"]
    return [str(line) for line in run]
