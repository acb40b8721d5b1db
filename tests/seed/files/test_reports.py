from datetime import date

import pytest

from db.vocabulary import Basis, Kind, PeriodType, Status
from db.writes import SeriesKey
from seed.statements import observations
from seed.tables import CatalogueError
from tests.seed.small import REPORT, Bundle


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("quote,note", "note,quote", "devon_2024.csv: the columns are not fact organisation"),
        (",repeats", "", "devon_2024.csv: the columns are not fact organisation"),
        ("-1.53,,\n", "-1.53,,,\n", "devon_2024.csv, line 3: has not 26 cells"),
        ("-1.53,,\n", "-1.53\n", "devon_2024.csv, line 3: has not 26 cells"),
    ],
)
def test_a_report_that_has_not_the_columns_is_told(
    bundle: Bundle, old: str, new: str, fault: str
) -> None:
    bundle.change(REPORT, old, new)
    with pytest.raises(CatalogueError) as refusal:
        bundle.statements()
    assert str(refusal.value).startswith(fault)


def test_an_empty_report_is_told(bundle: Bundle) -> None:
    (bundle.reports / "torbay_2021.csv").write_text("", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"torbay_2021\.csv: the columns are not"):
        bundle.statements()


def test_reports_are_read_in_the_order_of_their_names(bundle: Bundle) -> None:
    text = (bundle.reports / "devon_2024.csv").read_text(encoding="utf-8")
    (bundle.reports / "blackpool_2020.csv").write_text(text, encoding="utf-8")
    sources = [one.source for one in bundle.statements()]
    assert sources == ["blackpool_2020"] * 5 + ["devon_2024"] * 5


def test_a_statement_becomes_a_figure_with_its_series_period_and_place(bundle: Bundle) -> None:
    first, *_ = observations(bundle.statements())
    assert first["series"] == SeriesKey(
        metric="agency_rate",
        organisation="devon",
        role_group="social_workers",
        team=None,
        formula="budget",
        kind=Kind.ACTUAL,
        basis=Basis.FTE,
        unit="%",
    )
    assert (first["period_type"], first["period_key"]) == (PeriodType.DAY, "2024-03-31")
    assert (first["period_start"], first["period_end"]) == (date(2024, 3, 31), date(2024, 3, 31))
    assert (first["value"], first["value_text"], first["status"]) == (45.0, "45%", Status.REPORTED)
    assert (first["numerator"], first["denominator"]) == (101.0, 225.0)
    assert first["denominator_text"] == "budgeted"
    place = (first["source"], first["section"], first["line"], first["quote"])
    assert place == ("devon_2024", "App. 1", 10, "45% agency")


def test_a_negative_a_zero_and_a_blank_stay_what_they_are(bundle: Bundle) -> None:
    _, negative, zero, blank = observations(bundle.statements())
    assert (negative["value"], negative["status"]) == (-1.53, Status.REPORTED)
    assert (zero["value"], zero["status"]) == (0.0, Status.ZERO)
    assert (blank["value"], blank["value_text"], blank["status"]) == (None, "", Status.BLANK)
    assert (blank["period_start"], blank["numerator"]) == (None, None)


def test_a_repeat_is_one_more_place_of_the_figure_and_no_figure(bundle: Bundle) -> None:
    first, *others = observations(bundle.statements())
    assert first["restated"] == [
        {
            "source": "devon_2024",
            "section": "3.4",
            "line": 2,
            "quote": "45% overall",
            "value_text": "45% overall",
        }
    ]
    assert [one["restated"] for one in others] == [[], [], []]
