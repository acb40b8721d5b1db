"""An analyst loads a council's appendix in the demo, asks, takes it back and asks again."""

from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect

from bot.cli.demo import demonstrating
from bot.settings import Settings
from tests.demo.flow import answer_and_load, asked, load_appendix, put_heading_right
from tests.loading.appendix import appendix

NAME = "Appendix One.xlsx"


async def nobody_looks(_name: str) -> None:
    """Take no picture."""


async def test_a_workbook_is_loaded_asked_about_and_taken_back_with_mouse_and_keyboard(
    browser: BrowserContext, known: Settings, tmp_path: Path
) -> None:
    workbook = appendix(tmp_path / NAME, vacancies="Still to fill")
    async with demonstrating(known) as sandbox:
        page = await browser.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"The page's script failed: {error}"))
        await page.goto(sandbox.slack.url)
        await page.wait_for_selector("html[data-ready]")
        await load_appendix(page, workbook, nobody_looks)
        await put_heading_right(page, nobody_looks)
        await answer_and_load(page, nobody_looks)
        assert NAME in await asked(page)
        await page.get_by_role("button", name="Take back").click()
        await expect(page.locator(".row.private")).to_contain_text("is taken back.")
        assert NAME not in await asked(page)
        assert sandbox.refused == []
