"""A channel that a partner organisation reads along in, and one with a guest."""

import pytest

from bot.sandbox.sandbox import Sandbox
from tests.chat.slack.workspace import Workspace

PARTNERS, AUDIT = "partners", "audit"


@pytest.fixture
async def slack(slack: Sandbox) -> Sandbox:
    """Give the Slack of the other tests, with a partner and a guest in channels of their own."""
    [council] = slack.slack.workspaces.values()
    people = {one.name: one for one in council.people.values()}
    ed = council.add_person("ed", "Ed Vaughan", team="T0PARTNER")
    gail = council.add_person("gail", "Gail Munro", is_guest=True)
    assert council.bot
    council.add_channel(PARTNERS, people["anna"], people["ben"], ed, council.bot)
    council.add_channel(AUDIT, people["anna"], people["ben"], gail, council.bot)
    return slack


@pytest.fixture
async def opened(workspace: Workspace) -> Workspace:
    """Give the workspace after an admin has opened both channels to others."""
    for channel in (PARTNERS, AUDIT):
        await workspace.command("external on", channel=channel)
    return workspace
