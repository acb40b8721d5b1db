"""The page of the clerk's workspace, and Chromium to look at it with."""

import os
from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp import web
from playwright.async_api import BrowserContext, async_playwright

from bot.sandbox.acting.session import Session
from bot.sandbox.page.page import Greeting, Page
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from tests.sandbox.app import MANIFEST, Clerk
from tests.sandbox.page.chromium import NoChromiumError, launched

QUESTIONS = ("agency rate in Assessment", "what do you hold?")


@pytest.fixture
async def sandbox(time: ManualTime, clerk: Clerk) -> AsyncIterator[Sandbox]:
    """Give a Slack that shows a page and delivers to the clerk."""
    sandbox = Sandbox(MANIFEST, time)

    def add_page(application: web.Application) -> None:
        Page(sandbox, Greeting("Ask the clerk", "About anything.", QUESTIONS)).add_routes(
            application
        )

    async with clerk.listening() as url, sandbox.open(0, add_page):
        sandbox.connect(url)
        yield sandbox


@pytest.fixture
def address(anna: Session) -> Callable[..., str]:
    """Give what gives the address of a place, as Anna."""

    def address_of(place: str = "general", thread: str = "") -> str:
        found = place if place == "home" else anna.workspace.channel(place).id
        where = f"{anna.slack.url}w/{anna.workspace.id}/{found}"
        return f"{where}?as={anna.person.id}" + (f"&thread={thread}" if thread else "")

    return address_of


@pytest.fixture
async def browser() -> AsyncIterator[BrowserContext]:
    """Give a browser, or skip; fail instead where MUSTER_REQUIRE_CHROMIUM is 1."""
    try:
        async with async_playwright() as playwright, launched(playwright) as chromium:
            context = await chromium.new_context(viewport={"width": 1280, "height": 820})
            context.set_default_timeout(20_000)
            yield context
    except NoChromiumError as missing:
        if os.environ.get("MUSTER_REQUIRE_CHROMIUM") == "1":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
