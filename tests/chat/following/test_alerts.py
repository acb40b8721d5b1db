"""Alerts: told on the crossing, once, with both values, and again only after it has come back."""

import pytest

from tests.chat.slack.workspace import Workspace

ALERT = "tell me when agency rate for social workers in all four services goes over 45%"
TITLE = "Agency rate, Social workers, All four services, Devon, over 45%"


async def test_an_alert_says_what_it_looks_at_and_how_it_stands(workspace: Workspace) -> None:
    said = await workspace.command(ALERT)
    assert said.text.splitlines()[0] == (
        "I look every weekday at 09:00 (Europe/London) and tell in your messages with me when it "
        f"crosses: {TITLE}. Once, and again only after it has come back."
    )
    assert said.text.splitlines()[1].startswith("Now: Agency rate, social workers, All four")


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("mention", "tell me when agency in Assessment goes over 75%"),
        ("message", "Please tell me as soon as agency in Assessment rises above 75%."),
        ("command", "let me know if agency in Assessment exceeds 75%"),
        ("mention", "alert me when agency in Assessment climbs to over 75%"),
        ("command", "follow agency in Assessment over 75%"),
    ],
)
async def test_an_alert_is_asked_for_in_many_words(
    workspace: Workspace, way: str, words: str
) -> None:
    said = await getattr(workspace, way)(words)
    assert "when it crosses: Agency rate, Assessment, Devon, over 75%." in said.text
    listed = await workspace.command("follows")
    assert listed.text.startswith("Alert: Agency rate, Assessment, Devon, over 75%: every weekday")


async def test_an_alert_for_all_is_posted_in_the_channel(workspace: Workspace) -> None:
    said = await workspace.mention(ALERT.replace("tell me", "tell us"))
    assert "and tell here when it crosses" in said.text
    direct = await workspace.message(ALERT.replace("tell me", "tell us"))
    assert direct.text == "Only in a channel can something be followed for the channel."


async def test_what_is_beyond_already_is_said_and_is_no_crossing(workspace: Workspace) -> None:
    said = await workspace.command(ALERT.replace("45", "40"))
    assert "which is beyond it already." in said.text
    assert await workspace.later(7 * 86_400) == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("tell me when agency in Assessment goes over the top", "Name the number to cross"),
        ("tell me when turnover in the Court team goes over 5%", "Court"),
        ("tell me when turnover in Devon goes over 5%", "I hold no figure of"),
        ("tell me when agency in Assessment goes over", "Name the number to cross"),
        (
            "tell me when agency rate for managers in Corporate Parenting goes over 30%",
            "stand for so few people",
        ),
    ],
)
async def test_what_no_alert_can_be_made_of_is_refused(
    workspace: Workspace, words: str, why: str
) -> None:
    assert why in (await workspace.command(words)).text
    assert "You follow nothing" in (await workspace.command("follows")).text


async def test_a_question_that_begins_like_one_is_a_question(workspace: Workspace) -> None:
    said = await workspace.mention("tell me when the Devon figures were published")
    assert "crosses" not in said.text
    assert "You follow nothing" in (await workspace.command("follows")).text
