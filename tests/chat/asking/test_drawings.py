"""Charts and tables beside the text, and what becomes of them where Slack refuses them."""

from tests.chat.slack.workspace import Workspace

SERIES = "agency rate for social workers in Devon by month"
RANKING = "rank teams in Devon by agency rate for social workers"


async def test_a_series_is_a_line(workspace: Workspace) -> None:
    reply = await workspace.mention(SERIES)
    [chart] = reply.drawn("data_visualization")
    assert chart["title"] == "Agency rate"
    assert chart["chart"]["type"] == "line"
    [line] = chart["chart"]["series"]
    assert len(line["data"]) >= 3
    for point in line["data"]:
        assert f"{point['value']:g}%" in reply.text


async def test_a_ranking_is_bars(workspace: Workspace) -> None:
    [chart] = (await workspace.mention(RANKING)).drawn("data_visualization")
    assert chart["chart"]["type"] == "bar"


async def test_one_figure_is_text_alone(workspace: Workspace) -> None:
    reply = await workspace.mention("agency rate for social workers in Assessment")
    assert reply.drawn("data_visualization") == []
    assert reply.drawn("table") == []


async def test_where_charts_are_refused_there_is_a_table_and_it_is_remembered(
    workspace: Workspace,
) -> None:
    workspace.slack.slack.unknown_blocks = {"data_visualization"}
    assert len((await workspace.mention(SERIES)).drawn("table")) == 1
    calls = len(workspace.called)
    again = await workspace.mention(SERIES)
    assert len(again.drawn("table")) == 1
    assert again.drawn("data_visualization") == []
    assert len(again.drawn("context_actions")) == 1
    assert len(workspace.called) == calls + 1
    workspace.slack.calls.clear()


async def test_where_tables_are_refused_too_there_is_text(workspace: Workspace) -> None:
    workspace.slack.slack.unknown_blocks = {"data_visualization", "table"}
    reply = await workspace.mention(SERIES)
    assert reply.drawn("section")
    assert reply.drawn("table") == []
    workspace.slack.calls.clear()


async def test_a_table_has_what_the_text_has(workspace: Workspace) -> None:
    workspace.slack.slack.unknown_blocks = {"data_visualization"}
    reply = await workspace.mention(RANKING)
    [table] = reply.drawn("table")
    cells = [cell["text"] for row in table["rows"] for cell in row]
    assert any(cell.endswith("%") and cell in reply.text for cell in cells)
    workspace.slack.calls.clear()
