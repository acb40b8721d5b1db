"""What keys are called: the words a query uses to say itself."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from db.catalogue import Catalogue, Metric


def exact_name(name: str, unit: str) -> str:
    """A metric's name that cannot be taken for a sibling's: "Vacancies in posts"."""
    return f"{name} in {unit.replace('%', 'per cent').replace('£', 'pounds')}"


@dataclass(frozen=True)
class Names:
    """Names by key; a metric whose name people also use for its siblings gets its unit too."""

    metrics: Mapping[str, str]
    places: Mapping[str, str]
    role_groups: Mapping[str, str]
    events: Mapping[str, str]
    terms: Mapping[str, str]

    def place(self, key: str) -> str:
        """A place in full: "Assessment, Devon"; one that nobody holds by the words of its key."""
        if key in self.places:
            return self.places[key]
        organisation, _, team = key.partition("/")
        council = self.places.get(organisation, organisation.replace("_", " "))
        return f"{team.replace('_', ' ')}, {council}" if team else council


def _is_shared(metric: Metric, meanings: Mapping[str, set[str]]) -> bool:
    """Whether people also mean something else by a metric's name."""
    others = meanings.get(metric.name.lower(), set()) - {f"metric:{metric.key}"}
    return any(not means.startswith("term:") for means in others)


def names_of(catalogue: Catalogue) -> Names:
    """The names of a catalogue."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for alias in catalogue.aliases:
        meanings[alias.text].add(alias.means)
    councils = {one.key: one.short_name for one in catalogue.organisations}
    return Names(
        metrics={
            one.key: exact_name(one.name, one.unit) if _is_shared(one, meanings) else one.name
            for one in catalogue.metrics
        },
        places=councils
        | {one.key: f"{one.name}, {councils[one.organisation]}" for one in catalogue.teams},
        role_groups={one.key: one.name for one in catalogue.role_groups},
        events={one.key: one.name for one in catalogue.events},
        terms={one.key: one.name for one in catalogue.terms},
    )
