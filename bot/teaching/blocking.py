"""The words that stood in the way of an answer."""

from collections.abc import Iterator

from bot.pipeline import Replied
from bot.query.query import NotUnderstood, Why
from bot.question.lexicon.entry import Kind, Meaning
from bot.question.text.tokens import Token, phrase_words
from db.words import Noted

_MOST_WORDS = 4
"""Words of a phrase; more in a row are prose and no name."""

_LONGEST = 40
_FOLLOW = Meaning(Kind.CUE, "follow")
_APART = 1
"""Characters between two words of a phrase."""


def blocking(replied: Replied, *, in_thread: bool = False) -> tuple[Noted, ...]:
    """The words and phrases without which there would be an answer, each once.

    Names of people are not among them: a question about a person is declined before. Strange words
    alone are another topic, unless a rate is asked for ("attrishun rate") or, in a thread, the
    question before is taken up ("and in Court?").
    """
    result = replied.result
    if not isinstance(result, NotUnderstood):
        return ()
    on_topic = result.why is Why.OTHER_TOPIC and _asks(replied, in_thread=in_thread)
    if result.why is not Why.UNKNOWN_WORDS and not on_topic:
        return ()
    phrases = _phrases(replied.understanding.tokens, frozenset(result.words))
    found = (noted(phrase) for phrase in phrases)
    return tuple({one.spelling: one for one in found if one}.values())


def _asks(replied: Replied, *, in_thread: bool) -> bool:
    """Whether strange words are asked about as figures are."""
    covers = replied.understanding.covers[:1]
    entries = [span.entry for cover in covers for span in cover.spans if span.entry]
    follows = any(one.senses[0][0] == _FOLLOW for one in entries)
    return (in_thread and follows) or any(one.kind is Kind.FACET for one in entries)


def noted(written: str) -> Noted | None:
    """A phrase as it is grouped; None where it is no name of anything."""
    words = phrase_words(written)
    told = any(letter.isalpha() for letter in written)
    fits = 0 < len(words) <= _MOST_WORDS and len(written) <= _LONGEST
    return Noted(" ".join(words), written) if told and fits else None


def _phrases(tokens: tuple[Token, ...], strange: frozenset[str]) -> Iterator[str]:
    """The strange words, those side by side as one phrase."""
    phrase: list[Token] = []
    for token in tokens:
        if token.is_silent:
            continue
        if phrase and not (token.written in strange and _follows(phrase[-1], token)):
            yield " ".join(one.written for one in phrase)
            phrase = []
        if token.written in strange:
            phrase.append(token)
    if phrase:
        yield " ".join(one.written for one in phrase)


def _follows(before: Token, token: Token) -> bool:
    return token.start - (before.start + len(before.written)) <= _APART
