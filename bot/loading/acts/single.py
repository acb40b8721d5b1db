"""One figure said in words: "agency fte Assessment Devon 31 Mar 2024 27.0"."""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from bot.loading.cells.numbers import Number, read_number
from bot.loading.cells.times import when
from bot.loading.doubts import Doubts
from bot.loading.settle import settle
from bot.loading.statements import Reading, When, Where
from bot.loading.tables.labels import Place
from bot.loading.tables.rows import Found
from bot.loading.words import Wording, Words
from bot.query.directory import Directory
from bot.query.period import Period
from bot.query.query import Choice
from db.vocabulary import Kind

_LAST: Final = re.compile(r"(?P<what>.+?)\s+(?:=|to|is)?\s*(?P<value>\S+)")
_BY: Final = re.compile(r"(?P<what>.+?)\s+(?P<value>[-\d.,]+\s?%?)\s+(?:by|for|in)\s+(?P<when>.+)")


class UnsaidError(ValueError):
    """What was said names no figure; the message says what is missing."""


def figure_said(
    text: str, kind: Kind, wording: Wording, answers: Mapping[str, str], council: str = ""
) -> Reading:
    """Read one figure, actual or a target.

    Raises:
        UnsaidError: something is missing, or may mean several things.
    """
    found = (_BY if kind is Kind.TARGET else _LAST).fullmatch(text.strip())
    if not found:
        raise UnsaidError("say what it is of, when, and the figure")
    words = wording.words(f"{found['what']} {found.groupdict().get('when') or ''}".strip())
    directory, doubts = wording.lexicon.directory, Doubts(answers)
    one = _found(words, found["value"], kind, council, directory, doubts)
    # Its name is told as the figure's source, and the figure itself may have to be kept back.
    name = text.strip() if kind is Kind.TARGET else found["what"]
    return _reading(one, name, directory, doubts)


def figure_given(
    given: Mapping[str, str], kind: Kind, wording: Wording, answers: Mapping[str, str]
) -> Reading:
    """Read one figure that was filled in: keys of metric, people and place, and when and value.

    Raises:
        UnsaidError: it is of no time, or no figure.
    """
    directory, doubts = wording.lexicon.directory, Doubts(answers)
    metric, role = given["metric"], given["people"]
    place = Place(given["place"].partition("/")[0], given["place"])
    if "/" not in given["place"]:
        place = Place(given["place"], None)
    periods = wording.words(given["when"]).periods
    if len(periods) != 1:
        raise UnsaidError("say of when it is: July 2023, or 31 March 2024")
    moment, number = _value(periods[0], given["value"])
    one = Found(Where("", 1, 0), "", metric, place, role, moment, number, kind, "", (0, metric))
    parts = (directory.metrics[metric].name, directory.role_groups[role].name)
    name = ", ".join((*parts, directory.names.places[given["place"]], moment.label))
    return _reading(one, name, directory, doubts)


def _reading(one: Found, name: str, directory: Directory, doubts: Doubts) -> Reading:
    act = "target" if one.kind is Kind.TARGET else "set"
    said = f"{act} {name}"
    reading = Reading(file=said, sha256=sha256(said.encode()).hexdigest(), act=act, rows=1)
    settle([one], directory, doubts, reading)
    reading.doubts, reading.answers = doubts.open, dict(doubts.used)
    return reading


def _value(period: Period, value: str) -> tuple[When, Number | None]:
    try:
        return when(period), read_number(value)
    except ValueError as fault:
        raise UnsaidError(str(fault)) from fault


def _found(
    words: Words,
    value: str,
    kind: Kind,
    council: str,
    directory: Directory,
    doubts: Doubts,
) -> Found:
    metric = _one((words.metrics,) if words.metrics else (), "what is measured")
    place = _place(words, council, directory)
    role = doubts.answer("role group") if not words.role_groups else None
    role = role or _one(words.role_groups, "which people are counted")
    if words.unknown:
        raise UnsaidError(f"what is {words.unknown[0]!r}?")
    if len(words.periods) != 1:
        raise UnsaidError("say of when it is")
    moment, number = _value(words.periods[0], value)
    return Found(Where("", 1, 0), "", metric, place, role, moment, number, kind, "", (0, metric))


def _place(words: Words, council: str, directory: Directory) -> Place:
    keys = [key for choice in words.places for key in choice]
    councils = {key for key in keys if key in directory.organisations} or {council} - {""}
    teams = [key for key in keys if "/" in key]
    own = [key for key in teams if not councils or key.partition("/")[0] in councils]
    if len(own) == 1:
        return Place(own[0].partition("/")[0], own[0])
    if len(councils) == 1 and not teams:
        return Place(councils.pop(), None)
    raise UnsaidError("say which council and team it is of")


def _one(choices: tuple[Choice, ...], what: str) -> str:
    if len(choices) != 1 or len(choices[0]) != 1:
        raise UnsaidError(f"say {what}, in full")
    return choices[0][0]
