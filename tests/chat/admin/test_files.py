"""Files are fetched from Slack alone, with its token, and no larger than is taken."""

import pytest

from bot.delivery.sending.files import is_slacks
from bot.listeners.admin.acts.loading import safe_name
from bot.sandbox.web_api.faults import refusal, server_error
from bot.sandbox.workspace.files import File, file_object
from tests.chat.admin.conftest import Desk
from tests.chat.admin.pending.previews import previewed, shared
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import only

SLACK = "https://slack.com/api/"
HERE = "http://127.0.0.1:4711/api/"


async def loaded(desk: Desk, file: File) -> Posted:
    """Load a file that was handed in."""
    await desk.command("load")
    return only(await desk.submit({"file": [file.id], "council": "devon"}))


@pytest.mark.parametrize(
    "url",
    [
        "https://files.slack.com.evil.test/files-pri/T1-F1/july.csv",
        "https://files.slack.com@evil.test/july.csv",
        "http://127.0.0.1:1/july.csv",
        "https://localhost/july.csv",
        "file:///etc/passwd",
        "",
    ],
)
async def test_a_file_that_lies_elsewhere_is_not_fetched(desk: Desk, url: str) -> None:
    file = shared(desk)
    file.url = url
    told = await loaded(desk, file)
    assert "july.csv does not lie in Slack; upload it here." in told.shown


async def test_nobody_is_followed_to_another_address(desk: Desk) -> None:
    file = shared(desk)
    file.url = (
        f"{desk.workspace.slack.slack.url}oauth/v2/authorize?redirect_uri=http://127.0.0.1:1/"
    )
    told = await loaded(desk, file)
    assert "Slack does not let me read july.csv" in told.shown


async def test_a_file_that_says_it_is_too_large_is_not_fetched(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.sending.files.LARGEST", 10)
    assert "is larger than" in (await previewed(desk)).shown


async def test_a_file_that_is_larger_than_it_says_is_let_go(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.sending.files.LARGEST", 10)
    monkeypatch.setattr(
        "bot.sandbox.web_api.methods.files.file_object",
        lambda file: file_object(file) | {"size": 1},
    )
    assert "is larger than" in (await previewed(desk)).shown


async def test_several_files_are_asked_for_one_by_one(desk: Desk) -> None:
    person = desk.workspace.people["anna"]
    person.direct("load", files=[shared(desk), shared(desk, name="august.csv")])
    await desk.workspace.settle()
    assert "Hand me one file at a time." in desk.workspace.posted[-1].shown


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.csv", "_.._etc_passwd.csv"),
        ("july\x00\n2023.csv", "july__2023.csv"),
        ("<!channel>.csv", "__channel_.csv"),
        ("C:\\Users\\jo\\july.csv", "C__Users_jo_july.csv"),
        ("..", "file"),
        ("x" * 200 + ".xlsx", "x" * 115 + ".xlsx"),
        ("Juli, Übersicht (2).csv", "Juli, Übersicht (2).csv"),
    ],
)
def test_the_name_of_a_file_is_one_on_every_disk(name: str, safe: str) -> None:
    assert safe_name(name) == safe


async def test_a_file_that_slack_does_not_pass_on_may_be_tried_again(desk: Desk) -> None:
    desk.workspace.slack.faults.inject("files.info", server_error())
    told = await previewed(desk)
    assert "Slack did not pass the file on just now; please try again." in told.shown
    desk.workspace.slack.calls.clear()


async def test_an_export_that_slack_does_not_take_is_said(desk: Desk) -> None:
    preview = await previewed(desk)
    desk.workspace.slack.faults.inject("files.getUploadURLExternal", refusal("not_allowed"))
    [told] = await desk.press(preview, "Full report (CSV)")
    assert "Slack did not pass the file on just now" in told.shown
    desk.workspace.slack.calls.clear()


@pytest.mark.parametrize(
    ("url", "api", "expected"),
    [
        ("https://files.slack.com/files-pri/T1-F1/july.csv", SLACK, True),
        ("https://files.slack.com:443/files-pri/T1-F1/july.csv", SLACK, True),
        ("http://files.slack.com/files-pri/T1-F1/july.csv", SLACK, False),
        ("https://files.slack.com:8443/july.csv", SLACK, False),
        ("https://me:pass@files.slack.com/july.csv", SLACK, False),
        ("https://files.slack.com.evil.test/july.csv", SLACK, False),
        ("https://FILES.SLACK.COM/july.csv", SLACK, True),
        ("https://slack.com/july.csv", SLACK, False),
        ("https://[::1]/july.csv", SLACK, False),
        ("https://files.slack-gov.com/july.csv", "https://slack-gov.com/api/", True),
        ("http://127.0.0.1:4711/files/T1/F1/july.csv", HERE, True),
        ("http://127.0.0.1:4712/files/T1/F1/july.csv", HERE, False),
        ("http://127.0.0.1:4711@evil.test/july.csv", HERE, False),
        ("https://files.slack.com/july.csv", HERE, False),
        ("july.csv", HERE, False),
        ("http://[", HERE, False),
    ],
)
def test_whose_address_it_is(url: str, api: str, *, expected: bool) -> None:
    assert is_slacks(url, api) is expected
