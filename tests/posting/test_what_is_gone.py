"""Follows of what has gone, been renamed, or holds a single figure."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.pipeline import Muster
from bot.query.query import Intent, Query
from bot.query.stored import stored
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.settings import Settings
from db.session import engine_for
from tests.chat.slack.workspace import only
from tests.posting.council import MONDAY, SET, WEEK, Council

RENAMED = "UPDATE team SET name = 'The Four Services' WHERE key = 'devon/all_four_services'"
NEWER = "UPDATE store_state SET generation = generation + 1"


@pytest.fixture
def store_url(sqlite_url: str) -> str:
    """Give one kind of store."""
    return sqlite_url


@pytest.fixture
def figures(reports_sqlite_url: str, tmp_path: Path) -> str:
    """Give a store of the five reports to oneself."""
    file = shutil.copy(reports_sqlite_url.removeprefix("sqlite:///"), tmp_path / "figures.db")
    return f"sqlite:///{file}"


@pytest.fixture
async def changing(
    slack: Sandbox, known: Settings, figures: str, time: ManualTime, kept: Engine
) -> AsyncIterator[Council]:
    """Give a council over it."""
    muster = Muster(figures)
    council = Council(slack, known, muster, time, kept)
    council.add_processes(1)
    yield council
    await council.close()
    muster.close()


async def test_a_metric_that_no_longer_exists_is_named_and_the_rest_is_told(
    council: Council,
) -> None:
    council.follow(stored(Query(Intent.FIGURE, (("ghost_rate",),), (("devon",),))))
    council.follow()
    post = only(await council.at(MONDAY))
    assert "No longer held, so not looked at: ghost rate." in post.text
    assert "27 series looked at" in post.text


async def test_a_team_that_is_gone_is_named(council: Council) -> None:
    query = Query(Intent.FIGURE, (("agency_rate",),), (("devon/ghosts",),))
    council.follow(stored(query))
    post = only(await council.at(MONDAY))
    assert "No longer held, so not looked at: devon/ghosts." in post.text
    assert "No figure is held of what you follow." in post.text


async def test_a_question_of_an_earlier_version_says_so(council: Council) -> None:
    council.follow('{"is": "Query", "mood": "good"}')
    post = only(await council.at(MONDAY))
    assert "not looked at: a question of an earlier version." in post.text


async def test_a_team_renamed_between_two_digests_is_no_news_and_has_its_new_name(
    changing: Council, figures: str
) -> None:
    changing.follow()
    before = only(await changing.at(MONDAY))
    assert "All four services (Devon): 43%" in before.text
    engine = engine_for(figures)
    with engine.begin() as conn:
        conn.execute(text(RENAMED))
        conn.execute(text(NEWER))
    engine.dispose()
    assert "No new figures since 29 February 2024." in only(await changing.later(WEEK)).text
    april = [only(await changing.later(WEEK)).text for _ in range(3)][-1]
    assert "The Four Services (Devon)" in april
    assert "All four services" not in april


async def test_a_series_of_one_point_is_counted_and_nothing_is_claimed_of_it(
    council: Council,
) -> None:
    place, who = "devon/corporate_parenting", "social_workers"
    council.follow(stored(Query(Intent.FIGURE, (("agency_rate",),), ((place,),), ((who,),))))
    april = MONDAY.replace(month=4, day=1, hour=8)
    post = only(await council.at(april))
    assert "1 new figure, none of which met a rule for being told." in post.text
    assert "1 series looked at: 1 with too few figures to tell." in post.text


async def test_what_stands_for_few_people_is_counted_and_never_said(council: Council) -> None:
    query = Query(Intent.FIGURE, (("whistleblowing_cases",),), (("devon",),))
    council.follow(stored(query))
    post = only(await council.at(MONDAY))
    assert "1 series looked at: 1 not looked into (few people)." in post.text
    assert "histleblowing cases: " not in post.text


async def test_a_council_that_is_gone_is_named(council: Council) -> None:
    council.follow(SET.replace("devon", "atlantis"))
    post = only(await council.at(MONDAY))
    assert post.text.startswith("Children's workforce, atlantis · ")
    assert "No longer held, so not looked at: atlantis." in post.text
