"""What a loader refuses, and that it names the row."""

import math
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from db import reads
from db.vocabulary import Status
from db.writes import LoadError, NewObservation, SeriesKey, loader
from tests.db.bundle import DEVON, FORMULAS, ROLE_GROUPS, figure, load_bundle, load_names, month

NOBODY: Any = [None]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"value": math.nan}, "value is nan, which is no figure"),
        ({"value": math.inf}, "value is inf, which is no figure"),
        ({"numerator": -math.inf}, "numerator is -inf"),
        ({"denominator": 10**400}, "no figure the store can hold"),
        ({"line": 2**31}, "line is 2147483648"),
        ({"value": "45"}, "value must be float or int or None, not '45'"),
        ({"value_text": None}, "value_text must be str, not None"),
        ({"status": "missing"}, "status must be one of 'approximate', 'blank'"),
        ({"period_type": None}, "period_type must be one of 'census_year'"),
        ({"period_end": "2024-03-31"}, "period_end must be date or None"),
        ({"line": 1.5}, "line must be int or None"),
        ({"colour": "red"}, "there is no column 'colour'"),
        ({"quote": "45\0"}, "the character NUL"),
        ({"quote": "\ud83d"}, "not valid Unicode"),
        ({"status": Status.BLANK}, "a figure that is blank has no value, not 45"),
        ({"status": Status.ZERO}, "a figure that is zero has the value 0, not 45"),
        ({"period_start": date(2024, 4, 1)}, "ends on 2024-03-31, before it starts"),
        ({"source": "rumour"}, "there is no source 'rumour'"),
        ({"restated": "annual"}, "restated must be list or tuple"),
        ({"restated": [{"line": 3}]}, "source missing"),
        ({"restated": [{"source": "rumour"}]}, "there is no source 'rumour'"),
        ({"series": DEVON._replace(metric="morale")}, "there is no metric 'morale'"),
        ({"series": DEVON._replace(formula="budget")}, "no formula 'agency_rate/budget'"),
        ({"series": DEVON._replace(team="devon/x")}, "there is no team 'devon/x'"),
        ({"series": DEVON._replace(unit="a|b")}, "holds the character |"),
        ({"series": SeriesKey("agency_rate", "devon", *NOBODY)}, "role_group must be str"),
        ({"period_key": "2024-02-29"}, "has the figure already"),
    ],
)
def test_a_wrong_figure_is_refused_by_row(
    engine: Engine, reader: Connection, changes: dict[str, Any], fault: str
) -> None:
    with pytest.raises(LoadError) as refusal:
        load_bundle(engine, [figure(period_key="2024-02-29"), figure(**changes)])
    assert fault in str(refusal.value)
    assert str(refusal.value).startswith("observation, row 2 (")
    assert reads.generation(reader) == 0


def test_the_row_is_named_in_the_words_of_the_field(engine: Engine) -> None:
    with pytest.raises(LoadError, match=r"row 1 \(agency_rate of devon, 2024-03-31\)"):
        load_bundle(engine, [figure(value=math.nan)])


def test_a_figure_without_a_series_is_named_by_its_period(engine: Engine) -> None:
    lost: NewObservation = figure()
    del lost["series"]  # type: ignore[misc]
    with pytest.raises(LoadError, match=r"row 1 \(2024-03-31\): series missing"):
        load_bundle(engine, [lost])


def test_the_first_row_of_a_wrong_series_is_the_one_named(engine: Engine) -> None:
    wrong = DEVON._replace(organisation="atlantis")
    with pytest.raises(LoadError, match=r"row 2 .* no organisation 'atlantis'"):
        load_bundle(engine, [month(1), month(2, wrong), month(3, wrong)])


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"kind": "village"}, "kind must be one of 'council', 'nation', 'region'"),
        ({"region": "north"}, "there is no organisation 'north'"),
        ({"key": "devon"}, "this load has such a row already"),
        ({"code": 878}, "code must be str or None"),
    ],
)
def test_a_wrong_organisation_is_refused_by_row(
    engine: Engine, changes: dict[str, Any], fault: str
) -> None:
    devon = {"key": "devon", "name": "D", "short_name": "D", "kind": "council"}
    rows: Any = [devon, {**devon, "key": "torbay", **changes}]
    with pytest.raises(LoadError) as refusal, loader(engine) as load:
        load.organisations(rows)
    assert fault in str(refusal.value)
    assert str(refusal.value).startswith("organisation, row 2 (")


def test_a_total_that_covers_an_unknown_part_is_refused_by_row(engine: Engine) -> None:
    with pytest.raises(LoadError, match=r"row 3 \(men\).*'women'"), loader(engine) as load:
        load.role_groups([*ROLE_GROUPS[:2], {**ROLE_GROUPS[2], "combines": ["women"]}])


def test_two_aliases_of_one_text_need_two_ranks(engine: Engine) -> None:
    with pytest.raises(LoadError, match=r"alias, row 2 \(locums\)"), loader(engine) as load:
        load.aliases([{"text": "locums", "means": "metric:agency_rate"}] * 2)


def test_a_formula_of_an_unknown_metric_is_refused_by_row(engine: Engine) -> None:
    with pytest.raises(LoadError, match=r"formula, row 1 \(morale dfe\)"), loader(engine) as load:
        load.formulas([{**FORMULAS[0], "metric": "morale"}])


def test_a_load_that_goes_on_after_a_refusal_keeps_nothing(
    engine: Engine, reader: Connection
) -> None:
    def go_on() -> None:
        with loader(engine) as load:
            load_names(load)
            with pytest.raises(LoadError, match="row 1"):
                load.observations([figure(value=math.nan)])
            load.observations([figure()])

    with pytest.raises(LoadError, match="nothing of this load is kept"):
        go_on()
    assert reads.generation(reader) == 0
