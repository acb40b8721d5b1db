"""The places of a census as organisations of the store, joined by the Department's three digits.

The codes of the Office for National Statistics and the names change with boundaries; the three
digits stay, but for authorities that were merged or split, which are others from then on.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from db.catalogue import Organisation
from db.vocabulary import OrganisationKind
from db.writes import NewOrganisation
from seed.dfe.entry import Entry, Level

_LONDON = "London"
_PARTS_OF_LONDON = frozenset({"Inner London", "Outer London"})
_KINDS = {
    Level.NATIONAL: OrganisationKind.NATION,
    Level.REGIONAL: OrganisationKind.REGION,
    Level.AUTHORITY: OrganisationKind.COUNCIL,
}


@dataclass(frozen=True, slots=True)
class Places:
    """The organisations of a census: the rows to store, and the key of each entry's place."""

    organisations: tuple[NewOrganisation, ...]
    keys: Mapping[str, str]

    def key_of(self, entry: Entry) -> str | None:
        """The key of an entry's organisation; None where its figures are filed with another's."""
        return self.keys.get(place_of(entry))


def place_of(entry: Entry) -> str:
    """What identifies a place in every edition: the first of its codes, else its name."""
    return entry.codes[0] if entry.codes else _slug(entry.name)


def places_of(entries: Sequence[Entry], held: Sequence[Organisation]) -> Places:
    """The organisations of a census; those that are held already keep their keys."""
    latest: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda one: one.year):
        if not entry.is_elsewhere:
            latest[place_of(entry)] = entry
    known = _keys_by_place(held)
    taken = {organisation.key for organisation in held}
    keys = {place: known.get(place) or _new_key(place, latest[place], taken) for place in latest}
    last = max(entry.year for entry in entries)
    former = _former(latest, last)
    rows = [_organisation(entry, keys, former) for entry in latest.values()]
    return Places(tuple(rows), keys)


def _keys_by_place(held: Sequence[Organisation]) -> dict[str, str]:
    """The keys of held organisations: councils by each of their codes, others by their names."""
    found = {code: one.key for one in held if one.code for code in one.code.split(" / ")}
    found |= {_slug(one.name): one.key for one in held if one.kind != OrganisationKind.COUNCIL}
    return found


def _new_key(place: str, entry: Entry, taken: set[str]) -> str:
    key = _slug(entry.name.split(" / ")[0])
    if key in taken:
        key = f"{key}_{place}"
    taken.add(key)
    return key


def _former(latest: Mapping[str, Entry], last: int) -> set[str]:
    """Authorities that are no more and whose name another one has: Dorset was 835, now is 838."""
    current = {entry.name for entry in latest.values() if entry.year == last}
    return {place for place, entry in latest.items() if entry.year < last and entry.name in current}


def _organisation(entry: Entry, keys: Mapping[str, str], former: set[str]) -> NewOrganisation:
    place = place_of(entry)
    name = _names()["full"].get(place, entry.name)
    short = _names()["short"].get(place, name)
    if place in former:
        name = short = f"{entry.name} (to {entry.year})"
    return NewOrganisation(
        key=keys[place],
        name=name,
        short_name=short,
        kind=_KINDS[entry.level],
        region=_region(entry, keys),
        code=" / ".join(entry.codes) or None,
        ons_code=entry.ons_code,
    )


def _region(entry: Entry, keys: Mapping[str, str]) -> str | None:
    """A council lies in its region, and the two parts of London in London."""
    if entry.level is Level.AUTHORITY:
        return keys.get(_slug(entry.region))
    if entry.name in _PARTS_OF_LONDON:
        return keys.get(_slug(_LONDON))
    return None


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    text = (files("seed.dfe") / "names.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def new_to(
    held: Sequence[Organisation], rows: Sequence[NewOrganisation]
) -> Iterator[NewOrganisation]:
    """The rows of organisations that are not held."""
    known = {one.key for one in held}
    return (row for row in rows if row["key"] not in known)
