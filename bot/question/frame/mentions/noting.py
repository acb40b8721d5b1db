"""From a cover to its mentions, under each choice among the senses of its words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from bot.question.cover import Part, Span
from bot.question.frame.mentions.mention import Mention, Mentions, Number
from bot.question.frame.mentions.settling import settled
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind
from bot.question.lexicon.senses import Alternative
from bot.question.text.tokens import Token
from bot.question.vocabulary.numbers import FRACTIONS, number_of

_MOST_READINGS = 12
_MOST_COMBINATIONS = 64
_PRONOUNS = frozenset({"he", "it", "us", "me"})
"""Words that are short forms only in capitals: "HE" is higher education."""
_PERCENT_SIGNS = frozenset({"%", "percent", "pc", "pct", "per"})


def mentions_of(
    tokens: Sequence[Token], spans: Sequence[Span], lexicon: Lexicon
) -> Iterator[Mentions]:
    """The mentions of a cover for each choice among its words' senses, likeliest first."""
    choices = settled([_senses(span, lexicon) for span in spans], tokens, spans, lexicon)
    for chosen in islice(_by_rank(choices), _MOST_READINGS):
        mentions = Mentions(tokens=tokens, spans=spans)
        for at, (span, alternative) in enumerate(zip(spans, chosen, strict=True)):
            _note(mentions, at, span, alternative, tokens, lexicon)
        yield mentions


def _senses(span: Span, lexicon: Lexicon) -> tuple[Alternative, ...]:
    return lexicon.alternatives(span.entry) if span.entry else ((),)


def _by_rank(choices: Sequence[tuple[Alternative, ...]]) -> Iterable[tuple[Alternative, ...]]:
    """All combinations; the sum of ranks decides, so first senses come first."""
    if max(map(len, choices)) == 1:
        return [tuple(choice[0] for choice in choices)]
    ranks = product(*(range(len(choice)) for choice in choices))
    ordered = sorted(islice(ranks, _MOST_COMBINATIONS), key=sum)
    return [
        tuple(choice[rank] for choice, rank in zip(choices, chosen, strict=True))
        for chosen in ordered
    ]


def _note(
    mentions: Mentions,
    at: int,
    span: Span,
    alternative: Alternative,
    tokens: Sequence[Token],
    lexicon: Lexicon,
) -> None:
    match span.part:
        case Part.PHRASE:
            _note_phrase(mentions, at, span, alternative, lexicon)
        case Part.UNKNOWN:
            mentions.unknown.append(tokens[span.start])
        case Part.PERIOD if span.period is not None:
            mentions.periods.append((span.period, at))
        case Part.NUMBER:
            mentions.numbers.append(_number(tokens, span, at))


def _number(tokens: Sequence[Token], span: Span, at: int) -> Number:
    word = tokens[span.start].word
    after = tokens[span.end].word if span.end < len(tokens) else ""
    percent = word in FRACTIONS or after in _PERCENT_SIGNS
    return Number(number_of(word) or 0.0, percent, at)


def _note_phrase(
    mentions: Mentions, at: int, span: Span, alternative: Alternative, lexicon: Lexicon
) -> None:
    if mentions.tokens[span.start].written in _PRONOUNS and _names_term(alternative):
        return
    if span.entry and (term := lexicon.terms.get(span.entry.text)):
        mentions.terms.append(term)
    for kind, choice in alternative:
        if kind is Kind.CUE:
            mentions.cues.setdefault(choice[0], []).append(at)
            mentions.first_cue = mentions.first_cue or choice[0]
        else:
            measures = _facets(alternative) if kind is Kind.WEAK_METRIC else frozenset()
            mentions.found.append(Mention(kind, choice, at, measures))


def _names_term(alternative: Alternative) -> bool:
    return any(kind is Kind.TERM for kind, _ in alternative)


def _facets(alternative: Alternative) -> frozenset[str]:
    return frozenset(choice[0] for kind, choice in alternative if kind is Kind.FACET)
