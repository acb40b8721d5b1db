"""A name is tried on every question before it is added."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from bot.loading.acts.names import remove_alias
from bot.pipeline import Knowledge, Muster
from bot.query.query import Intent, Query
from bot.query.stored import stored
from bot.teaching.replaying import Asked, differences, digest_of, taught
from bot.teaching.trials import accept, try_out
from db.loads import audited
from db.reader import Reader
from db.words import Answered
from seed.questions import questions
from tests.loading.admin.test_acts import renewed
from tests.loading.store.conftest import NOW, Office

TODAY = date(2024, 6, 11)
ASSESSMENT = Query(Intent.FIGURE, (("agency_fte",),), (("devon/assessment",),))


@pytest.fixture
def reports(reports_sqlite_url: str) -> Iterator[tuple[Knowledge, Reader]]:
    """Give the names of the five reports, and what reads them."""
    muster = Muster(reports_sqlite_url)
    with muster.reading() as found:
        yield found
    muster.close()


def answered(question: str, query: Query, person: str = "U1", thread: str = "") -> Answered:
    at = datetime(2024, 6, 11, tzinfo=UTC).timestamp()
    return Answered("C1", thread, person, at, question, stored(query))


def test_a_name_that_nobody_used_changes_nothing(reports: tuple[Knowledge, Reader]) -> None:
    known, reader = reports
    trial = try_out(reader, known, [], "blue door", "place:devon/mash")
    assert (trial.differences, trial.digest) == ((), "")
    assert trial.known.lexicon is not known.lexicon


def test_a_name_that_a_bundled_question_holds_changes_what_is_said(
    reports: tuple[Knowledge, Reader],
) -> None:
    known, reader = reports
    trial = try_out(reader, known, [], "Court", "place:devon/mash")
    told = {one.question: (one.before, one.after) for one in trial.differences}
    before, after = told["turnover in the Court team"]
    assert "I don't know “Court” here" in before
    assert "Turnover rate, MASH, Devon" in after
    assert trial.digest == digest_of(trial.differences)


def test_a_name_that_would_change_a_figure_of_the_workspaces_own_questions_is_told(
    reports: tuple[Knowledge, Reader],
) -> None:
    known, reader = reports
    asked = "so: budgeted manager FTE, Children & Families v Assessment"
    trial = try_out(reader, known, [answered(asked, ASSESSMENT)], "assessment", "metric:headcount")
    first = trial.differences[0]
    assert first.question == asked
    assert "12 FTE" in first.before
    assert "Three figures fit" in first.after


def test_a_follow_up_is_tried_in_its_thread(reports: tuple[Knowledge, Reader]) -> None:
    known, reader = reports
    follow_up = answered("and in permanency hub", ASSESSMENT)
    before = [answered("agency fte of social workers in Assessment", ASSESSMENT), follow_up]
    trial = try_out(reader, known, before, "permanency hub", "place:devon/mash")
    assert [one.question for one in trial.differences if "hub" in one.question] == [
        follow_up.question
    ]
    elsewhere = [before[0], follow_up._replace(channel="C2")]
    alone = try_out(reader, known, elsewhere, "permanency hub", "place:devon/mash")
    assert "Agency" in trial.differences[0].after
    assert "Agency" not in "".join(one.after for one in alone.differences)


def test_questions_before_it_count_where_it_has_them(reports: tuple[Knowledge, Reader]) -> None:
    known, reader = reports
    asked = Asked("and in Assessment?", TODAY, before=("agency fte in the blue door",))
    after = taught(known, "blue door", "place:devon/mash")
    [found] = differences(reader, known, after, [asked, asked])
    assert found.question == asked.question


def test_every_bundled_question_is_there_to_be_tried() -> None:
    assert len(list(questions())) > 600
    assert 0 < len(list(questions("unclear"))) < 100


def test_accepting_twice_adds_one_name_and_one_line_to_the_log(
    office: Office, store_url: str
) -> None:
    accept(office.loader, "Blue Door", "place:devon/mash", NOW)
    accept(renewed(office, store_url), "Blue Door", "place:devon/mash", NOW)
    with office.engine.begin() as conn:
        [line] = audited(conn, office.loader.scope)
    assert (line.act, line.subject, line.after) == ("alias", "blue door", "place:devon/mash")


def test_a_name_that_was_taken_back_means_nothing_and_can_be_given_again(
    office: Office, store_url: str
) -> None:
    for means in ("place:devon/mash", "place:devon/assessment"):
        accept(renewed(office, store_url), "Blue Door", means, NOW)
    remove_alias(office.loader, "blue door", "place:devon/mash", NOW)
    accept(renewed(office, store_url), "Blue Door", "place:devon/academy", NOW)
    aliases = renewed(office, store_url).lexicon.directory.catalogue.aliases
    assert [one.means for one in aliases if one.text == "blue door"] == [
        "place:devon/assessment",
        "place:devon/academy",
    ]
    with office.engine.begin() as conn:
        acts = [(one.act, one.before, one.after) for one in audited(conn, office.loader.scope)]
    assert acts[1] == ("alias removed", "place:devon/mash", "")


@pytest.mark.parametrize(("text", "means"), [("blue door", "metric:headcount"), ("mash", "x:y")])
def test_a_name_that_is_not_the_workspaces_own_cannot_be_taken_back(
    office: Office, text: str, means: str
) -> None:
    with pytest.raises(LookupError, match="no name of your own"):
        remove_alias(office.loader, text, means, NOW)
