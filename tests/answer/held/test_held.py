"""What is held of all organisations is counted once for each day."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.answer.held.facts import Coverage, Held


def test_a_day_is_counted_once_while_few_are_asked_about() -> None:
    counted: list[int] = []

    def count() -> Sequence[Coverage]:
        counted.append(1)
        return ()

    held, first = Held(), date(2024, 6, 1)
    for _ in range(2):
        for days in range(8):
            held.on(first + timedelta(days), count)
    assert len(counted) == 8
    held.on(first + timedelta(8), count)
    held.on(first, count)
    assert len(counted) == 10
