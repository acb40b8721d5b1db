"""Which figures of a store make a series that news may be told of."""

from datetime import date
from typing import Any

from sqlalchemy import Engine

from bot.digest.gather import watching
from bot.pipeline import Muster
from db.vocabulary import Status
from tests.db.bundle import ASSESSMENT, load_bundle, month

MONTHS = [month(at, ASSESSMENT, value=float(40 + at), value_text=f"{40 + at}%") for at in (1, 2, 3)]
APRIL: dict[str, Any] = {"value": 50.0, "value_text": "50%"}


def values(engine: Engine, *more: Any) -> list[list[float | None]]:
    """Give the values of each series watched of a store with three months and some more."""
    load_bundle(engine, [*MONTHS, *more])
    muster = Muster(engine.url.render_as_string(hide_password=False))
    with muster.looking(date(2023, 6, 1)) as (_, facts):
        _, watched = watching("set:childrens_workforce:devon", facts)
    muster.close()
    return [[point.value for point in one.points] for one in watched.series]


def test_the_months_of_a_series_stand_in_order(engine: Engine) -> None:
    assert values(engine, month(4, ASSESSMENT, **APRIL)) == [[41, 42, 43, 50]]


def test_a_month_that_is_not_over_is_no_news(engine: Engine) -> None:
    assert values(engine, month(6, ASSESSMENT, **APRIL)) == [[41, 42, 43]]


def test_of_two_papers_that_differ_neither_is_news(engine: Engine) -> None:
    other = month(3, ASSESSMENT, **APRIL, source="annual")
    assert values(engine, other) == [[41, 42]]


def test_two_papers_that_agree_are_one_figure(engine: Engine) -> None:
    same = month(3, ASSESSMENT, value=43.0, value_text="43.0%", source="annual")
    assert values(engine, same) == [[41, 42, 43]]


def test_an_estimate_is_no_news(engine: Engine) -> None:
    estimate = month(4, ASSESSMENT, **APRIL, status=Status.APPROXIMATE)
    assert values(engine, estimate) == [[41, 42, 43]]


def test_a_figure_of_a_part_of_them_is_no_news(engine: Engine) -> None:
    part = month(4, ASSESSMENT, **APRIL, qualifier="after 6 months in post")
    assert values(engine, part) == [[41, 42, 43]]


def test_released_statistics_are_not_a_councils_own_series(engine: Engine) -> None:
    released = month(4, ASSESSMENT, **APRIL, source="annual", edition="2023-05")
    assert values(engine, released) == [[41, 42, 43]]
