"""What an analyst does in the demo with a workbook: by mouse and keyboard, nothing else."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Locator, Page, expect

QUESTION = "@muster agency rate of managers in all four services of Devon in March 2024"
ANSWERS = {
    "Which people are counted": ("Managers", "Social workers"),
    "of the whole council": ("All four services, Devon", "All four services, Devon"),
}
"""What is answered to the questions that the appendix leaves open, by the words they hold."""

See = Callable[[str], Awaitable[None]]
"""Looks at the page as it is, by a name."""


async def load_appendix(page: Page, workbook: Path, see: See) -> None:
    """Become the analyst and bring the workbook, as far as its preview."""
    await page.locator(".me summary").click()
    await page.get_by_role("link", name="Be Anna Ward").click()
    await page.wait_for_selector("html[data-ready]")
    await page.keyboard.type("/muster-ad")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Load a file").wait_for()
    await see("menu")
    await dialog.get_by_role("button", name="Load a file").click()
    await dialog.locator("input[type=file]").set_input_files(workbook)
    await dialog.get_by_role("combobox").select_option(label="Devon")
    await see("load")
    await dialog.get_by_role("button", name="Look at it").click()
    await expect(page.locator(".row.private")).to_contain_text("What does the column")
    await see("questions")


async def put_heading_right(page: Page, see: See) -> None:
    """Say which metric the column without a known heading holds."""
    await _question(page, "What does the column").select_option(label="Something else …")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("combobox").select_option(label="Unfilled vacancies (FTE)")
    await see("heading")
    await dialog.get_by_role("button", name="Answer").click()
    await expect(page.locator(".row.private")).not_to_contain_text("What does the column")


async def answer_and_load(page: Page, see: See) -> None:
    """Answer what is left open, look at what would change, and load it."""
    for words, labels in ANSWERS.items():
        for label in labels:
            left = await page.locator(".row.private select").count()
            await _question(page, words).first.select_option(label=label)
            await expect(page.locator(".row.private select")).to_have_count(left - 1)
    await page.get_by_role("button", name="Load", exact=True).wait_for()
    await see("preview")
    await page.get_by_role("button", name="Load", exact=True).click()
    await expect(page.locator(".row.private")).to_contain_text("is loaded as import")
    await see("loaded")


async def asked(page: Page) -> str:
    """Ask in the channel; give the answer in its thread."""
    await page.get_by_role("textbox").first.fill(QUESTION)
    await page.keyboard.press("Enter")
    reply = page.locator("#thread .row").nth(1)
    await reply.wait_for()
    text = await reply.inner_text()
    await page.get_by_role("link", name="Close thread").click()
    await page.wait_for_selector("html[data-ready]")
    return text


def _question(page: Page, words: str) -> Locator:
    return page.locator(".row.private .block.section").filter(has_text=words).locator("select")
