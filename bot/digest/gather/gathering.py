"""What follows watch, gathered for many of them: each series is read and looked into once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.answer.held.cells import PAPERS, cells_of, held_lines
from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line, lines_of
from bot.answer.held.series import Series
from bot.digest.gather.series import benchmark_of, series_in
from bot.digest.sets import SETS, title_of
from bot.digest.watched import Watched, Watching
from bot.query.query import Intent, Query
from bot.query.stored import restored

_LOOKED_THROUGH = frozenset({"actual", "target"})
_PUBLISHED = frozenset({"actual", "benchmark"})
_AT_ONCE = 1_000
"""Series whose figures are held at a time."""
_EARLIER = "a question of an earlier version"


class _Set(NamedTuple):
    """A set of metrics of a council, both by key."""

    name: str
    council: str


class Gathering:
    """What follows watch on one day; a follow `watches` a set of a council, or a query as JSON."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts.only_papers()
        self._directory = facts.directory
        self._found: dict[str, tuple[str, Watching]] = {}
        self._lines: dict[tuple[int, ...], tuple[Watched, ...]] = {}
        self._published: dict[tuple[str, str], tuple[Watched, ...]] = {}

    def watching(self, watches: str) -> tuple[str, Watching]:
        """What a follow is called and watches."""
        found = self._found.get(watches)
        if found is None:
            title = title_of(watches, self._directory.names)
            found = self._found[watches] = title, self._watching(_meant(watches))
        return found

    def portions(self, watches: Iterable[str]) -> Iterator[list[str]]:
        """Cut what many follows watch into portions whose figures find room in memory.

        Those of a council stand together. The figures of each portion are there when it is given,
        and are forgotten when the next one is.
        """
        portion: list[str] = []
        series: set[int] = set()
        for one in sorted(set(watches), key=council_of):
            looked_through = {one.id for one in self._looked_through(_meant(one))}
            if portion and len(series | looked_through) > _AT_ONCE:
                yield self._read(portion)
                portion, series = [], set()
            portion.append(one)
            series |= looked_through
        if portion:
            yield self._read(portion)

    def _read(self, portion: list[str]) -> list[str]:
        self.forget()
        self.read_ahead(portion)
        return portion

    def read_ahead(self, watches: Iterable[str]) -> None:
        """Read the figures that some follows watch in one go."""
        wanted = [one for some in watches for one in self._looked_through(_meant(some))]
        self._facts.figures(wanted)

    def forget(self) -> None:
        """Forget the figures read so far, so that those of the next follows find room."""
        self._facts.forget()
        for found in (self._found, self._lines, self._published):
            found.clear()

    def _looked_through(self, meant: _Set | Query | None) -> list[Series]:
        """The series among which those watched are found."""
        if meant is None:
            return []
        if isinstance(meant, _Set):
            metrics, councils = SETS.get(meant.name, frozenset()), {meant.council}
        else:
            metrics = frozenset(key for choice in meant.metrics for key in choice)
            councils = {key.partition("/")[0] for choice in meant.places for key in choice}
        series = self._facts.series(metrics & self._directory.metrics.keys(), councils)
        return [one for one in series if one.kind in _LOOKED_THROUGH]

    def _watching(self, meant: _Set | Query | None) -> Watching:
        if meant is None:
            return Watching((), lost=(_EARLIER,))
        return self._of_set(meant) if isinstance(meant, _Set) else self._of_query(meant)

    def _of_set(self, set_: _Set) -> Watching:
        """What a set of metrics holds of a council's own papers."""
        metrics = SETS.get(set_.name, frozenset())
        known = metrics & self._directory.metrics.keys()
        lost = tuple(sorted(metrics - known))
        if set_.council not in self._directory.organisations:
            return Watching((), lost=(set_.council, *lost))
        own = self._facts.series(known, [set_.council])
        lines = lines_of(self._facts, [one for one in own if one.kind == "actual"])
        return self._of_lines([line for line in lines if not line.released], lost)

    def _of_query(self, query: Query) -> Watching:
        """What a query's metrics hold at its places; the periods it names are not looked at."""
        names = self._directory
        keys = [key for choice in query.metrics for key in choice]
        lost = tuple(key for key in keys if key not in names.metrics)
        places = [key for choice in query.places for key in choice]
        lost += tuple(
            key for key in places if key not in names.teams and key not in names.organisations
        )
        if lost:
            return Watching((), lost=lost)
        asked = replace(query, intent=Intent.FIGURE, periods=())
        cells = cells_of(asked)
        lines = [line for cell in cells for line in held_lines(cell, asked, self._facts, PAPERS)]
        return replace(self._of_lines(lines, ()), conditions=query.conditions)

    def _of_lines(self, lines: Sequence[Line], lost: tuple[str, ...]) -> Watching:
        series = tuple(one for line in lines for one in self._series_in(line))
        organisations = self._directory.organisations
        nations = {one.key for one in organisations.values() if one.kind == "nation"}
        regions = {organisations[line.organisation].region for line in lines}
        benchmarks = tuple(
            one
            for metric in sorted({line.metric for line in lines})
            for place in sorted(nations.union(region for region in regions if region))
            for one in self._benchmarks(metric, place)
        )
        return Watching(series, benchmarks, lost)

    def _series_in(self, line: Line) -> tuple[Watched, ...]:
        key = tuple(one.id for one in line.figures)
        if key not in self._lines:
            self._lines[key] = tuple(series_in(line, self._facts))
        return self._lines[key]

    def _benchmarks(self, metric: str, place: str) -> tuple[Watched, ...]:
        """What is published of a nation or a region."""
        if (metric, place) not in self._published:
            series = [one for one in self._facts.series([metric], [place]) if not one.team]
            lines = lines_of(self._facts, [one for one in series if one.kind in _PUBLISHED])
            found = [benchmark_of(line, self._facts) for line in lines]
            self._published[metric, place] = tuple(one for one in found if one)
        return self._published[metric, place]


def _meant(watches: str) -> _Set | Query | None:
    """What a follow watches; None where it is a question of an earlier version."""
    kind, _, rest = watches.partition(":")
    if kind == "set":
        name, _, council = rest.partition(":")
        return _Set(name, council)
    return restored(watches)


def council_of(watches: str) -> str:
    """The council whose figures are watched, "" where it is none in particular."""
    meant = _meant(watches)
    if isinstance(meant, _Set):
        return meant.council
    places = meant.places if meant else ()
    return places[0][0].partition("/")[0] if places else ""
