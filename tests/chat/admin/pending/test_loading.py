"""Loading from Slack: shown first, asked about, loaded once, taken back."""

from pathlib import Path
from typing import Any

import pytest

from bot.delivery.ledger import Ledger
from bot.settings import Settings
from tests.chat.admin.conftest import Desk, desk_over, elements_in
from tests.chat.admin.pending.previews import JULY, QUESTION, answered, previewed, shared
from tests.chat.conftest import Opens
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import CHANNEL
from tests.loading.appendix import appendix


async def test_nothing_is_written_before_the_yes_and_then_all(desk: Desk) -> None:
    preview = await previewed(desk)
    assert preview.is_private
    assert "july.csv: 1 row read, 1 figure new, 0 changed" in preview.shown
    assert "Newest figures, as they will be told" in preview.shown
    assert "july.csv" not in (await desk.workspace.mention(QUESTION)).shown
    assert await desk.press(preview, "Load") == []
    assert preview.shown == "july.csv is loaded as import 2: 1 new, 0 changed."
    assert "july.csv" in (await desk.workspace.mention(QUESTION)).shown
    assert await desk.press(preview, "Take back") == []
    assert "july.csv" not in (await desk.workspace.mention(QUESTION)).shown


async def test_pressed_twice_it_is_loaded_once(desk: Desk) -> None:
    preview = await previewed(desk)
    twice = [desk.workspace.people["anna"].press(preview.message, "Load") for _ in range(2)]
    for press in twice:
        await press
    await desk.workspace.settle()
    assert preview.shown.startswith("july.csv is loaded as import 2")
    assert (await desk.told("history")).text.count("july.csv") == 1


async def test_a_load_whose_reply_was_never_written_down_is_not_done_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = await previewed(desk)
    kept = Ledger.answered
    died: list[bool] = []

    async def die_once(ledger: Ledger, *given: Any) -> Any:
        if not died:
            died.append(True)
            raise OSError("the process is gone")
        return await kept(ledger, *given)

    monkeypatch.setattr(Ledger, "answered", die_once)
    assert await desk.press(preview, "Load") == []
    assert "Load" in preview.buttons()
    await desk.workspace.later(60)
    assert preview.shown == "july.csv is loaded as import 2."
    assert (await desk.told("history")).text.count("july.csv") == 1


async def test_cancelled_nothing_is_loaded(desk: Desk) -> None:
    preview = await previewed(desk)
    pressed = elements_in(preview)
    assert await desk.press(preview, "Cancel") == []
    assert preview.shown == "That was cancelled; nothing was loaded."
    preview.message.blocks = [{"type": "actions", "block_id": "b", "elements": pressed[:1]}]
    await desk.press(preview, "Load")
    assert preview.shown == "That was cancelled; nothing was loaded."
    assert (await desk.told("history")).shown == "Nothing has been loaded here yet."


async def test_the_same_file_again_changes_nothing_and_says_so(desk: Desk) -> None:
    await desk.press(await previewed(desk), "Load")
    again = await previewed(desk)
    assert "0 figures new, 0 changed, 1 as they were" in again.shown
    assert "Nothing would change." in again.shown
    assert again.buttons() == ["Cancel", "Full report (CSV)"]


async def test_what_changes_is_shown_old_and_new(desk: Desk) -> None:
    desk.load("Assessment,Jul 23,26", "Children & Families,Jul 23,50")
    preview = await previewed(desk)
    line = "Agency FTE, social workers, Assessment, Devon, July 2023: 26 FTE → 27 FTE"
    assert line in preview.shown


async def test_a_preview_that_is_stale_is_said_and_shown_anew(desk: Desk) -> None:
    desk.load("Assessment,Jul 23,26")
    preview = await previewed(desk)
    desk.load("Assessment,Jul 23,25")
    assert await desk.press(preview, "Load") == []
    assert "Figures have changed since you looked." in preview.shown
    assert "25 FTE → 27 FTE" in preview.shown
    assert await desk.press(preview, "Load") == []
    assert "july.csv is loaded as import 4: 0 new, 1 changed." in preview.shown


async def test_refused_cells_are_told_with_their_place_and_the_rest_is_loaded(desk: Desk) -> None:
    rows = "Assessment,Social workers,Aug 23,n<!channel>\nNowhere,Social workers,Jul 23,3\n"
    preview = await previewed(desk, JULY + rows)
    assert "2 refused" in preview.shown
    assert "D3, column “Agency FTE”" in preview.shown
    assert "Devon has no such team" in preview.shown
    await desk.press(preview, "Load")
    assert "is loaded as import 2" in preview.shown


async def test_a_heading_that_is_unsure_is_asked_and_the_choice_remembered(desk: Desk) -> None:
    strange = JULY.replace("Agency FTE", "Flexi")
    preview = await previewed(desk, strange)
    assert "What does the column 'Flexi' hold?" in preview.shown
    assert "Nothing can be loaded before the questions are answered." in preview.shown
    assert "Load" not in preview.buttons()
    await answered(desk, preview, "Flexi", "Something else …")
    assert (
        desk.modal().content["blocks"][0]["label"]["text"] == "What does the column 'Flexi' hold?"
    )
    assert await desk.submit({"answer": "metric:agency_fte"}) == []
    assert "1 figure new" in preview.shown
    await desk.press(preview, "Load")
    another = await previewed(desk, strange.replace("Jul 23", "Aug 23"))
    assert "1 figure new" in another.shown
    assert "Question" not in another.shown


