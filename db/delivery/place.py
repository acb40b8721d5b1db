"""Where deliveries are kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, make_url


def delivery_url(url: str) -> str:
    """Give the address of the store that keeps the deliveries of a store.

    SQLite lets one connection write at a time and a load takes seconds, while Slack waits three:
    there they have a file of their own, "muster-slack.db" beside "muster.db".
    """
    if "://" not in url:
        return _beside(url)
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or address.database is None:
        return url
    return address.set(database=_beside(address.database)).render_as_string(hide_password=False)


def _beside(file: str) -> str:
    path = Path(file)
    return str(path.with_name(f"{path.stem}-slack{path.suffix}"))


@contextmanager
def recording(engine: Engine) -> Iterator[Connection]:
    """Give a transaction over deliveries; on an error none of it is kept.

    Unlike a load it waits for no other on PostgreSQL, where rows are locked one by one.
    """
    with engine.begin() as connection:
        yield connection
