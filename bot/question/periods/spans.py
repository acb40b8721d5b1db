"""The last two tables: from one moment to another, since, until; and the words before a period."""

from datetime import timedelta
from typing import Final

from bot.query.period import (
    Day,
    Future,
    Latest,
    Month,
    Period,
    Previous,
    Quarter,
    Since,
    Span,
    This,
    Until,
    Year,
)
from bot.question.periods.edges import covered, day_of
from bot.question.periods.grammar import (
    CLOSED,
    NOT_A_PERIOD,
    Made,
    Moment,
    Rule,
    Table,
    always,
    itself,
)
from bot.question.periods.parts import completed

_ONE_DAY: Final = timedelta(days=1)


def _span(start: Moment, end: Moment) -> Made:
    if isinstance(start, Future) or isinstance(end, Future):
        return Future()
    return Span(completed(start, end), end)


def _days(first: int, last: Period) -> Made:
    """From a day of a month to another: "1 to 15 March 2024"."""
    if not isinstance(last, Day):
        return None
    return Span(Day(first, last.month, last.year), last)


def _side_by_side(first: Moment, second: Moment) -> Made:
    """The months of "Jan/Feb 2024" together."""
    match first, second:
        case (Month(), Month()) | (Quarter(), Quarter()):
            return _span(first, second)
        case _:
            return None


def _three_side_by_side(first: Moment, _: Moment, last: Moment) -> Made:
    return _side_by_side(first, last)


def _since(start: Moment) -> Made:
    return start if isinstance(start, Future) else Since(start)


def _since_both(first: Moment, second: Moment) -> Made:
    """Since a figure that covers two months: "since May/June 2023"."""
    both = _side_by_side(first, second)
    return Since(both) if isinstance(both, Span) else None


def _until(end: Moment) -> Made:
    return end if isinstance(end, Future) else Until(end)


def _by(end: Moment) -> Made:
    return end if isinstance(end, Latest) else _until(end)


def _before(point: Moment) -> Made:
    """Until the day before; a bare "July" may be this year's or the last, so it is not certain."""
    match point:
        case Previous(unit, back):
            return Until(Previous(unit, back + 1))
        case This(unit):
            return Until(Previous(unit))
        case Latest() | Future():
            return _until(point)
        case _:
            days = covered(point)
            return Until(day_of(days[0] - _ONE_DAY)) if days else NOT_A_PERIOD


def _after(point: Moment) -> Made:
    """From the day after; as `_before`."""
    match point:
        case Previous(unit, back):
            return Since(Previous(unit, back - 1) if back > 1 else This(unit))
        case This() | Latest() | Future():
            return Future()
        case _:
            days = covered(point)
            return Since(day_of(days[1] + _ONE_DAY)) if days else NOT_A_PERIOD


def _month(point: Moment) -> Made:
    return point if isinstance(point, Month) else None


def _compared(point: Moment) -> Made:
    """After words of comparison a number of four digits may be a count: "above 2000"."""
    return NOT_A_PERIOD if isinstance(point, Year) else None


def _over(point: Moment) -> Made:
    """During July, if "over July" is said; "over 2000" may be a comparison."""
    return _compared(point) or point


SPANS: Final = Table(
    Rule(
        "from July 23 to March 24",
        "from|since? <point> up? to|until|through|dash <point>|<present>",
        _span,
    ),
    Rule("between March and July", "between <point> and|to|dash|until <point>", _span),
    Rule("Jan/Feb 2024", "<point> slash <point>", _side_by_side),
    Rule("Jan / Feb / Mar 2024", "<point> slash <point> slash <point>", _three_side_by_side),
    Rule("from 1 to 15 March", "from <day> to|until|dash <POINT>", _days),
    Rule("between 1 and 15 March", "between <day> and|to|dash <POINT>", _days),
    Rule("1 - 15 March", "<day> dash <POINT>", _days),
    Rule("1st to 15th March", "<31st> to|until <POINT>", _days),
    Rule("since July", "from|since <point>", _since),
    Rule("since May/June 2023", "from|since <point> slash <point>", _since_both),
    Rule("from July onwards", "from|since <point> and? on|onwards", _since),
    Rule("July onwards", "<point> and? onwards", _since),
    Rule("Sep 2023 to date", "from|since? <point> to date", _since),
    Rule("since the last 6 months", "from|since the? <PAST>", itself),
    Rule("until December", "up? until <point>", _until),
    Rule("up to March 2024", "up to <point>", _until),
    Rule("by March 2024", "by <point>", _by),
    Rule("before 2023", "before dash? <point>", _before),
    Rule("after 2023", "after <point>", _after),
    Rule("post-2020", "post dash <POINT>", _compared),
)

LEADS: Final = Table(
    Rule("in July", "<prep> <point>", itself),
    Rule("the latest", "the <POINT>", itself),
    Rule("over July", "over <point>", _over),
    Rule("above 2000", "beyond <POINT>", _compared),
    Rule("more than 2000", "more than <POINT>", _compared),
    Rule("in the month of July", "<prep>? the? month of? <point>", _month),
    Rule("for the period July 2023", "<prep>? the? period of? <point>", itself),
    Rule("over the past year", "<prep>|over? the? <PAST>|<WHOLE>", itself),
    Rule("for the period July to March", "<prep>|over? the? period of? <PAST>|<WHOLE>", itself),
    Rule("to date", "to date", always(Latest())),
    Rule("up to date", "up to date", CLOSED),
)
