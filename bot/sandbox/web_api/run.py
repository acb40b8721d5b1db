"""From a call's token and arguments to its answer."""

from collections.abc import Callable

from bot.sandbox.slack import Called, Slack
from bot.sandbox.web_api.call import Call
from bot.sandbox.web_api.methods import METHODS, SCOPES
from bot.sandbox.web_api.methods.account import connections_open, oauth_access
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.channels import SCOPE_OF


def run(slack: Slack, method: str, token: str, arguments: Json) -> Json:
    """Carry a call out and keep it among the calls of the sandbox; a refusal is an answer too."""
    try:
        answer = {"ok": True, **_outcome(slack, method, token, arguments)}
        slack.note(Called(method, arguments))
    except RefusalError as refusal:
        answer = {"ok": False, "error": refusal.code, **refusal.details}
        details = tuple(refusal.details.get("errors", ()))
        slack.note(Called(method, arguments, refusal.code, details))
    return answer


def _outcome(slack: Slack, method: str, token: str, arguments: Json) -> Json:
    without_bot: dict[str, Callable[[], Json]] = {
        "apps.connections.open": lambda: connections_open(slack, token),
        "oauth.v2.access": lambda: oauth_access(slack, arguments),
    }
    if method in without_bot:
        return without_bot[method]()
    if method not in METHODS:
        raise RefusalError("unknown_method", req_method=method)
    workspace = slack.workspace_of(token)
    if workspace.installation is None:
        raise RefusalError("invalid_auth")
    call = Call(slack, workspace, workspace.installation, arguments)
    _refuse_without_scope(call, method)
    return METHODS[method](call)


def _refuse_without_scope(call: Call, method: str) -> None:
    needed = SCOPES.get(method, "")
    if needed.startswith("*"):
        needed = needed.replace("*", SCOPE_OF[call.channel().kind])
    granted = call.installation.scopes
    if needed and needed not in granted:
        raise RefusalError("missing_scope", needed=needed, provided=",".join(sorted(granted)))
