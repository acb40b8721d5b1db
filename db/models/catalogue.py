"""What is measured, of whom and where: metrics, role groups, organisations and their teams."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.models.table import Table


class Organisation(Table, table=True):
    """A council, a region or a nation; `region_id` is the region a council lies in.

    `code` is the three digits the Department for Education gives an authority, `ons_code` the
    nine characters of the Office for National Statistics.
    """

    __tablename__ = "organisation"
    __table_args__ = (UniqueConstraint("workspace", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    key: str
    name: str
    short_name: str
    kind: str
    region_id: int | None = Field(default=None, foreign_key="organisation.id")
    code: str | None = None
    ons_code: str | None = None


class Team(Table, table=True):
    """A part of an organisation, in a tree."""

    __tablename__ = "team"
    __table_args__ = (UniqueConstraint("workspace", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    organisation_id: int = Field(foreign_key="organisation.id")
    key: str
    name: str
    parent_id: int | None = Field(default=None, foreign_key="team.id")


class TeamCover(Table, table=True):
    """A printed total (`group_id`) counts a team that may hang elsewhere in the tree."""

    __tablename__ = "team_cover"

    group_id: int = Field(primary_key=True, foreign_key="team.id", ondelete="CASCADE")
    member_id: int = Field(primary_key=True, foreign_key="team.id")


class RoleGroup(Table, table=True):
    """The people a figure counts, in a tree from wide to narrow."""

    __tablename__ = "role_group"
    __table_args__ = (UniqueConstraint("workspace", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    key: str
    name: str
    parent_id: int | None = Field(default=None, foreign_key="role_group.id")


class RoleGroupCombination(Table, table=True):
    """A role group is the overlap of its parts: male and permanent staff."""

    __tablename__ = "role_group_combination"

    role_group_id: int = Field(primary_key=True, foreign_key="role_group.id", ondelete="CASCADE")
    part_id: int = Field(primary_key=True, foreign_key="role_group.id")


class Metric(Table, table=True):
    """What is measured; `facets` are words apart by spaces, `decimals` how it is shown.

    One that is `signed` may be below nought.
    """

    __tablename__ = "metric"
    __table_args__ = (UniqueConstraint("workspace", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    key: str
    name: str
    unit: str
    direction: str
    subject: str
    facets: str = ""
    nature: str
    decimals: int = 0
    definition: str = ""
    sensitivity: str = "A"
    signed: bool = False


class Formula(Table, table=True):
    """One way a rate is made.

    `numerator` and `denominator` name metrics: `+` stands between parts that are added, `|`
    between metrics that may stand for one part, best first.
    """

    __tablename__ = "formula"
    __table_args__ = (UniqueConstraint("metric_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    metric_id: int = Field(foreign_key="metric.id")
    key: str
    words: str
    numerator: str
    denominator: str
    population: str = ""
    basis: str = ""
    nature: str
    source: str = ""
