"""Which readings are periods in the end: "may" and "march" need company, and a year may be shared.

"May" is a month after a word of time (`spans` has read those), beside a year or a day, in a list
of periods, and at the end of a question; else it is the verb.
"""

import re
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from bot.query.period import YEARS, Day, Month, Period, Previous, Quarter, This, Within
from bot.question.periods.grammar import Text
from bot.question.periods.parts import completed
from bot.question.periods.vocabulary import LETTERS, letter


@dataclass(frozen=True, slots=True)
class PeriodSpan:
    """A period and the tokens that it covers: tokens[start:end]."""

    start: int
    end: int
    period: Period


class Place(NamedTuple):
    """Where a lone month is one: an example, what stands before it and what after it."""

    example: str
    before: re.Pattern[str]
    after: re.Pattern[str]


def _any(*names: str, but: bool = False) -> str:
    """Any of these classes (or any other class), in a regular expression over letters."""
    return f"[{'^' if but else ''}{re.escape(''.join(LETTERS[name] for name in names))}]"


def _place(example: str, before: str = "", after: str = "") -> Place:
    return Place(example, re.compile(f"(?:{before})$"), re.compile(after))


_READ: Final = _any("POINT", "PAST", "WHOLE")
_JOINT: Final = _any("and", "or", "versus", "comma", "slash")
_PLACES: Final = (
    _place(
        "agency rate devon may please",
        before=f"^|{_any('person', 'modal', 'the', 'a', but=True)}",
        after=f"{_any('polite', 'close')}*$",
    ),
    _place("compared with May", before=_any("to", "than", "versus", "with")),
    _place("April and May", before=f"{_READ}{_JOINT}+"),
    _place("May and June", after=f"{_JOINT}+{_READ}"),
    _place("May figures", after=_any("figures")),
    _place("FTE, May, by team", before=_any("comma"), after=_any("comma")),
)
# "March" is a verb as well, but no question to us begins with that verb.
_MARCHES: Final = _place(
    "March vacancies", before="^", after=_any("on", "with", "to", "past", "through", but=True)
)
_VERB: Final = re.compile(_any("person"))
_GUARDED: Final = frozenset(map(letter, ("march", "may")))
_PERIODS: Final = frozenset(map(letter, ("POINT", "PAST", "WHOLE")))
_JOINTS: Final = frozenset(map(letter, ("and", "or", "versus", "comma", "slash")))


def accepted(text: Text) -> list[PeriodSpan]:
    """The periods of a text that all tables have read, from left to right."""
    letters = _with_lone_months(text.letters)
    places = [at for at, found in enumerate(letters) if found in _PERIODS and _whole(text, at)]
    periods = [text.values[at] for at in places]
    for left in reversed(range(len(places) - 1)):
        joint = letters[places[left] + 1 : places[left + 1]]
        if _JOINTS.issuperset(joint):
            compared = letter("versus") in joint
            pair = _listed(periods[left], periods[left + 1], compared=compared)
            periods[left : left + 2] = pair
    return [
        PeriodSpan(text.starts[at], text.ends[at], period)
        for at, period in zip(places, periods, strict=True)
    ]


def _whole(text: Text, at: int) -> bool:
    """Whether a reading covers its tokens whole, and not one end of "mar24-foo23"."""
    starts, ends = text.starts, text.ends
    after_last = at == 0 or ends[at - 1] <= starts[at]
    return after_last and (at + 1 == len(starts) or ends[at] <= starts[at + 1])


def _listed(left: Period, right: Period, *, compared: bool) -> tuple[Period, Period]:
    """Two neighbours of a list, each with what was said of the other only."""
    match left, right:
        case ((Day(year=None) | Month(year=None) | Quarter(year=None)), Within()):
            return replace(right, part=left), right  # "July and August last year"
        case (Within(), This(unit) | Previous(unit)) if compared and unit in YEARS:
            return left, replace(left, year=right)  # "Q3 last year v this year"
        case ((Day() | Month() | Quarter()), _):
            return completed(left, right, compared=compared), right
        case _:
            return left, right


def _with_lone_months(letters: str) -> str:
    """The letters with POINT for each "may" and "march" that is a month, last one first.

    So a list is known from its end: in "March, May and June" June makes May one, May March.
    """
    if _GUARDED.isdisjoint(letters):
        return letters
    for at in reversed(range(len(letters))):
        if letters[at] in _GUARDED and _is_month(letters, at):
            letters = letters[:at] + letter("POINT") + letters[at + 1 :]
    return letters


def _is_month(letters: str, at: int) -> bool:
    before, after = letters[:at], letters[at + 1 :]
    if _VERB.match(after):
        return False
    places = _PLACES if letters[at] == letter("may") else (*_PLACES, _MARCHES)
    return any(place.before.search(before) and place.after.match(after) for place in places)
