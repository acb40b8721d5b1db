"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, and the one row of the store's state."""
    organisations()
    role_groups()
    metrics()
    words()
    provenance()
    series()
    observations()
    restatements()
    state()


def downgrade() -> None:
    """Drop every table, those that refer to others first."""
    for name in (
        "restatement observation series import source caveat event term alias formula metric "
        "role_group_combination role_group team_cover team organisation store_state"
    ).split():
        op.drop_table(name)


def organisations() -> None:
    """Make organisations and their teams."""
    make(
        "organisation",
        number("id"),
        *texts("workspace", "key", "name", "short_name", "kind"),
        number("region_id", nullable=True),
        *texts("code", "ons_code", nullable=True),
        refers("organisation", "region_id", "organisation"),
        once("organisation", "workspace", "key"),
    )
    make(
        "team",
        number("id"),
        *texts("workspace"),
        number("organisation_id"),
        *texts("key", "name"),
        number("parent_id", nullable=True),
        refers("team", "organisation_id", "organisation"),
        refers("team", "parent_id", "team"),
        once("team", "workspace", "key"),
    )
    pairs("team_cover", "team", "group_id", "member_id")


def role_groups() -> None:
    """Make role groups."""
    make(
        "role_group",
        number("id"),
        *texts("workspace", "key", "name"),
        number("parent_id", nullable=True),
        refers("role_group", "parent_id", "role_group"),
        once("role_group", "workspace", "key"),
    )
    pairs("role_group_combination", "role_group", "role_group_id", "part_id")


def metrics() -> None:
    """Make metrics and their formulas."""
    make(
        "metric",
        number("id"),
        *texts("workspace", "key", "name", "unit", "direction", "subject", "facets", "nature"),
        number("decimals"),
        *texts("definition", "sensitivity"),
        once("metric", "workspace", "key"),
    )
    make(
        "formula",
        number("id"),
        number("metric_id"),
        *texts("key", "words", "numerator", "denominator", "population"),
        *texts("basis", "nature", "source"),
        refers("formula", "metric_id", "metric"),
        once("formula", "metric_id", "key"),
    )


def words() -> None:
    """Make aliases, terms, events and caveats."""
    make(
        "alias",
        number("id"),
        *texts("workspace", "text", "means"),
        number("rank"),
        once("alias", "workspace", "text", "rank"),
    )
    op.create_index("ix_alias_text", "alias", ["text"])
    make(
        "term",
        number("id"),
        *texts("workspace", "key", "name", "meaning", "source"),
        once("term", "workspace", "key"),
    )
    make(
        "event",
        number("id"),
        *texts("workspace", "key", "name"),
        number("organisation_id"),
        *texts("month"),
        refers("event", "organisation_id", "organisation"),
        once("event", "workspace", "key"),
    )
    make(
        "caveat",
        number("id"),
        *texts("workspace", "key", "text"),
        *texts("metric", "organisation", "team", nullable=True),
        *texts("role_group", "formula", "period", nullable=True),
        once("caveat", "workspace", "key"),
    )


def provenance() -> None:
    """Make sources and imports."""
    make(
        "source",
        number("id"),
        *texts("workspace", "key", "title", "publisher", "published", "file"),
        once("source", "workspace", "key"),
    )
    make(
        "import",
        number("id"),
        *texts("workspace", "file", "sha256", "loaded_by"),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        number("rows"),
        *texts("status"),
    )


def series() -> None:
    """Make series."""
    make(
        "series",
        number("id"),
        *texts("workspace", "identity"),
        number("metric_id"),
        number("organisation_id"),
        number("team_id", nullable=True),
        number("role_group_id"),
        number("formula_id", nullable=True),
        *texts("kind", "basis", "unit"),
        refers("series", "metric_id", "metric"),
        refers("series", "organisation_id", "organisation"),
        refers("series", "team_id", "team"),
        refers("series", "role_group_id", "role_group"),
        refers("series", "formula_id", "formula"),
        once("series", "identity", "workspace"),
    )
    columns = ["metric_id", "organisation_id"]
    op.create_index("ix_series_metric_id_organisation_id", "series", columns)
    op.create_index("ix_series_organisation_id", "series", ["organisation_id"])


def observations() -> None:
    """Make observations."""
    make(
        "observation",
        number("id"),
        *texts("workspace"),
        number("series_id"),
        *texts("period_type", "period_key"),
        sa.Column("period_start", sa.Date()),
        sa.Column("period_end", sa.Date()),
        *texts("period_label", "qualifier"),
        sa.Column("value", sa.Float()),
        *texts("value_text", "status"),
        sa.Column("numerator", sa.Float()),
        sa.Column("denominator", sa.Float()),
        *texts("denominator_text", "edition"),
        number("source_id"),
        *texts("section"),
        number("line", nullable=True),
        *texts("quote", "note"),
        number("import_id", nullable=True),
        refers("observation", "series_id", "series"),
        refers("observation", "source_id", "source"),
        refers("observation", "import_id", "import"),
        once("observation", "source_id", "series_id", "period_key", "qualifier", "edition"),
    )
    columns = ["series_id", "period_end"]
    op.create_index("ix_observation_series_id_period_end", "observation", columns)
    op.create_index("ix_observation_import_id", "observation", ["import_id"])


def restatements() -> None:
    """Make restatements."""
    make(
        "restatement",
        number("id"),
        number("observation_id"),
        number("source_id"),
        *texts("section"),
        number("line", nullable=True),
        *texts("quote", "value_text"),
        refers("restatement", "observation_id", "observation", ondelete="CASCADE"),
        refers("restatement", "source_id", "source"),
    )
    op.create_index("ix_restatement_observation_id", "restatement", ["observation_id"])


def state() -> None:
    """Make the store's state and its row."""
    make(
        "store_state",
        number("id"),
        number("generation"),
        *texts("content"),
        sa.CheckConstraint("id = 1", name="ck_store_state_single"),
    )
    op.execute("INSERT INTO store_state (id, generation, content) VALUES (1, 0, '')")


def make(name: str, *parts: Any, key: tuple[str, ...] = ("id",)) -> None:
    """Make a table with a named primary key."""
    op.create_table(name, *parts, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))


def pairs(name: str, of: str, left: str, right: str) -> None:
    """Make a table that pairs rows of another; a pair goes with its left row."""
    make(
        name,
        number(left),
        number(right),
        refers(name, left, of, ondelete="CASCADE"),
        refers(name, right, of),
        key=(left, right),
    )


def number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    """Give a column of whole numbers."""
    return sa.Column(name, sa.Integer(), nullable=nullable)


def texts(*names: str, nullable: bool = False) -> list[sa.Column[str]]:
    """Give columns of text."""
    return [sa.Column(name, sa.String(), nullable=nullable) for name in names]


def refers(
    table: str, column: str, to: str, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    """Give a reference to the id of another row."""
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=ondelete)


def once(table: str, *columns: str) -> sa.UniqueConstraint:
    """Give the constraint that such a row is there once."""
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{columns[0]}")