async def test_options_are_chosen_in_the_preview_itself(desk: Desk) -> None:
    rate = "Team,Role,Month,Agency rate\nAssessment,Social workers,Jul 23,0.45\n"
    preview = await previewed(desk, rate)
    await answered(desk, preview, "is that a fraction", "A fraction: 45%")
    assert "What is agency rate divided by in this file?" in preview.shown
    await answered(desk, preview, "divided by", "agency FTE ÷ budgeted FTE")
    assert "Agency rate, social workers, Assessment, Devon, July 2023: 45%" in preview.shown
    await desk.press(preview, "Load")
    assert "45%" in (await desk.workspace.mention(QUESTION.replace("fte", "rate"))).shown


async def test_whose_figures_they_are_is_asked_each_time(desk: Desk) -> None:
    for month in ("Jul 23", "Aug 23"):
        preview = await previewed(desk, JULY.replace("Jul 23", month), council="")
        assert "Whose figures are these?" in preview.shown
        await answered_in_modal(desk, preview, "devon")
        assert "1 figure new" in preview.shown
        await desk.press(preview, "Load")


async def answered_in_modal(desk: Desk, preview: Posted, value: str) -> None:
    assert await desk.press(preview, "Choose …") == []
    assert await desk.submit({"answer": value}) == []


@pytest.mark.parametrize("place", ["message", "mention"])
async def test_a_file_shared_with_the_word_load_is_shown_to_the_admin_alone(
    desk: Desk, place: str
) -> None:
    person = desk.workspace.people["anna"]
    before = len(desk.workspace.posted)
    if place == "message":
        person.direct("load Devon", files=[shared(desk)])
    else:
        person.say(CHANNEL, f"<@{person.bot.id}> load Devon", files=[shared(desk)])
    await desk.workspace.settle()
    [preview] = desk.workspace.posted[before:]
    direct = desk.workspace.council.direct(person.person, person.bot)
    assert preview.message.channel == direct.id
    assert "1 figure new" in preview.shown
    await desk.press(preview, "Load")
    assert "july.csv is loaded as import 2: 1 new, 0 changed." in desk.workspace.posted[-1].shown


async def test_a_question_with_a_file_is_a_question(desk: Desk) -> None:
    person = desk.workspace.people["ben"]
    person.say(CHANNEL, f"<@{person.bot.id}> {QUESTION}", files=[shared(desk)])
    await desk.workspace.settle()
    assert "Agency FTE" in desk.workspace.posted[-1].shown


async def test_the_full_report_comes_as_a_file_in_the_admins_messages(desk: Desk) -> None:
    desk.load("Assessment,Jul 23,26")
    rows = "Assessment,Social workers,Aug 23,x1\nAssessment,Social workers,Sep 23,=2\n"
    preview = await previewed(desk, JULY + rows)
    note, file = sorted(
        await desk.press(preview, "Full report (CSV)"), key=lambda one: len(one.message.files)
    )
    assert note.shown == "july - preview.csv is in your messages with me."
    text = file.message.files[0].content.decode("utf-8-sig")
    assert text.startswith("what,figure,was,becomes,sheet,row,column,value,reason\r\n")
    assert 'changed,"Agency FTE, social workers, Assessment, Devon, July 2023",26 FTE' in text
    assert "refused,,,,,4,Agency FTE,'=2," in text


async def test_a_preview_outlives_the_process(
    opens: Opens, known: Settings, tmp_path: Path
) -> None:
    async with desk_over(opens, known, tmp_path) as desk:
        preview = await previewed(desk)
    async with desk_over(opens, known, tmp_path) as desk:
        assert await desk.press(preview, "Load") == []
    assert preview.shown == "july.csv is loaded as import 2: 1 new, 0 changed."


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"%PDF-1.7", "figures.xlsx", "It is a PDF"),
        (b"", "figures.csv", "empty"),
        ("Name,NI number\nJo Ward,QQ123456C\n", "staff.csv", "single people"),
    ],
)
async def test_what_cannot_be_loaded_is_said_with_the_reason(
    desk: Desk, content: str | bytes, name: str, said: str
) -> None:
    told = await previewed(desk, content, name)
    assert said in told.shown
    assert "Nothing was loaded." in told.shown
    assert await desk.press(told, "Try again") == []
    assert desk.modal().content["callback_id"] == "admin_load"


async def test_devons_appendix_is_loaded_as_it_was_printed(desk: Desk, tmp_path: Path) -> None:
    content = appendix(tmp_path / "appendix.xlsx").read_bytes()
    preview = await previewed(desk, content, "appendix.xlsx")
    assert "Nothing can be loaded before the questions are answered." in preview.shown
    for label in ("Managers", "Social workers"):
        await answered(desk, preview, "Which people are counted", label)
    for _ in range(2):
        await answered(desk, preview, "of the whole council", "All four services, Devon")
    assert "Load" in preview.buttons()
