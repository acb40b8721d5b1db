"""The store as a command of `muster admin` finds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from bot.cli.loading.own import loader_of
from bot.cli.store import is_ready, make_ready
from bot.errors import ChangedStoreError, RefusedActError
from bot.loading.acts.names import BadNameError
from bot.loading.acts.single import UnsaidError
from bot.loading.loads import Loader
from bot.settings import settings
from db.loads import StaleError
from db.session import engine_for


@contextmanager
def opened() -> Iterator[Loader]:
    """Give whoever is at this terminal, over the store of the settings.

    Raises:
        RefusedActError: what was to be done cannot be; nothing was.
        ChangedStoreError: somebody else loaded figures meanwhile.
    """
    url = settings().database_url
    if not is_ready(url):
        make_ready(url)
    engine = engine_for(url)
    try:
        yield loader_of(engine)
    except (BadNameError, UnsaidError, LookupError) as fault:
        detail = str(fault)
        raise RefusedActError(f"{detail[:1].upper()}{detail[1:]}.") from fault
    except StaleError as stale:
        raise ChangedStoreError from stale
    finally:
        engine.dispose()


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)
