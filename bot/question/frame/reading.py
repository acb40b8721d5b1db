"""From the mentions of a cover to a query, a refusal, or what stood in the way."""

from collections.abc import Sequence
from dataclasses import replace

from bot.query.query import Intent, NotUnderstood, Query, Why
from bot.question.cover import Span
from bot.question.frame.aims import aim_of
from bot.question.frame.asks.frame import Frame
from bot.question.frame.asks.intent import query_of
from bot.question.frame.asks.neighbours import neighbours_of
from bot.question.frame.asks.refusals import refusal_of
from bot.question.frame.asks.talk import talk_of
from bot.question.frame.mentions import Mention, Mentions, leftovers, mentions_of, repair, strangers
from bot.question.frame.moved import MOVES
from bot.question.frame.slots.conditions import Numbers, numbers_of
from bot.question.frame.slots.filled import Filled
from bot.question.frame.slots.metrics import ClashError, metric_choices
from bot.question.frame.slots.periods import periods_of
from bot.question.frame.slots.places import organisation_of, place_choices
from bot.question.frame.slots.roles import role_choices
from bot.question.frame.thread import fill, turns_facet
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind
from bot.question.text.tokens import Token, fold

_AGES = frozenset({"oldest", "youngest"})
_MOST_UNREAD = 3
"""Words no name covers that a question may hold and still be looked up."""


def readings_of(
    tokens: Sequence[Token], spans: Sequence[Span], lexicon: Lexicon, thread: Query | None
) -> Sequence[Query | NotUnderstood]:
    """What a cover may mean, likeliest first; queries before reasons why there is none."""
    found = [
        _reading(mentions, lexicon, thread) for mentions in mentions_of(tokens, spans, lexicon)
    ]
    if len(found) == 1:
        return found
    queries = [reading for reading in found if isinstance(reading, Query)]
    return list(dict.fromkeys(queries)) or found[:1]


