"""An analyst, as in the tests of the store, and somebody who asks after two files were loaded."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.loading.small_groups.cases import APRIL, MAY, Asker, load
from tests.loading.store.conftest import (
    Office,
    another,
    office,
    reports_database,
    reports_file,
    store_url,
)

__all__ = ["another", "asker", "office", "reports_database", "reports_file", "store_url"]


@pytest.fixture
def asker(office: Office, store_url: str) -> Iterator[Asker]:
    """Give somebody who asks after April and May have been loaded."""
    load(office, *APRIL, name="april.csv")
    load(office, *MAY, name="may.csv")
    with closing(Asker(office, store_url)) as asker:
        yield asker
