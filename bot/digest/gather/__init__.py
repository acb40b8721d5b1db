"""What follows watch, read from the store as it stood on a day; the only part that reads."""

from bot.answer.held.facts import Facts
from bot.digest.gather.gathering import Gathering, council_of
from bot.digest.watched import Watching

__all__ = ["Gathering", "council_of", "watching"]


def watching(watches: str, facts: Facts) -> tuple[str, Watching]:
    """What one follow is called and watches; of several ask one `Gathering`."""
    return Gathering(facts).watching(watches)
