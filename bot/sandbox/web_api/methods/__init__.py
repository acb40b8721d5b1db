"""The methods of the Web API, and the scope each needs."""

from collections.abc import Callable
from typing import TypeAlias

from bot.sandbox.web_api.call import Call
from bot.sandbox.web_api.methods import (
    account,
    assistant,
    chat,
    conversations,
    files,
    reactions,
    users,
    views,
)
from bot.sandbox.wire import Json

Method: TypeAlias = Callable[[Call], Json]

METHODS: dict[str, Method] = {
    "api.test": lambda call: {"args": call.arguments},
    "assistant.threads.setStatus": assistant.set_status,
    "assistant.threads.setSuggestedPrompts": assistant.set_suggested_prompts,
    "assistant.threads.setTitle": assistant.set_title,
    "auth.revoke": account.auth_revoke,
    "auth.test": account.auth_test,
    "bots.info": users.bot_info,
    "chat.delete": chat.delete,
    "chat.getPermalink": chat.get_permalink,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.postMessage": chat.post_message,
    "chat.update": chat.update,
    "conversations.history": conversations.history,
    "conversations.info": conversations.info,
    "conversations.join": conversations.join,
    "conversations.leave": conversations.leave,
    "conversations.list": conversations.list_all,
    "conversations.members": conversations.members,
    "conversations.open": conversations.open_direct,
    "conversations.replies": conversations.replies,
    "files.completeUploadExternal": files.complete_upload,
    "files.delete": files.delete,
    "files.getUploadURLExternal": files.get_upload_url,
    "files.info": files.info,
    "reactions.add": reactions.add,
    "reactions.get": reactions.get,
    "reactions.remove": reactions.remove,
    "team.info": users.team_info,
    "users.conversations": conversations.list_joined,
    "users.info": users.info,
    "users.list": users.list_all,
    "views.open": views.open_modal,
    "views.publish": views.publish,
    "views.push": views.push,
    "views.update": views.update,
}

SCOPES = {
    "assistant.threads.setStatus": "chat:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "assistant.threads.setTitle": "assistant:write",
    "bots.info": "users:read",
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "conversations.history": "*:history",
    "conversations.info": "*:read",
    "conversations.join": "channels:join",
    "conversations.members": "*:read",
    "conversations.open": "im:write",
    "conversations.replies": "*:history",
    "files.completeUploadExternal": "files:write",
    "files.delete": "files:write",
    "files.getUploadURLExternal": "files:write",
    "files.info": "files:read",
    "reactions.add": "reactions:write",
    "reactions.get": "reactions:read",
    "reactions.remove": "reactions:write",
    "team.info": "team:read",
    "users.info": "users:read",
    "users.list": "users:read",
}
"""The scope of a method; "*" stands for the kind of the conversation, such as im:history."""
