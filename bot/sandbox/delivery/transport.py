"""The way to the app, whichever it is."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bot.sandbox.wire import Json


class Sort(StrEnum):
    """What is delivered, in Socket Mode's words."""

    EVENT = "events_api"
    COMMAND = "slash_commands"
    INTERACTION = "interactive"


@dataclass(frozen=True)
class Delivery:
    """One thing to tell the app; `retry` counts the times it was told before."""

    sort: Sort
    payload: Json
    retry: int = 0
    retry_reason: str = ""


@dataclass(frozen=True)
class Answer:
    """What the app said; status 0 is no answer at all, and `fault` why."""

    status: int
    text: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    fault: str = ""

    @property
    def is_heard(self) -> bool:
        """Whether Slack takes it for an acknowledgement."""
        return self.status in range(200, 300)


class Transport(Protocol):
    """Carries deliveries to the app."""

    async def send(self, delivery: Delivery) -> Answer:
        """Deliver once, and give the answer; what goes wrong is an answer too."""
