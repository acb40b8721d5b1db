"""Following something from Slack, for oneself and for a channel."""

import pytest

from bot.settings import Settings
from db.delivery import allow_shared_channel, delivery_url
from db.scope import Scope
from db.session import engine_for
from tests.chat.slack.workspace import CHANNEL, Workspace, only, person_named

TO_MONDAY = 513_000  # seconds to 9:00 on the next Monday in London
RATE = "agency rate for social workers in all four services"
TITLE = "Agency rate, Social workers, All four services, Devon"
SET = "children's workforce in Devon"


async def test_a_question_is_followed_every_monday_in_the_messages_with_muster(
    workspace: Workspace,
) -> None:
    said = await workspace.command(f"follow {RATE}")
    assert said.is_private
    assert said.text == (
        f"You follow {TITLE}: every Monday at 09:00 (Europe/London), in your messages with me.\n"
        "The next comes on Monday 17 June 2024; 1 series is looked at."
    )
    assert said.buttons() == ["Change", "Stop"]
    digest = only(await workspace.later(TO_MONDAY))
    assert digest.text.startswith(f"{TITLE} · Monday 17 June 2024")
    anna = person_named(workspace.slack, "anna")
    assert anna.id in workspace.council.channels[digest.message.channel].members


@pytest.mark.parametrize(
    ("words", "when"),
    [
        (f"{RATE} weekdays at 8", "every weekday at 08:00 (Europe/London)"),
        (f"{RATE}, monthly on the first monday", "on the first Monday of the month at 09:00"),
        (f"{RATE} every Friday at 4:30pm Europe/Paris", "every Friday at 16:30 (Europe/Paris)"),
        (f"{RATE} at 7am only when something is new", "every Monday at 07:00 (Europe/London)"),
    ],
)
async def test_it_comes_when_it_is_wanted(workspace: Workspace, words: str, when: str) -> None:
    said = await workspace.command(f"follow {words}")
    assert said.text.startswith(f"You follow {TITLE}: {when}")
    assert ("only when something is new" in said.text) == ("new" in words)


async def test_a_channel_follows_what_is_followed_for_it(workspace: Workspace) -> None:
    said = await workspace.command(f"follow {SET} for this channel")
    assert said.text.startswith("This channel follows Children's workforce, Devon: every Monday")
    digest = only(await workspace.later(TO_MONDAY))
    assert digest.message.channel == workspace.council.channel(CHANNEL).id
    assert "series looked at" in digest.text


@pytest.mark.parametrize("apostrophe", ["'", "\u2019", ""])
async def test_the_set_to_start_with_takes_the_council_that_is_set(
    workspace: Workspace, apostrophe: str
) -> None:
    words = f"follow children{apostrophe}s workforce"
    assert "Name one council" in (await workspace.command(words)).text
    await workspace.command("council Devon")
    assert "You follow Children's workforce, Devon" in (await workspace.command(words)).text


async def test_an_answer_is_followed_from_its_small_menu(workspace: Workspace) -> None:
    reply = await workspace.mention(RATE)
    [said] = await workspace.press(reply, "Follow", by="ben")
    assert said.is_private
    assert said.text.startswith(f"You follow {TITLE}: every Monday at 09:00")
    listed = await workspace.command("follows", by="ben")
    assert TITLE in listed.text
    assert "You follow nothing" in (await workspace.command("follows")).text


@pytest.mark.parametrize("way", ["mention", "message"])
async def test_following_works_without_the_command(workspace: Workspace, way: str) -> None:
    said = await getattr(workspace, way)(f"follow {RATE}")
    assert said.text.startswith(f"You follow {TITLE}")


async def test_following_twice_is_one_follow_at_the_later_time(workspace: Workspace) -> None:
    await workspace.command(f"follow {RATE}")
    await workspace.command(f"follow {RATE} on Fridays at 10")
    await workspace.command(f"follow {RATE} every Friday at 10")
    listed = await workspace.command("follows")
    assert listed.text == f"{TITLE}: every Friday at 10:00 (Europe/London), for you."


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("follow", "Name what to follow"),
        ("follow weekdays at 8", "Name what to follow"),
        (f"follow {RATE} at 25", "There is no time “25”; write one like “at 8:30”."),
        (f"follow {RATE} at 8 Europe/Atlantis", "No time zone is called Europe/Atlantis"),
        ("follow the money", "I answer questions about workforce figures and nothing else."),
        ("follow children's workforce in Atlantis", "Name one council"),
        ("follow Devon Corporate Parenting permanent FTE", "in several ways; name one of them:"),
        ("follow apprentices in Atlantis", "Atlantis"),
        ("follow turnover in Devon", "I hold no figure of"),
        ("follow help", "Name a figure to follow"),
        ("follow turnover in the Court team", "Court"),
        ("follow whistleblowing cases in Devon", "stand for so few people"),
    ],
)
async def test_what_cannot_be_followed_is_refused_in_a_sentence(
    workspace: Workspace, words: str, why: str
) -> None:
    said = await workspace.command(words)
    assert why in said.text
    assert "You follow nothing" in (await workspace.command("follows")).text


async def test_a_channel_is_followed_for_in_a_channel_alone(workspace: Workspace) -> None:
    said = await workspace.message(f"follow {RATE} for this channel")
    assert said.text == "Only in a channel can something be followed for the channel."


async def test_a_channel_that_others_read_follows_nothing_unless_it_was_allowed(
    workspace: Workspace, known: Settings
) -> None:
    channel = workspace.council.channel(CHANNEL)
    channel.is_shared = True
    said = await workspace.command(f"follow {SET} for this channel")
    assert said.text.startswith("Another organisation reads this channel")
    engine = engine_for(delivery_url(known.database_url))
    with engine.begin() as conn:
        allow_shared_channel(conn, Scope(workspace.council.id), channel.id, allowed=True)
    engine.dispose()
    said = await workspace.command(f"follow {SET} for this channel")
    assert said.text.startswith("This channel follows Children's workforce")


async def test_a_series_of_one_figure_says_that_it_has_one(workspace: Workspace) -> None:
    said = await workspace.command("follow agency rate for social workers in Corporate Parenting")
    assert "One figure is held so far; from the second on I can say what changed." in said.text


async def test_the_home_tab_lists_what_a_person_follows(workspace: Workspace) -> None:
    await workspace.command(f"follow {RATE}")
    workspace.people["anna"].open_home()
    await workspace.settle()
    [home] = workspace.council.homes.values()
    assert f"{TITLE}: every Monday at 09:00" in str(home.content["blocks"])
