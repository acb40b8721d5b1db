"""Series by key, and the figures that are made of their rows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from operator import attrgetter

from bot.answer.values import Figure, HeldPeriod, Name, Provenance
from bot.query.directory import Directory
from db.reads import ObservationRow
from db.vocabulary import LOADED


@dataclass(frozen=True, slots=True)
class Series:
    """One series of the store with its things by key; `team` "" is the whole organisation."""

    id: int
    metric: str
    organisation: str
    team: str
    role_group: str
    formula: str
    kind: str
    basis: str
    unit: str

    @property
    def place(self) -> str:
        """The key of its place: the team's, or the organisation's."""
        return self.team or self.organisation


def figures_of(
    rows: Iterable[ObservationRow], series: Mapping[int, Series], directory: Directory
) -> dict[int, list[Figure]]:
    """The figures of rows that stand series by series, in their order; `series` by id."""
    found = {}
    for id_, some in groupby(rows, attrgetter("series_id")):
        make = _maker(series[id_], directory)
        found[id_] = [_figure(row, make) for row in some]
    return found


def _maker(series: Series, directory: Directory) -> Callable[..., Figure]:
    """What makes its figures: all that they share is looked up once."""
    metric = directory.metrics[series.metric]
    formula = next((one for one in metric.formulas if one.key == series.formula), None)
    team = directory.teams.get(series.team)
    organisation = directory.organisations[series.organisation]
    return partial(
        Figure,
        metric=Name(metric.key, metric.name),
        organisation=Name(organisation.key, organisation.name, organisation.short_name),
        team=Name(team.key, team.name) if team else None,
        role_group=Name(series.role_group, directory.role_groups[series.role_group].name),
        kind=series.kind,
        unit=series.unit or metric.unit,
        direction=metric.direction,
        formula=series.formula,
        formula_words=formula.words if formula else "",
        basis=series.basis,
        decimals=metric.decimals,
    )


def _figure(row: ObservationRow, make: Callable[..., Figure]) -> Figure:
    return make(
        id=row.id,
        period=_period(
            row.period_type, row.period_key, row.period_start, row.period_end, row.period_label
        ),
        value=row.value,
        value_text=row.value_text,
        status=row.status,
        numerator=row.numerator,
        denominator=row.denominator,
        qualifier=row.qualifier,
        edition=row.edition,
        note=row.note if row.edition else "",
        loaded=row.source_key == LOADED,
        source=Provenance(row.source_title, row.section, row.line, row.quote),
    )


_period = lru_cache(maxsize=10_000)(HeldPeriod)
