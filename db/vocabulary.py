"""The fixed words the store describes a figure with; their values are what is stored."""

from enum import StrEnum

LOADED = "loaded"
"""The key of the source of all that a workspace loads itself."""


class OrganisationKind(StrEnum):
    """What sort of body an organisation is; figures of regions and nations serve to compare."""

    COUNCIL = "council"
    REGION = "region"
    NATION = "nation"


class Kind(StrEnum):
    """What a figure claims: what was, what is aimed at, or what is compared with."""

    ACTUAL = "actual"
    TARGET = "target"
    BENCHMARK = "benchmark"
    FORECAST = "forecast"
    PLANNED = "planned"
    CHANGE = "change"


class Basis(StrEnum):
    """How people are counted: full-time equivalents, heads, posts, or the source does not say."""

    FTE = "fte"
    HEADCOUNT = "headcount"
    POSTS = "posts"
    UNSTATED = ""


class Status(StrEnum):
    """How a figure was published; a blank is never a zero.

    `c`, `u` and `z` are the Department for Education's marks for suppressed, low reliability and
    not applicable; "low" is its word for a number that rounds to nought.
    """

    REPORTED = "reported"
    ZERO = "zero"
    BLANK = "blank"
    NOT_AVAILABLE = "not_available"
    SUPPRESSED = "suppressed"
    LOW = "low"
    LOW_RELIABILITY = "low_reliability"
    NOT_APPLICABLE = "not_applicable"
    APPROXIMATE = "approximate"
    BOUND = "bound"


WITHOUT_VALUE = frozenset(
    {Status.BLANK, Status.NOT_AVAILABLE, Status.SUPPRESSED, Status.NOT_APPLICABLE}
)


class PeriodType(StrEnum):
    """The kind of time a figure is for; a census year ends on 30 September."""

    DAY = "day"
    MONTH = "month"
    EACH_MONTH = "each_month"
    QUARTER = "quarter"
    FINANCIAL_YEAR = "financial_year"
    CENSUS_YEAR = "census_year"
    YEAR = "year"
    SPAN = "span"
    YEAR_TO_DATE = "year_to_date"
    UNDATED = "undated"
