"""Words of no meaning where they may be the very point of a question.

"How many social workers are there" and "how many social workers have given notice" differ only in
words that mean nothing elsewhere. After people or posts that are counted only the plainest may
stand, and none but those before a team or a group: "the data team", "acting social workers".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.question.cover import Part, Span
from bot.question.frame.mentions.mention import Mentions
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind
from bot.question.text.tokens import Token
from bot.question.vocabulary import NAMING, PLAIN

_COUNTED = frozenset({Kind.METRIC, Kind.WEAK_METRIC, Kind.ROLE_GROUP})
_STOCKS = frozenset({"agency", "permanent", "vacancies"})
_ENDS = frozenset(".?!;,-")


def strangers(mentions: Mentions) -> tuple[Token, ...]:
    """Words that name a team or a group nobody knows: "the data team", "acting managers"."""
    if NAMING.isdisjoint([token.word for token in mentions.tokens]):
        return ()
    return (*_before_teams(mentions), *_before_groups(mentions))


def leftovers(mentions: Mentions, lexicon: Lexicon) -> Iterator[Token]:
    """The idle words that may narrow what is counted; the report itself may still say them."""
    if "count" in mentions.keys(Kind.WEAK_FACET) and _counts_people(mentions, lexicon):
        yield from _after_what_is_counted(mentions)


def _counts_people(mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether people or posts are counted, and not what happened to them."""
    known = lexicon.directory.metrics
    return all(known[choice[0]].subject in _STOCKS for choice in mentions.metrics)


def _after_what_is_counted(mentions: Mentions) -> Iterator[Token]:
    counted = [one.at for one in mentions.found if one.kind in _COUNTED]
    asked = [one.at for one in mentions.found if one.choice == ("count",)]
    if not counted or not asked or min(counted) < min(asked):
        return
    for span, after in pairwise((*mentions.spans[min(counted) + 1 :], None)):
        if span is None or _is_end(span, mentions.tokens):
            return
        if _is_idle(span) and not _is_back(span, after, mentions.tokens):
            yield from _telling(span, mentions.tokens)


def _is_back(span: Span, after: Span | None, tokens: Sequence[Token]) -> bool:
    """Whether it only points at the time that follows: "back in Sept 23"."""
    before_time = after is not None and after.part is Part.PERIOD
    return before_time and tokens[span.start].word == "back"


def _is_end(span: Span, tokens: Sequence[Token]) -> bool:
    return span.part is Part.SYMBOL and tokens[span.start].word in _ENDS


def _before_teams(mentions: Mentions) -> Iterator[Token]:
    """What is said straight before "team" and names none we know: "the looked after team"."""
    for at in mentions.cues.get("team_word", ()):
        if at > 0 and not mentions.words(at).endswith("s"):
            last = mentions.tokens[mentions.spans[at].start - 1]
            if last.word in NAMING:
                yield last


def _before_groups(mentions: Mentions) -> Iterator[Token]:
    """The describing word straight before a group of people: "acting social workers"."""
    for at in sorted({one.at for one in mentions.found if one.kind is Kind.ROLE_GROUP}):
        if at > 0 and _says_nothing(mentions.spans[at - 1]):
            last = mentions.tokens[mentions.spans[at - 1].end - 1]
            if last.word in NAMING:
                yield last


def _says_nothing(span: Span) -> bool:
    return span.entry is not None and span.entry.kind in {Kind.FILLER, Kind.CUE}


def _is_idle(span: Span) -> bool:
    return span.entry is not None and span.entry.kind is Kind.FILLER


def _telling(span: Span, tokens: Sequence[Token]) -> Iterator[Token]:
    """The words of a span that are not plain."""
    said = tokens[span.start : span.end]
    if " ".join(token.word for token in said) not in PLAIN:
        yield from (token for token in said if token.is_word and token.word not in PLAIN)
