"""A council's workspace with the clerk in it, at half past nine on 11 June 2024."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.acting.session import Session
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.sandbox.workspace.workspace import Workspace
from tests.sandbox.app import MANIFEST, Clerk


@pytest.fixture
def time() -> ManualTime:
    """Give a time that stands still."""
    return ManualTime(datetime(2024, 6, 11, 9, 30, tzinfo=UTC))


@pytest.fixture
def clerk() -> Clerk:
    """Give the app."""
    return Clerk()


@pytest.fixture
async def sandbox(time: ManualTime, clerk: Clerk) -> AsyncIterator[Sandbox]:
    """Give a Slack that delivers to the clerk."""
    sandbox = Sandbox(MANIFEST, time)
    async with clerk.listening() as url, sandbox.open():
        sandbox.connect(url)
        yield sandbox


@pytest.fixture
def council(sandbox: Sandbox) -> Workspace:
    """Give a workspace with #general, where the clerk is, and #quiet, where it is not."""
    council = sandbox.add_workspace("Council")
    anna = council.add_person("anna", "Anna Ward", is_admin=True)
    ben = council.add_person("ben", "Ben Okafor")
    assert council.bot
    council.add_channel("general", anna, ben, council.bot)
    council.add_channel("quiet", anna, ben)
    return council


@pytest.fixture
def anna(sandbox: Sandbox, council: Workspace) -> Session:
    """Give Anna, signed in."""
    return signed_in(sandbox, council, "anna")


@pytest.fixture
def ben(sandbox: Sandbox, council: Workspace) -> Session:
    """Give Ben, signed in."""
    return signed_in(sandbox, council, "ben")


@pytest.fixture
def client(sandbox: Sandbox, council: Workspace) -> AsyncWebClient:
    """Give Slack's own client, with the clerk's token."""
    return client_of(sandbox, council)


def signed_in(sandbox: Sandbox, workspace: Workspace, name: str) -> Session:
    """Sign somebody in by name."""
    return sandbox.session(next(one for one in workspace.people.values() if one.name == name))


def client_of(sandbox: Sandbox, workspace: Workspace) -> AsyncWebClient:
    """Slack's own client, with the token of one workspace."""
    assert workspace.installation
    return AsyncWebClient(workspace.installation.token, base_url=sandbox.api_url, retry_handlers=[])
