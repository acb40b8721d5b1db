"""Digests in Slack: what is posted where, and when."""

import asyncio
from datetime import timedelta
from types import SimpleNamespace

import pytest

from bot.delivery.timing import Timing
from bot.digest.gather import Gathering
from bot.digest.watched import Watching
from bot.pipeline import Muster
from bot.posting import merging
from bot.query.stored import stored
from bot.reply.slack.buttons import Press
from bot.sandbox.web_api.faults import rate_limited
from db.delivery import allow_shared_channel
from tests.chat.slack.markup import live_in
from tests.chat.slack.workspace import only, person_named
from tests.posting.council import HOUR, MINUTE, MONDAY, SUNDAY, WEEK, Council


@pytest.fixture
def store_url(sqlite_url: str) -> str:
    """Give one kind of store; what is kept of digests is tested on each in test_once."""
    return sqlite_url


async def test_nothing_is_posted_before_its_time(council: Council) -> None:
    council.follow()
    assert await council.at(MONDAY - timedelta(seconds=1)) == []
    assert await council.at(MONDAY) != []


async def test_a_digest_says_what_is_worth_saying_and_accounts_for_the_rest(
    council: Council,
) -> None:
    council.follow()
    post = only(await council.at(MONDAY))
    assert post.place == (council.channel.id, "")
    assert post.text.startswith("Children's workforce, Devon · Monday 4 March 2024\n1. Permanent")
    assert "27 series looked at" in post.text
    assert post.shown.startswith("Children's workforce, Devon · Monday 4 March 2024\n1. Permanent")
    assert not list(live_in({"text": post.text, "blocks": post.blocks, "parse": "none"}))


async def test_the_first_two_items_have_their_charts_and_each_its_menu(council: Council) -> None:
    council.follow()
    post = only(await council.at(MONDAY))
    kinds = [block["type"] for block in post.blocks]
    chart = "data_visualization"
    assert kinds == ["section", "section", chart, "section", chart, "section", "context"]
    menus = [block["accessory"] for block in post.blocks if "accessory" in block]
    assert [menu["action_id"] for menu in menus] == [f"{Press.MORE}_{at}" for at in (1, 2, 3)]
    said = [option["text"]["text"] for menu in menus[:1] for option in menu["options"]]
    assert said == ["Why is this here", "Ask about it"]


async def test_a_workspace_without_charts_gets_the_text(council: Council) -> None:
    council.follow()
    council.slack.slack.unknown_blocks.add("data_visualization")
    post = only(await council.at(MONDAY))
    assert post.drawn("data_visualization") == []
    assert "Permanent rate" in post.shown


async def test_what_was_told_is_told_once(council: Council) -> None:
    council.follow()
    await council.at(MONDAY)
    again = only(await council.later(WEEK))
    assert "No new figures since 29 February 2024." in again.text
    assert "Permanent rate" not in again.text


async def test_a_quiet_follow_says_nothing_where_nothing_is_new(council: Council) -> None:
    follow = council.follow(quiet=True)
    await council.at(MONDAY)
    assert await council.later(WEEK) == []
    assert council.outcomes(follow) == [("2024-03-04", "sent"), ("2024-03-11", "silent")]


async def test_a_digest_that_comes_late_says_so(council: Council) -> None:
    follow = council.follow()
    post = only(await council.at(MONDAY + timedelta(hours=5, minutes=59)))
    assert "This digest comes late." in post.text
    assert council.outcomes(follow) == [("2024-03-04", "late")]


async def test_an_older_one_is_not_sent_and_the_next_says_so_once(council: Council) -> None:
    follow = council.follow()
    assert await council.at(MONDAY + timedelta(hours=6)) == []
    assert council.outcomes(follow) == [("2024-03-04", "missed")]
    post = only(await council.later(WEEK - 6 * HOUR))
    assert "Not sent: Monday 4 March 2024." in post.text
    assert "Permanent rate" in post.text
    assert "Not sent" not in only(await council.later(WEEK)).text


async def test_a_person_gets_their_digest_in_the_messages_with_muster(council: Council) -> None:
    anna = person_named(council.slack, "anna")
    council.follow(place=anna.id)
    post = only(await council.at(MONDAY))
    assert council.slack.slack.workspaces[council.team].channels[post.message.channel].members == {
        anna.id,
        post.message.user,
    }


