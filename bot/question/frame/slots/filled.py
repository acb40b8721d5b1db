"""The four slots of a query together."""

from dataclasses import dataclass, field

from bot.query.period import Period
from bot.query.query import Choice, Slot


@dataclass(frozen=True, slots=True)
class Filled:
    """The slots of a question; `inherited` names those the thread filled."""

    metrics: tuple[Choice, ...]
    places: tuple[Choice, ...]
    role_groups: tuple[Choice, ...]
    periods: tuple[Period, ...]
    inherited: frozenset[Slot] = field(default=frozenset())
