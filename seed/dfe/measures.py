"""The measures of the file: their columns in both layouts, and what they are in the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from db.vocabulary import Basis


@dataclass(frozen=True, slots=True)
class Measure:
    """A column: `column` as the layout since 2023 writes it, `older` as the one before did.

    A rate has `top` over the sum of `bottom`, named by column; `over_days` is a rate whose bottom
    is also multiplied by the working days of a year. `whole` says that it counts whole people.
    """

    column: str
    older: str
    metric: str
    unit: str
    basis: Basis = Basis.FTE
    is_flow: bool = False
    formula: str | None = None
    top: str = ""
    bottom: tuple[str, ...] = ()
    over_days: bool = False
    per: int = 100

    @property
    def is_rate(self) -> bool:
        """Whether it is made of other columns."""
        return bool(self.top)


def _rate(column: str, older: str, metric: str, top: str, *bottom: str) -> Measure:
    basis = Basis.HEADCOUNT if column.endswith("headcount") else Basis.FTE
    flows = {"turnover_rate_fte", "turnover_rate_headcount"}
    return Measure(
        column, older, metric, "%", basis, column in flows, "dfe", top=top, bottom=bottom
    )


_HEADS, _FTE = Basis.HEADCOUNT, Basis.FTE

MEASURES: Final = (
    Measure("inpost_fte", "social_worker_fte", "staff_in_post_fte", "FTE"),
    Measure("inpost_headcount", "social_worker_headcount", "headcount", "people", _HEADS),
    Measure("starters_fte", "", "starters_fte", "FTE", _FTE, is_flow=True),
    Measure("starters_headcount", "", "starters", "people", _HEADS, is_flow=True),
    Measure("leavers_fte", "leaver_fte", "leavers_fte", "FTE", _FTE, is_flow=True),
    Measure("leavers_headcount", "leaver_headcount", "leavers", "people", _HEADS, is_flow=True),
    _rate("turnover_rate_fte", "turnover_rate_fte_%", "turnover_rate", "leavers_fte", "inpost_fte"),
    _rate(
        "turnover_rate_headcount",
        "turnover_rate_headcount_%",
        "turnover_rate_headcount",
        "leavers_headcount",
        "inpost_headcount",
    ),
    Measure("agency_fte", "agency_fte", "agency_fte", "FTE"),
    Measure("agency_headcount", "agency_headcount", "agency_workers", "people", _HEADS),
    _rate(
        "agency_rate_fte",
        "agency_worker_rate_fte_%",
        "agency_rate",
        "agency_fte",
        "agency_fte",
        "inpost_fte",
    ),
    _rate(
        "agency_rate_headcount",
        "agency_worker_rate_headcount_%",
        "agency_rate_headcount",
        "agency_headcount",
        "agency_headcount",
        "inpost_headcount",
    ),
    Measure("agency_cover_fte", "agency_cover_fte", "agency_cover_fte", "FTE"),
    _rate(
        "agency_cover_rate_fte",
        "agency_cover_rate_fte_%",
        "agency_cover_rate",
        "agency_cover_fte",
        "agency_fte",
    ),
    Measure("vacancy_fte", "vacancy_fte", "vacancies_gross_fte", "FTE"),
    _rate(
        "vacancy_rate_fte",
        "vacancy_rate_fte_%",
        "vacancy_rate",
        "vacancy_fte",
        "vacancy_fte",
        "inpost_fte",
    ),
    _rate(
        "vacancy_agency_cover_rate_fte",
        "vacancy_agency_cover_rate_fte_%",
        "vacancy_agency_cover_rate",
        "agency_cover_fte",
        "vacancy_fte",
    ),
    Measure("case_holders_fte", "case_holders_fte", "fte_holding_cases", "FTE"),
    Measure("cases", "cases", "cases", "cases", _HEADS),
    Measure(
        "caseload_fte",
        "caseload_fte",
        "average_caseload",
        "cases per worker",
        formula="dfe",
        top="cases",
        bottom=("case_holders_fte",),
        per=1,
    ),
    Measure(
        "working_days_lost_fte", "working_days_lost_fte", "sickness_days_lost", "days", is_flow=True
    ),
    Measure(
        "absence_rate_fte",
        "absence_rate_fte_%",
        "sickness_rate",
        "%",
        is_flow=True,
        formula="dfe",
        top="working_days_lost_fte",
        bottom=("inpost_fte",),
        over_days=True,
    ),
)

IDENTITY: Final = tuple(
    "time_period time_identifier geographic_level country_code country_name region_code "
    "region_name old_la_code new_la_code la_name".split()
)
"""The columns that say what a row is of; both layouts have them."""

NEWER: Final[Mapping[str, str]] = {one.column: one.column for one in MEASURES}
OLDER: Final[Mapping[str, str]] = {one.older: one.column for one in MEASURES if one.older}
"""Each layout: from its columns to those that the measures are named by."""
