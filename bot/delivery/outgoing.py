"""What is to be said in Slack, as values that can be written down."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from enum import StrEnum
from hashlib import sha256
from typing import Any, TypeAlias

from db.session import Connection

Message: TypeAlias = dict[str, Any]
"""The fields of a post that Slack shows, the best of several forms."""

Write: TypeAlias = Callable[[Connection], object]
"""Something to be written down in the transaction that ends a delivery."""


class Way(StrEnum):
    """How a post reaches the person."""

    CHANNEL = "chat.postMessage"
    PRIVATE = "response_url"
    SHARED = "response_url, for all"
    REPLACE = "response_url, in place of what was pressed"
    EPHEMERAL = "chat.postEphemeral"
    HOME = "views.publish"
    PICTURE = "files.completeUploadExternal"
    PROMPTS = "assistant.threads.setSuggestedPrompts"
    OPEN = "views.open"
    CHANGE = "views.update"
    FILE = "files.completeUploadExternal, to one person"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a post; `uses` names what it holds that some workspaces refuse."""

    blocks: list[dict[str, Any]]
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One post: where to, its text, and its forms, the best first.

    `picture` is the `chart` to be drawn where it goes as one, with what it shows as `alt`; text and
    forms are then what is said where no picture can be. `thread` is what a thread opened on this
    post goes on from. `part` tells posts of one delivery apart; one with a `key` is written once,
    whichever delivery it follows from. `unasked` is what nobody asked for just now: who reads a
    channel may have changed since. `handle` is what a modal is opened with, or the modal that
    is changed.
    """

    way: Way
    channel: str
    person: str
    text: str = ""
    forms: list[Form] = field(default_factory=list)
    thread_ts: str = ""
    response_url: str = ""
    thread: str = ""
    part: str = "reply"
    picture: Message = field(default_factory=dict)
    unasked: bool = False
    key: str = ""
    handle: str = ""

    def written(self) -> str:
        """It as JSON."""
        # dataclasses.asdict would copy every block, at a tenth of what the whole answer costs.
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        told["forms"] = [{"blocks": form.blocks, "uses": form.uses} for form in self.forms]
        return json.dumps(told, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """All that follows from one delivery: what is said, and what is written down."""

    posts: tuple[Outgoing, ...] = ()
    writes: tuple[Write, ...] = ()


def read_outgoing(text: str) -> Outgoing:
    """What was written down."""
    told = json.loads(text)
    forms = [Form(form["blocks"], tuple(form["uses"])) for form in told["forms"]]
    return Outgoing(**{**told, "way": Way(told["way"]), "forms": forms})


def digest(key: str) -> str:
    """A key that everybody in the workspace may read: it says nothing of what was asked."""
    return sha256(key.encode()).hexdigest()[:32]