async def test_one_that_fails_keeps_no_other_from_its_own_and_is_tried_again(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, good = council.follow("set:broken:devon"), council.follow()

    watching = Gathering.watching

    def fail(gathering: Gathering, watches: str) -> tuple[str, Watching]:
        if "broken" in watches:
            raise RuntimeError
        return watching(gathering, watches)

    with monkeypatch.context() as patched:
        patched.setattr(Gathering, "watching", fail)
        assert len(await council.at(MONDAY)) == 1
    assert (council.outcomes(broken), len(council.outcomes(good))) == ([], 1)
    await council.later(MINUTE)
    assert council.outcomes(broken) == [("2024-03-04", "sent")]


async def test_a_schedule_nobody_can_read_is_logged_once_and_keeps_no_other_from_its_digest(
    council: Council, caplog: pytest.LogCaptureFixture
) -> None:
    council.follow("set:a:b", schedule="weekly mon 09:00 Europe/Londn")
    council.follow()
    assert len(await council.at(MONDAY)) == 1
    await council.later(MINUTE)
    assert caplog.text.count("no time zone is called Europe/Londn") == 1


async def test_a_channel_that_was_archived_is_found_out_by_posting(council: Council) -> None:
    council.follow()
    council.channel.is_archived = True
    assert "paused" in only(await council.at(MONDAY)).text


async def test_a_workspace_whose_token_was_revoked_gets_nothing_and_it_is_logged(
    council: Council, caplog: pytest.LogCaptureFixture
) -> None:
    channel = council.follow()
    person = council.follow(place=person_named(council.slack, "anna").id)
    [workspace] = council.slack.slack.workspaces.values()
    council.slack.revoke(workspace)
    assert await council.at(MONDAY) == []
    assert "token_revoked" in caplog.text
    assert [one.paused for one in council.follows()] == ["", ""]
    assert council.outcomes(channel) == []
    assert council.outcomes(person) == [("2024-03-04", "refused")]


async def test_a_channel_that_others_read_gets_nothing_unless_it_was_allowed(
    council: Council,
) -> None:
    follow = council.follow()
    council.channel.is_shared = True
    assert await council.at(MONDAY) == []
    assert council.outcomes(follow) == [("2024-03-04", "withheld")]
    assert council.told(follow) == {}
    with council.kept.begin() as conn:
        allow_shared_channel(conn, council.scope, council.channel.id, allowed=True)
    assert "Permanent rate" in only(await council.later(WEEK)).text


async def test_where_slack_does_not_say_who_reads_a_channel_it_is_asked_again(
    council: Council, caplog: pytest.LogCaptureFixture
) -> None:
    follow = council.follow()
    council.slack.faults.inject("conversations.info", rate_limited(0))
    assert (await council.at(MONDAY), council.outcomes(follow)) == ([], [])
    assert "for nobody says who reads it" in caplog.text
    assert len(await council.later(MINUTE)) == 1


async def test_follows_of_one_place_and_moment_are_one_post(council: Council) -> None:
    names = ("devon", "dudley")
    together = [council.follow(f"set:childrens_workforce:{name}") for name in names]
    council.follow("set:childrens_workforce:torbay", schedule="weekly mon 10:00 Europe/London")
    council.follow("set:childrens_workforce:torbay", place=council.channel_named("c1").id)
    posts = [one for one in await council.at(MONDAY) if one.message.channel == council.channel.id]
    post = only(posts)
    title = "Children's workforce, Devon; Children's workforce, Dudley · Monday 4 March 2024"
    assert post.text.startswith(title)
    assert "47 series looked at" in post.text
    for follow in together:
        [one] = council.delivered(follow)
        assert (one.slot, one.outcome, one.text) == ("2024-03-04", "sent", post.text)
    assert "Torbay" in only(await council.later(HOUR)).text


async def test_what_two_follows_of_a_place_watch_is_said_and_counted_once(
    council: Council, reports: Muster
) -> None:
    query = reports.ask(
        "permanent rate for social workers in all four services", SUNDAY.date()
    ).query
    assert query
    both = council.follow(), council.follow(stored(query))
    post = only(await council.at(MONDAY))
    assert post.text.count("Permanent rate, social workers, All four services (Devon): 43%") == 1
    assert "27 series looked at" in post.text
    assert all("record|permanent_rate" in " ".join(council.told(one)) for one in both)


async def test_what_finds_no_room_beside_other_follows_is_not_taken_for_told(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "MOST", 1)
    query = council.muster.ask(
        "agency rate for social workers in all four services", SUNDAY.date()
    ).query
    assert query
    council.follow(), council.follow(stored(query))
    first = only(await council.at(MONDAY))
    assert "2 more found no room." in first.text
    assert [len(council.told(one.id)) for one in council.follows()] == [2, 0]


async def test_a_thousand_follows_of_one_channel_are_one_post_of_seven_items(
    council: Council,
) -> None:
    for at in range(1_000):
        council.follow(f"set:childrens_workforce:{'devon' if at % 2 else at}")
    post = only(await council.at(MONDAY))
    assert len([one for one in post.blocks if "accessory" in one]) == 3
    assert "; and 498 more" in post.text
    assert len(post.text) < 40_000


async def test_a_look_that_fails_is_logged_and_the_next_goes_on(
    council: Council, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    [process] = council.processes
    looks: list[int] = []

    async def look() -> None:
        looks.append(len(looks))
        raise RuntimeError if len(looks) == 1 else asyncio.CancelledError

    monkeypatch.setattr(process.poster, "look", look)
    monkeypatch.setattr(process.poster, "_ledger", SimpleNamespace(timing=Timing(tick=0)))
    with pytest.raises(asyncio.CancelledError):
        await process.poster.keep_looking()
    assert len(looks) == 2
    assert "No digest was looked for: RuntimeError" in caplog.text
