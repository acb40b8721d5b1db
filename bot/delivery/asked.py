"""What somebody did in Slack, as a value that can be written down."""

import json
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from hashlib import sha256
from typing import Final, NamedTuple


class Thread(NamedTuple):
    """Questions that build on each other.

    `ts` is the thread's; for questions outside a thread it is the person who asks them.
    """

    team: str
    channel: str
    ts: str


class Did(StrEnum):
    """What was done."""

    ASKED = "asked"
    PRESSED = "pressed"
    RESCHEDULED = "rescheduled a digest"
    OPENED_HOME = "opened home"
    OPENED_MESSAGES = "opened messages"
    COMMANDED = "commanded"
    PRESSED_ADMIN = "pressed, as an admin"
    SUBMITTED = "submitted"
    SHARED_FILE = "shared a file"


ADMIN: Final = frozenset(
    {Did.COMMANDED, Did.PRESSED_ADMIN, Did.SUBMITTED, Did.SHARED_FILE},
)
"""What only admins may do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing somebody did, as it arrived.

    `keys` name what was delivered, of the event, the message and what the person's own Slack sent,
    "" where there is none: a delivery that shares one with an earlier delivery is the same. `ts`
    is the message itself, `thread_ts` the thread it was asked in and `response_url` the private
    way back; "" where there is none. `action` is the button pressed, `value` what it says,
    and `private_url` a private way back from a message that everyone sees. `trigger` lets a modal
    be opened for three seconds, and `view` is the modal in which something was done. `is_outside`
    says that another organisation's person did it, `is_shared` that another organisation reads
    along, and `is_alone` that therefore nobody but the person is to see the reply.
    """

    team: str
    channel: str
    person: str
    text: str
    keys: tuple[str, str, str]
    ts: str = ""
    thread_ts: str = ""
    response_url: str = ""
    did: Did = Did.ASKED
    action: str = ""
    value: str = ""
    private_url: str = ""
    is_command: bool = False
    trigger: str = ""
    view: str = ""
    is_outside: bool = False
    is_shared: bool = False
    is_alone: bool = False

    @property
    def thread(self) -> Thread:
        """The questions it may follow up: its thread's, else those of this person in this place."""
        return Thread(self.team, self.channel, self.thread_ts or self.person)

    @property
    def is_direct(self) -> bool:
        """Whether it was written to Muster alone; Slack's ids of such conversations begin so."""
        return self.did is Did.ASKED and self.channel.startswith("D") and bool(self.ts)

    @property
    def is_private(self) -> bool:
        """Whether the person alone sees the reply."""
        return self.is_alone or bool(self.response_url)

    def privately(self) -> "Asked":
        """The same, to be answered to whoever did it and nobody else."""
        return replace(self, response_url=self.response_url or self.private_url, is_alone=True)

    @property
    def id(self) -> str:
        """The id of its answer: ten letters and digits that say nothing of what was asked."""
        return sha256(self.keys[0].encode()).hexdigest()[:10]

    def written(self) -> str:
        """It as JSON."""
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        return json.dumps(told, ensure_ascii=False)


def read_asked(text: str) -> Asked:
    """What was written down."""
    told = json.loads(text)
    return Asked(**{**told, "keys": tuple(told["keys"]), "did": Did(told["did"])})
