"""Which periods are meant."""

from collections.abc import Sequence

from bot.query.period import Event, Latest, Period, Previous, Since, This
from bot.question.frame.mentions import Mentions
from bot.question.lexicon.entry import Kind

_TWO = 2
_AND = frozenset({"and", "&", "+"})


def periods_of(mentions: Mentions) -> tuple[Period, ...]:
    """The periods said, without those that only describe others ("this year v last, 22/23")."""
    said = list(dict.fromkeys(period for period, _ in mentions.periods))
    if events := mentions.keys(Kind.EVENT):
        moment = Event(events[0])
        said.append(Since(moment) if mentions.has("since", "change") else moment)
    if len(said) == _TWO and _joined(mentions):
        return tuple(said)
    return tuple(_telling(said) if len(said) > 1 else said)


def _joined(mentions: Mentions) -> bool:
    """Whether two times stand side by side: "now and five years ago"."""
    times = sorted(at for _, at in mentions.periods)
    between = range(times[0] + 1, times[-1])
    return len(times) == _TWO == len(between) + 1 and mentions.words(*between) in _AND


def _telling(periods: Sequence[Period]) -> Sequence[Period]:
    """Of several periods those that name their time, where two do; else all but the latest."""
    named = [one for one in periods if not isinstance(one, This | Previous | Latest)]
    if len(named) > 1:
        return named
    return [one for one in periods if not isinstance(one, Latest)] or periods[:1]
