"""A query in the words of different people."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from bot.query.describe import describe
from bot.query.directory import Directory
from bot.query.period import Undated
from bot.query.period_words import say
from bot.query.query import Query

_NOBODY = "not_applicable"
"""The role group of figures that count no people, whom nobody names."""

_SHORTEST = 4
"""Letters of a short name; shorter ones mean several things to different people."""

_AROUND = (
    "{}",
    "what is the {}?",
    "please could you tell me {}",
)
_IN_FULL = (
    "{metric} for {group} in {place}, {period}",
    "hi, can you send me the {period} {metric} for {group}, {place}, please",
)
_IN_SHORT = (
    "{metric} {group} {place} {period}",
    "{metric} for {group} in {place}, {period}?",
    "{place}: {period} {metric}, {group}",
    "what was the {metric} of {group} in {place} in {period}",
)


class Phrasings:
    """The ways to ask for a figure, by names in full and in short."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def of(self, query: Query) -> tuple[str, ...]:
        """Each means this query alone; the first are its own words."""
        own = describe(query, self._directory.names)
        around = tuple(form.format(own) for form in _AROUND)
        if query.kind or query.periods == (Undated(),) or query.role_groups == ((_NOBODY,),):
            return around
        full, short = self._in_full(query), self._in_short(query)
        return (
            *around,
            *(form.format(**full) for form in _IN_FULL),
            *(form.format(**short) for form in _IN_SHORT),
        )

    def _in_full(self, query: Query) -> dict[str, str]:
        names = self._directory.names
        return {
            "metric": names.metrics[query.metrics[0][0]],
            "group": names.role_groups[query.role_groups[0][0]],
            "place": names.place(query.places[0][0]),
            "period": say(query.periods[0], lambda key: names.events[key]),
        }

    def _in_short(self, query: Query) -> dict[str, str]:
        """The names people use where nothing else goes by them."""
        full, place = self._in_full(query), query.places[0][0]
        return full | {
            "metric": self._short.get(f"metric:{query.metrics[0][0]}", full["metric"]),
            "group": self._short.get(f"role_group:{query.role_groups[0][0]}", full["group"]),
            "place": self._team_names.get(place, full["place"]),
        }

    @cached_property
    def _short(self) -> Mapping[str, str]:
        """The shortest alias that means one thing alone, by what it means."""
        aliases = self._directory.catalogue.aliases
        meanings = Counter(alias.text for alias in aliases)
        sure = [one for one in aliases if meanings[one.text] == 1 and len(one.text) >= _SHORTEST]
        return {one.means: one.text for one in sorted(sure, key=lambda one: -len(one.text))}

    @cached_property
    def _team_names(self) -> Mapping[str, str]:
        """The names of teams that no other council has, by their keys."""
        teams = self._directory.catalogue.teams
        named = Counter(team.name for team in teams)
        return {team.key: team.name for team in teams if named[team.name] == 1}
