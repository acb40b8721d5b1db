"""Reading the tables of files over the names of the five reports."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.loading.read import read_tables
from bot.loading.statements import Reading
from bot.loading.words import Wording
from bot.pipeline import Knowledge
from seed.grids import read_workbook
from tests.loading.workbooks import table

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def wording(known: Knowledge) -> Wording:
    """Give what reads headings and labels."""
    return Wording(known.lexicon)


@pytest.fixture
def read(wording: Wording, tmp_path: Path) -> Read:
    """Give what reads a file, or lines written to one, as Devon's unless another is meant."""

    def reading(*given: str | Path, council: str = "devon", **answers: str) -> Reading:
        (first, *_) = given
        lines = [str(one) for one in given]
        path = first if isinstance(first, Path) else table(tmp_path / "figures.csv", *lines)
        said = {key.replace("__", ":"): value for key, value in answers.items()}
        return read_tables(read_workbook(path), wording, said, council)

    return reading
