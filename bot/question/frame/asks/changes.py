"""Changes over time."""

from dataclasses import replace

from bot.query.period import Future, Latest, Past, Period, Point, Since, Span, Undated
from bot.query.query import Intent, Query
from bot.query.query import Kind as FigureKind
from bot.question.frame.asks.frame import Frame
from bot.question.frame.mentions import Mentions
from bot.question.frame.slots.metrics import ClashError
from bot.question.lexicon import Lexicon

_TWO_ENDS = 2
_COMPARATIVE = ("better_than", "worse_than", "above", "below", "change")


def change(frame: Frame, _lexicon: Lexicon) -> Query | None:
    """A change that is asked for, or that two times or a stretch imply."""
    if _asks_which_months(frame):
        raise ClashError("which months")  # "months it went up": no step is held as a figure
    if frame.mentions.has("published_change"):
        return replace(frame.base, kind=FigureKind.CHANGE)
    if since := _compared_with_then(frame):
        return replace(frame.base, intent=Intent.CHANGE, periods=(since,))
    if (_spans_time(frame) and not frame.aggregate) or frame.mentions.has(
        "change", "up", "down", "moves"
    ):
        return replace(frame.base, intent=Intent.CHANGE)
    return None


def _asks_which_months(frame: Frame) -> bool:
    months = any(
        frame.mentions.words(at) == "months" for at in frame.mentions.cues.get("month_word", ())
    )
    moved = frame.mentions.has("change", "up", "down")
    return months and moved and not frame.slots.periods and not frame.numbers.conditions


def _compared_with_then(frame: Frame) -> Period | None:
    """The stretch from a time that now is compared with: "any better than in July"."""
    compared = frame.mentions.has(*_COMPARATIVE) and _says_than(frame.mentions)
    if (
        not (compared or _held_against_then(frame))
        or frame.numbers.conditions
        or len(frame.slots.periods) != 1
    ):
        return None
    period = frame.slots.periods[0]
    vague = isinstance(period, Latest | Undated | Future)
    return Since(period) if isinstance(period, Point) and not vague else None


def _held_against_then(frame: Frame) -> bool:
    """Whether a time is all that is compared with: "compared with July"."""
    slots = frame.slots
    alone = max(len(slots.metrics), len(slots.places), len(slots.role_groups)) == 1
    times = {at for _, at in frame.mentions.periods}
    compared = {at for cue in ("compare", "relation") for at in frame.mentions.cues.get(cue, ())}
    return alone and any(at + 1 in times for at in compared)


def _says_than(mentions: Mentions) -> bool:
    return any(mentions.words(at).endswith("than") for at in range(len(mentions.spans)))


def _spans_time(frame: Frame) -> bool:
    """Whether the periods are two ends, or a stretch to now, or one between which is compared."""
    periods = frame.slots.periods
    if any(isinstance(period, Since | Past) for period in periods):
        return True
    ends = len(periods) == _TWO_ENDS or any(isinstance(one, Span) for one in periods)
    # "Now and five years ago": both ends of one series, whoever publishes it.
    to_now = len(periods) == _TWO_ENDS and any(isinstance(one, Latest) for one in periods)
    return ends and (frame.related or to_now) and not frame.numbers.conditions
