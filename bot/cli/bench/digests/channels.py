"""Channels that follow what is made up, and what they were told on Mondays before."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.cli.bench.digests.figures import OF_TEAMS, ROLE, TEAMS
from bot.cli.bench.digests.monday import Monday, Told
from bot.digest.sets import CHILDRENS_WORKFORCE
from bot.digest.slots import Cadence, Schedule
from bot.query.query import Intent, Query
from bot.query.stored import stored
from db.digest import Delivered, NewFollow, follow, remember, settle
from db.session import writing

_SCHEDULE = str(Schedule(Cadence.MONTHLY))
_BEFORE = timedelta(days=3)


def add_channels(monday: Monday, councils: int, channels: int, mondays: Sequence[datetime]) -> None:
    """Let equally many channels begin before each Monday, and before the one after them."""
    parts = len(mondays) + 1
    for part, now in enumerate([*mondays, mondays[-1] + (mondays[-1] - mondays[-2])]):
        with writing(monday.engine) as conn:
            for channel in range(part, channels, parts):
                new = NewFollow(f"C{channel}", watched_by(channel, councils), _SCHEDULE)
                follow(conn, monday.scope, new, (now - _BEFORE).timestamp())
        if part < len(mondays):
            _tell(monday, now)


def _tell(monday: Monday, now: datetime) -> None:
    """Remember what is told on a Monday, as if it had been posted."""
    told = list(monday.digests(now, Told()))
    with writing(monday.engine) as conn:
        for one, ready in told:
            memory, at = ready.digest.memory, ready.slot.at.timestamp()
            remember(conn, one.id, memory.told, memory.seen)
            row = Delivered(one.id, ready.slot.key, at, ready.outcome, "")
            settle(conn, monday.scope, row, at)


def watched_by(channel: int, councils: int) -> str:
    """What a channel follows: every second one a council's set, the others a team's series."""
    council, turn = f"made_{channel % councils}", channel // councils
    if turn % 2:
        return f"set:{CHILDRENS_WORKFORCE}:{council}"
    metric, team = OF_TEAMS[turn // 2 % len(OF_TEAMS)], turn // 2 // len(OF_TEAMS) % TEAMS
    return stored(Query(Intent.FIGURE, ((metric,),), ((f"{council}/team_{team}",),), ((ROLE,),)))
