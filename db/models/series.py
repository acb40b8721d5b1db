"""The figures: series, their observations, and where a figure was printed again."""

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from db.models.table import Table


class Series(Table, table=True):
    """Figures of one metric, scope and formula; `team_id` NULL is the whole organisation.

    `identity` is the keys of all that tells two series apart, joined by `|`. Unique constraints
    on SQLite and PostgreSQL take two NULLs for different, so over the columns themselves a series
    without a team or formula could be stored twice; a text that is never NULL cannot.
    """

    __tablename__ = "series"
    __table_args__ = (
        # The workspace stands last: first, a planner without statistics takes this index for a
        # read by metric, and so reads every series there is.
        UniqueConstraint("identity", "workspace"),
        Index(None, "metric_id", "organisation_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    identity: str
    metric_id: int = Field(foreign_key="metric.id")
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    role_group_id: int = Field(foreign_key="role_group.id")
    formula_id: int | None = Field(default=None, foreign_key="formula.id")
    kind: str
    basis: str = ""
    unit: str = ""


class Observation(Table, table=True):
    """One figure: as a number, as it was printed, and where.

    `period_key` is the period in one form ("2024-03-31", "2022/23", "undated"), `period_label`
    as the source says it. `qualifier` tells apart two figures of one series and period ("after
    6 months in post"), `edition` two printings of one source: the day or
    month it was published, as ISO writes it. The workspace is its series'.
    """

    __tablename__ = "observation"
    __table_args__ = (
        # The source stands first, so that this index also finds all figures of a source.
        UniqueConstraint("source_id", "series_id", "period_key", "qualifier", "edition"),
        Index(None, "series_id", "period_end"),
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    series_id: int = Field(foreign_key="series.id")
    period_type: str
    period_key: str
    period_start: date | None = None
    period_end: date | None = None
    period_label: str = ""
    qualifier: str = ""
    value: float | None = None
    value_text: str = ""
    status: str
    numerator: float | None = None
    denominator: float | None = None
    denominator_text: str = ""
    edition: str = ""
    source_id: int = Field(foreign_key="source.id")
    section: str = ""
    line: int | None = None
    quote: str = ""
    note: str = ""
    import_id: int | None = Field(default=None, foreign_key="import.id", index=True)


class Restatement(Table, table=True):
    """The same figure, printed again elsewhere."""

    __tablename__ = "restatement"

    id: int | None = Field(default=None, primary_key=True)
    observation_id: int = Field(foreign_key="observation.id", index=True, ondelete="CASCADE")
    source_id: int = Field(foreign_key="source.id")
    section: str = ""
    line: int | None = None
    quote: str = ""
    value_text: str = ""
