"""The browser that is installed on this machine."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, Playwright

_QUIETLY = (
    *("--disable-background-networking", "--disable-component-update", "--disable-gpu"),
    *("--disable-quic", "--disable-sync", "--no-first-run", "--no-sandbox"),
)
"""Without these it looks for its maker's servers; root may not have its sandbox."""


class NoChromiumError(Exception):
    """Chromium is not installed (Debian: apt-get install chromium)."""

    def __str__(self) -> str:
        return str(self.__doc__)


@asynccontextmanager
async def launched(playwright: Playwright) -> AsyncIterator[Browser]:
    """Chromium, without a window.

    Raises:
        NoChromiumError: there is none.
    """
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise NoChromiumError
    browser = await playwright.chromium.launch(executable_path=path, args=_QUIETLY)
    yield browser
    await browser.close()
