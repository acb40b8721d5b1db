"""Loads of many rows, one after the other until told to stop: `python -m … DATABASE_URL ROWS`.

They are those of a workspace of its own, so that no answer changes meanwhile.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count, islice, product
from time import perf_counter

from db.session import engine_for
from db.vocabulary import PeriodType, Status
from db.writes import NewImport, NewObservation, NewSource, SeriesKey, loader

_WORKSPACE = "T0BENCH"
_METRICS = ("headcount", "starters", "leavers", "agency_workers", "vacancies")
_FIRST = date(1900, 1, 1)


def main(url: str, rows: int) -> None:
    """Load so many rows again and again, printing the seconds of each load."""
    engine = engine_for(url)
    for number in count(1):
        begun = perf_counter()
        with loader(engine, _WORKSPACE, replace=False) as load:
            load.sources([NewSource(key="bench", title="Rows of a benchmark")])
            load.begin_import(_file(number))
            load.observations(islice(_figures(number), rows))
        sys.stdout.write(f"{perf_counter() - begun:.3f}\n")
        sys.stdout.flush()


def _file(number: int) -> NewImport:
    now = datetime.now(UTC)
    return NewImport(file="bench.csv", sha256=f"{number:064x}", loaded_by="bench", loaded_at=now)


def _figures(number: int) -> Iterator[NewObservation]:
    """A figure of each metric for each day; other values in each load."""
    series = [SeriesKey(one, "devon", "all_staff") for one in _METRICS]
    for day, one in product(range(100_000), series):
        at = _FIRST + timedelta(days=day)
        yield NewObservation(
            series=one,
            period_type=PeriodType.DAY,
            period_key=at.isoformat(),
            period_start=at,
            period_end=at,
            status=Status.REPORTED,
            source="bench",
            value=float(day + number),
        )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
