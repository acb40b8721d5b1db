"""Series that a workspace loads for itself."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.loading.acts.single import figure_said
from bot.loading.loads import Loader
from bot.loading.words import Wording
from bot.pipeline import Muster
from db.scope import Scope
from db.session import engine_for
from db.vocabulary import Kind

MONTHS = [20.0 + at * 7 % 5 + (3 if at > 28 else 0) for at in range(34)]
"""More than Slack's own chart holds, and enough for a mean."""
LONG = "agency fte for social workers in MASH Devon by month"
"""The question whose answer they are."""

_NOW = datetime(2024, 6, 10, tzinfo=UTC)
_HEAD = "Team,Role,Month,Agency FTE"


def months(count: int) -> list[str]:
    """Give so many months, the last of them May 2024, oldest first."""
    numbers = range(2024 * 12 + 5 - count, 2024 * 12 + 5)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]


@contextmanager
def loading(url: str, workspace: str) -> Iterator[Loader]:
    """Give what loads for a workspace."""
    muster, engine = Muster(url, Scope(workspace)), engine_for(url)
    yield Loader(engine, muster.knowledge().lexicon, Scope(workspace, "U0ANNA"), "terminal")
    engine.dispose()
    muster.close()


def load_months(
    url: str, workspace: str, file: Path, values: Sequence[float], team: str = "MASH"
) -> None:
    """Load a month's agency FTE each for the social workers of a team in Devon."""
    rows = [
        f"{team},Social workers,{month},{value}"
        for month, value in zip(months(len(values)), values, strict=True)
    ]
    file.write_text("\n".join((_HEAD, *rows)), encoding="utf-8")
    with loading(url, workspace) as loader:
        loader.load(loader.read(file, council="devon"), _NOW)


def set_target(url: str, workspace: str, said: str) -> None:
    """Set a target: "agency fte social workers MASH Devon 20 by Mar 2025"."""
    with loading(url, workspace) as loader:
        wording = Wording(loader.lexicon)
        loader.load(figure_said(said, Kind.TARGET, wording, {}, "devon"), _NOW)
