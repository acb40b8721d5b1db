"""A load of very many figures by a process of its own: `python -m … DATABASE_URL COUNT`.

Prints, as JSON, the seconds it took and the megabytes of memory that were most.
"""

import json
import resource
import sys
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice, product
from time import perf_counter

from db.loads import Act, Figure, FigureSource, staged
from db.reader import reading
from db.scope import Scope
from db.session import engine_for, read_engine_for
from db.vocabulary import PeriodType, Status
from db.writes import SeriesKey

_SCOPE = Scope("bench-large", "bench")
_SOURCE = FigureSource("bench", "Figures of a benchmark", "")
_YEARS = range(1984, 2024)
_COUNCIL = "devon"


def main(url: str, count: int) -> None:
    """Load so many figures, all of them new."""
    figures = islice(_figures(url), count)
    engine, begun = engine_for(url), perf_counter()
    with staged(engine, _SCOPE.workspace, _SOURCE, figures) as prepared:
        act = Act(_SCOPE.viewer, datetime.now(UTC), "load", "terminal")
        prepared.publish("bench", "", act, prepared.tally)
    seconds = perf_counter() - begun
    engine.dispose()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "megabytes": megabytes}))


def _figures(url: str) -> Iterator[Figure]:
    """A figure of each month, of everything that is counted by anybody in a council."""
    engine = read_engine_for(url)
    with reading(engine, _SCOPE) as reader:
        known = reader.catalogue()
    engine.dispose()
    teams = [one.key for one in known.teams if one.organisation == _COUNCIL]
    metrics = [one.key for one in known.metrics if not one.formulas]
    months = list(_months())
    named = product(teams, [one.key for one in known.role_groups], metrics)
    for number, (team, role_group, metric) in enumerate(named):
        series = SeriesKey(metric, _COUNCIL, role_group, team)
        for line, (key, start, end) in enumerate(months, number):
            value = float(line % 97)
            yield Figure(
                series,
                PeriodType.MONTH.value,
                key,
                start,
                end,
                key,
                value,
                f"{value:g}",
                Status.REPORTED.value,
                None,
                None,
                "bench",
                line,
            )


def _months() -> Iterator[tuple[str, date, date]]:
    for year, month in product(_YEARS, range(1, 13)):
        last = date(year, month, monthrange(year, month)[1])
        yield f"{year}-{month:02d}", last.replace(day=1), last


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
