"""Two workspaces at once: neither sees the other's threads, settings, answers or tokens."""

import pytest

from bot.app import build_bot
from bot.errors import BadSettingError, SeveralWorkspacesError
from bot.pipeline import Muster
from bot.sandbox.timing import ManualTime
from bot.settings import Settings
from tests.chat.installing.office import Office
from tests.chat.slack.workspace import methods

# slack_sdk 3.47 hands its id and secret to aiohttp in a way that aiohttp 4 will not take.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")

QUESTION = "agency rate for social workers in Assessment"
FIGURE = "69%"
FIRST, FOLLOW_UP = "agency rate for social workers in Devon", "has it improved since July 2023?"


async def test_each_is_answered_in_its_own_place_with_its_own_token(both: Office) -> None:
    for workspace in both.workspaces:
        reply = await both.mention(workspace, QUESTION)
        assert FIGURE in reply.text
        assert reply.ts in workspace.messages[reply.channel]
        assert workspace.bot
        assert reply.user == workspace.bot.id
    assert both.slack.refused == []
    assert methods(both.slack).count("chat.postMessage") == 2


async def test_a_thread_of_the_one_is_no_context_in_the_other(both: Office) -> None:
    council, borough = both.workspaces
    first = await both.mention(council, FIRST)
    borough.channels[first.channel] = borough.channel("service")  # the very same ids
    borough.messages[first.channel] = {}
    reply = await both.mention(borough, FOLLOW_UP, thread=first.thread_ts)
    assert "7 percentage points" not in reply.text
    reply = await both.mention(council, FOLLOW_UP, thread=first.thread_ts)
    assert "7 percentage points" in reply.text


async def test_a_setting_of_the_one_is_none_of_the_others(both: Office) -> None:
    council, borough = both.workspaces
    await both.command(council, "council Devon for everyone")
    assert "Devon is the council set" in (await both.command(council, "council")).text
    assert "No council is set." in (await both.command(borough, "council")).text


async def test_an_answer_of_the_one_is_not_shown_in_the_other(both: Office) -> None:
    council, borough = both.workspaces
    number = (await both.mention(council, QUESTION)).text.rpartition("Answer ")[2].strip(".")
    assert FIGURE in (await both.command(council, f"answer {number}")).text
    assert FIGURE not in (await both.command(borough, f"answer {number}")).text


async def test_what_the_one_has_loaded_is_not_held_for_the_other(both: Office) -> None:
    council, borough = both.workspaces
    question = "agency fte for social workers in MASH Devon in May 2024"
    assert "24.0 FTE" in (await both.mention(council, question)).text
    assert "I don't hold that" in (await both.mention(borough, question)).text


async def test_one_that_removes_muster_leaves_the_other_as_it_is(
    both: Office, caplog: pytest.LogCaptureFixture
) -> None:
    council, borough = both.workspaces
    both.slack.revoke(council)
    await both.settle()
    assert f"Workspace {council.id} removed Muster" in caplog.text
    assert FIGURE in (await both.mention(borough, QUESTION)).text


async def test_one_that_installs_it_again_is_answered_again(both: Office) -> None:
    council, _ = both.workspaces
    both.slack.revoke(council)
    await both.settle()
    await both.install(council)
    assert FIGURE in (await both.mention(council, QUESTION)).text


async def test_a_removal_told_after_a_new_installation_changes_nothing(
    both: Office, time: ManualTime
) -> None:
    council, _ = both.workspaces
    both.slack.deliveries.held = []
    both.slack.revoke(council)
    held, both.slack.deliveries.held = both.slack.deliveries.held, None
    time.advance(1)
    await both.install(council)
    for delivery in held:
        assert (await both.slack.deliveries.send(delivery)).status == 200
    assert FIGURE in (await both.mention(council, QUESTION)).text


async def test_where_it_was_never_installed_nothing_is_said(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    council, borough = office.workspaces
    await office.install(council)
    assert council.bot
    borough.install(office.slack.app)  # Slack knows of it, and Muster does not
    borough.channel("service").members.add(borough.bot.id if borough.bot else "")
    with pytest.raises(ValueError, match="not enough values"):
        await office.mention(borough, QUESTION)
    assert "was not posted: not_installed" in caplog.text


async def test_a_token_that_no_key_reads_is_none(
    both: Office, known: Settings, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.installed.seal.Seal.opened", lambda *_: None)
    with pytest.raises(ValueError, match="not enough values"):
        await both.mention(both.workspaces[0], QUESTION)
    assert "cannot be read with MUSTER_TOKEN_KEY" in caplog.text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"slack_client_secret": None}, "SLACK_CLIENT_SECRET"),
        ({"slack_signing_secret": None}, "SLACK_SIGNING_SECRET"),
        ({"muster_token_key": None}, "MUSTER_TOKEN_KEY"),
        ({"slack_bot_token": "xoxb-x"}, "Unset SLACK_BOT_TOKEN"),
        ({"slack_app_token": "xapp-x"}, "Unset SLACK_BOT_TOKEN and SLACK_APP_TOKEN"),
    ],
    ids=["secret", "signing secret", "key", "bot token", "app token"],
)
async def test_what_is_missing_or_too_much_is_named(
    known: Settings, reports: Muster, time: ManualTime, changes: dict[str, str], told: str
) -> None:
    with pytest.raises(SeveralWorkspacesError, match=told):
        build_bot(Settings(**{**known.model_dump(), **changes}), reports, time.now)


async def test_a_key_that_is_none_is_named(
    known: Settings, reports: Muster, time: ManualTime
) -> None:
    changed = Settings(**{**known.model_dump(), "muster_token_key": "short"})
    with pytest.raises(BadSettingError, match="MUSTER_TOKEN_KEY"):
        build_bot(changed, reports, time.now)
