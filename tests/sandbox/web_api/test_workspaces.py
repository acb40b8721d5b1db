import pytest
from slack_sdk.errors import SlackApiError

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.workspace.workspace import Workspace
from tests.sandbox.app import Clerk
from tests.sandbox.conftest import client_of


@pytest.fixture
def plymouth(sandbox: Sandbox) -> Workspace:
    plymouth = sandbox.add_workspace("Plymouth")
    cara = plymouth.add_person("cara", "Cara Jones")
    assert plymouth.bot
    plymouth.add_channel("general", cara, plymouth.bot)
    return plymouth


async def test_a_token_reaches_its_own_workspace_alone(
    sandbox: Sandbox, council: Workspace, plymouth: Workspace
) -> None:
    for workspace in (council, plymouth):
        client = client_of(sandbox, workspace)
        assert (await client.auth_test())["team_id"] == workspace.id

    with pytest.raises(SlackApiError, match="channel_not_found"):
        await client.chat_postMessage(channel=council.channel("general").id, text="x")


async def test_an_event_says_which_workspace_it_is_of(
    sandbox: Sandbox, council: Workspace, plymouth: Workspace, clerk: Clerk
) -> None:
    for workspace in (council, plymouth):
        human = next(one for one in workspace.people.values() if not one.bot_id)
        sandbox.session(human).direct("agency rate")
    await sandbox.deliveries.idle()

    assert {one.payload["team_id"] for one in clerk.heard} == {council.id, plymouth.id}


async def test_people_of_elsewhere_and_guests_are_known_as_such(
    sandbox: Sandbox, council: Workspace, clerk: Clerk
) -> None:
    ed = council.add_person("ed", "Ed Vaughan", team="T0ELSEWHERE")
    guest = council.add_person("gail", "Gail Guest", is_guest=True)
    assert council.bot
    council.add_channel("shared", ed, guest, council.bot)
    sandbox.session(ed).mention("agency rate", "shared")
    await sandbox.deliveries.idle()

    mention = next(one for one in clerk.heard if one.event["type"] == "app_mention")
    assert mention.payload["is_ext_shared_channel"]
    assert mention.event["user_team"] == "T0ELSEWHERE"
    client = client_of(sandbox, council)
    assert (await client.users_info(user=ed.id))["user"]["is_stranger"]
    assert (await client.users_info(user=guest.id))["user"]["is_restricted"]
