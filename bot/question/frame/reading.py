"""From the mentions of a cover to a query, a refusal, or what stood in the way."""

from collections.abc import Sequence

from bot.query.period import Event, Latest, Period, Previous, Since, This
from bot.query.query import Intent, NotUnderstood, Query, Why
from bot.question.cover import Span
from bot.question.frame.conditions import numbers_of
from bot.question.frame.intent import Frame, query_of
from bot.question.frame.mentions import Mention, Mentions, mentions_of
from bot.question.frame.metrics import ClashError, metric_choices
from bot.question.frame.places import organisation_of, place_choices
from bot.question.frame.refusals import refusal_of
from bot.question.frame.repairs import repair
from bot.question.frame.roles import role_choices
from bot.question.frame.talk import talk_of
from bot.question.frame.thread import Filled, fill, turns_facet
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind
from bot.question.text.tokens import Token, fold


def readings_of(
    tokens: Sequence[Token], spans: Sequence[Span], lexicon: Lexicon, thread: Query | None
) -> list[Query | NotUnderstood]:
    """What a cover may mean, likeliest first; queries before reasons why there is none."""
    found = [
        _reading(mentions, lexicon, thread) for mentions in mentions_of(tokens, spans, lexicon)
    ]
    queries = [reading for reading in found if isinstance(reading, Query)]
    return list(dict.fromkeys(queries)) or found[:1]  # type: ignore[return-value]


def _reading(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> Query | NotUnderstood:
    repair(mentions)
    if refused := refusal_of(mentions):
        return refused
    if talk := talk_of(mentions, lexicon, thread):
        return talk
    if mentions.unknown and not _name_teams(mentions, lexicon, thread):
        return _unknown(mentions)
    if terms := mentions.keys(Kind.TERM):
        if mentions.has("what_is", "define", "how_made") or _asks_when(mentions):
            return Query(Intent.DEFINITION, terms=tuple(dict.fromkeys(terms)))
        names = lexicon.directory.names.terms
        return NotUnderstood(Why.CLASH, tuple(names[term] for term in terms))
    try:
        return _figure_query(mentions, lexicon, thread)
    except ClashError as clash:
        return NotUnderstood(Why.CLASH, (str(clash),))


def _name_teams(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> bool:
    """Take strange words for parts of teams' names, where the council is known: "the south?"."""
    known = [*mentions.of(Kind.PLACE), *(thread.places if thread else ())]
    councils = {organisation_of(key) for choice in known for key in choice}
    teams = [lexicon.teams_with(fold(token.word), councils) for token in mentions.unknown]
    if any(len(choice) != 1 for choice in teams):
        return False
    mentions.found.extend(
        Mention(Kind.PLACE, choice, len(mentions.spans) + at) for at, choice in enumerate(teams)
    )
    mentions.unknown.clear()
    return True


def _asks_when(mentions: Mentions) -> bool:
    """Whether it asks when a word applies: "when does sickness become long term"."""
    return any(mentions.words(at).startswith("when") for at in mentions.cues.get("by_month", ()))


def _count_people(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> None:
    """Read "how many social workers" as how many staff, where nothing else is counted."""
    counts = "count" in mentions.keys(Kind.WEAK_FACET) and mentions.of(Kind.ROLE_GROUP)
    if counts and lexicon.people and not (thread or mentions.metrics or mentions.weak_metrics):
        mentions.found.append(Mention(Kind.WEAK_METRIC, lexicon.people, len(mentions.spans)))


def _unknown(mentions: Mentions) -> NotUnderstood:
    words = tuple(token.written for token in mentions.unknown)
    why = Why.OTHER_TOPIC if mentions.names_nothing else Why.UNKNOWN_WORDS
    return NotUnderstood(why, words)


def _figure_query(
    mentions: Mentions, lexicon: Lexicon, thread: Query | None
) -> Query | NotUnderstood:
    _count_people(mentions, lexicon, thread)
    numbers = numbers_of(mentions)
    if numbers.stray:
        return NotUnderstood(
            Why.UNKNOWN_WORDS, tuple(f"{number.value:g}" for number in numbers.stray)
        )
    if numbers.conditions and numbers.conditions[0].percent and not mentions.of(Kind.FACET):
        mentions.found.append(Mention(Kind.FACET, ("rate",), numbers.at))
    compared = mentions.has("compare", "or", "relation")
    joined = compared or mentions.has("follow")
    turns = thread is not None and turns_facet(mentions, lexicon, thread)
    filled = fill(
        Filled(
            metrics=() if turns else metric_choices(mentions, lexicon, joined=joined),
            places=place_choices(mentions, lexicon, compared=compared),
            role_groups=role_choices(mentions.of(Kind.ROLE_GROUP), lexicon, compared=compared),
            periods=_periods(mentions),
        ),
        mentions,
        lexicon,
        thread,
    )
    if not filled.metrics:
        return NotUnderstood(Why.NO_METRIC)
    frame = Frame(
        mentions,
        filled.metrics,
        filled.places,
        filled.role_groups,
        filled.periods,
        numbers,
        filled.inherited,
    )
    return query_of(frame, lexicon, thread)


def _periods(mentions: Mentions) -> tuple[Period, ...]:
    """The periods said, without those that only describe others ("this year v last, 22/23")."""
    periods: list[Period] = list(dict.fromkeys(period for period, _ in mentions.periods))
    if events := mentions.keys(Kind.EVENT):
        moment = Event(events[0])
        periods.append(Since(moment) if mentions.has("since", "change") else moment)
    if len(periods) > 1:
        vague = (This, Previous, Latest)
        named = [period for period in periods if not isinstance(period, vague)]
        periods = (
            named
            if len(named) > 1
            else [p for p in periods if not isinstance(p, Latest)] or periods[:1]
        )
    return tuple(periods)
