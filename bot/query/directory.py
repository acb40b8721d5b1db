"""The catalogue by key and by id, for whoever reads a question or answers it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.query.names import Names, names_of
from db.catalogue import Catalogue, Formula, Metric, Organisation, RoleGroup, Team


@dataclass(frozen=True)
class Directory:
    """Everything known by name, made once for a generation of the store and never changed."""

    catalogue: Catalogue

    @cached_property
    def metrics(self) -> Mapping[str, Metric]:
        """Metrics by key."""
        return {one.key: one for one in self.catalogue.metrics}

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """Organisations by key."""
        return {one.key: one for one in self.catalogue.organisations}

    @cached_property
    def teams(self) -> Mapping[str, Team]:
        """Teams by key."""
        return {one.key: one for one in self.catalogue.teams}

    @cached_property
    def role_groups(self) -> Mapping[str, RoleGroup]:
        """Role groups by key."""
        return {one.key: one for one in self.catalogue.role_groups}

    @cached_property
    def subjects(self) -> Mapping[str, tuple[str, ...]]:
        """Keys of the metrics of each subject, in the catalogue's order."""
        keys: dict[str, list[str]] = defaultdict(list)
        for one in self.catalogue.metrics:
            keys[one.subject].append(one.key)
        return {subject: tuple(found) for subject, found in keys.items()}

    @cached_property
    def facets(self) -> Mapping[str, frozenset[str]]:
        """The facets of each metric by its key."""
        return {one.key: frozenset(one.facets) for one in self.catalogue.metrics}

    @cached_property
    def facets_of_subjects(self) -> Mapping[str, frozenset[str]]:
        """Every facet that a metric of a subject has, by subject."""
        return {
            subject: frozenset[str]().union(*(self.facets[key] for key in keys))
            for subject, keys in self.subjects.items()
        }

    @cached_property
    def formulas(self) -> Mapping[int, Formula]:
        """Formulas by id."""
        return {formula.id: formula for one in self.catalogue.metrics for formula in one.formulas}

    @cached_property
    def keys(
        self,
    ) -> tuple[Mapping[int, str], Mapping[int, str], Mapping[int, str], Mapping[int, str]]:
        """Keys by id: metrics, organisations, teams, role groups."""
        catalogue = self.catalogue
        return (
            {one.id: one.key for one in catalogue.metrics},
            {one.id: one.key for one in catalogue.organisations},
            {one.id: one.key for one in catalogue.teams},
            {one.id: one.key for one in catalogue.role_groups},
        )

    @cached_property
    def names(self) -> Names:
        """What keys are called."""
        return names_of(self.catalogue)

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """What an organisation is (council, region, nation), by key."""
        return {one.key: one.kind for one in self.catalogue.organisations}

    @cached_property
    def wider_places(self) -> Mapping[str, frozenset[str]]:
        """For each team in others the teams that hold or cover it, at any distance."""
        direct: dict[str, set[str]] = defaultdict(set)
        for team in self.catalogue.teams:
            if team.parent:
                direct[team.key].add(team.parent)
            for part in team.covers:
                direct[part].add(team.key)
        return _closures(direct)

    @cached_property
    def wider_roles(self) -> Mapping[str, frozenset[str]]:
        """For each role group in others the groups it is part of, at any distance."""
        return _closures(
            {one.key: {one.parent} for one in self.catalogue.role_groups if one.parent}
        )

    def is_smallest(self, place: str) -> bool:
        """Whether a place is a team without teams of its own."""
        return "/" in place and place not in self._holding

    @cached_property
    def _holding(self) -> frozenset[str]:
        """Teams that hold or cover others."""
        return frozenset(above for wider in self.wider_places.values() for above in wider)

    @cached_property
    def metrics_of_terms(self) -> Mapping[str, str]:
        """The metric that a glossary term is also a name of, by the term's key."""
        metrics = {one.name.lower(): one.key for one in self.catalogue.metrics}
        terms = {one.name.lower(): one.key for one in self.catalogue.terms}
        for alias in self.catalogue.aliases:
            kind, _, key = alias.means.partition(":")
            names = {"metric": metrics, "term": terms}.get(kind)
            if names is not None and "+" not in key:
                names.setdefault(alias.text, key)
        return {terms[text]: metrics[text] for text in reversed(list(terms)) if text in metrics}

    @cached_property
    def events(self) -> Mapping[str, date]:
        """The first day of the month of each event."""
        return {one.key: date.fromisoformat(f"{one.month}-01") for one in self.catalogue.events}


def _closures(direct: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for key in direct:
        above: set[str] = set()
        waiting = [key]
        while waiting:
            new = direct.get(waiting.pop(), set()) - above
            above |= new
            waiting.extend(new)
        found[key] = frozenset(above)
    return found
