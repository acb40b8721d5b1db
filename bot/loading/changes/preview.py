"""What a file would change, as a value to be shown: in a terminal, in Slack, as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bot.loading.changes.identities import beside, broken_sums
from bot.loading.changes.naming import Naming
from bot.loading.changes.warnings import ENOUGH, jumps, too_much
from bot.loading.doubts import Doubt
from bot.loading.statements import Reading, Refused, Statement
from bot.query.directory import Directory
from db.loads import Staged, Tally
from db.loads.export import HeldRow
from db.vocabulary import Kind

_CHANGES: Final = 10
_NEWEST: Final = 8
_WARNINGS: Final = 100


@dataclass(frozen=True, slots=True)
class Changed:
    """One figure that is held otherwise; `published` stays beside the new one."""

    figure: str
    old: str
    new: str
    published: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would change; nothing is written while `doubts` are open."""

    file: str
    sha256: str
    rows: int
    tally: Tally
    changes: tuple[Changed, ...] = ()
    refused: tuple[Refused, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    newest: tuple[str, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def is_loadable(self) -> bool:
        """Whether a yes would change something."""
        return bool(self.tally) and not self.doubts

    def fields(self) -> dict[str, Any]:
        """The same for a program."""
        tally = self.tally
        return {
            "file": self.file,
            "rows": self.rows,
            "figures": {
                "new": tally.new,
                "changed": tally.changed,
                "unchanged": tally.unchanged,
                "refused": len(self.refused),
            },
            "changes": [
                {"figure": one.figure, "old": one.old, "new": one.new, "published": one.published}
                for one in self.changes
            ],
            "refused": [
                {
                    "sheet": one.where.sheet,
                    "row": one.where.row,
                    "column": one.heading,
                    "value": one.text,
                    "reason": one.reason,
                }
                for one in self.refused
            ],
            "questions": [
                {"key": one.key, "question": one.question, "options": dict(one.options)}
                for one in self.doubts
            ],
            "warnings": list(self.warnings),
            "notes": list(self.notes),
            "newest": list(self.newest),
        }


def preview_of(reading: Reading, staged: Staged | None, directory: Directory) -> Preview:
    """Tell what a file would change; without `staged` it has no figures that can be compared."""
    naming = Naming(directory)
    return Preview(
        file=reading.file,
        sha256=reading.sha256,
        rows=reading.rows,
        tally=staged.tally if staged else Tally(),
        changes=tuple(changes_of(reading, staged, naming, _CHANGES)) if staged else (),
        refused=tuple(reading.refused),
        doubts=reading.doubts,
        warnings=tuple(_warnings(reading, staged, naming, directory)),
        notes=tuple(reading.notes),
        newest=tuple(map(naming.told, _newest(reading.statements))),
        answers=reading.answers,
    )


def changes_of(reading: Reading, staged: Staged, naming: Naming, most: int) -> Iterator[Changed]:
    """The figures that change most, named."""
    for change in staged.changes(most):
        one = reading.statements[change.at]
        old = naming.value(change.text, change.status, one.metric)
        new = naming.value(one.text, one.status, one.metric)
        yield Changed(naming.figure(one), old, new, change.published)


def _warnings(
    reading: Reading, staged: Staged | None, naming: Naming, directory: Directory
) -> list[str]:
    statements = reading.statements
    units = {key: metric.unit for key, metric in directory.metrics.items()}
    found = [
        *reading.warnings,
        *broken_sums(statements, _beside(statements, staged), naming, directory),
        *too_much(statements, units),
    ]
    if staged:
        found += jumps(statements, staged.held(ENOUGH), naming)
        found += _blanks(reading, staged, naming)
    more = len(found) - _WARNINGS
    return [*found[:_WARNINGS], f"{more} warnings more."] if more > 0 else found


def _beside(statements: Sequence[Statement], staged: Staged | None) -> list[HeldRow]:
    """What the workspace holds of the metrics that figures of a file have to add up with."""
    metrics = beside(statements)
    if not staged or not metrics:
        return []
    return staged.beside(metrics, {one.organisation for one in statements})


def _blanks(reading: Reading, staged: Staged, naming: Naming) -> Iterator[str]:
    first = len(reading.statements)
    for change in staged.blanked(_WARNINGS):
        one = reading.blanks[change.at - first]
        old = naming.value(change.text, change.status, one.metric)
        yield f"{one.where} is blank where {old} is held, which stays: {naming.figure(one)}."


def _newest(statements: Sequence[Statement]) -> list[Statement]:
    """Some figures of the newest time in the file, rates first."""
    ends = [one.when.end for one in statements if one.when.end and one.kind is Kind.ACTUAL]
    if not ends:
        return []
    last = max(ends)
    newest = [one for one in statements if one.when.end == last]
    return sorted(newest, key=lambda one: one.numerator is None)[:_NEWEST]
