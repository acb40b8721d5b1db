"""Follows seen, changed, stopped and started again, by those who may."""

import pytest

from bot.sandbox.web_api.faults import refusal
from bot.sandbox.workspace.views import View
from bot.settings import Settings
from db.delivery import delivery_url
from db.digest import NewFollow, follow
from db.scope import Scope
from db.session import engine_for
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import CHANNEL, Workspace, only, person_named

RATE = "agency rate for social workers in all four services"
TITLE = "Agency rate, Social workers, All four services, Devon"
HERE = f"follow {RATE} for this channel"
NOT_YOURS = "That is for whoever started it, or an admin, to change."
MONDAYS = "weekly mon 09:00 Europe/London"
NOTHING = "You follow nothing"


async def opened(workspace: Workspace, by: str = "anna") -> View:
    """Open the modal of the first follow."""
    listed = await workspace.command("follows", by=by)
    assert await workspace.menu(listed, 1, "Change", by=by) == []
    modal = workspace.people[by].modal
    assert modal
    return modal


async def test_a_follow_is_changed_in_a_modal(workspace: Workspace) -> None:
    await workspace.command(f"follow {RATE}")
    modal = await opened(workspace)
    entries = {"cadence": "monthly", "weekday": "4", "time": "14:15", "zone": "Europe/Dublin"}
    said = only(
        await workspace.upon(
            lambda: workspace.people["anna"].submit(modal, {**entries, "quiet": ["only_news"]})
        )
    )
    assert said.is_private
    when = "on the first Friday of the month at 14:15 (Europe/Dublin)"
    assert said.text == f"{TITLE}: {when}, for you, only when something is new."
    assert workspace.people["anna"].modal is None
    assert (await workspace.command("follows")).text == said.text


async def test_the_modal_begins_with_what_is_so(workspace: Workspace) -> None:
    await workspace.command(f"follow {RATE} weekdays at 8 only when something is new")
    modal = await opened(workspace)
    said = only(await workspace.upon(lambda: workspace.people["anna"].submit(modal)))
    assert "every weekday at 08:00 (Europe/London), for you, only when" in said.text


async def test_an_alert_has_no_silence_to_choose_and_stays_an_alert(workspace: Workspace) -> None:
    await workspace.command(f"tell me when {RATE} goes over 50%")
    modal = await opened(workspace)
    assert "quiet" not in [block["block_id"] for block in modal.content["blocks"]]
    anna = workspace.people["anna"]
    said = only(await workspace.upon(lambda: anna.submit(modal, {"time": "08:00"})))
    assert (
        said.text == f"Alert: {TITLE}, over 50%: every weekday at 08:00 (Europe/London), for you."
    )


async def test_a_time_zone_that_is_none_is_told_in_the_modal(workspace: Workspace) -> None:
    await workspace.command(f"follow {RATE}")
    modal = await opened(workspace)
    anna = workspace.people["anna"]
    assert await workspace.upon(lambda: anna.submit(modal, {"zone": "Europe/Londn"})) == []
    assert modal.errors == {"zone": "No time zone is called so; write one like Europe/London."}
    assert "09:00 (Europe/London)" in (await workspace.command("follows")).text


async def test_a_modal_that_opens_too_late_says_so(workspace: Workspace) -> None:
    await workspace.command(f"follow {RATE}")
    listed = await workspace.command("follows")
    workspace.slack.faults.inject("views.open", refusal("expired_trigger_id"))
    [said] = await workspace.menu(listed, 1, "Change")
    assert said.is_private
    assert said.text == "That took too long to open; please press Change again."


@pytest.mark.parametrize("way", ["menu", "button"])
async def test_a_follow_is_stopped(workspace: Workspace, way: str) -> None:
    said = await workspace.command(f"follow {RATE}")
    if way == "menu":
        listed = await workspace.command("follows")
        [stopped] = await workspace.menu(listed, 1, "Stop")
        [again] = await workspace.menu(listed, 1, "Stop")
    else:
        [stopped] = await workspace.press(said, "Stop")
        [again] = await workspace.press(said, "Stop")
    assert stopped.text == f"Stopped: {TITLE}."
    assert again.text == "That is not followed any more."
    assert NOTHING in (await workspace.command("follows")).text


async def test_what_somebody_else_follows_is_not_shown(workspace: Workspace) -> None:
    await workspace.command(f"follow {RATE}", by="ben")
    assert NOTHING in (await workspace.command("follows")).text


async def stop(workspace: Workspace, by: str) -> Posted:
    return only(await workspace.menu(await workspace.command("follows", by=by), 1, "Stop", by=by))


async def test_of_a_channel_whoever_started_it_and_admins_may_stop_it(
    workspace: Workspace,
) -> None:
    await workspace.command(HERE)
    assert (await stop(workspace, "ben")).text == NOT_YOURS
    assert (await stop(workspace, "anna")).text == f"Stopped: {TITLE}."
    await workspace.command(HERE, by="ben")
    assert (await stop(workspace, "ben")).text == f"Stopped: {TITLE}."
    await workspace.command(HERE, by="ben")
    assert (await stop(workspace, "anna")).text == f"Stopped: {TITLE}."


async def test_any_member_may_where_the_setting_says_so(workspace: Workspace) -> None:
    said = await workspace.command("follows changed by members")
    assert "any member may start, change and stop it" in said.text
    await workspace.command(HERE)
    assert (await stop(workspace, "ben")).text == f"Stopped: {TITLE}."


async def test_a_member_proposes_where_admins_alone_may_and_an_admin_starts_it(
    workspace: Workspace,
) -> None:
    await workspace.command("follows changed by admins")
    posted = await workspace.upon(lambda: workspace.people["ben"].command(HERE, CHANNEL))
    [answer] = [one for one in posted if one.is_private]
    [proposal] = [one for one in posted if not one.is_private]
    assert answer.text == f"Proposed: {TITLE}. An admin of this workspace can start it."
    assert proposal.text.startswith(f"A member proposes that this channel follows {TITLE}")
    assert "Paused: proposed" in (await workspace.command("follows")).text
    [refused] = await workspace.press(proposal, "Start", by="ben")
    assert refused.text == NOT_YOURS
    [started] = await workspace.press(proposal, "Start", by="anna")
    assert started.text == f"Started: {TITLE}, every Monday at 09:00 (Europe/London)."
    again = await workspace.command(HERE, by="ben")
    assert again.text == "This channel follows that already; an admin can change it."
    assert "Paused" not in (await workspace.command("follows")).text


async def test_the_setting_is_for_admins_and_of_a_channel(workspace: Workspace) -> None:
    said = await workspace.command("follows changed by members", by="ben")
    assert said.text.startswith("Only an admin of this workspace can set")
    shown = await workspace.command("follows changed by anybody", by="ben")
    assert "whoever did, and admins, may change and stop it" in shown.text
    direct = await workspace.message("follows changed by members")
    assert direct.text == "That is set in a channel, for that channel."


async def test_of_a_thousand_follows_twenty_are_shown_and_the_rest_counted(
    workspace: Workspace, known: Settings
) -> None:
    scope = Scope(workspace.council.id, person_named(workspace.slack, "anna").id)
    engine = engine_for(delivery_url(known.database_url))
    with engine.begin() as conn:
        for at in range(1_000):
            new = NewFollow(scope.viewer, f"set:childrens_workforce:c{at}", MONDAYS)
            follow(conn, scope, new, 0.0)
    engine.dispose()
    listed = await workspace.command("follows")
    assert len([one for one in listed.blocks if "accessory" in one]) == 20
    assert listed.text.endswith("… and 980 more.")
