"""Single figures and targets, in words and by the form, with the same preview."""

import pytest

from bot.sandbox.acting.interacting import Entries
from tests.chat.admin.conftest import Desk

OF_TEAM = "agency fte social workers Assessment Devon"
FILLED: Entries = {
    "metric": "agency_fte",
    "people": "social_workers",
    "place": "devon/assessment",
    "when": "May 2024",
    "value": "27.5",
}


async def test_a_figure_in_words_is_shown_and_set_after_a_yes(desk: Desk) -> None:
    preview = await desk.told(f"set {OF_TEAM} 31 May 2024 27.5")
    assert "1 figure new" in preview.shown
    await desk.press(preview, "Load")
    assert "is loaded as import 2" in preview.shown
    answer = await desk.workspace.mention(f"{OF_TEAM} 31 May 2024")
    assert "27.5" in answer.shown


@pytest.mark.parametrize("place", ["devon/assessment", "devon"])
async def test_a_figure_is_filled_in(desk: Desk, place: str) -> None:
    await desk.command("set")
    [preview] = await desk.submit({**FILLED, "place": place})
    assert "May 2024: 27.5 FTE" in preview.shown
    await desk.press(preview, "Load")
    assert "set Agency FTE, Social workers" in (await desk.told("history")).text


async def test_a_target_is_set(desk: Desk) -> None:
    preview = await desk.told(f"target {OF_TEAM} 20 by Mar 2025")
    await desk.press(preview, "Load")
    await desk.command("target")
    [preview] = await desk.submit({**FILLED, "when": "Mar 2025", "value": "19"})
    assert "Agency FTE, target, social workers" in preview.shown
    assert "20 FTE → 19 FTE" in preview.shown


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"when": "some day"}, "Say of when it is: July 2023, or 31 March 2024."),
        ({"value": "<5"}, "Nothing was changed."),
        ({"value": "twelve"}, "Nothing was changed."),
    ],
)
async def test_what_is_no_figure_is_said_and_the_form_is_kept(
    desk: Desk, filled: dict[str, str], said: str
) -> None:
    await desk.command("set")
    [told] = await desk.submit({**FILLED, **filled})
    assert said in told.shown
    await desk.press(told, "Try again")
    fields = {one["block_id"]: one["element"] for one in desk.modal().content["blocks"][:5]}
    assert fields["metric"]["initial_option"]["value"] == "agency_fte"
    assert fields["when"]["initial_value"] == filled.get("when", "May 2024")


async def test_words_that_do_not_say_all_are_said(desk: Desk) -> None:
    told = await desk.told("set agency fte 27.5")
    assert told.shown.endswith("Nothing was changed.")


async def test_by_which_formula_is_asked(desk: Desk) -> None:
    preview = await desk.told("set agency rate social workers Assessment Devon May 2024 50%")
    assert "What is agency rate divided by" in preview.shown
