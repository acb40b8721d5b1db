"""Loading figures, with their series and where they are printed again."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import select

from db import models
from db.portions import MOST, portions
from db.vocabulary import WITHOUT_VALUE, Status
from db.writes.checks import Shape, each
from db.writes.layouts import defaults_of
from db.writes.rows import NewObservation, NewRestatement, SeriesKey
from db.writes.upsert import match, remove, upsert
from db.writes.work import Work

Row = Mapping[str, Any]
Place = tuple[Any, ...]

_SERIES, _OBSERVATION, _RESTATEMENT = (
    models.METADATA.tables[name] for name in ("series", "observation", "restatement")
)
_SHAPE, _PLACE_SHAPE, _SERIES_SHAPE = (
    Shape(row) for row in (NewObservation, NewRestatement, SeriesKey)
)
_PLACE = ("section", "line", "quote", "value_text")
_NOT_COLUMNS = ("series", "source", "restated")


class FigureKey(NamedTuple):
    """What no two figures share: the columns of the unique constraint."""

    source_id: int
    series_id: int
    period_key: str
    qualifier: str
    edition: str


class Figures:
    """The figures of one load."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._defaults = defaults_of("observation") | {"workspace": work.workspace}
        self._place_defaults = defaults_of("restatement")
        self._series: dict[SeriesKey, int] = {}
        self._given: dict[FigureKey, Sequence[Place]] = {}

    def store(self, rows: Iterable[NewObservation], import_id: int | None) -> int:
        """Store figures, and their series where they are the first; give how many there are.

        Raises:
            LoadError: a row has not the shape, is there twice, or names what is not there.
        """
        self._defaults["import_id"] = import_id
        numbered = enumerate(rows, 1)
        stored = 0
        # Long lists of dicts slow down Python's garbage collector, which looks at each again.
        while portion := list(islice(numbered, MOST)):
            self._store(portion)
            stored += len(portion)
        return stored

    def finish(self) -> None:
        """Set where the given figures are printed again; remove what was not given again.

        Only figures of this load's sources are removed, and only where the load replaces. A load
        without figures removes none.
        """
        if not self._given:
            return
        stored = self._stored()
        ours = {stored[key] for key in self._given}
        gone = [figure for figure in stored.values() if figure not in ours]
        gone = gone if self._work.replaces else []
        places = [(stored[key], *place) for key, given in self._given.items() for place in given]
        self._match_places(ours.union(gone), places)
        self._work.count("observation", remove(self._work.conn, _OBSERVATION, gone))

    def _store(self, numbered: Sequence[tuple[int, Row]]) -> None:
        each("observation", numbered, _label, _check)
        self._store_series(numbered)
        records = each("observation", numbered, _label, self._record)
        counts = upsert(self._work.conn, _OBSERVATION, records, quiet=("import_id",))
        self._work.count("observation", counts)

    def _store_series(self, numbered: Sequence[tuple[int, Row]]) -> None:
        first = {row["series"]: (number, row) for number, row in reversed(numbered)}
        new = {key: entry for key, entry in first.items() if key not in self._series}
        records = each("observation", new.values(), _label, self._series_record)
        self._work.count("series", upsert(self._work.conn, _SERIES, records))
        ids = self._series_ids([record["identity"] for record in records])
        self._series |= {series: ids[_identity(series)] for series in new}

    def _series_record(self, row: Row) -> Row:
        series: SeriesKey = row["series"]
        _SERIES_SHAPE.check(series._asdict())
        self._work.name("series", (_identity(series), self._work.workspace))
        ids, team, formula = self._work.ids, series.team, series.formula
        return {
            "workspace": self._work.workspace,
            "identity": _identity(series),
            "metric_id": ids.id_of("metric", series.metric),
            "organisation_id": ids.id_of("organisation", series.organisation),
            "team_id": team and ids.id_of("team", team),
            "role_group_id": ids.id_of("role_group", series.role_group),
            "formula_id": formula and ids.id_of("formula", f"{series.metric}/{formula}"),
            "kind": series.kind,
            "basis": series.basis,
            "unit": series.unit,
        }

    def _series_ids(self, identities: Sequence[str]) -> dict[str, int]:
        ids: dict[str, int] = {}
        for some in portions(identities):
            is_ours = _SERIES.c.workspace == self._work.workspace
            wanted = select(_SERIES).where(_SERIES.c.identity.in_(some), is_ours)
            ids |= {row.identity: row.id for row in self._work.conn.execute(wanted)}
        return ids

    def _record(self, row: Row) -> Row:
        record = {**self._defaults, **row}
        for name in _NOT_COLUMNS:
            record.pop(name, None)
        record["series_id"] = self._series[row["series"]]
        record["source_id"] = self._work.ids.id_of("source", row["source"])
        key = FigureKey(*(record[column] for column in FigureKey._fields))
        if key in self._given:
            raise ValueError("this load has the figure already; a qualifier tells two apart")
        self._given[key] = tuple(self._place(place) for place in row.get("restated", ()))
        return record

    def _place(self, row: Row) -> Place:
        _PLACE_SHAPE.check(row)
        source_id = self._work.ids.id_of("source", row["source"])
        return (source_id, *(row.get(name, self._place_defaults[name]) for name in _PLACE))

    def _stored(self) -> dict[FigureKey, int]:
        """Give every figure of the sources of this load, by key."""
        named = {
            self._work.ids.id_of("source", key) for _, key in self._work.named.get("source", ())
        }
        columns = [_OBSERVATION.c[column] for column in FigureKey._fields]
        found: dict[FigureKey, int] = {}
        for source_id in named.union(key.source_id for key in self._given):
            wanted = select(_OBSERVATION.c.id, *columns).where(
                _OBSERVATION.c.source_id == source_id,
                _OBSERVATION.c.workspace == self._work.workspace,
            )
            rows = self._work.conn.execute(wanted)
            found |= {FigureKey(*key): figure for figure, *key in rows}
        return found

    def _match_places(self, figures: set[int], places: Sequence[Place]) -> None:
        columns = ("observation_id", "source_id", *_PLACE)
        every = select(*(_RESTATEMENT.c[column] for column in columns))
        stored: list[Place] = []
        for some in portions(figures):
            rows = self._work.conn.execute(every.where(_RESTATEMENT.c.observation_id.in_(some)))
            stored += map(tuple, rows)
        counts = match(self._work.conn, _RESTATEMENT, columns, stored, places)
        self._work.count("restatement", counts)


def _check(row: Row) -> None:
    _SHAPE.check(row)
    value, status = row.get("value"), row["status"]
    if value is not None and status in WITHOUT_VALUE:
        raise ValueError(f"a figure that is {status} has no value, not {value}")
    if status == Status.ZERO and value != 0:
        raise ValueError(f"a figure that is zero has the value 0, not {value}")
    start, end = row.get("period_start"), row.get("period_end")
    if start and end and start > end:
        raise ValueError(f"the period ends on {end}, before it starts on {start}")


def _identity(series: SeriesKey) -> str:
    parts = [part or "" for part in series]
    if any("|" in part for part in parts):
        raise ValueError("a key or unit holds the character |")
    return "|".join(parts)


def _label(row: Row) -> str:
    series, period = row.get("series"), row.get("period_key")
    if not isinstance(series, SeriesKey):
        return str(period)
    return f"{series.metric} of {series.team or series.organisation}, {period}"
