"""Which periods are meant."""

from collections.abc import Sequence

from bot.query.period import Event, Latest, Period, Previous, Since, This
from bot.question.frame.mentions import Mentions
from bot.question.lexicon.entry import Kind


def periods_of(mentions: Mentions) -> tuple[Period, ...]:
    """The periods said, without those that only describe others ("this year v last, 22/23")."""
    said = list(dict.fromkeys(period for period, _ in mentions.periods))
    if events := mentions.keys(Kind.EVENT):
        moment = Event(events[0])
        said.append(Since(moment) if mentions.has("since", "change") else moment)
    return tuple(_telling(said) if len(said) > 1 else said)


def _telling(periods: Sequence[Period]) -> Sequence[Period]:
    """Of several periods those that name their time, where two do; else all but the latest."""
    named = [one for one in periods if not isinstance(one, This | Previous | Latest)]
    if len(named) > 1:
        return named
    return [one for one in periods if not isinstance(one, Latest)] or periods[:1]
