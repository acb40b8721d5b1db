"""One call of a method, and what its arguments say."""

import json
from dataclasses import dataclass
from typing import Any

from bot.sandbox.slack import Slack
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.app import Installation
from bot.sandbox.workspace.channels import Channel
from bot.sandbox.workspace.workspace import Workspace


@dataclass(frozen=True)
class Call:
    """A call by the app, in the workspace its token is of.

    Arguments are as they came: a form has text alone, and JSON in the text of what is no text.
    """

    slack: Slack
    workspace: Workspace
    installation: Installation
    arguments: Json

    @property
    def bot(self) -> str:
        """The id of the bot user that calls."""
        return self.installation.bot.id

    def text(self, name: str) -> str:
        """An argument as text, "" where it was not given."""
        given = self.arguments.get(name)
        return "" if given is None else str(given)

    def needed(self, name: str, error: str = "invalid_arguments") -> str:
        """An argument that cannot be left out.

        Raises:
            RefusalError: it was.
        """
        if given := self.text(name):
            return given
        raise RefusalError(error)

    def flag(self, name: str) -> bool:
        """Whether something was asked for."""
        return self.text(name).lower() in {"true", "1"}

    def number(self, name: str, default: int) -> int:
        """An argument as a number.

        Raises:
            RefusalError: it is none.
        """
        given = self.text(name)
        if given and not given.isdecimal():
            raise RefusalError("invalid_arguments")
        return int(given) if given else default

    def parsed(self, name: str) -> Any:
        """An argument that is JSON, None where it was not given.

        Raises:
            RefusalError: it is not JSON.
        """
        given = self.arguments.get(name)
        try:
            return (json.loads(given) if given else None) if isinstance(given, str) else given
        except ValueError as error:
            raise RefusalError(f"invalid_{name}_format") from error

    def channel(self, name: str = "channel") -> Channel:
        """The conversation named; one that the bot cannot see does not exist for it.

        Raises:
            RefusalError: there is none.
        """
        found = self.workspace.channel(self.needed(name, "channel_not_found"))
        if found.kind != "channel" and self.bot not in found.members:
            raise RefusalError("channel_not_found")
        return found
