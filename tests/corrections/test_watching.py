"""When corrections are looked for."""

import asyncio

import pytest

from tests.corrections.conftest import People
from tests.corrections.test_telling import OURS, load


def test_a_load_is_seen_at_the_next_look_and_once(people: People) -> None:
    load(people, "27")
    people.ask(OURS)
    watching = people.watching()
    assert watching.look() == 0
    load(people, "26.5")
    assert watching.look() == 1
    assert watching.look() == 0


def test_an_answer_that_was_under_way_while_something_was_loaded_is_corrected_too(
    people: People,
) -> None:
    load(people, "27")
    late = people.muster.ask(OURS, people.now.date()).result
    load(people, "26.5")
    watching = people.watching()
    assert watching.look() == 0
    people.keep(late)
    people.later(seconds=59)
    assert watching.look() == 0
    people.later(seconds=1)
    assert watching.look() == 1


def test_what_was_loaded_while_nobody_looked_is_told_after_a_restart(people: People) -> None:
    load(people, "27")
    people.ask(OURS)
    load(people, "26.5")
    assert people.watching().look() == 1  # and here the process dies
    watching = people.watching()
    people.ask(OURS, thread="18.1")
    load(people, "26")
    assert watching.look() == 2
    people.later(seconds=60)
    assert watching.look() == 0


def test_after_a_restart_without_a_load_nothing_is_looked_at_again(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    watching = people.watching()
    assert watching.look() == 0
    people.later(seconds=60)
    assert watching.look() == 0
    again = people.watching()
    monkeypatch.setattr("bot.corrections.telling.Telling.tell", _fail)
    assert again.look() == 0
    load(people, "27")
    with pytest.raises(OSError, match="looked"):
        again.look()


async def test_a_look_that_fails_is_logged_and_the_next_one_comes(
    people: People, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looks: list[int] = []
    enough = asyncio.Event()
    loop = asyncio.get_running_loop()

    def look() -> None:
        looks.append(1)
        if len(looks) == 2:
            loop.call_soon_threadsafe(enough.set)
        raise OSError

    watching = people.watching()
    monkeypatch.setattr(watching, "look", look)
    monkeypatch.setattr("bot.corrections.watching.EVERY", 0)
    task = asyncio.create_task(watching.keep_looking())
    await enough.wait()
    task.cancel()
    assert "No corrections were looked for: OSError" in caplog.text


def _fail(_telling: object) -> int:
    raise OSError("looked")
