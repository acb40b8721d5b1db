"""Names that a workspace adds: aliases, teams, metrics, role groups, councils."""

from collections.abc import Mapping

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.errors import UnknownCouncilError
from bot.listeners.admin.context import AdminContext, said
from bot.loading.acts import names
from bot.loading.acts.meant import council_meant, meant, team_meant
from bot.reply.lines import Lines
from db.catalogue import Direction

_BETTER = {"up": Direction.INCREASE, "down": Direction.DECREASE}


def alias(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Let a phrase mean something."""
    loader = admin.loader(asked)
    means = meant(given["meaning"], loader.lexicon)
    names.add_alias(loader, given["phrase"], means, admin.now)
    return _done(asked, f"“{given['phrase']}” now means {_named(admin, means)}.")


def add_team(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Add a team to a council."""
    loader = admin.loader(asked)
    council = council_meant(given["council"], loader.lexicon)
    if not council:
        raise UnknownCouncilError
    under = _team(admin, given.get("under", ""))
    names.add_team(loader, council, given["name"], under, admin.now)
    return _done(asked, f"{given['name']} is a team of {_named(admin, f'place:{council}')} now.")


def move_team(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Hang a team elsewhere in its council; under nothing it is the council's own."""
    loader = admin.loader(asked)
    team = team_meant(given["team"], loader.lexicon)
    under = _team(admin, given.get("under", ""))
    names.move_team(loader, team, under, admin.now)
    upper = under or team.partition("/")[0]
    own, other = (_named(admin, f"place:{key}") for key in (team, upper))
    return _done(asked, f"{own} is part of {other} now.")


def rename_team(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Give a team another name; figures stay, and the old name is still understood."""
    loader = admin.loader(asked)
    team = team_meant(given["team"], loader.lexicon)
    before = loader.lexicon.directory.teams[team].name
    names.rename_team(loader, team, given["name"], admin.now)
    return _done(asked, f"{before} is called {given['name']} now; the old name is understood too.")


def add_metric(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Add a metric."""
    better = _BETTER.get(given.get("better", ""), Direction.NEUTRAL)
    names.add_metric(admin.loader(asked), given["name"], given["unit"], better, admin.now)
    return _done(asked, f"{given['name']}, in {given['unit']}, can be loaded and asked for now.")


def add_role(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Add a role group."""
    under = given.get("under_role") or None
    names.add_role_group(admin.loader(asked), given["name"], under, admin.now)
    return _done(asked, f"{given['name']} is a role group now.")


def add_council(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Add a council."""
    short = given.get("short") or given["name"]
    names.add_council(admin.loader(asked), given["name"], short, admin.now)
    return _done(asked, f"{short} is a council now.")


def _team(admin: AdminContext, name: str) -> str | None:
    return team_meant(name, admin.context.muster.knowledge().lexicon) if name else None


def _named(admin: AdminContext, means: str) -> str:
    """What people call a metric, a place or a role group, by "kind:key"."""
    kind, _, key = means.partition(":")
    known = admin.directory.names
    held = {"metric": known.metrics, "place": known.places, "role_group": known.role_groups}
    return held[kind].get(key, key)


def _done(asked: Asked, line: str) -> Reply:
    return said(asked, Lines((line,)))
