"""Who is in a workspace."""

from dataclasses import dataclass

from bot.sandbox.wire import Json


@dataclass(frozen=True, slots=True)
class Person:
    """A member, a guest, somebody of another organisation, or a bot.

    `team` is the workspace they belong to; `bot_id` is "" for human beings.
    """

    id: str
    name: str
    real_name: str
    team: str
    title: str = ""
    is_admin: bool = False
    is_guest: bool = False
    bot_id: str = ""

    @property
    def initials(self) -> str:
        """Two letters to know them by."""
        return "".join(word[0] for word in self.real_name.split()[:2]).upper()


def user_object(person: Person, team: str) -> Json:
    """The person as `users.info` gives them to an app of a workspace."""
    return {
        "id": person.id,
        "team_id": person.team,
        "name": person.name,
        "real_name": person.real_name,
        "deleted": False,
        "tz": "Europe/London",
        "is_admin": person.is_admin,
        "is_owner": False,
        "is_bot": bool(person.bot_id),
        "is_restricted": person.is_guest,
        "is_ultra_restricted": False,
        "is_stranger": person.team != team,
        "profile": {
            "real_name": person.real_name,
            "display_name": person.name,
            "title": person.title,
            "team": person.team,
        },
    }
