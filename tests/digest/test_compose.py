from datetime import UTC, date, datetime

from bot.digest.compose import MOST, compose
from bot.digest.prepare import not_told, prepare
from bot.digest.rules import Rule
from bot.digest.slots import Due, Slot
from bot.digest.watched import Memory, Watched, Watching
from db.digest import Delivered, Outcome
from tests.digest.made import TODAY, figure, rates, seen, watched, watching

NEW = Memory()
SLOT = Slot("2024-04-08", datetime(2024, 4, 8, 8, tzinfo=UTC))
RECORD = rates(10, 11, 10, 11, 10, 15)


def records(count: int) -> list[Watched]:
    return [watched(RECORD, key=f"series {at}") for at in range(count)]


def said(seen_now: Watching, memory: Memory = NEW, due: Due | None = None) -> str:
    prepared = prepare("Agency", seen_now, memory, due or Due(SLOT))
    assert prepared
    return prepared.text


def test_at_most_seven_are_told_and_the_rest_counted() -> None:
    digest = compose(watching(*records(MOST + 2)), NEW, TODAY)
    assert (len(digest.items), digest.more) == (7, 2)
    assert "2 more found no room." in said(watching(*records(MOST + 2)))


def test_a_series_is_told_once_with_all_its_reasons() -> None:
    (item,) = compose(watching(watched(RECORD)), NEW, TODAY).items
    assert item.finding.rule is Rule.RECORD
    assert "also one of the largest moves" in item.why


def test_a_rate_and_its_numerator_are_one_topic() -> None:
    count = tuple(figure(one.numerator or 0, unit="FTE", period=one.period) for one in RECORD)
    both = [watched(count, key="fte", topic="agency"), watched(RECORD, topic="agency")]
    (item,) = compose(watching(*both), NEW, TODAY).items
    assert item.finding.series == ("agency_rate|devon/assessment",)


def test_every_series_is_accounted_for_once() -> None:
    series = [
        watched(RECORD, key="few figures"),
        watched((), key="empty"),
        watched(rates(4, 3), key="few people"),
        watched(rates(*(20.0 + at % 2 for at in range(13))), key="usual"),
        watched(rates(*(20.0 + at % 2 for at in range(13)), 32), key="signal"),
    ]
    told = str(compose(watching(*series), NEW, TODAY).account)
    assert told == (
        "5 series looked at: 1 in their usual range, 1 with a signal, "
        "1 with too few figures to tell, 1 not looked into (few people), 1 without a figure."
    )


def test_a_late_series_is_accounted_for_as_late() -> None:
    account = compose(watching(watched(RECORD)), NEW, date(2026, 11, 23)).account
    assert str(account) == "1 series looked at: 1 late."


def test_a_week_without_anything_new_has_one_line_that_says_since_when() -> None:
    one = watched(RECORD)
    lines = said(watching(one), seen(one)).splitlines()
    assert lines == [
        "Agency · Monday 8 April 2024",
        "No new figures since 31 March 2024.",
        "1 series looked at: 1 with too few figures to tell.",
    ]


def test_new_figures_that_met_no_rule_are_counted() -> None:
    assert "1 new figure, none of which" in said(watching(watched(rates(10, 10))))


def test_what_is_no_longer_held_is_named() -> None:
    assert "No longer held, so not looked at: agency rat." in said(
        Watching((), lost=("agency_rat",))
    )


def test_a_late_digest_and_the_slots_before_it_that_were_missed_are_told() -> None:
    missed = Slot("2024-04-01", datetime(2024, 4, 1, 8, tzinfo=UTC))
    told = said(watching(), due=Due(SLOT, late=True, missed=(missed,)))
    assert "This digest comes late." in told
    assert "Not sent: Monday 1 April 2024." in told


def test_missed_slots_are_told_until_one_was_sent() -> None:
    rows = [
        Delivered(1, f"2024-04-0{day}", 0.0, outcome, "")
        for day, outcome in ((5, "missed"), (4, "missed"), (3, "sent"), (2, "missed"))
    ]
    assert [one.key for one in not_told(rows)] == ["2024-04-04", "2024-04-05"]


def test_a_quiet_follow_is_silent_only_where_nothing_is_new() -> None:
    one = watched(RECORD)
    silent = prepare("Agency", watching(one), seen(one), Due(SLOT), quiet=True)
    told = prepare("Agency", watching(one), NEW, Due(SLOT), quiet=True)
    assert silent
    assert silent.outcome is Outcome.SILENT
    assert told
    assert told.outcome is Outcome.SENT


def test_nothing_is_prepared_where_nothing_is_due() -> None:
    assert prepare("Agency", watching(), NEW, Due()) is None


def test_what_found_no_room_is_not_taken_for_told() -> None:
    digest = compose(watching(*records(MOST + 2)), NEW, TODAY)
    told = {about.partition("|")[2] for about in digest.memory.told}
    assert told == {item.finding.series[0] for item in digest.items}
    assert set(digest.memory.seen) == {f"series {at}" for at in range(MOST + 2)}


def test_the_day_of_the_newest_figure_is_kept() -> None:
    assert compose(watching(watched(RECORD)), NEW, TODAY).newest == date(2024, 3, 31)
