"""Where figures were published, each document and section once."""

from collections.abc import Sequence

from bot.answer.values import Figure, Provenance

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
    """Lines as people cite them: "line 474", "lines 483 to 491", "lines 171 and 174"."""
    ordered = sorted(lines)
    if len(ordered) <= 1:
        return f"line {ordered[0]}" if ordered else ""
    if ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"lines {ordered[0]} to {ordered[-1]}"
    return f"lines {', '.join(map(str, ordered[:-1]))} and {ordered[-1]}"
