"""In the demo an admin teaches a word with one press, and whoever asked has the answer."""

import pytest
from playwright.async_api import BrowserContext

from bot.cli.demo import demonstrating
from bot.settings import Settings
from tests.demo.test_loading import nobody_looks
from tests.demo.words import ask_in_vain, read_answer, teach


async def test_a_word_is_taught_with_one_press_and_the_answer_comes(
    browser: BrowserContext, known: Settings
) -> None:
    async with demonstrating(known) as sandbox:
        page = await browser.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"The page's script failed: {error}"))
        await page.goto(sandbox.slack.url)
        await page.wait_for_selector("html[data-ready]")
        await ask_in_vain(page)
        await teach(page, nobody_looks)
        await read_answer(page, nobody_looks)
        assert sandbox.refused == []
