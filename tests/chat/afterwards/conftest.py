"""An admin's desk over a store of its own, on each kind of database."""

from tests.chat.words.conftest import (
    desk,
    known,
    opens,
    reports_database,
    reports_file,
    store_url,
)

__all__ = ["desk", "known", "opens", "reports_database", "reports_file", "store_url"]
