"""What a load would change, and that it changes that, all of it or nothing."""

from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from bot.pipeline import Muster
from db.loads import StaleError, Tally
from db.loads import load as load_module
from tests.loading.store.conftest import NOW, Office
from tests.loading.workbooks import table

JULY = ("Assessment,Jul 23,27", "MASH,Jul 23,3")


def test_new_changed_and_unchanged_figures_are_told_apart(office: Office) -> None:
    assert office.load(*JULY) is not None
    preview = office.preview("Assessment,Jul 23,28", "MASH,Jul 23,3.0", "MASH,Aug 23,4")
    assert preview.tally == Tally(new=1, changed=1, unchanged=1)
    assert [(one.old, one.new, one.published) for one in preview.changes] == [
        ("27 FTE", "28 FTE", False)
    ]


def test_nothing_is_written_before_a_yes(office: Office) -> None:
    assert office.preview(*JULY).tally == Tally(new=2)
    assert office.held() == set()


def test_the_same_file_twice_changes_nothing(office: Office) -> None:
    assert office.load(*JULY) is not None
    before = office.held()
    assert office.load(*JULY) is None
    assert office.held() == before


def test_a_figure_that_was_published_already_is_not_stored_again(office: Office) -> None:
    preview = office.preview("Assessment,31 Mar 24,27", "MASH,Jul 23,3")
    assert preview.tally == Tally(new=1, unchanged=1)


def test_a_figure_that_differs_from_the_published_one_stays_beside_it(office: Office) -> None:
    preview = office.preview("Assessment,31 Mar 24,28")
    assert [(one.old, one.new, one.published) for one in preview.changes] == [
        ("27.0 FTE", "28 FTE", True)
    ]
    office.load("Assessment,31 Mar 24,28")
    assert office.preview("Assessment,31 Mar 24,28").tally == Tally(unchanged=1)


def test_figures_belong_to_the_workspace_that_loads_them(
    office: Office, another: Callable[[str], Office]
) -> None:
    office.load(*JULY)
    other = another("T2")
    assert other.held() == set()
    assert other.preview(*JULY).tally == Tally(new=2)


def test_a_blank_where_a_figure_is_held_is_told_and_the_figure_stays(office: Office) -> None:
    office.load(*JULY)
    before = office.held()
    preview = office.preview("Assessment,Jul 23,", "MASH,Aug 23,4")
    assert preview.tally == Tally(new=1)
    assert [one for one in preview.warnings if "is blank where 27 FTE is held" in one]
    office.load("Assessment,Jul 23,", "MASH,Aug 23,4")
    assert before < office.held()


def test_a_jump_beyond_the_limits_of_a_series_is_told(office: Office) -> None:
    months = [f"Assessment,{month} 22,{27 + number % 3}" for number, month in enumerate(MONTHS)]
    office.load(*months, "Assessment,Jan 23,27", "Assessment,Feb 23,28")
    assert office.preview("Assessment,Mar 23,29").warnings == ()
    (warning,) = office.preview("Assessment,Mar 23,60").warnings
    assert "is 60, outside" in warning


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def test_a_sum_that_does_not_hold_is_told(office: Office) -> None:
    path = office.folder / "sums.csv"
    path.write_text(
        "Team,Role,Month,Budgeted FTE,Staff in post FTE,Unfilled vacancies\n"
        "MASH,Social workers,Jul 23,10,8,2\nAssessment,Social workers,Jul 23,10,8,3\n",
        encoding="utf-8",
    )
    (warning,) = office.loader.preview(office.loader.read(path, council="devon")).warnings
    assert warning == (
        "Budgeted FTE, social workers, Assessment, Devon, July 2023: "
        "8 in post and 3 vacant make 11, where 10 posts are given."
    )


def test_what_is_held_is_counted_anew_after_each_load(office: Office, store_url: str) -> None:
    with closing(Muster(store_url, office.loader.scope)) as muster:

        def held() -> str:
            result = muster.ask("coverage of everything", date(2024, 6, 30)).result
            (devon,) = [line for line in result.lines if line.startswith("Devon")]  # type: ignore[union-attr] # else it fails
            return devon

        before = held()
        assert held() == before
        office.load("MASH,Aug 22,3")
        assert held() != before


