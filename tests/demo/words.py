"""What somebody asks with a word that nobody knows, and what an admin makes of it."""

from playwright.async_api import Page, expect

from tests.demo.flow import See

QUESTION = "@muster attrishun in Cambridgeshire"
MEANS = "It means Turnover rate"


async def ask_in_vain(page: Page) -> None:
    """Ask in the channel, and be told which word is not known."""
    await page.get_by_role("textbox").first.fill(QUESTION)
    await page.keyboard.press("Enter")
    await expect(page.locator("#thread")).to_contain_text("I don't know “attrishun” here")
    await page.get_by_role("link", name="Close thread").click()
    await page.wait_for_selector("html[data-ready]")


async def teach(page: Page, see: See) -> None:
    """Become an admin, look at the words that wait, and press what this one means."""
    await page.locator(".me summary").click()
    await page.get_by_role("link", name="Be Anna Ward").click()
    await page.wait_for_selector("html[data-ready]")
    await page.get_by_role("textbox").first.fill("/muster-admin unknown words")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name=MEANS).wait_for()
    await see("inbox")
    await page.get_by_role("button", name=MEANS).click()
    await expect(page.locator(".row.private")).to_contain_text("Questions answered: 1.")


async def read_answer(page: Page, see: See) -> None:
    """Look at what whoever asked is told in the thread."""
    await page.get_by_role("link", name="2 replies").click()
    await expect(page.locator("#thread")).to_contain_text("17.9%")
    await see("answer")
