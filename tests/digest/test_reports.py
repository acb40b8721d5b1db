"""The digests of the five councils' papers, as a follow would have been sent them."""

from datetime import date

import pytest

from bot.digest.compose import Digest, compose
from bot.digest.gather import watching
from bot.digest.rules import Rule
from bot.digest.watched import Memory
from bot.pipeline import Muster
from bot.query.query import Query
from bot.query.stored import stored

FIRST_MONDAYS = [
    *(date(2023, 8, 7), date(2023, 9, 4), date(2023, 10, 2), date(2023, 11, 6)),
    *(date(2023, 12, 4), date(2024, 1, 1), date(2024, 2, 5), date(2024, 3, 4)),
    date(2024, 4, 1),
]


def digest_of(muster: Muster, council: str, day: date, memory: Memory | None = None) -> Digest:
    with muster.looking(day) as (_, facts):
        _, watched = watching(f"set:childrens_workforce:{council}", facts)
    return compose(watched, memory or Memory(), day)


def month_by_month(muster: Muster) -> list[Digest]:
    """Give Devon's nine digests, each knowing what those before it said."""
    told, memory = [], Memory()
    for day in FIRST_MONDAYS:
        told.append(digest_of(muster, "devon", day, memory))
        memory = told[-1].memory
    return told


def rules(digest: Digest) -> set[Rule]:
    return {item.finding.rule for item in digest.items}


def text_of(digest: Digest) -> str:
    return "\n".join(item.finding.text for item in digest.items)


def test_devons_nine_months_as_they_came(muster: Muster) -> None:
    told = month_by_month(muster)
    assert rules(told[0]) == set()
    assert "Down 5 percentage points from 52% (113.6 of 218, July 2023)" in text_of(told[1])
    assert "budgeted FTE went from 218 (December 2023) to 225 (January 2024)" in text_of(told[6])
    assert "Up 10 percentage points from 45% (22.5 of 50, February 2024)" in text_of(told[8])
    assert Rule.SIGNAL in rules(told[8])


def test_no_month_claims_more_than_its_figures(muster: Muster) -> None:
    for digest in month_by_month(muster)[:8]:
        words = text_of(digest).lower()
        assert [
            word for word in ("trend", "improv", "worsen", "significant") if word in words
        ] == []


def test_a_week_later_nothing_is_new(muster: Muster) -> None:
    memory = month_by_month(muster)[-1].memory
    digest = digest_of(muster, "devon", date(2024, 4, 8), memory)
    assert (digest.items, digest.account.fresh) == ((), 0)
    assert digest.newest == date(2024, 3, 31)


def test_devons_published_parts_add_up(muster: Muster) -> None:
    for digest in month_by_month(muster):
        assert Rule.BROKEN not in rules(digest)


@pytest.mark.parametrize("council", ["blackpool", "cambridgeshire", "devon", "dudley"])
def test_every_series_of_every_council_is_accounted_for(muster: Muster, council: str) -> None:
    account = digest_of(muster, council, date(2024, 6, 24)).account
    assert account.looked_at == sum(account.standing.values())
    assert account.looked_at > 0


def test_a_council_that_published_changes_alone_has_nothing_to_watch(muster: Muster) -> None:
    digest = digest_of(muster, "torbay", date(2024, 6, 24))
    assert (digest.items, digest.newest) == ((), None)
    assert str(digest.account) == "No series is held."


def test_years_later_the_monthly_series_are_late_and_no_news(muster: Muster) -> None:
    digest = digest_of(muster, "devon", date(2026, 11, 23))
    assert rules(digest) == {Rule.LATE}


def test_what_a_question_means_can_be_followed(muster: Muster) -> None:
    asked = muster.ask("agency rate for social workers in Assessment", date(2024, 6, 30)).query
    assert isinstance(asked, Query)
    with muster.looking(date(2024, 6, 30)) as (_, facts):
        title, watched = watching(stored(asked), facts)
    assert title == "Agency rate, Social workers, Assessment, Devon"
    assert [one.key for one in watched.series] == [
        "agency_rate|devon/assessment|social_workers|dfe"
    ]


def test_an_alert_is_a_question_with_a_condition(muster: Muster) -> None:
    asked = muster.ask("is the agency rate for social workers in Devon over 45%", FIRST_MONDAYS[7])
    assert isinstance(asked.query, Query)
    told = []
    memory = Memory()
    for day in FIRST_MONDAYS:
        with muster.looking(day) as (_, facts):
            _, watched = watching(stored(asked.query), facts)
        digest = compose(watched, memory, day)
        told += [(day.isoformat(), item.finding.rule) for item in digest.items]
        memory = digest.memory
    assert told == [("2024-03-04", Rule.ALERT)]


def test_a_metric_that_is_no_longer_held_is_named(muster: Muster) -> None:
    asked = muster.ask("agency rate in Assessment", date(2024, 6, 30)).query
    assert isinstance(asked, Query)
    gone = Query(asked.intent, (("agency_rat",),), (("devon/gone",),))
    with muster.looking(date(2024, 6, 30)) as (_, facts):
        assert watching(stored(gone), facts)[1].lost == ("agency_rat", "devon/gone")


@pytest.mark.parametrize("watches", ["set:childrens_workforce:atlantis", '{"is": "Nothing"}', ""])
def test_a_follow_of_nothing_held_says_so(muster: Muster, watches: str) -> None:
    with muster.looking(date(2024, 6, 30)) as (_, facts):
        _, watched = watching(watches, facts)
    assert (watched.series, len(watched.lost)) == ((), 1)
