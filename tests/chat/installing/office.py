"""Two workspaces in one Slack that install Muster in a browser, and ask it."""

import copy
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from html import unescape

from aiohttp import ClientSession
from yarl import URL

from bot.sandbox.acting.session import Session
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.sandbox.workspace.messages import Message
from bot.sandbox.workspace.workspace import Workspace
from tests.chat.slack.workspace import MANIFEST

CHANNEL = "service"
_LINK = re.compile(r'href="(http[^"]+)"')


def two_workspaces(time: ManualTime) -> Sandbox:
    """Give a Slack with two workspaces, in neither of which Muster is."""
    sandbox = Sandbox(copy.deepcopy(MANIFEST), time)
    for name in ("Council", "Borough"):
        workspace = sandbox.add_workspace(name, is_installed=False)
        person = workspace.add_person("anna", "Anna Ward", is_admin=True)
        workspace.add_channel(CHANNEL, person)
    return sandbox


@dataclass
class Browser:
    """Somebody who installs Muster; `cookie` is what the first page gave them."""

    session: ClientSession
    place: str
    cookie: str = ""

    async def begin(self, workspace: Workspace) -> URL:
        """Open the first page; give where its button leads."""
        begin = f"{self.place}/slack/install?team={workspace.id}"
        async with self.session.get(begin) as page:
            assert page.status == 200
            self.cookie = page.headers["Set-Cookie"].partition(";")[0]
            [link] = _LINK.findall(await page.text())
        return URL(unescape(link))

    async def allow(self, link: URL) -> URL:
        """Press Allow in Slack; give where it sends the browser back to."""
        async with self.session.get(link, allow_redirects=False) as answer:
            return URL(answer.headers["Location"])

    async def end(self, back: URL) -> tuple[int, str]:
        """Open the last page; give its status and text."""
        async with self.session.get(back, headers={"Cookie": self.cookie}) as page:
            return page.status, await page.text()

    async def install(self, workspace: Workspace) -> tuple[int, str]:
        """Go all the way."""
        return await self.end(await self.allow(await self.begin(workspace)))


@dataclass
class Office:
    """Two workspaces, a browser, and Muster that serves them."""

    slack: Sandbox
    browser: Browser
    drain: Callable[[], Awaitable[object]]

    @property
    def workspaces(self) -> list[Workspace]:
        """The two."""
        return list(self.slack.slack.workspaces.values())

    async def install(self, workspace: Workspace) -> None:
        """Install Muster, and let it into the channel."""
        status, _ = await self.browser.install(workspace)
        assert status == 200
        assert workspace.bot
        workspace.channel(CHANNEL).members.add(workspace.bot.id)

    async def mention(self, workspace: Workspace, text: str, thread: str = "") -> Message:
        """Ask in the channel of a workspace; give the one message that was posted upon it."""
        before = self._posted()
        self._anna(workspace).mention(text, CHANNEL, thread_ts=thread)
        return await self._only_since(before)

    async def command(self, workspace: Workspace, text: str) -> Message:
        """Type /muster in a workspace; give the one message that was posted upon it."""
        before = self._posted()
        await self._anna(workspace).command(text, CHANNEL)
        return await self._only_since(before)

    def token(self, workspace: Workspace) -> str:
        """Give the token of a workspace."""
        assert workspace.installation
        return workspace.installation.token

    async def settle(self) -> None:
        """Wait until nothing is on its way."""
        await self.slack.settle(self.drain)

    def _anna(self, workspace: Workspace) -> Session:
        person = next(one for one in workspace.people.values() if one.name == "anna")
        return self.slack.session(person)

    def _posted(self) -> dict[int, Message]:
        return {id(message): message for message in self.slack.posted}

    async def _only_since(self, before: dict[int, Message]) -> Message:
        await self.settle()
        [posted] = [message for key, message in self._posted().items() if key not in before]
        return posted
