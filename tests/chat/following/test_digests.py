"""Digests looked at in Slack: why each item is there, more about it, now, and as they were."""

from datetime import UTC, datetime

import pytest

from bot.sandbox.timing import ManualTime
from bot.sandbox.web_api.faults import refusal
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import CHANNEL, Workspace, only

SET = "follow children's workforce in Devon for this channel"
TO_MONDAY = 15 * 3_600
WEEK = 604_800


@pytest.fixture
def time() -> ManualTime:
    """Give the Sunday before a digest of three items."""
    return ManualTime(datetime(2024, 3, 3, 18, tzinfo=UTC))


async def followed(workspace: Workspace) -> Posted:
    """Follow the set for the channel and give its first digest."""
    await workspace.command(SET)
    return only(await workspace.later(TO_MONDAY))


async def test_why_an_item_is_there_is_told_to_whoever_asks(workspace: Workspace) -> None:
    digest = await followed(workspace)
    [why] = await workspace.menu(digest, 1, "Why is this here", by="ben")
    assert why.is_private
    assert why.text == (
        "No figure of the 8 is lower; also one of the largest moves; one person is worth 0.4 "
        "points here."
    )


async def test_asking_about_an_item_opens_a_thread_with_its_query(workspace: Workspace) -> None:
    digest = await followed(workspace)
    [answer] = await workspace.menu(digest, 3, "Ask about it", by="ben")
    assert answer.place == (digest.message.channel, digest.ts)
    assert "Agency rate, social workers, All four services (Devon): 46%" in answer.text
    follow_up = await workspace.mention("and in January 2024?", digest.ts)
    assert "44%" in follow_up.text
    assert await workspace.menu(digest, 3, "Ask about it") == []


async def test_a_digest_is_shown_again_by_its_number_and_is_no_question(
    workspace: Workspace,
) -> None:
    digest = await followed(workspace)
    number = digest.text.split()[-1].removesuffix(".")
    again = await workspace.command(f"answer {number}")
    assert "1. Permanent rate, social workers" in again.text
    workspace.people["anna"].open_home()
    await workspace.settle()
    [home] = workspace.council.homes.values()
    assert "What you asked last" not in str(home.content["blocks"])


async def test_an_item_that_is_no_longer_kept(workspace: Workspace) -> None:
    digest = await followed(workspace)
    [menu, *_] = [block["accessory"] for block in digest.blocks if "accessory" in block]
    value = menu["options"][0]["value"]
    for other in (f"{value}0", value.replace("muster_why", "muster_ask") + "x"):
        option = {**menu["options"][0], "value": other}
        await workspace.menu(digest, 1, "Why is this here")
        [pressed] = workspace.slack.deliveries.attempts[-1].delivery.payload["actions"]
        changed = {**pressed, "selected_option": option, "action_ts": f"7{other}"}
        [sorry] = await workspace.again(actions=[changed])
        assert sorry.text == "I no longer have that digest."


async def test_a_digest_now_is_seen_by_one_and_tells_nothing_away(workspace: Workspace) -> None:
    await workspace.command(SET)
    preview = await workspace.command("digest now", by="ben")
    assert preview.is_private
    assert "27 series looked at" in preview.text
    assert "Only you see this; nothing of it counts as told." in preview.text
    [why] = await workspace.menu(preview, 1, "Why is this here", by="ben")
    assert "also one of the largest moves" in why.text
    [answer] = await workspace.menu(preview, 3, "Ask about it", by="ben")
    assert answer.is_private
    assert "46%" in answer.text
    assert "Permanent rate" in only(await workspace.later(TO_MONDAY)).text


@pytest.mark.parametrize("way", ["mention", "message"])
async def test_without_the_command_a_digest_now_is_still_private(
    workspace: Workspace, way: str
) -> None:
    await workspace.command("follow children's workforce in Devon")
    said = await getattr(workspace, way)("digest now")
    assert said.is_private == (way == "mention")
    assert "Children's workforce, Devon" in said.text


async def test_where_nothing_is_followed_there_is_nothing_to_show(workspace: Workspace) -> None:
    assert "Nothing is followed here" in (await workspace.command("digest now")).text
    assert (await workspace.command("digest history")).text == "No digest has been due here yet."


async def test_the_history_tells_what_became_of_each_slot(workspace: Workspace) -> None:
    await followed(workspace)
    await workspace.command("follow agency rate for managers in all four services")
    await workspace.later(WEEK + 7 * 3_600)
    missed = "not sent, for Muster was not running"
    title = "Agency rate, Managers, All four services, Devon"
    assert (await workspace.command("digest history")).text.splitlines() == [
        f"Monday 11 March 2024, here: Children's workforce, Devon: {missed}.",
        f"Monday 11 March 2024, for you: {title}: {missed}.",
        "Monday 4 March 2024, here: Children's workforce, Devon: sent.",
    ]


async def test_admins_see_what_was_sent_and_refused_everywhere(workspace: Workspace) -> None:
    await workspace.command(SET, by="ben", channel="c1")
    await workspace.command("follow children's workforce in Devon", by="ben")
    workspace.slack.faults.inject("chat.postMessage", refusal("is_archived"))
    await workspace.later(TO_MONDAY)
    told = (await workspace.command("digest history for everyone")).text
    channel = workspace.council.channel("c1").id
    assert f"in {channel}: Children's workforce, Devon: refused by Slack (is archived)." in told
    assert "for somebody: Children's workforce, Devon: sent." in told
    refused = await workspace.command("digest history for everyone", by="ben")
    assert refused.text.startswith("Only an admin of this workspace")


async def test_a_place_that_is_gone_is_started_again(workspace: Workspace) -> None:
    await workspace.command(SET)
    workspace.slack.faults.inject("chat.postMessage", refusal("is_archived"))
    [notice] = await workspace.later(TO_MONDAY)
    assert "the channel was archived" in notice.text
    listed = await workspace.command("follows")
    assert "Paused: the channel was archived." in listed.text
    [started] = await workspace.menu(listed, 1, "Start")
    assert started.text.startswith("Started: Children's workforce, Devon")
    digest = only(await workspace.later(WEEK))
    assert digest.message.channel == workspace.council.channel(CHANNEL).id
    assert "Permanent rate" in digest.text
