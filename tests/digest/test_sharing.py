"""Follows that watch the same and know the same share one digest."""

from datetime import date

from bot.digest.compose import compose
from bot.digest.sharing import Sharing
from bot.digest.watched import Memory
from tests.digest.made import TODAY, rates, seen, watched, watching

ONE = watched(rates(10, 11, 10, 11, 10, 15))
WATCHING = watching(ONE)


def test_those_who_know_the_same_are_told_the_same() -> None:
    sharing = Sharing()
    first = sharing.compose(WATCHING, seen(ONE), TODAY)
    assert sharing.compose(WATCHING, seen(ONE), TODAY) is first
    assert first == compose(WATCHING, seen(ONE), TODAY)


def test_those_who_know_more_or_read_it_another_day_are_told_their_own() -> None:
    sharing = Sharing()
    new = sharing.compose(WATCHING, Memory(), TODAY)
    assert new.items
    assert not sharing.compose(WATCHING, seen(ONE), TODAY).items
    assert sharing.compose(WATCHING, Memory(), date(2026, 11, 23)) != new


def test_another_thing_watched_is_another_digest() -> None:
    sharing = Sharing()
    other = watching(watched(rates(10, 11), key="other"))
    assert sharing.compose(WATCHING, Memory(), TODAY) != sharing.compose(other, Memory(), TODAY)
