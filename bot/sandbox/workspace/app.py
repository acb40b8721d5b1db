"""The app that is being tried, as its manifest describes it."""

from dataclasses import dataclass

from bot.sandbox.wire import Json
from bot.sandbox.workspace.people import Person


@dataclass(frozen=True)
class App:
    """One app and its secrets."""

    manifest: Json
    id: str
    client_id: str
    client_secret: str
    signing_secret: str
    app_token: str

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.manifest["display_information"]["name"])

    @property
    def scopes(self) -> frozenset[str]:
        """What its bot token may do."""
        return frozenset(self.manifest["oauth_config"]["scopes"]["bot"])

    @property
    def events(self) -> frozenset[str]:
        """The events it subscribes to."""
        subscriptions = self.manifest["settings"].get("event_subscriptions", {})
        return frozenset(subscriptions.get("bot_events", ()))

    @property
    def commands(self) -> list[Json]:
        """Its slash commands."""
        return list(self.manifest["features"].get("slash_commands", ()))

    @property
    def shortcuts(self) -> list[Json]:
        """Its shortcuts, of messages and global ones."""
        return list(self.manifest["features"].get("shortcuts", ()))

    @property
    def has_home(self) -> bool:
        """Whether it shows a Home tab."""
        return bool(self.manifest["features"].get("app_home", {}).get("home_tab_enabled"))

    @property
    def is_interactive(self) -> bool:
        """Whether it wants to hear of buttons and modals."""
        return bool(self.manifest["settings"].get("interactivity", {}).get("is_enabled"))


@dataclass
class Installation:
    """The app in one workspace: its bot, and the token the bot speaks with."""

    bot: Person
    token: str
    scopes: frozenset[str]
    is_revoked: bool = False
