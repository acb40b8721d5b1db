"""That what is loaded comes back the same, whatever it is and on whichever store."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Connection, Engine

from db import reads
from db.scope import Scope
from db.writes import loader
from tests.db.bundle import DEVON, figure, load_bundle

TEXTS = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"))
NUMBERS = some.none() | some.floats(allow_nan=False, allow_infinity=False) | some.integers(0, 999)
DAYS = some.dates(min_value=date(1948, 7, 5), max_value=date(2030, 1, 1))


# The engine is made once for all examples: each load replaces the figures of the one before.
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(quote=TEXTS, note=TEXTS, numbers=some.tuples(NUMBERS, NUMBERS), days=some.tuples(DAYS, DAYS))
def test_a_figure_survives_the_store(
    engine: Engine,
    reader: Connection,
    quote: str,
    note: str,
    numbers: tuple[float | None, float | None],
    days: tuple[date, date],
) -> None:
    value, numerator = numbers
    start, end = sorted(days)
    row = figure(quote=quote, note=note, value=value, numerator=numerator)
    load_bundle(engine, [{**row, "period_start": start, "period_end": end}])
    (series,) = reads.series(reader, Scope(), range(9), None)
    (found,) = reads.observations(reader, Scope(), [series.id], date(2030, 1, 1))
    assert (found.quote, found.note) == (quote, note)
    assert (found.value, found.numerator) == (value, numerator)
    assert (found.period_start, found.period_end) == (start, end)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS)
def test_an_alias_survives_the_store(engine: Engine, reader: Connection, text: str) -> None:
    with loader(engine) as load:
        load.aliases([{"text": text, "means": DEVON.metric}])
    (alias,) = reads.catalogue(reader, Scope()).aliases
    assert alias.text == text
