"""A mark of what a file would change, to know whether that is still what somebody has seen."""

from hashlib import sha256
from typing import Final

from bot.loading.statements import Reading
from db.loads import Staged

_ALL: Final = 1 << 30


def mark_of(reading: Reading, staged: Staged | None) -> str:
    """Give the mark: another one where a figure is read, or what is held, is different."""
    digest = sha256()
    for one in reading.statements:
        told = (one.series, one.when.key, one.value, one.text, one.status, one.qualifier)
        digest.update(repr(told).encode())
    for doubt in reading.doubts:
        digest.update(doubt.key.encode())
    if staged:
        digest.update(repr((staged.tally, staged.changes(_ALL))).encode())
    return digest.hexdigest()
