"""Who the app is here: auth, apps and oauth."""

from bot.sandbox.slack import Slack
from bot.sandbox.web_api.call import Call
from bot.sandbox.wire import Json, RefusalError


def auth_test(call: Call) -> Json:
    """Say whose token it is."""
    bot = call.installation.bot
    return {
        "url": call.slack.url,
        "team": call.workspace.name,
        "team_id": call.workspace.id,
        "user": bot.name,
        "user_id": bot.id,
        "bot_id": bot.bot_id,
        "is_enterprise_install": False,
    }


def auth_revoke(call: Call) -> Json:
    """Give the token back."""
    call.installation.is_revoked = True
    return {"revoked": True}


def connections_open(slack: Slack, token: str) -> Json:
    """Give the address of a socket, to the app-level token alone."""
    if token != slack.app.app_token:
        raise RefusalError("invalid_auth")
    return {"url": f"{slack.url}socket".replace("http", "ws", 1)}


def oauth_access(slack: Slack, arguments: Json) -> Json:
    """Exchange the code that a person's consent gave for a bot token."""
    app = slack.app
    if (arguments.get("client_id"), arguments.get("client_secret")) != (
        app.client_id,
        app.client_secret,
    ):
        raise RefusalError("bad_client_secret")
    workspace = slack.codes.pop(str(arguments.get("code")), None)
    if workspace is None:
        raise RefusalError("invalid_code")
    installed = workspace.install(app)
    return {
        "app_id": app.id,
        "access_token": installed.token,
        "token_type": "bot",
        "scope": ",".join(sorted(installed.scopes)),
        "bot_user_id": installed.bot.id,
        "team": {"id": workspace.id, "name": workspace.name},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": installed.bot.id},
    }
