"""Draws docs/images/digest*.png: Devon's nine months of digests, as a new user would get them."""

import asyncio
import json
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from playwright.async_api import Browser, Page, async_playwright
from pydantic import SecretStr

from bot.app import Bot, build_bot, surface
from bot.cli.demo import GREETING, MANIFEST
from bot.cli.store import make_ready
from bot.delivery.timing import Timing
from bot.pipeline import Muster
from bot.sandbox.example import example
from bot.sandbox.page.page import Page as SlackPage
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.settings import Settings
from db.delivery import delivery_url
from db.migrate import upgrade
from tests.sandbox.page.chromium import launched

FOLDER = Path(__file__).parents[2] / "docs" / "images"
DESKTOP, NARROW, PHONE = (1280, 860), (1000, 860), (390, 844)
LONDON = ZoneInfo("Europe/London")
BEGAN = datetime(2023, 8, 1, 9, tzinfo=LONDON)
MONDAYS = [
    datetime(year, month, day, 9, 1, tzinfo=LONDON)
    for year, month, day in (
        *((2023, 8, 7), (2023, 9, 4), (2023, 10, 2), (2023, 11, 6), (2023, 12, 4)),
        *((2024, 1, 1), (2024, 2, 5), (2024, 3, 4), (2024, 4, 1)),
    )
]
FOLLOW = "follow children's workforce in Devon for this channel, monthly on the first Monday"
WEEKLY = "follow children's workforce in Devon for this channel every Monday"


async def draw_all() -> None:
    """Let nine months pass in a workspace, then a week, and look at its channel."""
    sandbox = Sandbox(json.loads(MANIFEST.read_text(encoding="utf-8")), ManualTime(BEGAN))
    token = example(sandbox, "Devon County").install(sandbox.app).token
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/muster.db"
        await asyncio.to_thread(make_ready, url)
        await asyncio.to_thread(upgrade, delivery_url(url))
        async with sandbox.open(0, SlackPage(sandbox, GREETING).add_routes):
            known = Settings(
                database_url=url,
                slack_bot_token=SecretStr(token),
                slack_app_token=SecretStr(sandbox.app.app_token),
                slack_api_url=sandbox.api_url,
            )
            await _months(sandbox, known)


async def _months(sandbox: Sandbox, known: Settings) -> None:
    time = sandbox.slack.time
    muster = Muster(known.database_url)
    bot = build_bot(known, muster, time.now, Timing(pace=0))
    async with surface(known, bot.app, time.now):
        await sandbox.socket.connected.wait()
        await _command(sandbox, bot, FOLLOW)
        for monday in MONDAYS:
            await _at(sandbox, bot, monday)
        async with async_playwright() as playwright, launched(playwright) as browser:
            await _draw(browser, sandbox.slack.url, "digest", DESKTOP)
            await _draw(browser, sandbox.slack.url, "digest_months", NARROW, whole=True)
            await _draw(browser, sandbox.slack.url, "digest_phone", PHONE)
            await _command(sandbox, bot, WEEKLY)
            await _at(sandbox, bot, MONDAYS[-1] + timedelta(days=7))
            await _draw(browser, sandbox.slack.url, "digest_nothing_new", DESKTOP)
    await bot.close()
    muster.close()


async def _command(sandbox: Sandbox, bot: Bot, text: str) -> None:
    [workspace] = sandbox.slack.workspaces.values()
    mara = next(one for one in workspace.people.values() if one.name == "mara")
    await sandbox.session(mara).command(text, "workforce")
    await sandbox.settle(lambda: bot.worker.running.drain(60))


async def _at(sandbox: Sandbox, bot: Bot, moment: datetime) -> None:
    time = sandbox.slack.time
    assert isinstance(time, ManualTime)
    time.advance((moment - time.now()).total_seconds())
    await bot.poster.look()


async def _draw(
    browser: Browser, address: str, name: str, size: tuple[int, int], *, whole: bool = False
) -> None:
    """Save what is to be seen of the channel; or all that was said in it."""
    width, height = size
    page: Page = await browser.new_page(viewport={"width": width, "height": height})
    await page.goto(address)
    await page.wait_for_selector("html[data-ready]")
    if whole:
        hidden = "(one => one.scrollHeight - one.clientHeight)"
        more = await page.locator("#messages").evaluate(hidden)
        await page.set_viewport_size({"width": width, "height": height + int(more)})
    await page.locator("#messages .row").last.scroll_into_view_if_needed()
    await page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")
    await page.close()


if __name__ == "__main__":
    asyncio.run(draw_all())
