"""The store as the answer sees it: series and figures by key, with names from the catalogue."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from bot.answer.held.kept import Kept
from bot.answer.held.series import Series, figures_of
from bot.answer.values import Figure
from bot.query.directory import Directory
from db.reader import Reader
from db.reads import NeighbourRow, ObservationRow, SeriesRow

Value = TypeVar("Value")


class Coverage(NamedTuple):
    """How many figures of a metric and kind an organisation has; the dated ones' first and last."""

    organisation: str
    metric: str
    kind: str
    figures: int
    first: date | None
    last: date | None


class Facts:
    """Reads for one question, on a given day: nothing that begins later is seen.

    What was `kept` of other questions of that day is not read again. With `papers_only` nothing is
    seen of what was released as statistics of all councils.
    """

    def __init__(
        self,
        reader: Reader,
        directory: Directory,
        today: date,
        kept: Kept | None = None,
        *,
        papers_only: bool = False,
    ) -> None:
        self._reader = reader
        self.directory = directory
        self.today = today
        self._kept = kept or Kept()
        self._papers_only = papers_only

    def only_papers(self) -> "Facts":
        """The same day without what was released of councils, and with nothing read yet."""
        return Facts(self._reader, self.directory, self.today, papers_only=True)

    def series(
        self, metrics: Collection[str], organisations: Collection[str] | None = None
    ) -> list[Series]:
        """The series of some metrics, of all organisations or some, in the order of the store."""
        self._read_series(metrics)
        found = [
            one
            for held in (self._kept.series[key] for key in set(metrics))
            for organisation in (held if organisations is None else set(organisations))
            for one in held.get(organisation, ())
        ]
        return sorted(found, key=_id)

    def kinds(self, metric: str) -> frozenset[str]:
        """The kinds of all series of a metric."""
        if metric not in self._kept.kinds:
            self._kept.kinds[metric] = frozenset(one.kind for one in self.series((metric,)))
        return self._kept.kinds[metric]

    def series_of(self, organisation: str) -> list[Series]:
        """Every series of an organisation."""
        ids = [self.directory.organisations[organisation].id]
        return [self._known(row) for row in self._reader.series_of(ids)]

    def figures(self, series: Iterable[Series]) -> dict[int, Sequence[Figure]]:
        """The figures of each series by its id, oldest first, read in one go."""
        wanted = {one.id: one for one in series}
        unread = [id_ for id_ in wanted if id_ not in self._kept.figures]
        if unread:
            rows = self._rows([wanted[id_] for id_ in unread])
            none: dict[int, Sequence[Figure]] = dict.fromkeys(unread, ())
            self._kept.keep(none | figures_of(rows, wanted, self.directory))
        return {id_: self._kept.figures[id_] for id_ in wanted}

    def forget(self) -> None:
        """Forget the figures read so far and what was made of them, not which series there are."""
        self._kept.forget_figures()

    def once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What was made of the figures under a key before; else it is made now."""
        if key not in self._kept.made:
            self._kept.made[key] = make()
        found: Value = self._kept.made[key]
        return found

    def figures_at(self, series: Iterable[Series], end: date) -> list[Figure]:
        """The figures of some series whose period ends on a day, in the order of the store."""
        wanted = {one.id: one for one in series}
        rows = self._reader.observations(list(wanted), self.today, end)
        found = figures_of(rows, wanted, self.directory)
        return [figure for figures in found.values() for figure in figures]

    def neighbours(self, organisation: str) -> list[NeighbourRow]:
        """The statistical neighbours of a council, newest model first, closest first."""
        code = self.directory.organisations[organisation].code
        return self._reader.neighbours(code.split(" / ")) if code else []

    def coverage(self, organisations: Collection[str] = ()) -> Sequence[Coverage]:
        """What is held of all organisations, or of some, in the catalogue's order."""
        if organisations:
            return self._coverage(organisations)
        return self.once("coverage", self._coverage)  # every figure is looked at for it

    def _coverage(self, organisations: Collection[str] = ()) -> list[Coverage]:
        metrics, keys, _, _ = self.directory.keys
        ids = [self.directory.organisations[key].id for key in organisations]
        return [
            Coverage(
                keys[row.organisation_id],
                metrics[row.metric_id],
                row.kind,
                row.figures,
                row.first,
                row.last,
            )
            for row in self._reader.coverage(self.today, ids or None)
        ]

    def _read_series(self, metrics: Collection[str]) -> None:
        unread = sorted({key for key in metrics if key not in self._kept.series})
        if unread:
            found: dict[str, dict[str, list[Series]]] = {key: defaultdict(list) for key in unread}
            for row in self._reader.series([self.directory.metrics[key].id for key in unread]):
                one = self._known(row)
                found[one.metric][one.organisation].append(one)
            self._kept.series.update(found)

    def _rows(self, series: Sequence[Series]) -> list[ObservationRow]:
        kinds = self.directory.kinds
        papers = [
            one.id for one in series if self._papers_only and kinds[one.organisation] == "council"
        ]
        others = {one.id for one in series}.difference(papers)
        return [
            *self._reader.of_papers(papers, self.today),
            *self._reader.observations(others, self.today),
        ]

    def _known(self, row: SeriesRow) -> Series:
        metrics, organisations, teams, role_groups = self.directory.keys
        formula = self.directory.formulas.get(row.formula_id or 0)
        return Series(
            row.id,
            metrics[row.metric_id],
            organisations[row.organisation_id],
            teams[row.team_id] if row.team_id else "",
            role_groups[row.role_group_id],
            formula.key if formula else "",
            row.kind,
            row.basis,
            row.unit,
        )


def _id(series: Series) -> int:
    return series.id