STAFF = "Council,Team,Role,Month,Headcount,Starters,Leavers"


def test_a_sum_with_what_is_held_already_is_told_and_stays_with_the_figures(
    office: Office, store_url: str
) -> None:
    held = table(office.folder / "held.csv", STAFF, "Devon,MASH,All staff,Mar 24,100,2,1")
    office.loader.load(office.loader.read(held), NOW)
    path = table(office.folder / "new.csv", STAFF, "Devon,MASH,All staff,Apr 24,101,7,3")
    reading = office.loader.read(path)
    said = "100 before, 7 starters and 3 leavers make 104, where 101 are given."
    assert office.loader.preview(reading).warnings == (
        f"Headcount, all staff, MASH, Devon, April 2024: {said}",
    )
    number = office.loader.load(reading, NOW)[1] or 0
    question = "headcount in MASH in April 2024"
    assert said in asked(office, store_url, question)
    assert said not in asked(office, store_url, "headcount in MASH in March 2024")
    office.undo(number)
    assert said not in asked(office, store_url, question)


def test_teams_that_are_more_than_their_total_are_told_with_the_total(
    office: Office, store_url: str
) -> None:
    rows = ("Devon,,All staff,Apr 24,90,,", "Devon,MASH,All staff,Apr 24,50,,",
            "Devon,Assessment,All staff,Apr 24,60,,")  # fmt: skip
    path = table(office.folder / "sums.csv", STAFF, *rows)
    office.loader.load(office.loader.read(path), NOW)
    text = asked(office, store_url, "headcount in Devon in April 2024")
    assert text == "The teams given make 110, the total says 90."


def asked(office: Office, url: str, question: str) -> str:
    """Give the reply to a question in the office's workspace."""
    with closing(Muster(url, office.loader.scope)) as muster:
        result = muster.ask(question, date(2024, 6, 30)).result
    return "\n".join(result.caveats)  # type: ignore[union-attr] # words alone have none


def test_what_is_loaded_is_answered_with_its_file_and_row(office: Office, store_url: str) -> None:
    office.load("Assessment,31 May 24,25", name="may.csv")
    muster = Muster(store_url, office.loader.scope)
    result = muster.ask("agency fte social workers Assessment May 2024", date(2024, 6, 30)).result
    muster.close()
    assert [(one.value, one.source.section, one.source.line) for one in result.figures] == [  # type: ignore[union-attr] # else it fails
        (25.0, "may.csv", 2)
    ]


def test_a_load_that_fails_at_the_end_leaves_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.load(*JULY)
    before = office.held()

    def fail(*_: object) -> None:
        raise IntegrityError("planted", None, ValueError())

    monkeypatch.setattr(load_module, "audit", fail)
    with pytest.raises(IntegrityError):
        office.load("Assessment,Jul 23,30", "MASH,Aug 23,5")
    monkeypatch.undo()
    assert office.held() == before
    assert office.load("Assessment,Jul 23,30", "MASH,Aug 23,5") is not None


def test_a_load_that_would_change_something_else_than_was_shown_is_refused(office: Office) -> None:
    reading = office.loader.read(office.rows(*JULY), council="devon")
    with office.loader.prepared(reading) as prepared:
        assert prepared is not None
        with pytest.raises(StaleError):
            prepared.publish("a", "b", office.act("load"), Tally(new=7))
    assert office.held() == set()


def test_answers_are_remembered_for_the_next_file(office: Office) -> None:
    path = office.folder / "rates.csv"
    path.write_text(
        "Team,Role,Month,Agency rate\nMASH,Social workers,Jul 23,40%\n", encoding="utf-8"
    )
    assert office.loader.read(path, council="devon").doubts
    answers = {"formula:agency_rate": "budget"}
    office.loader.load(office.loader.read(path, answers, "devon"), NOW, answers)
    assert office.loader.read(path, council="devon").doubts == ()
