"""What moved from one figure to the next: rates, and what they are divided by."""

from collections import defaultdict
from collections.abc import Iterator

from bot.answer.values import Change, Figure
from bot.digest.rules.finding import Finding, Rule
from bot.digest.rules.words import moved, sentence, with_counts
from bot.digest.watched import Memory, Watched, Watching
from bot.reply.labels import when, where
from bot.reply.numbers import decimals, number

MOST = 3
"""The largest moves that are told."""

_MOVED = 40.0
_LARGEST = 9.9
_DENOMINATOR = 30.0
_ONE = 1.0


def movers(watching: Watching, memory: Memory) -> Iterator[Finding]:
    """The three new rates that moved furthest, in points.

    Each moved by more than one person's worth and more than what its printing rounds away. Rates
    whose counts are not held at both ends are left out: nobody could tell what moved.
    """
    fresh = [one for one in watching.series if memory.is_fresh(one)]
    changes = [(one, change) for one in fresh if (change := _change(one))]
    changes.sort(key=lambda pair: (-abs(pair[1].value), pair[0].key))
    for one, change in changes[:MOST]:
        worth = _worth(change)
        yield Finding(
            Rule.MOVED,
            f"moved|{one.key}",
            change.end.period.key,
            _MOVED + min(abs(change.value), _LARGEST),
            f"{sentence(one.last)} {moved(change)}.",
            f"one of the largest moves; one person is worth {number(worth, 1)} points here",
            (one.key,),
            one.asked,
        )


def _change(one: Watched) -> Change | None:
    """The last change of a rate, where it is more than one person or rounding could make."""
    if one.last.unit != "%" or one.before is None:
        return None
    if not (_has_counts(one.last) and _has_counts(one.before)):
        return None
    change = Change(one.before, one.last)
    return change if abs(change.value) > max(_worth(change), _rounding(change)) else None


def _has_counts(figure: Figure) -> bool:
    return figure.numerator is not None and bool(figure.denominator)


def _worth(change: Change) -> float:
    """How many points one person moves the rate by, where that is most."""
    return max(100 / (one.denominator or 1) for one in (change.start, change.end))


def _rounding(change: Change) -> float:
    """How many points may be rounding alone: half of the last digit at each end."""
    return max(10.0 ** -decimals(one) for one in (change.start, change.end))


def denominators(watching: Watching, memory: Memory) -> Iterator[Finding]:
    """What rates are divided by, where it moved by one or more: told once for all such rates."""
    grouped: dict[tuple[str, ...], list[Watched]] = defaultdict(list)
    for one in watching.series:
        if memory.is_fresh(one) and _denominator_moved(one):
            last, team = one.last, one.last.team
            place = team.key if team else last.organisation.key
            grouped[place, last.role_group.key, last.formula, last.period.key].append(one)
    for key, some in grouped.items():
        yield _denominator(key, some)


def _denominator_moved(one: Watched) -> bool:
    if one.last.unit != "%" or one.before is None:
        return False
    ends = (one.before.denominator, one.last.denominator)
    return None not in ends and abs((ends[1] or 0.0) - (ends[0] or 0.0)) >= _ONE


def _denominator(key: tuple[str, ...], some: list[Watched]) -> Finding:
    last, before = some[0].last, some[0].before or some[0].last
    what = last.formula_words.partition("÷")[2].strip() or "the denominator"
    rates = " and ".join(one.last.metric.name.lower() for one in some)
    text = (
        f"{where(last)}, {last.counted}: {what} went from {number(before.denominator or 0)} "
        f"({when(before)}) to {number(last.denominator or 0)} ({when(last)}). It divides "
        f"{rates}: {'; '.join(_ends(one) for one in some)}."
    )
    why = "a rate also moves when what it is divided by does"
    series = tuple(one.key for one in some)
    about = f"denominator|{'|'.join(key[:3])}"
    return Finding(Rule.DENOMINATOR, about, key[3], _DENOMINATOR, text, why, series, some[0].asked)


def _ends(one: Watched) -> str:
    before = with_counts(one.before) if one.before else ""
    return f"{before} to {with_counts(one.last)}"
