"""What somebody wants to follow: a set of a council, or a question read as ever."""

import re
from dataclasses import dataclass, replace

from bot.answer.held.facts import Facts
from bot.delivery.asked import Asked
from bot.digest.gather import watching
from bot.digest.sets import CHILDRENS_WORKFORCE
from bot.digest.watched import Watching
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.councils import councils_named, setting_for
from bot.listeners.conversation.replying import told
from bot.query.describe import describe
from bot.query.query import Condition, Intent, Query, Unclear
from bot.query.stored import stored

_SET = re.compile(
    r"(the )?children['\u2019]?s?['\u2019]? (services )?workforce\b(?P<rest>.*)", re.IGNORECASE
)
_READINGS = 4
_ASK_IT = "Ask for it by itself instead."


@dataclass(frozen=True, slots=True)
class What:
    """Something that can be followed: as it is kept, what it is called, and what it watches."""

    watches: str
    title: str
    watching: Watching


@dataclass(frozen=True, slots=True)
class Not:
    """Why something cannot be followed, in lines."""

    lines: tuple[str, ...]


def what_is_meant(context: Context, asked: Asked, text: str) -> What | Not:
    """Read what is to be followed."""
    if found := _SET.fullmatch(text.strip()):
        return _of_set(context, asked, found["rest"])
    query = read_query(context, asked, text)
    return query if isinstance(query, Not) else of_query(context, query)


def read_query(context: Context, asked: Asked, text: str) -> Query | Not:
    """Read a question; one that names no figure or several readings is turned back."""
    with context.said.connect() as conn:
        setting = setting_for(conn, asked)
    replied = context.muster.ask(text, context.today, None, setting.council if setting else None)
    reading = replied.understanding.reading
    if isinstance(reading, Unclear):
        names = context.muster.knowledge().directory.names
        ways = [f"• {describe(one, names)}" for one in reading.readings[:_READINGS]]
        return Not(("I can read that in several ways; name one of them:", *ways))
    if replied.query is None:
        return Not(told(replied).lines.said)
    if not replied.query.metrics:
        return Not(("Name a figure to follow, such as “agency rate in Assessment”.",))
    return replied.query


def of_query(context: Context, query: Query) -> What | Not:
    """What a query asks for, at whatever time."""
    return _held(context, stored(followed(query)))


def followed(query: Query, conditions: tuple[Condition, ...] | None = None) -> Query:
    """A query for its figures as they come, whatever was asked about them."""
    kept = query.conditions if conditions is None else conditions
    return Query(
        Intent.FIGURE,
        query.metrics,
        query.places,
        query.role_groups,
        formula=query.formula,
        conditions=kept if query.intent is Intent.FIGURE else (),
        unread=query.unread,
    )


def is_hidden(seen: Watching) -> bool:
    """Whether all that is held stands for so few people that nobody is told unasked."""
    held = [one for one in seen.series if one.points]
    return bool(held) and all(one.is_small for one in held)


def _of_set(context: Context, asked: Asked, rest: str) -> What | Not:
    named = councils_named(context, rest)
    if not named and not rest.strip(" ,."):
        with context.said.connect() as conn:
            setting = setting_for(conn, asked)
        named = [setting.council] if setting else []
    if len(named) != 1:
        return Not(("Name one council: “/muster follow children's workforce in Devon”.",))
    return _held(context, f"set:{CHILDRENS_WORKFORCE}:{named[0]}")


def _held(context: Context, watches: str) -> What | Not:
    with context.muster.looking(context.today) as (_, facts):
        return _checked(watches, facts)


def _checked(watches: str, facts: Facts) -> What | Not:
    title, seen = watching(watches, facts)
    if not any(one.points for one in seen.series):
        return Not((f"I hold no figure of {title}, so there is nothing to follow yet.",))
    if is_hidden(seen):
        few = f"{title}: the figures stand for so few people that a digest never speaks of them."
        return Not((few, _ASK_IT))
    return What(watches, title, replace(seen))
