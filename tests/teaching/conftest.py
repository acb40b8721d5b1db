"""An analyst with a store of their own, as in the tests of loading."""

from tests.loading.store.conftest import office, reports_database, reports_file, store_url

__all__ = ["office", "reports_database", "reports_file", "store_url"]
