"""The addresses an app calls."""

from aiohttp import web
from yarl import URL

from bot.sandbox.slack import Called, Slack
from bot.sandbox.web_api.arguments import arguments_of, token_of
from bot.sandbox.web_api.faults import RESPONSE_URL, UPLOAD, Fault, Faults
from bot.sandbox.web_api.responding import respond
from bot.sandbox.web_api.run import run
from bot.sandbox.wire import Json, RefusalError


class Server:
    """Slack's side of HTTP, for apps."""

    def __init__(self, slack: Slack, faults: Faults) -> None:
        self._slack = slack
        self._faults = faults

    def add_routes(self, application: web.Application) -> None:
        """Listen on every address an app knows."""
        application.router.add_route("*", "/api/{method}", self._api)
        application.router.add_post("/response/{team}/{key}", self._response)
        application.router.add_post("/upload/{team}/{file}", self._upload)
        application.router.add_get("/files/{team}/{file}/{name}", self._download)
        application.router.add_get("/oauth/v2/authorize", self._authorize)

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            arguments = await arguments_of(request)
        except RefusalError as refusal:
            return web.json_response({"ok": False, "error": refusal.code})
        token = token_of(request, arguments)
        fault = await self._fault(request, method)
        if fault and not fault.is_carried_out:
            self._slack.note(Called(method, arguments, fault=fault.error))
            return _broken(request, fault)
        answer = run(self._slack, method, token, arguments)
        return _broken(request, fault) if fault else web.json_response(answer)

    async def _response(self, request: web.Request) -> web.StreamResponse:
        payload: Json = await request.json()
        fault = await self._fault(request, RESPONSE_URL)
        if fault and not fault.is_carried_out:
            self._slack.note(Called(RESPONSE_URL, payload, fault=fault.error))
            return _broken(request, fault)
        error = respond(self._slack, request.match_info["key"], payload)
        if fault:
            return _broken(request, fault)
        if error:
            return web.json_response({"ok": False, "error": error}, status=404)
        return web.Response(text="ok")

    async def _fault(self, request: web.Request, method: str) -> Fault | None:
        if request.transport:
            self._slack.connections.add(request.transport.get_extra_info("peername"))
        await self._faults.pass_gate(method)
        return self._faults.take(method)

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        """Take the bytes of a file, bare or as the file of a form."""
        fault = await self._fault(request, UPLOAD)
        if fault and not fault.is_carried_out:
            return _broken(request, fault)
        answer = await self._bytes(request)
        return _broken(request, fault) if fault else answer

    async def _bytes(self, request: web.Request) -> web.Response:
        file = self._slack.workspaces[request.match_info["team"]].files[request.match_info["file"]]
        if request.content_type == "multipart/form-data":
            sent = next(iter((await request.post()).values()))
            file.content = sent.file.read() if isinstance(sent, web.FileField) else b""
        else:
            file.content = await request.read()
        return web.Response(text=f"OK - {len(file.content)}")

    async def _download(self, request: web.Request) -> web.Response:
        """Give a file to the bot, or to a person who sees it on the page."""
        workspace = self._slack.workspaces[request.match_info["team"]]
        file = workspace.files.get(request.match_info["file"])
        if file is None:
            raise web.HTTPNotFound
        if "Authorization" in request.headers:
            self._slack.workspace_of(token_of(request, {}))
        kind = "image/png" if file.extension == "png" else "application/octet-stream"
        return web.Response(body=file.content, content_type=kind)

    async def _authorize(self, request: web.Request) -> web.Response:
        """Consent to the installation at once, as an admin who presses Allow."""
        wanted = request.query.get("team", next(iter(self._slack.workspaces)))
        code = self._slack.ids.once("code.")
        self._slack.codes[code] = self._slack.workspaces[wanted]
        [only, *_] = self._slack.app.manifest["oauth_config"].get("redirect_urls", [""])
        back = request.query.get("redirect_uri") or only
        given = {"code": code, "state": request.query.get("state", "")}
        raise web.HTTPFound(URL(back).update_query(given))


def _broken(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.status == 0 and request.transport:
        request.transport.close()
        return web.Response()
    return fault.response()
