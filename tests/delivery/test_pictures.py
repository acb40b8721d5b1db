"""A picture is shown exactly once, whatever Slack answers to which of the three calls it takes."""

import pytest

from bot.delivery.sending.slack import Calls
from bot.delivery.timing import Timing
from bot.pipeline import Muster
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.web_api.faults import lost_call, lost_reply, rate_limited, server_error
from tests.chat.conftest import Opens
from tests.chat.slack.loaded import LONG
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import everything_posted

LEASE = Timing().lease + 1
SHARE = "files.completeUploadExternal"
CALLS = ["files.getUploadURLExternal", "upload", SHARE]
OUTCOMES = [
    lost_call(),
    lost_reply(),
    server_error(503, "<html>"),
    server_error(500, is_carried_out=True),
    rate_limited(0),
]


def pictures(posted: list[Posted]) -> list[Posted]:
    """Give the posts that are pictures."""
    return [one for one in posted if one.message.files]


@pytest.mark.parametrize("call", CALLS)
async def test_one_picture_whatever_becomes_of_a_call(
    opens: Opens, long_series: Muster, call: str
) -> None:
    async with opens(long_series) as workspace:
        for asked, outcome in enumerate(OUTCOMES, start=1):
            workspace.slack.faults.inject(call, outcome)
            await workspace.deliver(workspace.mention_event(LONG))
            for _ in range(2):
                await workspace.later(LEASE)
            assert len(pictures(workspace.posted)) == asked, outcome
        assert len(workspace.posted) == 2 * len(OUTCOMES)


@pytest.mark.parametrize("call", CALLS)
async def test_one_picture_where_the_process_ends_at_a_call(
    opens: Opens, long_series: Muster, slack: Sandbox, call: str
) -> None:
    """Slack does what it was asked last, and nobody is there to hear of it."""
    async with slack.faults.holding(call) as gate, opens(long_series, drain=0) as workspace:
        workspace.settle = gate.knocked.wait
        await workspace.deliver(workspace.mention_event(LONG))
    async with opens(long_series) as workspace:
        for _ in range(2):
            await workspace.later(LEASE)
        assert len(pictures(everything_posted(slack))) == 1


async def test_the_same_loss_without_a_look_into_history_is_shown_twice(
    opens: Opens, long_series: Muster, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def blind(*_: object) -> None:
        """See nothing."""

    monkeypatch.setattr(Calls, "find", blind)
    async with opens(long_series) as workspace:
        workspace.slack.faults.inject(SHARE, lost_reply())
        await workspace.deliver(workspace.mention_event(LONG))
        await workspace.later(LEASE)
        assert len(pictures(workspace.posted)) == 2


async def test_two_questions_have_a_picture_each(opens: Opens, long_series: Muster) -> None:
    async with opens(long_series) as workspace:
        for _ in range(2):
            await workspace.deliver(workspace.mention_event(LONG))
        first, second = pictures(workspace.posted)
    assert first.place != second.place
