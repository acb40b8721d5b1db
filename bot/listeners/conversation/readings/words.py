"""What was made of each word of a question."""

from collections.abc import Iterator

from bot.query.names import Names
from bot.query.period_words import say
from bot.question import Understanding
from bot.question.cover import Part, Span
from bot.question.lexicon.entry import Kind, Meaning

_MOST_NAMES = 3
_IGNORED = {Kind.FILLER}
_SAYS_HOW = {Kind.CUE, Kind.FACET, Kind.WEAK_FACET}


def word_by_word(understanding: Understanding, names: Names) -> tuple[str, ...]:
    """A line for each part of the question: matched, corrected, ignored or not understood."""
    if not understanding.covers:
        return ()
    return tuple(_lines(understanding, names))


def _lines(understanding: Understanding, names: Names) -> Iterator[str]:
    for span in understanding.covers[0].spans:
        tokens = understanding.tokens[span.start : span.end]
        words = " ".join(token.written for token in tokens)
        if any(token.word.isalnum() for token in tokens):
            yield f"• “{words}”: {_taken_for(span, names)}"


def _taken_for(span: Span, names: Names) -> str:
    if span.part is Part.UNKNOWN:
        return "not understood"
    if span.period is not None:
        return f"the period {say(span.period, lambda key: names.events.get(key, key))}"
    if span.entry is None or span.entry.kind in _IGNORED:
        return "a number" if span.part is Part.NUMBER else "left aside"
    corrected = bool(span.match and span.match.edits)
    return f"{_meant(span, names)}{', corrected' if corrected else ''}"


def _meant(span: Span, names: Names) -> str:
    if span.entry is None or span.entry.kind in _SAYS_HOW:
        return "says what is wanted"
    senses = [" and ".join(_name(one, names) for one in sense) for sense in span.entry.senses]
    shown = list(dict.fromkeys(senses))[:_MOST_NAMES]
    more = len(set(senses)) - len(shown)
    return " or ".join(shown) + (f" or {more} more" if more > 0 else "")


def _name(meaning: Meaning, names: Names) -> str:
    if meaning.kind is Kind.PLACE:
        return names.place(meaning.key)
    known = {
        Kind.METRIC: names.metrics,
        Kind.WEAK_METRIC: names.metrics,
        Kind.ROLE_GROUP: names.role_groups,
        Kind.TERM: names.terms,
        Kind.EVENT: names.events,
    }.get(meaning.kind, {})
    return known.get(meaning.key, meaning.key.replace("_", " "))
