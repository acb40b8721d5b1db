"""Storing a census: organisations it names first, then its figures, under its edition."""

from collections.abc import Collection, Sequence

from db.catalogue import Organisation
from db.writes import Loader, NewImport, NewSource
from seed.dfe.census import Census
from seed.dfe.figures import SOURCE, figures_of
from seed.dfe.places import new_to, places_of

_SOURCE = NewSource(
    key=SOURCE,
    title=(
        "Department for Education, Children's social work workforce (Open Government Licence v3.0)"
    ),
    publisher="Department for Education",
)


def store_census(
    load: Loader,
    census: Census,
    held: Sequence[Organisation],
    bundled: Collection[str],
    *,
    is_newest: bool,
    row: NewImport,
) -> None:
    """Store an edition; names and codes are those of the newest one.

    `held` are the organisations of the store, `bundled` the keys of those that come with Muster
    and are named by its own catalogue.
    """
    places = places_of(census.entries, held)
    wanted = places.organisations if is_newest else tuple(new_to(held, places.organisations))
    load.organisations([one for one in wanted if one["key"] not in bundled])
    load.sources([_SOURCE])
    load.begin_import(row)
    load.observations(figures_of(census, places))
