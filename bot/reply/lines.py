"""A reply as lines, in the order of weight: the same for the terminal, for Slack and for JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer.values import Answer, Explained, Figure, NoFigures, Reason, Result
from bot.query.query import Correction, Intent, NotUnderstood
from bot.reply.labels import headline, listing
from bot.reply.refusals import greeting, nothing, refusal
from bot.reply.sentences import (
    apart_sentences,
    benchmark_sentences,
    calculated_sentence,
    certainty_sentences,
    change_listing,
    change_sentences,
    disagreement_sentences,
    pace_sentences,
    plan_sentences,
    standing_sentences,
    worth_sentences,
)
from bot.reply.sources import quotes, source_lines

MOST_SHOWN = 20
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
    read = _read(corrections)
    match result:
        case NotUnderstood():
            return Lines((refusal(result, examples),))
        case Explained():
            return Lines(tuple(_explained(result, examples)), (), read)
        case NoFigures():
            said = tuple(_nothing(result))
            return Lines(said, result.caveats, (*read, *source_lines(_named(result))))
        case _:
            said = tuple(_answered(result))
            paced = dict.fromkeys(part for one in result.paces for part in one.parts)
            told = (*_listed((*result.figures, *result.options), result), *paced)[:MOST_SHOWN]
            return Lines(said, result.caveats, (*read, *source_lines(told)))


def _explained(result: Explained, examples: Sequence[str]) -> Iterator[str]:
    if result.query.intent in {Intent.HELP, Intent.THANKS, Intent.GREETING}:
        yield greeting(result.query.intent, examples)
    yield from result.lines
    yield from quotes(result.figures)


def _answered(answer: Answer) -> Iterator[str]:
    yield from _figures(answer)
    yield from _changes(answer)
    yield from standing_sentences(answer.standings)
    yield from apart_sentences(answer.apart)
    yield from benchmark_sentences(answer.benchmarks)
    yield from certainty_sentences(answer.certainties)
    yield from pace_sentences(answer.paces)
    yield from disagreement_sentences(answer.disagreements)
    yield from plan_sentences(answer.plans, answer.pay)
    yield from (calculated_sentence(one) for one in answer.calculated)
    yield from answer.notes
    if answer.missing:
        yield f"Not held: {'; '.join(answer.missing)}."
    yield from worth_sentences(answer.figures or answer.options)


def _figures(answer: Answer) -> Iterator[str]:
    """The figures; of a change only its end, for its sentence tells both."""
    figures = answer.options or answer.figures
    if answer.changes and answer.query.intent is Intent.CHANGE:
        figures = tuple(change.end for change in answer.changes[:1] if len(answer.changes) == 1)
    shown = _listed(figures, answer)
    if len(shown) == 1:
        verdict = _verdict(answer, shown[0])
        yield f"{verdict}. {headline(shown[0])}" if verdict else headline(shown[0])
    elif shown:
        yield from listing(
            shown,
            fitting=bool(answer.options),
            ranked=answer.query.intent is Intent.RANK and not answer.options,
            verdict=lambda one: _verdict(answer, one),
        )
    if len(figures) > len(shown):
        rest = "earlier" if _is_one_series(answer) else "more"
        yield f"… and {len(figures) - len(shown)} {rest}."


def _listed(figures: Sequence[Figure], answer: Answer) -> Sequence[Figure]:
    """The figures that are told one by one: of a long series the newest, else the first."""
    return figures[-MOST_SHOWN:] if _is_one_series(answer) else figures[:MOST_SHOWN]


def _is_one_series(answer: Answer) -> bool:
    return answer.query.intent is Intent.SERIES and len(answer.changes) == 1


def _changes(answer: Answer) -> Iterator[str]:
    if len(answer.changes) == 1:
        yield from change_sentences(answer.changes[0], answer.figures)
    elif answer.changes:
        yield from change_listing(answer.changes)


def _verdict(answer: Answer, figure: Figure) -> str:
    """Yes or no, where a figure was held against a number."""
    conditions = answer.query.conditions
    if not conditions or answer.query.intent is not Intent.FIGURE:
        return ""
    return "Yes" if figure.meets(conditions) else "No"


def _nothing(result: NoFigures) -> Iterator[str]:
    yield nothing(result)
    yield from (calculated_sentence(one) for one in result.calculated)
    if result.near:
        parts = result.reason is Reason.ONLY_PARTS
        yield "I hold its parts, which I don't add up:" if parts else "Nearest to it I hold:"
        yield from (f"• {headline(one)}" for one in result.near)
    elif result.reason is Reason.NOT_HELD and result.detail and not result.calculated:
        yield f"Ask \u201cwhat do you hold for {result.detail}?\u201d to see what there is."


def _named(result: NoFigures) -> tuple[Figure, ...]:
    """The figures a reply without an answer speaks of."""
    parts = tuple(part for one in result.calculated for part in one.parts)
    return (*result.blanks, *result.near, *parts)


def _read(corrections: Sequence[Correction]) -> tuple[str, ...]:
    if not corrections:
        return ()
    read = ", ".join(
        f"\u201c{one.written}\u201d as \u201c{one.read_as}\u201d" for one in corrections
    )
    return (f"Read {read}.",)
