"""Where to begin: a Slack that listens on the loopback."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from bot.sandbox.acting.session import Session
from bot.sandbox.delivery.deliveries import Deliveries
from bot.sandbox.delivery.over_http import OverHttp
from bot.sandbox.delivery.over_socket import OverSocket
from bot.sandbox.slack import Called, Slack
from bot.sandbox.timing import RealTime, Time
from bot.sandbox.web_api.faults import Faults
from bot.sandbox.web_api.server import Server
from bot.sandbox.wire import Json
from bot.sandbox.workspace.app import App
from bot.sandbox.workspace.messages import Message
from bot.sandbox.workspace.people import Person
from bot.sandbox.workspace.workspace import Happening, Workspace

LOOPBACK = "127.0.0.1"
LARGEST_UPLOAD = 20_000_000


class Sandbox:
    """A Slack with one app in it, for as long as it is open.

    Make people and channels, `open` it, give the app `api_url` and the tokens, `connect` to the
    app (or let it open a socket), and act through sessions:

        sandbox = Sandbox(manifest)
        council = sandbox.add_workspace("Council")
        anna = council.add_person("anna", "Anna Ward")
        council.add_channel("general", anna, council.bot)
        async with sandbox.open():
            sandbox.connect("http://127.0.0.1:3000/slack/events")
            sandbox.session(anna).mention("agency rate in Assessment")
            await sandbox.until(lambda: sandbox.posted)

    `posted` is what the bot wrote, `calls` and `refused` what it asked for, `faults` what goes
    wrong with its calls, `deliveries` what it is told.
    """

    def __init__(self, manifest: Json, time: Time | None = None) -> None:
        app = App(
            manifest,
            id="A0SANDBOX",
            client_id="1.2",
            client_secret="sandbox-client",  # noqa: S106 - opens nothing else
            signing_secret="sandbox-signing",  # noqa: S106 - opens nothing else
            app_token="xapp-sandbox",  # noqa: S106 - opens nothing else
        )
        self.slack = Slack(app, time or RealTime())
        self.faults = Faults()
        self.deliveries = Deliveries(self.slack)
        self.socket = OverSocket()
        self.slack.watchers += [self.deliveries.watch, self._note]
        self._http: ClientSession | None = None

    @asynccontextmanager
    async def open(
        self, port: int = 0, *routes: Callable[[web.Application], None]
    ) -> AsyncIterator[str]:
        """Listen on the loopback, on a free port unless one is named; gives the address.

        `routes` add further pages to it.
        """
        application = web.Application(client_max_size=LARGEST_UPLOAD)
        Server(self.slack, self.faults).add_routes(application)
        application.router.add_get("/socket", self._accept)
        for add in routes:
            add(application)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, LOOPBACK, port).start()
            self.slack.url = f"http://{LOOPBACK}:{runner.addresses[0][1]}/"
            async with ClientSession() as self._http:
                yield self.slack.url
                await self.deliveries.close()
        finally:
            await runner.cleanup()

    @property
    def api_url(self) -> str:
        """The address of the Web API, for the app's settings."""
        return f"{self.slack.url}api/"

    @property
    def app(self) -> App:
        """The app, with the secrets for its settings."""
        return self.slack.app

    def add_workspace(self, name: str, *, is_installed: bool = True) -> Workspace:
        """Found a workspace, with the app in it unless told otherwise."""
        workspace = self.slack.add_workspace(name)
        if is_installed:
            workspace.install(self.slack.app)
        return workspace

    def connect(self, url: str) -> None:
        """Deliver to the app's request address from now on; the sandbox must be open."""
        if self._http is None:
            raise RuntimeError("The sandbox is not open.")
        secret, time = self.app.signing_secret, self.slack.time
        self.deliveries.transport = OverHttp(self._http, url, secret, time)

    def session(self, person: Person) -> Session:
        """Sign a person in to the workspace they are in."""
        workspace = next(one for one in self.slack.workspaces.values() if person.id in one.people)
        return Session(self.slack, self.deliveries, workspace, person)

    def revoke(self, workspace: Workspace) -> None:
        """Take the app's token away, as an admin does who removes the app."""
        if workspace.installation:
            bots = [workspace.installation.bot.id]
            workspace.tell(None, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": bots}})
            workspace.tell(None, {"type": "app_uninstalled"})
            workspace.installation.is_revoked = True

    @property
    def posted(self) -> list[Message]:
        """What the bot wrote, ephemeral messages too, oldest first."""
        return self.slack.posted

    @property
    def calls(self) -> list[Called]:
        """Every call of the Web API and every use of a response_url, in order."""
        return self.slack.calls

    @property
    def refused(self) -> list[Called]:
        """The calls that Slack refused, each with what was wrong."""
        return self.slack.refused

    async def until(self, condition: Callable[[], object], patience: float = 60) -> None:
        """Wait until something is so.

        Raises:
            TimeoutError: it was not, after so many seconds.
        """
        async with asyncio.timeout(patience):
            while not condition():
                self.slack.news.clear()
                await self.slack.news.wait()

    async def settle(self, drain: Callable[[], Awaitable[object]]) -> None:
        """Wait until nothing is on its way to the app and, after `drain`, nothing in it."""
        seen = -1
        while seen != len(self.deliveries.attempts):
            seen = len(self.deliveries.attempts)
            await self.deliveries.idle()
            await drain()

    async def _accept(self, request: web.Request) -> web.WebSocketResponse:
        """Let the app in over a socket, through which it is told everything from then on."""
        self.deliveries.transport = self.socket
        return await self.socket.accept(request)

    def _note(self, _: Happening) -> None:
        self.slack.news.set()
