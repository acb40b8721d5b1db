"""The addresses of the page."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from aiohttp import web
from jinja2 import Environment

from bot.sandbox.acting.session import Session
from bot.sandbox.page.acts import Acts
from bot.sandbox.page.charts import chart_svg
from bot.sandbox.page.rendering import environment
from bot.sandbox.page.rows import Row, charts_in, links_of, names_in, rows_in
from bot.sandbox.page.updates import Updates
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import RefusalError
from bot.sandbox.workspace.channels import Channel
from bot.sandbox.workspace.people import Person
from bot.sandbox.workspace.workspace import Conversing, Workspace

HOME = "home"
"""The app's Home tab, where an address would name a channel."""

_SAFE = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'",
    "Cache-Control": "no-store",
}
"""Charts bring styles of their own."""


@dataclass(frozen=True)
class Greeting:
    """What a newcomer reads: a line of welcome, and questions to click."""

    title: str
    text: str
    questions: Sequence[str]


class Page:
    """The page of a sandbox; hand `add_routes` to `Sandbox.open`."""

    def __init__(self, sandbox: Sandbox, greeting: Greeting) -> None:
        self._sandbox = sandbox
        self._greeting = greeting
        self._updates = Updates()
        self._templates: Environment = environment()
        sandbox.slack.watchers.append(self._updates.note)

    def add_routes(self, application: web.Application) -> None:
        """Show the page, and listen to its forms."""
        application.router.add_get("/", self._enter)
        application.router.add_get("/w/{team}/{place}", self._show)
        application.router.add_post("/w/{team}/{place}/{act}", self._act)
        application.router.add_get("/updates", self._updates.stream)
        application.router.add_static("/static", Path(__file__).parent / "static")
        application.on_shutdown.append(self._updates.close)

    async def _enter(self, _: web.Request) -> web.Response:
        """Lead to the first channel of the first workspace, as the first person in it."""
        workspace = next(iter(self._sandbox.slack.workspaces.values()))
        me = next(one for one in workspace.people.values() if not one.bot_id)
        raise web.HTTPFound(_first_place(workspace, me))

    async def _show(self, request: web.Request) -> web.Response:
        session = self._session(request)
        place = request.match_info["place"]
        is_new = "X-Refresh" not in request.headers
        if place == HOME:
            return await self._show_home(session, is_new=is_new)
        channel = session.workspace.channels.get(place)
        if channel is None or session.person.id not in channel.members:
            raise web.HTTPFound(_first_place(session.workspace, session.person))
        if is_new and session.bot.id in channel.members and channel.kind == "im":
            session.open_home("messages")
        return await self._show_channel(session, channel, request.query.get("thread", ""))

    async def _show_home(self, session: Session, *, is_new: bool) -> web.Response:
        if is_new:
            session.open_home()
            await self._sandbox.deliveries.idle()
        home = session.workspace.homes.get(session.person.id)
        return self._page(session, "home.html", HOME, home=home)

    async def _show_channel(
        self, session: Session, channel: Channel, thread_ts: str
    ) -> web.Response:
        workspace, me = session.workspace, session.person
        rows = rows_in(workspace, channel, me, "")
        thread = rows_in(workspace, channel, me, thread_ts) if thread_ts else []
        await _draw_charts([*rows, *thread])
        conversing = workspace.conversing.get((channel.id, ""), Conversing())
        return self._page(
            session,
            "channel.html",
            channel.id,
            thread_ts,
            channel=channel,
            rows=rows,
            thread=thread,
            prompts=conversing.prompts,
            statuses=_statuses(workspace, channel),
        )

    def _page(
        self, session: Session, template: str, place: str, thread_ts: str = "", **more: object
    ) -> web.Response:
        workspace = session.workspace

        def act(name: str) -> str:
            """The address of a form."""
            query = urlencode({"as": session.person.id, "thread": thread_ts})
            return f"/w/{workspace.id}/{place}/{name}?{query}"

        html = self._templates.get_template(template).render(
            act=act,
            app=self._sandbox.app,
            bot=session.bot,
            direct=workspace.direct(session.person, session.bot),
            greeting=self._greeting,
            links=links_of(workspace, session.person),
            me=session.person,
            modal=session.modal,
            named=names_in(workspace),
            place=place,
            thread_ts=thread_ts,
            today=workspace.time.now(),
            workspace=workspace,
            workspaces=self._sandbox.slack.workspaces.values(),
            **more,
        )
        return web.Response(text=html, content_type="text/html", headers=_SAFE)

    async def _act(self, request: web.Request) -> web.Response:
        """Do what a form asks for; other sites may not send forms here."""
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
            raise web.HTTPForbidden
        session = self._session(request)
        acts = Acts(session, await request.post()).by_name
        try:
            thread = await acts[request.match_info["act"]]()
        except RefusalError:
            thread = ""  # what it was about has gone meanwhile, which the page then shows
        place = {"as": session.person.id, "thread": thread or request.query.get("thread", "")}
        address = f"/w/{session.workspace.id}/{request.match_info['place']}?{urlencode(place)}"
        if "X-Refresh" in request.headers:
            return web.json_response({"address": address})
        raise web.HTTPSeeOther(address)

    def _session(self, request: web.Request) -> Session:
        workspace = self._sandbox.slack.workspaces.get(request.match_info["team"])
        person = workspace and workspace.people.get(request.query.get("as", ""))
        if not person:
            raise web.HTTPNotFound
        return self._sandbox.session(person)


def _first_place(workspace: Workspace, me: Person) -> str:
    """Where somebody begins who is nowhere yet, or was sent where they may not look."""
    return f"/w/{workspace.id}/{links_of(workspace, me)[0].id}?as={me.id}"


async def _draw_charts(rows: Sequence[Row]) -> None:
    """Draw what is not drawn yet beside the event loop; the template then finds it done."""
    for row in rows:
        for block in charts_in(row.message.blocks):
            await asyncio.to_thread(chart_svg, block)


def _statuses(workspace: Workspace, channel: Channel) -> dict[str, str]:
    return {
        thread: conversing.status
        for (where, thread), conversing in workspace.conversing.items()
        if where == channel.id and conversing.status
    }
