"""What the text above a table and the name of its sheet say of all its figures.

A line that gives figures of its own is no title: "a reduction of 11 %, against 17.8 % of social
workers" stands above a table of managers.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from bot.loading.cells.times import when
from bot.loading.doubts import Doubt, Doubts
from bot.loading.statements import When
from bot.loading.words import Wording, Words

_OFFERED: Final = ("social_workers", "management_and_leadership", "all_staff")
_FIGURE: Final = re.compile(r"\d[\d.,]*\s*(?:%|fte\b|per cent\b)|\bper cent\b", re.IGNORECASE)


class Context:
    """Reads what stands around tables; what it does not say is asked."""

    def __init__(self, wording: Wording, doubts: Doubts) -> None:
        self._wording, self._doubts = wording, doubts
        self._directory = wording.lexicon.directory

    def role_group(self, titles: Sequence[str], sheet: str, before: str) -> str:
        """The role group of a table; "" where it is asked.

        `before` is that of the table above it, which is offered and not taken for granted.
        """
        roles = self._directory.role_groups
        name = _name(titles, sheet)
        answer = self._doubts.answer(f"role group:{name}") or self._doubts.answer("role group")
        if answer:
            return answer if answer in roles else _only([self._words(answer)])
        if found := _only(self._words(text) for text in _titles(titles, sheet)):
            return found
        offered = [one for one in dict.fromkeys((before, *_OFFERED)) if one in roles]
        options = tuple((one, roles[one].name) for one in offered)
        question = f"Which people are counted in {_under(name)}?"
        self._doubts.ask(Doubt(f"role group:{name}", question, options=options))
        return ""

    def place(self, titles: Sequence[str], sheet: str, council: str, before: str) -> str | None:
        """The council or team that a table without a column of teams is of; None where asked."""
        name = _name(titles, sheet)
        answer = self._doubts.answer(f"place:{name}") or self._doubts.answer("place")
        known = {council, *self._directory.teams}
        if answer:
            return answer if answer in known else self._place([answer], council)
        if found := self._place(_titles(titles, sheet), council):
            return found
        offered = [one for one in dict.fromkeys((before, council)) if one in known]
        places = self._directory.names.places
        options = tuple((one, places[one]) for one in offered)
        question = f"Is {_under(name)} of the whole council, or of which team?"
        self._doubts.ask(Doubt(f"place:{name}", question, options=options))
        return None

    def moment(self, titles: Sequence[str], sheet: str) -> When | None:
        """The time that a table's titles name, where they name one."""
        for text in _titles(titles, sheet):
            found = {one.key: one for one in _moments(self._words(text))}
            if found:
                return found.popitem()[1] if len(found) == 1 else None
        return None

    def _place(self, texts: Sequence[str], council: str) -> str | None:
        """The place that the first of some texts names; several are the team that covers them."""
        for text in texts:
            choices = self._words(text).places
            own = {
                key
                for choice in choices
                for key in choice
                if key == council or key.startswith(f"{council}/")
            }
            teams = own - {council} or own
            if len(teams) == 1:
                return teams.pop()
            covering = [
                one.key for one in self._directory.catalogue.teams if set(one.covers) == teams
            ]
            if teams:
                return covering[0] if len(covering) == 1 else None
        return None

    def _words(self, text: str) -> Words:
        return self._wording.words(text[:480])


def _moments(words: Words) -> Iterable[When]:
    for period in words.periods:
        try:
            yield when(period)
        except ValueError:
            continue


def _titles(titles: Sequence[str], sheet: str) -> list[str]:
    """The lines that may say what a table is of, the nearest first."""
    return [text for text in (*reversed(titles), sheet) if text and not _FIGURE.search(text)]


def _name(titles: Sequence[str], sheet: str) -> str:
    """What a table is called in a question, and its answer remembered by."""
    return (titles[-1] if titles else sheet).replace("*", "")[:60].strip()


def _under(name: str) -> str:
    return f"the table under {name!r}" if name else "this file"


def _only(words: Iterable[Words]) -> str:
    """The one role group that the first of several texts names; "" where it names several."""
    for one in words:
        if choices := one.role_groups:
            return choices[0][0] if len(choices) == 1 and len(choices[0]) == 1 else ""
    return ""
