"""Entries for everything the catalogue names, with the spellings people give a name."""

import re
from collections.abc import Iterable, Iterator

from bot.query.names import exact_name
from bot.question.lexicon.entry import Entry, Kind, Meaning, Sense
from db.catalogue import Catalogue, Organisation

_ALIAS_WEIGHT = 0.95
_ABBREVIATION_WEIGHT = 0.9
_ABBREVIATION_LENGTH = 4

_OF = re.compile(r", (?:City|County) of$")
_ON_A_RIVER = re.compile(r"^(?P<head>\w+)[ -](?:upon|on)[ -]\w+$")
_BRACKETED = re.compile(r"^(?P<head>[^(]+)\((?P<tail>[^)]+)\)$")


def name_entries(catalogue: Catalogue) -> list[Entry]:
    """An entry for each name, then for each alias with its alternatives in order."""
    return [*_names(catalogue), *_aliases(catalogue)]


def _names(catalogue: Catalogue) -> Iterator[Entry]:
    for metric in catalogue.metrics:
        yield _entry(metric.name, Kind.METRIC, metric.key)
        yield _entry(exact_name(metric.name, metric.unit), Kind.METRIC, metric.key)
    for organisation in catalogue.organisations:
        for text in _place_names(organisation):
            yield _entry(text, Kind.PLACE, organisation.key)
    for team in catalogue.teams:
        yield from (_entry(text, Kind.PLACE, team.key) for text in _spellings(team.name))
    for group in catalogue.role_groups:
        yield _entry(group.name, Kind.ROLE_GROUP, group.key)
    for event in catalogue.events:
        yield _entry(event.name, Kind.EVENT, event.key)
    for term in catalogue.terms:
        yield _entry(term.name, Kind.TERM, term.key)


def _entry(text: str, kind: Kind, key: str) -> Entry:
    return Entry(text, ((Meaning(kind, key),),))


def _place_names(organisation: Organisation) -> Iterable[str]:
    """What an organisation is called; one return may be for several authorities, "A / B".

    "Bristol, City of" is Bristol, and "Richmond upon Thames" is Richmond where it has no short name
    of its own: "Kingston" is the one on the Thames, for the one upon Hull is called Hull.
    """
    yield organisation.name
    yield organisation.short_name
    for name in organisation.name.split(" / "):
        plain = _OF.sub("", name)
        yield plain
        if organisation.short_name == organisation.name and (river := _ON_A_RIVER.match(plain)):
            yield river["head"]


def _spellings(name: str) -> Iterable[str]:
    """A name as it stands, and "Safeguarding (north)" also as either order of its parts."""
    yield name
    if bracketed := _BRACKETED.match(name):
        head, tail = bracketed["head"].strip(), bracketed["tail"].strip()
        yield f"{head} {tail}"
        yield f"{tail} {head}"


def _aliases(catalogue: Catalogue) -> Iterator[Entry]:
    for alias in sorted(catalogue.aliases, key=lambda alias: (alias.text, alias.rank)):
        short = len(alias.text) <= _ABBREVIATION_LENGTH
        weight = _ABBREVIATION_WEIGHT if short else _ALIAS_WEIGHT
        yield Entry(alias.text, (_sense(alias.means),), weight)


def _sense(means: str) -> Sense:
    """Give the meanings of "metric:agency_fte+role_group:social_workers"."""
    parts = (part.partition(":") for part in means.split("+"))
    return tuple(Meaning(Kind(kind), key) for kind, _, key in parts)