def _reading(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> Query | NotUnderstood:
    repair(mentions)
    if strange := strangers(mentions):
        return NotUnderstood(Why.UNKNOWN_WORDS, tuple(token.written for token in strange))
    mentions.unknown.extend(leftovers(mentions, lexicon))
    return (
        aim_of(mentions, lexicon, thread)
        or neighbours_of(mentions, lexicon, thread)
        or refusal_of(mentions)
        or talk_of(mentions, lexicon, thread)
        or _unknown(mentions, lexicon, thread)
        or _only_words(mentions, lexicon)
        or _figure_query(mentions, lexicon, thread)
    )


def _unknown(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> NotUnderstood | None:
    """The words in the way, but for those that name a team once the council is known."""
    if thread and mentions.has("except"):
        return NotUnderstood(Why.PART_LEFT_OUT)
    if not mentions.unknown or _name_teams(mentions, lexicon, thread):
        return None
    words = tuple(token.written for token in mentions.unknown)
    if mentions.names_nothing:
        return NotUnderstood(Why.OTHER_TOPIC, words)
    return None if _may_be_told(mentions) else NotUnderstood(Why.UNKNOWN_WORDS, words)


def _may_be_told(mentions: Mentions) -> bool:
    """Whether the words may be the report's own, so that its figure shows if they fit.

    Only beside a metric, and none written like a name: "turnover in the Court team".
    """
    few = len(mentions.unknown) <= _MOST_UNREAD
    return few and bool(mentions.metrics) and not any(_is_name(one) for one in mentions.unknown)


def _is_name(token: Token) -> bool:
    return token.start > 0 and token.written[:1].isupper()


def _name_teams(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> bool:
    """Take strange words for parts of teams' names, where the council is known: "the south?"."""
    named = mentions.of(Kind.PLACE)
    compared = mentions.has("compare", "follow", "or")
    if not compared and any("/" in choice[0] for choice in named):
        return False  # a team is named already
    if mentions.has("not", "negated", "zero"):
        return False  # "not the north"
    known = [*named, *(thread.places if thread else ())]
    councils = {organisation_of(key) for choice in known for key in choice}
    teams = [lexicon.teams_with(fold(token.word), councils) for token in mentions.unknown]
    if any(len(choice) != 1 for choice in teams):
        return False
    starts = [span.start for span in mentions.spans]
    places = {mentions.tokens[start].start: at for at, start in enumerate(starts)}
    mentions.found.extend(
        Mention(Kind.PLACE, choice, places[token.start])
        for token, choice in zip(mentions.unknown, teams, strict=True)
    )
    mentions.found.sort(key=lambda one: one.at)
    mentions.unknown.clear()
    return True


def _only_words(mentions: Mentions, lexicon: Lexicon) -> Query | NotUnderstood | None:
    """A word of the glossary that names no figure: explained where asked, else in the way."""
    terms = tuple(dict.fromkeys(mentions.keys(Kind.TERM)))
    if not terms:
        return None
    asked = mentions.has("define", "how_made") or _asks_when(mentions)
    if asked or (mentions.has("what_is") and not mentions.metrics):
        return Query(Intent.DEFINITION, terms=terms)
    names = lexicon.directory.names.terms
    return NotUnderstood(Why.CLASH, tuple(names[term] for term in terms))


def _asks_when(mentions: Mentions) -> bool:
    """Whether it asks when a word applies: "when does sickness become long term"."""
    return any(mentions.words(at).startswith("when") for at in mentions.cues.get("by_month", ()))


def _figure_query(
    mentions: Mentions, lexicon: Lexicon, thread: Query | None
) -> Query | NotUnderstood:
    numbers = numbers_of(mentions)
    unread = _unread(mentions, numbers)
    if numbers.stray and not mentions.metrics:
        return NotUnderstood(Why.UNKNOWN_WORDS, unread)
    _add_what_goes_without_saying(mentions, numbers, lexicon, thread)
    try:
        filled = _filled(mentions, lexicon, thread)
        if not filled.metrics:
            return NotUnderstood(Why.NO_METRIC)
        query = query_of(Frame(mentions, filled, numbers), lexicon, thread)
    except ClashError as clash:
        return NotUnderstood(Why.CLASH, (str(clash),))
    return replace(query, unread=unread) if unread else query


def _unread(mentions: Mentions, numbers: Numbers) -> tuple[str, ...]:
    """The words and numbers that say nothing we know, as written."""
    strays = (f"{one.value:g}" for one in numbers.stray)
    return (*(token.written for token in mentions.unknown), *strays)


def _add_what_goes_without_saying(
    mentions: Mentions, numbers: Numbers, lexicon: Lexicon, thread: Query | None
) -> None:
    """A condition in per cent is on a rate; "how many social workers" is how many staff."""
    after = len(mentions.spans)
    _ask_for_ages(mentions, lexicon)
    if numbers.conditions and numbers.conditions[0].percent and not mentions.of(Kind.FACET):
        mentions.found.append(Mention(Kind.FACET, ("rate",), after))
    counts = "count" in mentions.keys(Kind.WEAK_FACET) and mentions.of(Kind.ROLE_GROUP)
    if counts and lexicon.people and not (thread or mentions.metrics or mentions.weak_metrics):
        mentions.found.append(Mention(Kind.WEAK_METRIC, lexicon.people, after))


def _ask_for_ages(mentions: Mentions, lexicon: Lexicon) -> None:
    """Make "the oldest workforce" a question of age: people are who it is about."""
    extremes = [*mentions.cues.get("highest", ()), *mentions.cues.get("lowest", ())]
    said = [at for at in extremes if mentions.words(at) in _AGES]
    if not said or mentions.metrics:
        return
    ages = tuple(key for key, facets in lexicon.directory.facets.items() if "age" in facets)
    mentions.found = [one for one in mentions.found if one.choice != lexicon.people]
    if ages:
        mentions.found.append(Mention(Kind.METRIC, ages, said[0]))


def _filled(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> Filled:
    if mentions.has(*MOVES) and not thread:
        raise ClashError("the time before")
    compared = mentions.has("compare", "or", "relation")
    joined = compared or mentions.has("follow")
    turns = thread is not None and turns_facet(mentions, lexicon, thread)
    own = Filled(
        () if turns else metric_choices(mentions, lexicon, joined=joined),
        place_choices(mentions, lexicon, compared=compared),
        role_choices(mentions.of(Kind.ROLE_GROUP), lexicon, compared=compared),
        periods_of(mentions),
    )
    return fill(own, mentions, lexicon, thread) if thread else own
