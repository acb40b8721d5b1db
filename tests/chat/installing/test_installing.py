"""Installing Muster in a browser: once, by whoever began, and with nothing told to others."""

from typing import Any

import pytest
from sqlalchemy import text

from bot.listeners.installing import BACK, INSTALL
from bot.sandbox.timing import ManualTime
from bot.sandbox.web_api.faults import Fault, refusal
from bot.settings import Settings
from db.delivery import delivery_url
from db.session import read_engine_for
from tests.chat.installing.office import Office

# slack_sdk 3.47 hands its id and secret to aiohttp in a way that aiohttp 4 will not take.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")

QUESTION = "agency rate for social workers in Assessment"
FIGURE = "69%"


def answering(told: dict[str, Any]) -> Fault:
    """Let Slack say something of its own."""
    return Fault(is_carried_out=False, status=200, answer={"ok": True, **told})


def kept(known: Settings) -> str:
    """Give all that is kept of installations."""
    engine = read_engine_for(delivery_url(known.database_url))
    with engine.connect() as conn:
        rows = [
            *conn.execute(text("SELECT * FROM installation")),
            *conn.execute(text("SELECT * FROM install_state")),
        ]
    engine.dispose()
    return str(rows)


async def test_a_workspace_that_installs_muster_is_answered(office: Office) -> None:
    first, _ = office.workspaces
    await office.install(first)
    assert FIGURE in (await office.mention(first, QUESTION)).text


async def test_the_scopes_of_the_manifest_are_asked_for(office: Office) -> None:
    first, _ = office.workspaces
    link = await office.browser.begin(first)
    asked = link.query["scope"].split(",")
    assert asked == office.slack.app.manifest["oauth_config"]["scopes"]["bot"]
    assert link.query["user_scope"] == ""


async def test_no_token_and_no_state_is_kept_so_that_it_can_be_read(
    both: Office, known: Settings
) -> None:
    link = await both.browser.begin(both.workspaces[0])
    told = kept(known)
    for workspace in both.workspaces:
        assert workspace.id in told
        assert both.token(workspace) not in told
    assert link.query["state"] not in told


async def test_whoever_did_not_begin_cannot_end(office: Office) -> None:
    first, _ = office.workspaces
    back = await office.browser.allow(await office.browser.begin(first))
    office.browser.cookie = ""
    status, page = await office.browser.end(back)
    assert status == 400
    assert "invalid_browser" in page


async def test_an_installation_is_ended_once(office: Office) -> None:
    first, _ = office.workspaces
    back = await office.browser.allow(await office.browser.begin(first))
    assert (await office.browser.end(back))[0] == 200
    assert (await office.browser.end(back))[0] == 401


async def test_an_installation_is_ended_within_ten_minutes(
    office: Office, time: ManualTime
) -> None:
    first, _ = office.workspaces
    back = await office.browser.allow(await office.browser.begin(first))
    time.advance(601)
    assert (await office.browser.end(back))[0] == 401


async def test_a_state_that_nobody_was_given_ends_nothing(office: Office) -> None:
    first, _ = office.workspaces
    back = await office.browser.allow(await office.browser.begin(first))
    office.browser.cookie = "slack-app-oauth-state=forged"
    status, _ = await office.browser.end(back.update_query(state="forged"))
    assert status == 401
    assert first.bot is None


async def test_a_refusal_in_slack_is_told_and_no_markup_of_it_lives(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    back = office.browser.place + BACK
    async with office.browser.session.get(back, params={"error": "<b>\nno"}) as page:
        assert page.status == 200
        assert "<b>" not in await page.text()
    assert "An installation was not ended: another reason" in caplog.text


async def test_a_code_that_slack_refuses_is_not_logged(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    first, _ = office.workspaces
    back = await office.browser.allow(await office.browser.begin(first))
    office.slack.faults.inject("oauth.v2.access", refusal("invalid_code"))
    assert (await office.browser.end(back))[0] == 401
    assert "An installation was not ended: invalid_code" in caplog.text
    assert back.query["code"] not in caplog.text


async def test_an_installation_that_breaks_gets_a_sentence(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("db.delivery.install", fail)
    status, page = await office.browser.install(office.workspaces[0])
    assert (status, page) == (
        503,
        "Muster could not be installed just now; please begin again at /slack/install.\n",
    )
    assert "An installation failed: OSError" in caplog.text


async def test_a_whole_organisation_is_not_one_workspace(office: Office) -> None:
    installed = {"access_token": "xoxb-x", "is_enterprise_install": True, "team": None}
    back = await office.browser.allow(await office.browser.begin(office.workspaces[0]))
    office.slack.faults.inject("oauth.v2.access", answering(installed))
    office.slack.faults.inject("auth.test", answering({"bot_id": "B1", "url": ""}))
    status, page = await office.browser.end(back)
    assert status == 400
    assert "one workspace at a time" in page


async def test_other_pages_and_methods_stay_closed(office: Office) -> None:
    for method, path in (("POST", INSTALL), ("HEAD", INSTALL), ("GET", "/slack/events")):
        async with office.browser.session.request(method, office.browser.place + path) as page:
            assert page.status == 401
