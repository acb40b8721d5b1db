"""Draws docs/images anew, from the demo as it is: make pictures."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Page, async_playwright

from bot.cli.demo import GREETING, demonstrating
from bot.cli.store import make_ready
from bot.settings import Settings
from tests.demo.flow import answer_and_load, load_appendix, put_heading_right
from tests.demo.words import ask_in_vain, read_answer, teach
from tests.loading.appendix import appendix
from tests.sandbox.page.chromium import launched

FOLDER = Path(__file__).parents[3] / "docs" / "images"
DESKTOP, PHONE = (1280, 860), (390, 844)


async def draw_all() -> None:
    """Ask the demo what the pictures show, in a store that is made for it."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        known = Settings(database_url=f"sqlite:///{folder}/muster.db")
        await asyncio.to_thread(make_ready, known.database_url)
        async with (
            demonstrating(known) as sandbox,
            async_playwright() as playwright,
            launched(playwright) as browser,
        ):
            await _draw(browser, sandbox.slack.url)
            workbook = appendix(Path(folder) / "Appendix One.xlsx", vacancies="Still to fill")
            await _draw_loading(browser, sandbox.slack.url, workbook)
            await _draw_teaching(browser, sandbox.slack.url)


async def _draw_teaching(browser: Browser, address: str) -> None:
    async with _page(browser, address, DESKTOP) as page:

        async def see(name: str) -> None:
            await _save(page, f"teaching-{name}")

        await page.get_by_role("link", name="assessment-team").click()
        await page.wait_for_selector("html[data-ready]")
        await ask_in_vain(page)
        await teach(page, see)
        await read_answer(page, see)


async def _draw_loading(browser: Browser, address: str, workbook: Path) -> None:
    async with _page(browser, address, DESKTOP) as page:

        async def see(name: str) -> None:
            await _save(page, f"loading-{name}")

        await load_appendix(page, workbook, see)
        await put_heading_right(page, see)
        await answer_and_load(page, see)
        await page.get_by_role("link", name="M Muster").click()
        await page.get_by_role("link", name="Home").click()
        await page.get_by_role("button", name="All that admins can do").scroll_into_view_if_needed()
        await see("home")


async def _draw(browser: Browser, address: str) -> None:
    async with _page(browser, address, DESKTOP) as page:
        await _save(page, "welcome")
        await _ask(page, GREETING.questions[0])
        await _save(page, "conversation")
        await page.get_by_role("button", name="Not what I meant").click()
        await page.locator(".row.private .button").first.wait_for()
        await _save(page, "clarification")
        await page.get_by_role("link", name="M Muster").click()
        await page.get_by_role("link", name="Home").click()
        await page.locator(".home .block").first.wait_for()
        await _save(page, "home")
    async with _page(browser, address, PHONE) as page:
        await _ask(page, GREETING.questions[1])
        await page.locator("#thread figure").scroll_into_view_if_needed()
        await _save(page, "phone")
    async with _page(browser, address, DESKTOP) as page:
        await page.get_by_role("link", name="M Muster").click()
        await page.get_by_role("textbox").fill(GREETING.questions[1])
        await page.keyboard.press("Enter")
        await page.locator("#messages figure").last.scroll_into_view_if_needed()
        await _save(page, "chart")


@asynccontextmanager
async def _page(browser: Browser, address: str, size: tuple[int, int]) -> AsyncIterator[Page]:
    page = await browser.new_page(viewport={"width": size[0], "height": size[1]})
    await page.goto(address)
    await page.wait_for_selector("html[data-ready]")
    yield page
    await page.close()


async def _ask(page: Page, question: str) -> None:
    await page.get_by_role("button", name=question).first.click()
    await page.locator("#thread .row .button").first.wait_for()


async def _save(page: Page, name: str) -> None:
    await page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")


if __name__ == "__main__":
    asyncio.run(draw_all())
