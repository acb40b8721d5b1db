"""Which step a store's tables stand at, told without Alembic, which takes long to import."""

from pathlib import Path

from sqlalchemy import Connection, text

_STEPS = Path(__file__).parent / "migrations" / "versions"
_STEP = text("SELECT version_num FROM alembic_version")


def is_at_newest_step(conn: Connection) -> bool:
    """Tell whether the newest step of this version is the last that the store has had."""
    return conn.execute(_STEP).scalars().all() == [newest()]


def newest() -> str:
    """Give the number that the newest step's file begins with, which is its revision."""
    return max(path.name.partition("_")[0] for path in _STEPS.glob("[0-9]*.py"))
