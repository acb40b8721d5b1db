"""A person at their screen."""

from dataclasses import dataclass

from bot.sandbox.delivery.deliveries import Deliveries
from bot.sandbox.slack import Slack
from bot.sandbox.wire import Json
from bot.sandbox.workspace.people import Person
from bot.sandbox.workspace.workspace import Workspace


class NotInstalledError(Exception):
    """The app is not in this workspace."""


@dataclass(frozen=True)
class Seat:
    """A person in a workspace, and the way what they do is told to the app."""

    slack: Slack
    deliveries: Deliveries
    workspace: Workspace
    person: Person

    @property
    def bot(self) -> Person:
        """The app's bot in this workspace.

        Raises:
            NotInstalledError: there is none.
        """
        if self.workspace.bot is None:
            raise NotInstalledError
        return self.workspace.bot

    @property
    def who(self) -> Json:
        """The person as interactions name them."""
        return {
            "id": self.person.id,
            "username": self.person.name,
            "name": self.person.name,
            "team_id": self.person.team,
        }
