"""A digest in words: the text alone says everything."""

from collections.abc import Iterator, Sequence

from bot.answer.dates import say_day
from bot.digest.compose import Digest
from bot.digest.slots import Slot
from bot.reply.lines import Lines

_LATE = "This digest comes late."
_DAYS_SAID = 5
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def text(
    digest: Digest, title: str, slot: Slot, missed: Sequence[Slot] = (), *, late: bool = False
) -> str:
    """The whole digest as plain text; `missed` are the slots before it that were not sent."""
    return lines(digest, title, slot, missed, late=late).text


def lines(
    digest: Digest, title: str, slot: Slot, missed: Sequence[Slot] = (), *, late: bool = False
) -> Lines:
    """The whole digest: its heading, then each item, and in small print all the rest."""
    rest = [*_rest(digest), *([_LATE] if late else [])]
    rest += [_not_sent(missed)] if missed else []
    return Lines((f"{title} · {say_slot(slot)}", *_numbered(digest)), small=tuple(rest))


def say_slot(slot: Slot) -> str:
    """The day of a slot: "Monday 23 November 2026"."""
    day = slot.day
    return f"{_DAYS[day.weekday()]} {say_day(day)}"


def _not_sent(missed: Sequence[Slot]) -> str:
    """The slots that went by, the newest of them by their days."""
    days = ", ".join(say_slot(one) for one in missed[-_DAYS_SAID:])
    more = len(missed) - _DAYS_SAID
    return f"Not sent: {f'{more} before, then ' if more > 0 else ''}{days}."


def _numbered(digest: Digest) -> Iterator[str]:
    for number, item in enumerate(digest.items, start=1):
        yield f"{number}. {item.finding.text}"
    if not digest.items:
        yield _nothing(digest)


def _nothing(digest: Digest) -> str:
    """That nothing is new, and since when."""
    if digest.newest is None:
        return "No figure is held of what you follow."
    if not digest.account.fresh:
        return f"No new figures since {say_day(digest.newest)}."
    figures = "figure" if digest.account.fresh == 1 else "figures"
    return f"{digest.account.fresh} new {figures}, none of which met a rule for being told."


def _rest(digest: Digest) -> Iterator[str]:
    if digest.more:
        yield f"{digest.more} more found no room."
    yield str(digest.account)
    if digest.lost:
        lost = ", ".join(one.replace("_", " ") for one in digest.lost)
        yield f"No longer held, so not looked at: {lost}."
