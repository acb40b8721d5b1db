"""A reply as lines, in the order of weight: the same for the terminal, for Slack and for JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer.values import Answer, Explained, Figure, NoFigures, Reason, Result
from bot.query.query import Correction, Intent, NotUnderstood
from bot.reply.labels import headline, listing
from bot.reply.refusals import greeting, refusal
from bot.reply.sentences import (
    benchmark_sentence,
    calculated_sentence,
    change_sentences,
    worth_sentences,
)
from bot.reply.sources import source_lines

MOST_SHOWN = 12
"""Figures listed in a reply; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The parts of a reply: what is said, what to be careful about, and the small print."""

    said: tuple[str, ...]
    careful: tuple[str, ...] = ()
    small: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it as plain text."""
        return "\n".join((*self.said, *self.careful, *self.small))


def lines_of(
    result: Result | NotUnderstood,
    corrections: Sequence[Correction] = (),
    examples: Sequence[str] = (),
) -> Lines:
    """The lines of any result; `examples` are two questions that can be asked."""
    match result:
        case NotUnderstood():
            return Lines((refusal(result, examples),))
        case Explained():
            return Lines(_explained(result, examples), (), _read(corrections))
        case NoFigures():
            said = tuple(_nothing(result))
            return Lines(said, result.caveats, (*_read(corrections), *source_lines(result.near)))
        case _:
            said = tuple(line for line in _answered(result) if line)
            figures = (*result.figures, *result.options)
            return Lines(
                said, result.caveats, (*_read(corrections), *source_lines(figures[:MOST_SHOWN]))
            )


def _explained(result: Explained, examples: Sequence[str]) -> tuple[str, ...]:
    if result.query.intent in {Intent.HELP, Intent.THANKS, Intent.GREETING}:
        return (greeting(result.query.intent, examples),)
    return result.lines


def _answered(answer: Answer) -> Iterator[str]:
    yield from _verdict(answer)
    yield from _figures(answer)
    for change in answer.changes:
        yield from change_sentences(change)
    yield from (benchmark_sentence(one) for one in answer.benchmarks)
    yield from (calculated_sentence(one) for one in answer.calculated)
    yield from answer.notes
    if answer.missing:
        yield f"Not held: {', '.join(answer.missing)}."
    yield from worth_sentences(answer.figures)


def _figures(answer: Answer) -> Iterator[str]:
    """The figures; of a change only its end, for its sentence tells both."""
    figures = answer.options or answer.figures
    if answer.changes and answer.query.intent is Intent.CHANGE:
        figures = tuple(change.end for change in answer.changes)
    shown = figures[:MOST_SHOWN]
    if len(shown) == 1:
        yield headline(shown[0])
    elif shown:
        said = f"{len(figures)} figures fit" if answer.options else ""
        yield from listing(shown, said, ranked=answer.query.intent is Intent.RANK)
    yield _rest(figures)


def _verdict(answer: Answer) -> Iterator[str]:
    """Yes or no, where one figure was held against a number."""
    conditions = answer.query.conditions
    if conditions and answer.query.intent is Intent.FIGURE and len(answer.figures) == 1:
        value = answer.figures[0].value
        holds = value is not None and all(one.holds(value) for one in conditions)
        yield "Yes." if holds else "No."


def _rest(figures: Sequence[Figure]) -> str:
    left = len(figures) - MOST_SHOWN
    return f"… and {left} more." if left > 0 else ""


def _nothing(nothing: NoFigures) -> Iterator[str]:
    yield {
        Reason.NOT_HELD: f"I don't hold that: {nothing.understood}.",
        Reason.BLANK: f"The report leaves this blank, which is not zero: {nothing.understood}.",
        Reason.NO_VALUE: f"The report names this without a figure: {nothing.understood}.",
        Reason.NOT_IN_YET: (
            f"Not in yet: {nothing.understood}. The latest held is {nothing.detail}."
        ),
        Reason.NO_SUCH_TEAM: f"I know no such team: {nothing.detail}.",
    }[nothing.reason]
    for calculated in nothing.calculated:
        yield calculated_sentence(calculated)
    if len(nothing.near) == 1:
        yield f"Nearest to it I hold: {headline(nothing.near[0])}."
    elif nothing.near:
        yield from listing(nothing.near, "nearest to it I hold")


def _read(corrections: Sequence[Correction]) -> tuple[str, ...]:
    if not corrections:
        return ()
    read = ", ".join(f"\u201c{one.written}\u201d as {one.read_as}" for one in corrections)
    return (f"Read {read}.",)
