"""The Home tab of an admin: the latest loads, what is late, and where to begin."""

from bot.sandbox.web_api.faults import server_error
from bot.sandbox.workspace.views import View
from tests.chat.admin.conftest import Desk


async def home(desk: Desk, who: str) -> View:
    person = desk.workspace.people[who]
    person.open_home()
    await desk.workspace.settle()
    return desk.workspace.council.homes[person.person.id]


async def test_an_admin_sees_what_was_loaded_and_what_is_late(desk: Desk) -> None:
    assert "Nothing has been loaded here yet." in str((await home(desk, "anna")).content)
    number = desk.load("Assessment,Jul 23,27")
    text = str((await home(desk, "anna")).content)
    assert f"{number}: figures.csv, 1 figure · jo, 11 Jun 2024 09:30" in text
    assert "Devon: last" in text
    assert "Devon: last" in str((await home(desk, "anna")).content)


async def test_others_see_nothing_of_it(desk: Desk) -> None:
    desk.load("Assessment,Jul 23,27")
    text = str((await home(desk, "ben")).content)
    assert "figures.csv" not in text
    assert "Load a file" not in text


async def test_where_slack_does_not_say_who_it_is_home_is_everybodys(desk: Desk) -> None:
    desk.workspace.slack.faults.inject("users.info", server_error())
    assert "Load a file" not in str((await home(desk, "anna")).content)
    desk.workspace.slack.calls.clear()


async def test_a_form_opened_from_home_is_answered_in_the_messages(desk: Desk) -> None:
    number = desk.load("Assessment,Jul 23,27")
    view = await home(desk, "anna")
    assert await desk.press(view, "Load a file") == []
    assert desk.modal().content["callback_id"] == "admin_load"
    [history] = await desk.press(view, "History")
    anna = desk.workspace.people["anna"]
    assert history.message.channel == desk.workspace.council.direct(anna.person, anna.bot).id
    assert await desk.press(history, "Take back") == []
    assert history.shown == f"Import {number} is taken back."
