from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.acting.session import Session
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.web_api.methods import METHODS, SCOPES
from tests.sandbox.test_block_kit import modal, plain, section

Named = dict[str, str]


@pytest.fixture
async def named(anna: Session) -> Named:
    """Give the ids that arguments name."""
    general = anna.workspace.channel("general")
    asked = anna.say("general", "agency rate")
    direct = anna.workspace.direct(anna.person, anna.bot)
    return {
        "anna": anna.person.id,
        "bot": anna.bot.bot_id,
        "direct": direct.id,
        "file": anna.upload("rates.csv", b"a").id,
        "general": general.id,
        "quiet": anna.workspace.channel("quiet").id,
        "ts": asked.ts,
    }


# A method, its arguments ("$" stands for an id), and what its answer holds.
ANSWERED: list[tuple[str, dict[str, Any], str, object]] = [
    ("api.test", {"foo": "bar"}, "args.foo", "bar"),
    (
        "assistant.threads.setTitle",
        {"channel_id": "$direct", "thread_ts": "1", "title": "x"},
        "",
        0,
    ),
    ("auth.revoke", {}, "revoked", True),
    ("bots.info", {"bot": "$bot"}, "bot.name", "Clerk"),
    ("chat.getPermalink", {"channel": "$general", "message_ts": "$ts"}, "channel", "$general"),
    ("conversations.info", {"channel": "$general"}, "channel.name", "general"),
    (
        "conversations.members",
        {"channel": "$quiet", "limit": 1},
        "response_metadata.next_cursor",
        "1",
    ),
    ("conversations.open", {"users": "$anna"}, "channel.id", "$direct"),
    ("conversations.list", {"types": "im"}, "channels.0.id", "$direct"),
    ("files.info", {"file": "$file"}, "file.name", "rates.csv"),
    ("files.delete", {"file": "$file"}, "", 0),
    ("reactions.get", {"channel": "$general", "timestamp": "$ts"}, "message.ts", "$ts"),
    ("team.info", {}, "team.name", "Council"),
    ("users.conversations", {}, "channels.0.name", "general"),
]

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("assistant.threads.setSuggestedPrompts", {"channel_id": "$direct"}, "invalid_arguments"),
    (
        "assistant.threads.setSuggestedPrompts",
        {"channel_id": "$direct", "prompts": [{"title": "x"}]},
        "invalid_arguments",
    ),
    ("bots.info", {"bot": "B0"}, "bot_not_found"),
    ("chat.postMessage", {"channel": "$general", "blocks": "[{"}, "invalid_blocks_format"),
    ("conversations.history", {"channel": "$quiet"}, "not_in_channel"),
    ("conversations.history", {"channel": "$general", "limit": "x"}, "invalid_arguments"),
    ("conversations.join", {"channel": "$direct"}, "method_not_supported_for_channel_type"),
    ("conversations.list", {"types": "rooms"}, "invalid_types"),
    ("conversations.open", {"users": "U0"}, "user_not_found"),
    ("conversations.open", {}, "users_list_not_supplied"),
    ("conversations.replies", {"channel": "$general", "ts": "1.0"}, "thread_not_found"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}]}, "file_not_found"),
    ("files.completeUploadExternal", {"files": []}, "invalid_arguments"),
    ("files.getUploadURLExternal", {"filename": "x"}, "invalid_arguments"),
    ("users.info", {"user": "U0"}, "user_not_found"),
    ("views.open", {"trigger_id": "t", "view": "x"}, "invalid_view_format"),
    (
        "views.open",
        {"trigger_id": "t", "view": {"type": "home", "blocks": []}},
        "invalid_arguments",
    ),
    ("views.publish", {"user_id": "U0", "view": {"type": "home", "blocks": []}}, "user_not_found"),
    ("views.update", {"view_id": "V0", "view": {}}, "not_found"),
]


def filled(arguments: dict[str, Any], named: Named) -> dict[str, Any]:
    """The arguments with ids in place of names."""
    return {name: of(value, named) for name, value in arguments.items()}


def of(value: Any, named: Named) -> Any:
    is_name = isinstance(value, str) and value.startswith("$")
    return named[value[1:]] if is_name else value


def held(answer: Any, path: str) -> Any:
    for step in path.split("."):
        answer = answer[int(step)] if step.isdecimal() else answer[step]
    return answer


@pytest.mark.parametrize(("method", "arguments", "path", "value"), ANSWERED)
async def test_a_method_answers_what_was_asked(
    client: AsyncWebClient, named: Named, method: str, arguments: Any, path: str, value: object
) -> None:
    answer = await client.api_call(method, json=filled(arguments, named))

    if path:
        assert held(answer.data, path) == of(value, named)


@pytest.mark.parametrize(("method", "arguments", "error"), REFUSED)
async def test_a_method_refuses_what_is_wrong(
    client: AsyncWebClient, named: Named, method: str, arguments: Any, error: str
) -> None:
    with pytest.raises(SlackApiError) as caught:
        await client.api_call(method, json=filled(arguments, named))

    assert caught.value.response["error"] == error


def test_only_methods_that_exist_need_a_scope() -> None:
    assert SCOPES.keys() <= METHODS.keys()


async def test_modals_are_stacked_three_high_and_changed_in_place(
    client: AsyncWebClient, anna: Session
) -> None:
    def trigger() -> str:
        return anna.slack.trigger(anna.workspace, anna.person.id)

    first = await client.views_open(trigger_id=trigger(), view=modal(section("1")))
    for number in "23":
        await client.views_push(trigger_id=trigger(), view=modal(section(number)))
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        await client.views_push(trigger_id=trigger(), view=modal(section("4")))

    hash_, id_ = first["view"]["hash"], first["view"]["id"]
    changed = modal(section("1b"), title=plain("Changed"))
    await client.views_update(view_id=id_, hash=hash_, view=changed)
    assert anna.workspace.views[id_].content["title"]["text"] == "Changed"
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await client.views_update(view_id=id_, hash=hash_, view=changed)


async def test_an_app_without_a_home_tab_cannot_publish_one(
    client: AsyncWebClient, sandbox: Sandbox, anna: Session
) -> None:
    home = {"type": "home", "blocks": []}
    features = sandbox.app.manifest["features"]
    sandbox.app.manifest["features"] = {**features, "app_home": {}}
    try:
        with pytest.raises(SlackApiError, match="not_enabled"):
            await client.views_publish(user_id=anna.person.id, view=home)
    finally:
        sandbox.app.manifest["features"] = features
