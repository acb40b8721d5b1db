"""Charts and tables beside the text, and what becomes of them where Slack refuses them."""

from typing import Any

from tests.chat.slack.fake import Posted
from tests.chat.slack.workspace import Workspace

SERIES = "agency rate for social workers in Devon by month"
RANKING = "rank teams in Devon by agency rate for social workers"


def drawn(reply: Posted, kind: str) -> list[dict[str, Any]]:
    """Give the blocks of one kind."""
    return [block for block in reply.blocks if block["type"] == kind]


async def test_a_series_is_a_line(workspace: Workspace) -> None:
    reply = await workspace.mention(SERIES)
    [chart] = drawn(reply, "data_visualization")
    assert chart["title"] == "Agency rate"
    assert chart["chart"]["type"] == "line"
    [line] = chart["chart"]["series"]
    assert len(line["data"]) >= 3
    for point in line["data"]:
        assert f"{point['value']:g}%" in reply.text


async def test_a_ranking_is_bars(workspace: Workspace) -> None:
    [chart] = drawn(await workspace.mention(RANKING), "data_visualization")
    assert chart["chart"]["type"] == "bar"


async def test_one_figure_is_text_alone(workspace: Workspace) -> None:
    reply = await workspace.mention("agency rate for social workers in Assessment")
    assert drawn(reply, "data_visualization") == []
    assert drawn(reply, "table") == []


async def test_where_charts_are_refused_there_is_a_table_and_it_is_remembered(
    workspace: Workspace,
) -> None:
    workspace.slack.unknown = {"data_visualization"}
    assert len(drawn(await workspace.mention(SERIES), "table")) == 1
    calls = len(workspace.slack.calls)
    again = await workspace.mention(SERIES)
    assert len(drawn(again, "table")) == 1
    assert drawn(again, "data_visualization") == []
    assert len(drawn(again, "context_actions")) == 1
    assert len(workspace.slack.calls) == calls + 1
    workspace.slack.refused.clear()


async def test_where_tables_are_refused_too_there_is_text(workspace: Workspace) -> None:
    workspace.slack.unknown = {"data_visualization", "table"}
    reply = await workspace.mention(SERIES)
    assert drawn(reply, "section")
    assert drawn(reply, "table") == []
    workspace.slack.refused.clear()


async def test_a_table_has_what_the_text_has(workspace: Workspace) -> None:
    workspace.slack.unknown = {"data_visualization"}
    reply = await workspace.mention(RANKING)
    [table] = drawn(reply, "table")
    cells = [cell["text"] for row in table["rows"] for cell in row]
    assert any(cell.endswith("%") and cell in reply.text for cell in cells)
    workspace.slack.refused.clear()
