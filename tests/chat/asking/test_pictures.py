"""A series longer than Slack's own chart holds is shown as a picture, to all or to nobody."""

from collections.abc import AsyncIterator

import pytest

from bot.pipeline import Muster
from bot.sandbox.delivery.transport import Sort
from bot.sandbox.web_api.faults import refusal
from tests.chat.conftest import Opens
from tests.chat.slack.loaded import LONG, MONTHS
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import Workspace

PNG = b"\x89PNG"
UPLOAD = ["files.getUploadURLExternal", "files.completeUploadExternal"]


@pytest.fixture
async def charting(opens: Opens, long_series: Muster) -> AsyncIterator[Workspace]:
    """Give a workspace that has loaded a long series."""
    async with opens(long_series) as workspace:
        yield workspace
    assert workspace.live == []


def shown(picture: Posted) -> tuple[str, str, bytes]:
    """Give the title of a picture, its alt text and its first bytes."""
    [file] = picture.message.files
    return file.title, file.alt_text, file.content[:4]


async def test_all_points_are_in_a_picture_under_the_answer(charting: Workspace) -> None:
    reply, picture = await charting.deliver(charting.mention_event(LONG))
    assert reply.drawn("data_visualization") == []
    assert picture.place == reply.place
    title, alt, content = shown(picture)
    assert (title, content) == ("Agency FTE", PNG)
    assert f"MASH: {len(MONTHS)} points, from 20 in August 2021, to 24 in May 2024" in alt
    assert "Mean: 22.4 throughout. Target: 20 throughout." in alt
    assert charting.slack.refused == []


async def test_what_the_picture_says_is_in_the_text(charting: Workspace) -> None:
    reply, _ = await charting.deliver(charting.mention_event(LONG))
    for said in (
        "20.0 FTE (August 2021)",
        "24.0 FTE (May 2024)",
        "mean 22.41 FTE",
        "Target 20 FTE",
    ):
        assert said in reply.text


async def test_in_direct_messages_too(charting: Workspace) -> None:
    reply, picture = await charting.deliver(charting.message_event(LONG))
    assert picture.place == reply.place
    assert shown(picture)[2] == PNG


async def test_in_private_slacks_own_chart_shows_the_last_points(charting: Workspace) -> None:
    reply = await charting.command(LONG)
    [chart] = reply.drawn("data_visualization")
    assert chart["title"] == "Agency FTE, last 20 of 34"
    names = [one["name"] for one in chart["chart"]["series"]]
    assert names == ["MASH", "Mean", "Target"]
    assert len(charting.posted) == 1


async def test_where_slack_draws_nothing_a_table_shows_the_last_points(
    charting: Workspace,
) -> None:
    charting.slack.slack.unknown_blocks = {"data_visualization"}
    [table] = (await charting.command(LONG)).drawn("table")
    assert len(table["rows"]) == 31
    assert [cell["text"] for cell in table["rows"][-1]][:2] == ["May 2024", "24.0 FTE"]


async def test_a_question_of_the_home_tab_is_sent_to_a_person_who_takes_no_file(
    charting: Workspace,
) -> None:
    anna = charting.people["anna"]
    anna.open_home()
    await charting.slack.settle(charting.settle)
    home = charting.council.homes[anna.person.id]
    await charting.upon(lambda: anna.press(home, "muster_example_0"))
    sent = [one.delivery for one in charting.slack.deliveries.attempts]
    [action] = next(one for one in reversed(sent) if one.sort is Sort.INTERACTION).payload[
        "actions"
    ]
    [reply] = await charting.again(actions=[{**action, "value": LONG, "action_ts": "7"}])
    assert len(reply.drawn("data_visualization")) == 1


@pytest.mark.parametrize("method", UPLOAD)
@pytest.mark.parametrize("refused", ["missing_scope", "restricted_action"])
async def test_where_no_file_is_taken_slacks_own_chart_is_sent(
    charting: Workspace, method: str, refused: str
) -> None:
    charting.slack.faults.inject(method, refusal(refused))
    _, chart = await charting.deliver(charting.mention_event(LONG))
    assert chart.message.files == []
    [drawn] = chart.drawn("data_visualization")
    assert drawn["title"] == "Agency FTE, last 20 of 34"
    assert chart.text.startswith("Line chart: Agency FTE")


async def test_where_neither_is_taken_the_words_remain(charting: Workspace) -> None:
    charting.slack.slack.unknown_blocks = {"data_visualization", "table"}
    charting.slack.faults.inject(UPLOAD[0], refusal("missing_scope"))
    _, said = await charting.deliver(charting.mention_event(LONG))
    assert said.blocks == []
    assert said.text.startswith("Line chart: Agency FTE")
