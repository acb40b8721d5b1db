"""The rows a loader takes: plain dicts, whose keys name other rows by their keys, not by ids.

What may be left out has a default in the table of the same name (`db.models`).
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple, NotRequired, TypedDict

from db.catalogue import Direction, Nature
from db.vocabulary import Basis, Kind, OrganisationKind, PeriodType, Status


class NewOrganisation(TypedDict):
    """A council, region or nation; `region` is the key of the region it lies in."""

    key: str
    name: str
    short_name: str
    kind: OrganisationKind
    region: NotRequired[str | None]
    code: NotRequired[str | None]
    ons_code: NotRequired[str | None]


class NewTeam(TypedDict):
    """A team; `covers` are the keys of the teams a printed total counts."""

    organisation: str
    key: str
    name: str
    parent: NotRequired[str | None]
    covers: NotRequired[Sequence[str]]


class NewRoleGroup(TypedDict):
    """A role group; `combines` are the keys of the groups whose overlap it is."""

    key: str
    name: str
    parent: NotRequired[str | None]
    combines: NotRequired[Sequence[str]]


class NewMetric(TypedDict):
    """A metric; `facets` are words apart by spaces."""

    key: str
    name: str
    unit: str
    direction: Direction
    subject: str
    nature: Nature
    facets: NotRequired[str]
    decimals: NotRequired[int]
    definition: NotRequired[str]
    sensitivity: NotRequired[str]
    signed: NotRequired[bool]


class NewFormula(TypedDict):
    """A formula; `+` stands between parts of a denominator, `|` between alternatives for one."""

    metric: str
    key: str
    words: str
    numerator: str
    denominator: str
    nature: Nature
    population: NotRequired[str]
    basis: NotRequired[str]
    source: NotRequired[str]


class NewAlias(TypedDict):
    """A phrase and one thing it may mean, as `kind:key` joined by `+`."""

    text: str
    means: str
    rank: NotRequired[int]


class NewTerm(TypedDict):
    """A word of the field."""

    key: str
    name: str
    meaning: str
    source: NotRequired[str]


class NewEvent(TypedDict):
    """A moment known by name; `month` is ISO, "2020-09"."""

    key: str
    name: str
    organisation: str
    month: str


class NewCaveat(TypedDict):
    """What must be said with the figures that match every selector given."""

    key: str
    text: str
    metric: NotRequired[str | None]
    organisation: NotRequired[str | None]
    team: NotRequired[str | None]
    role_group: NotRequired[str | None]
    formula: NotRequired[str | None]
    period: NotRequired[str | None]


class NewSource(TypedDict):
    """A document."""

    key: str
    title: str
    publisher: NotRequired[str]
    published: NotRequired[str]
    file: NotRequired[str]


class NewNeighbour(TypedDict):
    """One of the authorities a model names as alike, both by their three digits."""

    model: str
    code: str
    rank: int
    neighbour_code: str
    neighbour_name: str
    closeness: NotRequired[str]


class NewImport(TypedDict):
    """The file that the observations after it are read from; `loaded_at` has a time zone."""

    file: str
    sha256: str
    loaded_by: str
    loaded_at: datetime


class SeriesKey(NamedTuple):
    """Which series a figure belongs to, by keys; make it once and use it for all its figures.

    Without a team it is the whole organisation's; `formula` is one of the metric's.
    """

    metric: str
    organisation: str
    role_group: str
    team: str | None = None
    formula: str | None = None
    kind: Kind = Kind.ACTUAL
    basis: Basis = Basis.UNSTATED
    unit: str = ""


class NewRestatement(TypedDict):
    """Another place that prints a figure."""

    source: str
    section: NotRequired[str]
    line: NotRequired[int | None]
    quote: NotRequired[str]
    value_text: NotRequired[str]


class NewObservation(TypedDict):
    """A figure; its series is made when there is none yet."""

    series: SeriesKey
    period_type: PeriodType
    period_key: str
    status: Status
    source: str
    period_start: NotRequired[date | None]
    period_end: NotRequired[date | None]
    period_label: NotRequired[str]
    qualifier: NotRequired[str]
    value: NotRequired[float | None]
    value_text: NotRequired[str]
    numerator: NotRequired[float | None]
    denominator: NotRequired[float | None]
    denominator_text: NotRequired[str]
    edition: NotRequired[str]
    section: NotRequired[str]
    line: NotRequired[int | None]
    quote: NotRequired[str]
    note: NotRequired[str]
    restated: NotRequired[Sequence[NewRestatement]]
