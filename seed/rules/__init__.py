"""The rules the bundled data keeps; each gives every fault it finds, with its place."""

from collections.abc import Iterator

from seed.catalogue_files import CatalogueFiles
from seed.rules.fields import field_faults
from seed.rules.figures import figure_faults
from seed.rules.keys import double_keys, rings, unknown_keys
from seed.rules.metrics import metric_faults
from seed.rules.statements import statement_faults
from seed.rules.words import word_faults
from seed.statements import Statement
from seed.tables import Fault


def check(files: CatalogueFiles, statements: list[Statement]) -> list[Fault]:
    """Every fault of the catalogue and the reports; none is the only right answer."""
    return list(_faults(files, statements))


def _faults(files: CatalogueFiles, statements: list[Statement]) -> Iterator[Fault]:
    yield from field_faults(files)
    yield from double_keys(files)
    yield from unknown_keys(files)
    yield from rings(files)
    yield from metric_faults(files)
    yield from word_faults(files)
    yield from statement_faults(files, statements)
    yield from figure_faults(statements)
