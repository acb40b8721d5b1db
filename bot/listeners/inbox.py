"""Questions are taken in once, however often Slack delivers them.

Slack delivers again when it hears nothing within three seconds: at once, after a minute and after
five, each time with the same event_id. Bolt runs the listener every time.
"""

from collections import OrderedDict
from typing import Protocol

from bot.listeners.asked import Asked


class Inbox(Protocol):
    """Where questions go before Slack hears that they have arrived."""

    async def take(self, asked: Asked) -> bool:
        """Take a question in; False where it was taken in before.

        An error here makes Slack deliver again, so it is raised only where nothing was taken in.
        """


class InboxInMemory:
    """The deliveries of this process; a restart forgets them, and what is not answered yet."""

    def __init__(self, most: int = 20_000) -> None:
        self._most = most
        self._taken: OrderedDict[str, None] = OrderedDict()

    async def take(self, asked: Asked) -> bool:
        """Take a question in unless one of its keys was seen."""
        is_new = self._taken.keys().isdisjoint(asked.keys)
        self._taken.update(dict.fromkeys(asked.keys))
        while len(self._taken) > self._most:
            self._taken.popitem(last=False)
        return is_new
