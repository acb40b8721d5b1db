"""Arguments of a call, however they were sent."""

import json
from base64 import b64decode
from typing import Any

from aiohttp import web

from bot.sandbox.wire import Json, RefusalError


async def arguments_of(request: web.Request) -> Json:
    """The arguments in the address, a form and a JSON body, the last named before the first.

    Raises:
        RefusalError: the body is no JSON object, though it says so.
    """
    arguments: Json = {**client_of(request), **request.query}
    if request.content_type == "application/json":
        arguments.update(_object_in(await request.text()))
    else:
        arguments.update({name: value for name, value in (await request.post()).items() if value})
    return arguments


def client_of(request: web.Request) -> Json:
    """The app's id and secret, where they came as HTTP's own user name and password."""
    sort, _, given = request.headers.get("Authorization", "").partition(" ")
    if sort != "Basic":
        return {}
    client_id, _, secret = b64decode(given).decode().partition(":")
    return {"client_id": client_id, "client_secret": secret}


def token_of(request: web.Request, arguments: Json) -> str:
    """The token, from the header or from the arguments, which it is taken out of."""
    bearer = request.headers.get("Authorization", "")
    return bearer.removeprefix("Bearer ").strip() or str(arguments.pop("token", ""))


def _object_in(body: str) -> Json:
    try:
        parsed: Any = json.loads(body or "{}")
    except ValueError as error:
        raise RefusalError("invalid_json") from error
    if not isinstance(parsed, dict):
        raise RefusalError("json_not_object")
    return parsed
