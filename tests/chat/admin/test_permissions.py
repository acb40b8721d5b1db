"""docs/permissions.md, done: every role tries every command, button, modal and file."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.delivery.sending.people import Profile
from bot.listeners.admin.commands import BY_NAME
from bot.listeners.admin.presses import FORMS, PRESSES
from bot.reply.slack.admin.modals import ACTION, OPEN, VIEW
from bot.sandbox.acting.session import Session
from bot.sandbox.workspace.messages import Message
from bot.sandbox.workspace.views import View
from tests.chat.admin.conftest import COMMAND, Desk
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import CHANNEL

PAGE = Path(__file__).parents[3] / "docs" / "permissions.md"
ROLES = ("admin or owner of the workspace", "named admin", "member", "guest",
         "of another organisation")  # fmt: skip
REFUSED = ("Only admins load and change figures.", "I answer only people")
TYPED = {
    "set": "agency fte social workers Assessment Devon 31 May 2024 27.5",
    "target": "agency fte social workers Assessment Devon 20 by Mar 2025",
    "undo": "99",
    "redo": "99",
    "alias": "blue door = Assessment",
    "answers": "0123456789",
    "teach": "blue door = Assessment",
    "team add": "Devon Night Desk",
    "team move": "Assessment under Assessment",
    "team rename": "Assessment = Triage",
    "metric add": "Reviews in reviews",
    "role add": "Youth mentors",
    "council add": "Rivermouth",
    "disclosure": "leavers default",
    "export": "csv",
    "admins add": "<@U0NOBODY>",
    "admins remove": "<@U0NOBODY>",
}
"""What follows a command; most of it names what there is not, for who may is all that is asked."""


def table(heading: str) -> dict[str, dict[str, str]]:
    """Give a table of the page: for each of its rows what it says of each role."""
    text = PAGE.read_text(encoding="utf-8").partition(f"| {heading} |")[2]
    first, _, *rows = text.partition("\n\n")[0].splitlines()
    roles = [cell.strip() for cell in first.strip("| ").split("|")]
    cells = [[cell.strip() for cell in row.strip("| ").split("|")] for row in rows]
    return {row[0]: dict(zip(roles, row[1:], strict=True)) for row in cells}


def named(rows: dict[str, dict[str, str]]) -> set[str]:
    return set(re.findall(r"`([a-z ]+)`", " ".join(rows)))


def test_the_page_names_every_command_and_every_button() -> None:
    assert named(table("command")) == set(BY_NAME)
    assert named(table("button")) == {*PRESSES, *FORMS, OPEN}


def test_the_page_says_something_of_every_role() -> None:
    for heading in ("command", "button"):
        for row in table(heading).values():
            assert tuple(row) == ROLES
            assert set(row.values()) <= {"yes", "no"}


@pytest.fixture(params=ROLES)
async def somebody(request: pytest.FixtureRequest, desk: Desk) -> AsyncIterator[Session]:
    """Give somebody of each role, in the channel."""
    council, role = desk.workspace.council, request.param
    person = council.add_person(
        "kim",
        "Kim Lowe",
        team="T0PARTNER" if role == ROLES[4] else "",
        is_admin=role == ROLES[0],
        is_guest=role == ROLES[3],
    )
    council.channel(CHANNEL).members.add(person.id)
    if role == ROLES[1]:
        await desk.command(f"admins add <@{person.id}>")
    yield desk.workspace.slack.session(person)
    desk.workspace.slack.calls.clear()  # what they try is not there


def role_of(request: pytest.FixtureRequest) -> str:
    return str(request.node.callspec.params["somebody"])


async def upon(desk: Desk, somebody: Session, act: object) -> bool:
    """Wait for what follows from an act; give whether it was let."""
    before = len(desk.workspace.posted)
    await act  # type: ignore[misc] # any of several acts
    await desk.workspace.settle()
    return not any(is_refusal(one) for one in desk.workspace.posted[before:])


def is_refusal(posted: Posted) -> bool:
    return posted.shown.startswith(REFUSED)


def pressed(desk: Desk, somebody: Session, action: str, value: str) -> object:
    """Press a button on a message, wherever it came from."""
    text = {"type": "plain_text", "text": "Press"}
    element = {"type": "button", "action_id": f"{ACTION}{action}", "text": text, "value": value}
    message = Message(
        desk.workspace.council.channel(CHANNEL).id,
        somebody.bot.id,
        "",
        blocks=[{"type": "actions", "block_id": "b", "elements": [element]}],
        bot_id=somebody.bot.bot_id,
    )
    return somebody.press(desk.workspace.council.keep(message), f"{ACTION}{action}")


def submitted(desk: Desk, somebody: Session, name: str, given: dict[str, str]) -> object:
    """Submit a modal, whoever opened it."""
    told = {"channel": desk.workspace.council.channel(CHANNEL).id, "given": given}
    content = {"type": "modal", "callback_id": f"{VIEW}{name}", "blocks": []}
    content |= {"private_metadata": json.dumps(told)}
    council = desk.workspace.council
    view = View(desk.workspace.slack.slack.ids.once("V"), somebody.person.id, content, council.id)
    council.views[view.id] = view
    return somebody.submit(view)


def expected(heading: str, role: str) -> Iterator[tuple[str, bool]]:
    """Give each command or button by its name, and whether the role may."""
    for row, said in table(heading).items():
        yield (row.split("`")[1] if "`" in row else row), said[role] == "yes"


async def test_every_command_typed_pressed_and_submitted(
    desk: Desk, somebody: Session, request: pytest.FixtureRequest
) -> None:
    for name, may in expected("command", role_of(request)):
        text = "" if name == "the menu" else f"{name} {TYPED.get(name, '')}"
        typed = upon(desk, somebody, somebody.command(text, CHANNEL, COMMAND))
        assert await typed is may, f"{name} typed"
        press = upon(desk, somebody, pressed(desk, somebody, f"{OPEN}:{name}", name))
        assert await press is may, f"{name} on the menu"
        if name in BY_NAME and BY_NAME[name].fields:
            given = dict(BY_NAME[name].given(TYPED.get(name, ""))) or {"file": "F0NONE"}
            submit = upon(desk, somebody, submitted(desk, somebody, name, given))
            assert await submit is may, f"{name} submitted"


async def test_every_button_and_file(
    desk: Desk, somebody: Session, request: pytest.FixtureRequest
) -> None:
    for name, may in expected("button", role_of(request)):
        if name == "a file shared":
            somebody.say(
                CHANNEL, f"<@{somebody.bot.id}> load", files=[somebody.upload("july.csv", b"a,b\n")]
            )
            before = len(desk.workspace.posted)
            await desk.workspace.settle()
            assert any(map(is_refusal, desk.workspace.posted[before:])) is not may, name
            continue
        assert await upon(desk, somebody, pressed(desk, somebody, name, "0 0 0")) is may, name
        if name in FORMS:
            given = {"pending": "none", "key": "council", "answer": "devon"}
            assert await upon(desk, somebody, submitted(desk, somebody, name, given)) is may, name


async def test_who_may_not_leaves_nothing_behind(
    desk: Desk, somebody: Session, request: pytest.FixtureRequest
) -> None:
    for name, may in expected("command", role_of(request)):
        if not may and name != "the menu":
            given = dict(BY_NAME[name].given(TYPED.get(name, "")))
            await upon(desk, somebody, submitted(desk, somebody, name, given))
    log = (await desk.told("audit")).shown
    told = "admins add Kim Lowe" if role_of(request) == ROLES[1] else "Nobody has changed anything"
    assert told in log
    assert log.count("\n") == 0


async def test_somebody_who_was_named_and_became_a_guest_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben = desk.workspace.people["ben"].person
    await desk.command(f"admins add <@{ben.id}>")
    profile = Profile("Ben Okafor", is_admin=False, is_member=False)
    monkeypatch.setattr("bot.delivery.sending.people.People.profile", lambda *_: profile)
    assert is_refusal(await desk.told("history", by="ben"))
