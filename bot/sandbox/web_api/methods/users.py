"""The methods of users, and what an app may know of the workspace and itself."""

from bot.sandbox.web_api.call import Call
from bot.sandbox.web_api.methods.conversations import paged
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.people import user_object


def info(call: Call) -> Json:
    """Describe a person."""
    found = call.workspace.people.get(call.text("user"))
    if found is None:
        raise RefusalError("user_not_found")
    return {"user": user_object(found, call.workspace.id)}


def list_all(call: Call) -> Json:
    """List everybody."""
    people = call.workspace.people.values()
    return paged(call, "members", [user_object(one, call.workspace.id) for one in people])


def team_info(call: Call) -> Json:
    """Describe the workspace."""
    return {"team": {"id": call.workspace.id, "name": call.workspace.name, "domain": "sandbox"}}


def bot_info(call: Call) -> Json:
    """Describe the bot."""
    bot = call.installation.bot
    if call.text("bot") not in {"", bot.bot_id}:
        raise RefusalError("bot_not_found")
    return {
        "bot": {
            "id": bot.bot_id,
            "app_id": call.slack.app.id,
            "user_id": bot.id,
            "name": bot.real_name,
            "deleted": False,
        }
    }
