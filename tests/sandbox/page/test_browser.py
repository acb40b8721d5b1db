import asyncio
from collections.abc import Callable

import pytest
from playwright.async_api import BrowserContext, Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.acting.session import Session
from bot.sandbox.sandbox import Sandbox
from tests.sandbox.app import Clerk
from tests.sandbox.page.conftest import QUESTIONS
from tests.sandbox.test_block_kit import LEGAL, buttons, chart, field, modal, plain, section, table

Address = Callable[..., str]
PHONE, DESKTOP = (390, 844), (1280, 820)


async def opened(browser: BrowserContext, address: str) -> Page:
    page = await browser.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"The page's script failed: {error}"))
    await page.goto(address)
    await page.wait_for_selector("html[data-ready]")
    return page


async def test_a_question_is_clicked_and_answered_in_its_thread(
    browser: BrowserContext, sandbox: Sandbox, client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    page = await opened(browser, sandbox.slack.url)
    await page.get_by_role("button", name=QUESTIONS[0]).first.click()
    await sandbox.until(lambda: "app_mention" in clerk.events)
    asked = next(one.event for one in clerk.heard if one.event["type"] == "app_mention")
    assert asked["text"] == f"<@{anna.bot.id}> {QUESTIONS[0]}"

    place = {"channel": asked["channel"], "thread_ts": asked["ts"]}
    await client.chat_postMessage(**place, text="*69%* of 39 posts")
    await expect(page.locator("#thread strong")).to_have_text("69%")
    await expect(page.locator("#messages .replies")).to_contain_text("1 reply")


async def test_a_command_is_suggested_typed_and_answered_for_one_s_eyes(
    browser: BrowserContext, address: Address, clerk: Clerk
) -> None:
    page = await opened(browser, address())
    clerk.answers = [(200, {"text": "46%"})]
    await page.keyboard.type("/cl")
    await expect(page.get_by_role("option", name="/clerk")).to_be_visible()
    await page.keyboard.press("Enter")
    await page.keyboard.type("agency rate")
    await page.keyboard.press("Enter")

    await expect(page.locator(".row.private")).to_contain_text("46%")
    assert clerk.heard[0].payload["text"] == "agency rate"


async def test_buttons_and_menus_tell_the_app(
    browser: BrowserContext,
    address: Address,
    client: AsyncWebClient,
    clerk: Clerk,
    sandbox: Sandbox,
) -> None:
    blocks = [*LEGAL["a menu beside a section"], buttons("Trend")]
    await client.chat_postMessage(channel="#general", text="Which?", blocks=blocks)
    await sandbox.deliveries.idle()
    clerk.heard.clear()
    page = await opened(browser, address())

    await page.get_by_role("button", name="Trend").click()
    await sandbox.until(lambda: clerk.heard)
    await page.locator("select").select_option("devon")
    await sandbox.until(lambda: len(clerk.heard) == 2)

    pressed, chosen = (one.payload["actions"][0] for one in clerk.heard)
    assert pressed["action_id"] == "Trend"
    assert chosen["selected_option"]["value"] == "devon"


async def test_a_modal_is_filled_in_put_right_and_submitted(
    browser: BrowserContext, address: Address, client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    page = await opened(browser, address())
    asks = {**field(type="plain_text_input", action_id="what"), "block_id": "what"}
    view = modal(asks, submit=plain("Send"))
    trigger = anna.slack.trigger(anna.workspace, anna.person.id)
    await client.views_open(trigger_id=trigger, view=view)
    await expect(page.get_by_role("dialog", name="Ask")).to_be_visible()

    await page.get_by_role("button", name="Send").last.click()
    await expect(page.get_by_role("alert")).to_have_text("Please complete this required field.")
    await page.get_by_label("What", exact=True).fill("agency rate")
    await page.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)

    values = clerk.heard[-1].payload["view"]["state"]["values"]
    assert values["what"]["what"]["value"] == "agency rate"


async def test_escape_closes_a_modal_for_the_app_too(
    browser: BrowserContext, address: Address, client: AsyncWebClient, clerk: Clerk, anna: Session
) -> None:
    page = await opened(browser, address())
    trigger = anna.slack.trigger(anna.workspace, anna.person.id)
    view = modal(section("Why?"), notify_on_close=True)
    await client.views_open(trigger_id=trigger, view=view)
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")

    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert clerk.heard[-1].payload["type"] == "view_closed"


async def test_a_file_is_sent_with_a_message(
    browser: BrowserContext, address: Address, anna: Session
) -> None:
    page = await opened(browser, address())
    chosen = {"name": "rates.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"}
    await page.locator(".attach input").first.set_input_files(chosen)  # type: ignore[arg-type] # it takes this form too
    await page.get_by_role("textbox").first.fill("The rows")
    await page.get_by_role("button", name="Send").first.click()
    await expect(page.locator(".file")).to_contain_text("rates.csv")

    [message] = anna.workspace.history(anna.workspace.channel("general").id)
    assert (message.text, message.files[0].content) == ("The rows", b"a,b\n1,2\n")


async def test_what_one_is_typing_outlives_what_comes_in(
    browser: BrowserContext, address: Address, ben: Session
) -> None:
    page = await opened(browser, address())
    await page.get_by_role("textbox").fill("half a quest")
    ben.say("general", "Anybody there?")

    await expect(page.locator("#messages")).to_contain_text("Anybody there?")
    await expect(page.get_by_role("textbox")).to_have_value("half a quest")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_the_page_fits_its_screen_with_all_it_can_hold(
    browser: BrowserContext, address: Address, client: AsyncWebClient, size: tuple[int, int]
) -> None:
    blocks = [chart(69, 46), table(3, 12), section("word " * 200), buttons(*"ABCDEFGHIJ")]
    await client.chat_postMessage(channel="#general", text="all", blocks=blocks)
    page = await opened(browser, address())
    await page.set_viewport_size({"width": size[0], "height": size[1]})

    await expect(page.get_by_role("img", name="Agency rate")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await page.evaluate("document.querySelector('#messages').scrollWidth <= innerWidth")
    await expect(page.get_by_role("textbox")).to_be_in_viewport()


async def test_on_a_phone_the_channels_open_from_the_menu(
    browser: BrowserContext, address: Address
) -> None:
    page = await opened(browser, address())
    await page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    quiet = page.get_by_role("link", name="quiet")
    await expect(quiet).to_be_hidden()

    await page.locator(".menu-button").click()
    await quiet.click()
    await expect(page.get_by_role("heading", name="quiet")).to_be_visible()


async def test_two_people_read_the_same_channel(
    browser: BrowserContext, address: Address, anna: Session, ben: Session
) -> None:
    first, second = await asyncio.gather(
        opened(browser, address()),
        opened(browser, address().replace(anna.person.id, ben.person.id)),
    )
    await first.get_by_role("textbox").fill("Good morning, @ben")
    await first.keyboard.press("Enter")  # takes the suggestion
    await first.keyboard.press("Enter")

    await expect(second.locator(".mention")).to_have_text("@Ben Okafor")
