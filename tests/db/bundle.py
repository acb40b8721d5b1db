"""A small bundle of rows, and how a test changes one of them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Engine

from db.catalogue import Direction, Nature
from db.vocabulary import Basis, Kind, OrganisationKind, PeriodType, Status
from db.writes import (
    Counts,
    Loader,
    NewFormula,
    NewMetric,
    NewObservation,
    NewOrganisation,
    NewRoleGroup,
    NewTeam,
    SeriesKey,
    loader,
)

COUNCIL, REGION = OrganisationKind.COUNCIL, OrganisationKind.REGION

ORGANISATIONS: list[NewOrganisation] = [
    {
        "key": "devon",
        "name": "Devon County Council",
        "short_name": "Devon",
        "kind": COUNCIL,
        "region": "south_west",
        "code": "878",
        "ons_code": "E10000008",
    },
    {"key": "torbay", "name": "Torbay Council", "short_name": "Torbay", "kind": COUNCIL},
    {"key": "south_west", "name": "South West", "short_name": "South West", "kind": REGION},
]

TEAMS: list[NewTeam] = [
    {"organisation": "devon", "key": "devon/two", "name": "Both", "covers": ["devon/assessment"]},
    {
        "organisation": "devon",
        "key": "devon/assessment",
        "name": "Assessment",
        "parent": "devon/social_care",
    },
    {"organisation": "devon", "key": "devon/social_care", "name": "Social Care"},
]

ROLE_GROUPS: list[NewRoleGroup] = [
    {"key": "social_workers", "name": "Social workers", "parent": "all_staff"},
    {"key": "all_staff", "name": "All staff"},
    {"key": "men", "name": "Men", "combines": ["all_staff", "social_workers"]},
]

METRICS: list[NewMetric] = [
    {
        "key": key,
        "name": key.replace("_", " "),
        "unit": "%",
        "direction": Direction.DECREASE,
        "subject": "agency",
        "facets": "rate share",
        "nature": Nature.SNAPSHOT,
        "decimals": 1,
    }
    for key in ("agency_rate", "vacancy_rate")
]

FORMULAS: list[NewFormula] = [
    {
        "metric": "agency_rate",
        "key": "dfe",
        "words": "agency of agency and in post",
        "numerator": "agency_fte|agency_workers",
        "denominator": "agency_fte|agency_workers+in_post_fte",
        "nature": Nature.SNAPSHOT,
        "basis": "fte",
    },
    {
        "metric": "agency_rate",
        "key": "unstated",
        "words": "the source does not say",
        "numerator": "",
        "denominator": "",
        "nature": Nature.SNAPSHOT,
    },
]

DEVON = SeriesKey("agency_rate", "devon", "social_workers", basis=Basis.FTE, unit="%")
ASSESSMENT = DEVON._replace(team="devon/assessment", formula="dfe")
TORBAY = DEVON._replace(organisation="torbay", kind=Kind.TARGET)


def figure(series: SeriesKey = DEVON, **changes: Any) -> NewObservation:
    """Give a figure of March 2024, with changes."""
    row: dict[str, Any] = {
        "series": series,
        "period_type": PeriodType.DAY,
        "period_key": "2024-03-31",
        "period_start": date(2024, 3, 31),
        "period_end": date(2024, 3, 31),
        "period_label": "31 March 2024",
        "value": 45.0,
        "value_text": "45%",
        "status": Status.REPORTED,
        "source": "report",
        "section": "Appendix One",
        "line": 78,
        "quote": "45% agency",
    }
    observation: NewObservation = {**row, **changes}  # type: ignore[typeddict-item]
    return observation


def month(number: int, series: SeriesKey = DEVON, **changes: Any) -> NewObservation:
    """Give the figure of a month of 2023."""
    start = date(2023, number, 1)
    changes = {"period_type": PeriodType.MONTH, "period_start": start, **changes}
    return figure(
        series, period_key=f"2023-{number:02}", period_end=start.replace(day=28), **changes
    )


def load_names(load: Loader) -> None:
    """Load all that figures refer to."""
    load.organisations(ORGANISATIONS)
    load.teams(TEAMS)
    load.role_groups(ROLE_GROUPS)
    load.metrics(METRICS)
    load.formulas(FORMULAS)
    load.sources([{"key": key, "title": key.title()} for key in ("report", "annual")])


def load_bundle(
    engine: Engine, figures: Iterable[NewObservation] | None = None
) -> dict[str, Counts]:
    """Load the bundle with these figures; give what that did to the tables it changed."""
    with loader(engine) as load:
        load_names(load)
        load.observations([figure()] if figures is None else figures)
    return changes_of(load)


def changes_of(load: Loader) -> dict[str, Counts]:
    """Give the tables that were changed, with what was done to them."""
    return {table: counts for table, counts in load.counts.items() if counts}
