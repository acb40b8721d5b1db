from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.block_kit.check import faults_in_message, faults_in_view
from bot.sandbox.sandbox import Sandbox


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def buttons(*labels: str) -> dict[str, Any]:
    elements = [{"type": "button", "text": plain(one), "action_id": one} for one in labels]
    return {"type": "actions", "elements": elements}


def chart(*points: float, categories: int = 2, name: str = "Assessment") -> dict[str, Any]:
    data = [{"label": f"Q{n}", "value": value} for n, value in enumerate(points)]
    axes = {"categories": [f"Q{n}" for n in range(categories)], "y_label": "%"}
    drawn = {"type": "line", "series": [{"name": name, "data": data}], "axis_config": axes}
    return {"type": "data_visualization", "title": "Agency rate", "chart": drawn}


def table(rows: int, columns: int = 2) -> dict[str, Any]:
    cell = {"type": "raw_text", "text": "x"}
    return {"type": "table", "rows": [[cell] * columns] * rows}


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain("Ask"), "blocks": list(blocks), **more}


def field(**element: Any) -> dict[str, Any]:
    return {"type": "input", "label": plain("What"), "element": element}


LEGAL = {
    "a section of 3,000 characters": [section("x" * 3000)],
    "fifty blocks": [{"type": "divider"}] * 50,
    "two charts": [chart(1, 2), chart(-1.5, 0)],
    "a pie": [
        {
            "type": "data_visualization",
            "title": "Shares",
            "chart": {"type": "pie", "segments": [{"label": "Agency", "value": 2}]},
        }
    ],
    "a table of 100 rows and 20 columns": [table(100, 20)],
    "a header, buttons and small print": [
        {"type": "header", "text": plain("x" * 150)},
        buttons("Trend", "Compare"),
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "_source_"}]},
    ],
    "a menu beside a section": [
        section(
            "Which?",
            accessory={
                "type": "static_select",
                "action_id": "pick",
                "options": [{"text": plain("Devon"), "value": "devon"}],
            },
        )
    ],
    "thumbs": [
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "action_id": "thumbs",
                    "positive_button": {"text": plain("Right"), "value": "up"},
                    "negative_button": {"text": plain("Wrong"), "value": "down"},
                }
            ],
        }
    ],
    "a table to sort": [
        {
            "type": "data_table",
            "caption": "Agency rate",
            "rows": [
                [{"type": "raw_text", "text": "Team"}, {"type": "raw_text", "text": "Rate"}],
                [{"type": "raw_text", "text": "Assessment"}, {"type": "raw_number", "value": 69}],
            ],
        }
    ],
    "markdown": [{"type": "markdown", "text": "# Agency rate\n- **69%**"}],
    "a picture": [{"type": "image", "slack_file": {"id": "F1"}, "alt_text": "a chart"}],
    "rich text": [
        {
            "type": "rich_text",
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}
            ],
        }
    ],
}

REFUSED = {
    "an unknown type": ([{"type": "chart"}], "/blocks/0"),
    "an unknown property": ([section("x", colour="red")], "/blocks/0/colour"),
    "a section that is too long": ([section("x" * 3001)], "/blocks/0/text"),
    "a section that says nothing": ([{"type": "section"}], "/blocks/0"),
    "empty text": ([section("")], "/blocks/0/text/text"),
    "markup in a header": (
        [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}],
        "/blocks/0/text/type",
    ),
    "fifty-one blocks": ([{"type": "divider"}] * 51, "/blocks"),
    "three charts": ([chart(1, 2)] * 3, "/blocks"),
    "a chart with a gap": ([chart(1)], "/blocks/0/chart"),
    "a chart with a null": ([chart(1, None)], "/blocks/0/chart/series/0/data/1/value"),  # type: ignore[arg-type] # on purpose
    "a chart of 21 points": ([chart(*range(21), categories=21)], "/series/0/data"),
    "a series with a long name": ([chart(1, 2, name="x" * 21)], "/series/0/name"),
    "a table of 101 rows": ([table(101)], "/blocks/0/rows"),
    "a table of 21 columns": ([table(1, 21)], "/blocks/0/rows/0"),
    "a table to sort with uneven rows": (
        [
            {
                "type": "data_table",
                "caption": "x",
                "rows": [table(1, 1)["rows"][0], table(1)["rows"][0]],
            }
        ],
        "/blocks/0",
    ),
    "a picture from nowhere": ([{"type": "image", "alt_text": "x"}], "/blocks/0"),
    "a menu of nothing": (
        [section("x", accessory={"type": "static_select", "action_id": "a"})],
        "/blocks/0/accessory",
    ),
    "too much markdown": ([{"type": "markdown", "text": "x" * 7000}] * 2, "/blocks"),
    "a chart of infinity": ([chart(1, float("inf"))], "/blocks/0/chart"),
    "a button with too long a label": ([buttons("x" * 76)], "/blocks/0/elements/0/text"),
    "two buttons of one action_id": ([buttons("A", "A")], "/blocks/0/elements"),
    "twenty-six buttons": ([buttons(*map(str, range(26)))], "/blocks/0/elements"),
    "two blocks of one id": ([{"type": "divider", "block_id": "d"}] * 2, "/blocks"),
    "an alert, which is for modals": ([{"type": "alert", "text": plain("x")}], "/blocks"),
    "no list": ("x", "/blocks"),
}


@pytest.mark.parametrize("blocks", LEGAL.values(), ids=LEGAL)
def test_what_slack_takes_is_taken(blocks: Any) -> None:
    assert faults_in_message(blocks) == []


@pytest.mark.parametrize(("blocks", "pointer"), REFUSED.values(), ids=REFUSED)
def test_what_slack_refuses_is_refused_with_its_place(blocks: Any, pointer: str) -> None:
    faults = faults_in_message(blocks)

    assert faults
    assert pointer in faults[0]


def test_a_modal_is_titled_and_can_be_submitted() -> None:
    asks = field(type="plain_text_input", action_id="what")
    assert faults_in_view(modal(asks, submit=plain("Ask"))) == []
    assert faults_in_view(modal({"type": "alert", "text": plain("Careful")})) == []

    assert faults_in_view(modal(asks))
    assert faults_in_view(modal(section("x"), title=plain("x" * 25)))
    assert faults_in_view(modal(field(type="file_input", max_files=11), submit=plain("Load")))
    alert = {"type": "alert", "text": plain("Careful")}
    assert faults_in_view({"type": "home", "blocks": [alert]})


def test_charts_and_tables_are_for_messages_alone() -> None:
    for block in (chart(1, 2), table(2), {"type": "markdown", "text": "x"}):
        assert faults_in_message([block]) == []
        assert "is for messages" in faults_in_view(modal(block))[0]
        assert "is for messages" in faults_in_view({"type": "home", "blocks": [block]})[0]


async def test_a_refusal_says_what_and_where(sandbox: Sandbox, client: AsyncWebClient) -> None:
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel="#general", text="x", blocks=[{"type": "chart"}])

    assert caught.value.response["error"] == "invalid_blocks"
    assert "/blocks/0" in caught.value.response["response_metadata"]["messages"][0]
    [refused] = sandbox.refused
    assert (refused.method, refused.error) == ("chat.postMessage", "invalid_blocks")


async def test_a_message_cannot_be_endless(client: AsyncWebClient) -> None:
    for content, error in (
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": [section("x" * 3000)] * 4}, "msg_blocks_too_long"),
    ):
        with pytest.raises(SlackApiError, match=error):
            await client.chat_postMessage(channel="#general", **content)
