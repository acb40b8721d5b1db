"""Each digest is posted once, whoever else does so and whatever Slack answers."""

import pytest

from bot.sandbox.web_api.faults import (
    Fault,
    lost_call,
    lost_reply,
    rate_limited,
    refusal,
    server_error,
)
from tests.chat.slack.workspace import only, person_named
from tests.posting.council import LEASE, MINUTE, MONDAY, POST, WEEK, Council


@pytest.mark.parametrize("replicas", [2, 10])
async def test_any_number_of_processes_post_it_once(council: Council, replicas: int) -> None:
    follow = council.follow()
    council.add_processes(replicas - 1)
    assert len(await council.at(MONDAY)) == 1
    assert await council.later(MINUTE) == []
    assert council.outcomes(follow) == [("2024-03-04", "sent")]


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("", lost_reply()),
        ("anna", lost_reply()),
        ("", lost_call()),
        ("anna", server_error(503, "<html>")),
        ("", rate_limited(0)),
    ],
    ids=["lost_reply", "lost_reply_to_a_person", "lost_call", "unavailable", "too_fast"],
)
async def test_it_comes_once_whatever_slack_answers(
    council: Council, place: str, fault: Fault
) -> None:
    council.follow(place=person_named(council.slack, place).id if place else "")
    council.add_processes(1)
    council.slack.faults.inject(POST, fault)
    posted = await council.at(MONDAY)
    posted += await council.later(LEASE)
    posted += await council.later(LEASE)
    assert len(posted) == 1


async def test_the_post_and_its_row_are_written_together_or_not_at_all(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow = council.follow()

    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr("db.delivery.write", fail)
        with pytest.raises(RuntimeError):
            await council.at(MONDAY)
    assert (council.outcomes(follow), council.told(follow)) == ([], {})
    assert council.count("receipt") == 0
    assert len(await council.later(MINUTE)) == 1
    assert council.told(follow) != {}


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("is_archived", "the channel was archived"),
        ("not_in_channel", "I am not in the channel any more"),
        ("channel_not_found", "I can't see the channel any more"),
    ],
)
async def test_a_place_that_is_gone_pauses_its_follows_and_tells_the_owner_once(
    council: Council, code: str, why: str
) -> None:
    first, second = council.follow(), council.follow("set:childrens_workforce:dudley")
    council.add_processes(2)
    council.slack.faults.inject(POST, refusal(code))
    notice = only(await council.at(MONDAY))
    assert f"paused, for {why}" in notice.text
    assert "• Children's workforce, Devon" in notice.text
    assert "• Children's workforce, Dudley" in notice.text
    assert [one.paused for one in council.follows()] == [why, why]
    assert council.outcomes(first) == council.outcomes(second) == [("2024-03-04", "refused")]
    assert await council.later(WEEK) == []
    assert await council.later(WEEK) == []
