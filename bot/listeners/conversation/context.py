"""What every part of a conversation needs, and what it reads of what was said before."""

from dataclasses import dataclass, field
from datetime import date

from bot.delivery import Clock
from bot.delivery.asked import Asked
from bot.delivery.sending.people import People, Standing
from bot.listeners.conversation.readings.leads import Leads
from bot.pipeline import Muster
from db import delivery
from db.scope import Scope
from db.session import Connection, Engine

OUTSIDE_THREADS = 600
"""Seconds that "it" still means the last question where no thread says so."""


@dataclass(frozen=True)
class Context:
    """The pipeline, an engine that reads what was said before, the clock, and who is who."""

    muster: Muster
    said: Engine
    clock: Clock
    people: People
    leads: Leads = field(default_factory=Leads)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.clock().date()

    @property
    def now(self) -> float:
        """This moment, in seconds since 1970."""
        return self.clock().timestamp()

    def is_admin(self, asked: Asked) -> bool:
        """Whether whoever asks is an admin of the workspace; it waits for Slack to say."""
        return self.people.is_admin(asked.team, asked.person)

    def is_member(self, asked: Asked) -> bool:
        """Whether whoever asks is one of the workspace's own."""
        return self.standing(asked) is Standing.MEMBER

    def standing(self, asked: Asked) -> Standing:
        """What whoever asks is to the workspace; Slack may have to be asked."""
        if asked.is_outside:
            return Standing.EXTERNAL
        return self.people.standing(asked.team, asked.person)

    def thread(self, asked: Asked) -> delivery.Said | None:
        """What was last answered where this was asked, unless it is forgotten."""
        with self.said.connect() as conn:
            return self.thread_in(conn, asked)

    def thread_in(self, conn: Connection, asked: Asked) -> delivery.Said | None:
        """The same, over a connection that is there already."""
        said = delivery.said_in(conn, scope_of(asked), asked.channel, asked.thread.ts)
        if said is None:
            return None
        is_past = self.now - said.answered_at > OUTSIDE_THREADS
        return None if is_past and not asked.thread_ts else said

    def receipt(self, asked: Asked, answer: str) -> delivery.Kept | None:
        """The answer with this id, where this workspace has one."""
        with self.said.connect() as conn:
            return delivery.kept(conn, scope_of(asked), answer)


def scope_of(asked: Asked) -> Scope:
    """Who asks, and in which workspace."""
    return Scope(asked.team, asked.person)
