"""Hostile files: each is refused in a sentence or read; none ends or stops whoever reads it."""

import os
from pathlib import Path
from random import Random

import pytest

from bot.loading.read import read_tables
from bot.loading.words import Wording
from bot.pipeline import Knowledge
from seed.files.faults import FileFaultsError
from seed.grids import read_workbook
from tests.loading.files.hostile import hostile

FILES = int(os.environ.get("MUSTER_HOSTILE", "60"))


def outcome(path: Path, wording: Wording) -> str:
    """Read a file to the end; give what became of it."""
    try:
        reading = read_tables(read_workbook(path), wording, {})
    except FileFaultsError as refused:
        sentences = [fault.message for fault in refused.faults]
        return "refused" if sentences and all(sentences) else "refused without a reason"
    said = [one.reason for one in reading.refused]
    return "read" if all(said) else "read with refusals without a reason"


def test_every_file_is_refused_in_a_sentence_or_read(known: Knowledge, tmp_path: Path) -> None:
    wording, random = Wording(known.lexicon), Random(5)  # noqa: S311 - the same each time
    found = {outcome(hostile(random, tmp_path), wording) for _ in range(FILES)}
    assert found == {"refused", "read"}


@pytest.mark.parametrize("seed", range(3))
def test_the_files_are_the_same_each_time(tmp_path: Path, seed: int) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    made = [hostile(Random(seed), folder) for folder in (first, second)]  # noqa: S311 - as above
    assert made[0].name == made[1].name
