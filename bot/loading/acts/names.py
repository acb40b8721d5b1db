"""Names that a workspace adds: aliases, teams, metrics, role groups, councils."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final

from bot.loading.loads import Loader
from bot.query.directory import Directory
from db import writes
from db.catalogue import Direction, Nature, Team
from db.loads import Act, audit, forget_alias
from db.vocabulary import OrganisationKind

_NOT_KEY: Final = re.compile(r"[^a-z0-9]+")
_CONTROLS: Final = re.compile(r"[<>|\x00-\x1f]|^[=+\-@\t\r]")
_LONGEST: Final = 80


class BadNameError(ValueError):
    """A name that nobody may be called; the message says why."""


def add_alias(loader: Loader, text: str, means: str, now: datetime) -> None:
    """Let a phrase mean something, as `kind:key` joined by `+`: "team:devon/mash".

    Raises:
        BadNameError: the phrase has meanings already, or what it should mean is not known.
    """
    text = _checked(text).lower()
    known = loader.lexicon.directory
    check_meaning(means, known)
    before = [one for one in known.catalogue.aliases if one.text == text]
    meant = [one.means for one in before]
    if means in meant:
        raise BadNameError(f"{text!r} means that already")
    rank = max((one.rank + 1 for one in before), default=0)
    row = writes.NewAlias(text=text, means=means, rank=rank)
    told = loader.act(now, "alias", text, ", ".join(meant), means)
    _write(loader, told, lambda load: load.aliases([row]))


def check_meaning(means: str, known: Directory) -> None:
    """See that an alias would mean something that is known by name.

    Raises:
        BadNameError: it would not.
    """
    kind, _, key = means.partition(":")
    held: Mapping[str, Mapping[str, Any]] = {
        "metric": known.metrics,
        "place": {**known.organisations, **known.teams},
        "role_group": known.role_groups,
    }
    if key not in held.get(kind, {}):
        raise BadNameError(f"there is nothing that is {means!r}")


def remove_alias(loader: Loader, text: str, means: str, now: datetime) -> None:
    """Let a phrase no longer mean something that the workspace let it mean.

    Raises:
        LookupError: it does not, or it was published.
    """
    told = loader.act(now, "alias removed", text, means, "")
    forget_alias(loader.engine, loader.scope.workspace, text, means, told)


def add_team(loader: Loader, council: str, name: str, parent: str | None, now: datetime) -> str:
    """Add a team to a council; gives its key.

    Raises:
        BadNameError: the council has such a team, or the name will not do.
    """
    key = f"{council}/{_key(_checked(name))}"
    if key in loader.lexicon.directory.teams:
        raise BadNameError(f"there is a team {name!r} already")
    row = writes.NewTeam(organisation=council, key=key, name=name, parent=parent)
    told = loader.act(now, "team add", key, "", name)
    _write(loader, told, lambda load: load.teams([row]))
    return key


def move_team(loader: Loader, key: str, parent: str | None, now: datetime) -> None:
    """Hang a team elsewhere in the tree of its council; its figures stay.

    Raises:
        BadNameError: there is no such team, or it would be part of itself.
    """
    team = _team(loader, key)
    if parent == key or key in loader.lexicon.directory.wider_places.get(parent or "", ()):
        raise BadNameError("a team cannot be part of itself")
    row = _row(team, team.name, parent)
    told = loader.act(now, "team move", key, team.parent or "", parent or "")
    _write(loader, told, lambda load: load.teams([row]))


def rename_team(loader: Loader, key: str, name: str, now: datetime) -> None:
    """Give a team another name; its figures stay and its old name is still understood.

    Raises:
        BadNameError: there is no such team, or the name will not do.
    """
    team = _team(loader, key)
    row = _row(team, _checked(name), team.parent)
    old = writes.NewAlias(text=team.name.lower(), means=f"place:{key}")

    def work(load: writes.Loader) -> None:
        load.teams([row])
        load.aliases([old])

    _write(loader, loader.act(now, "team rename", key, team.name, name), work)


def add_metric(loader: Loader, name: str, unit: str, direction: Direction, now: datetime) -> str:
    """Add a metric of one figure, without a formula; gives its key.

    Raises:
        BadNameError: there is such a metric, or the name will not do.
    """
    key = _key(_checked(name))
    if key in loader.lexicon.directory.metrics:
        raise BadNameError(f"there is a metric {name!r} already")
    row = writes.NewMetric(
        key=key,
        name=name,
        unit=_checked(unit),
        direction=direction,
        subject=key,
        nature=Nature.SNAPSHOT,
        facets="rate" if unit == "%" else "count",
        decimals=1,
        definition=f"{name}, as the workspace counts it.",
    )
    told = loader.act(now, "metric add", key, "", f"{name}, {unit}")
    _write(loader, told, lambda load: load.metrics([row]))
    return key


def add_role_group(loader: Loader, name: str, parent: str | None, now: datetime) -> str:
    """Add a role group; gives its key.

    Raises:
        BadNameError: there is such a role group, or the name will not do.
    """
    key = _key(_checked(name))
    if key in loader.lexicon.directory.role_groups:
        raise BadNameError(f"there is a role group {name!r} already")
    row = writes.NewRoleGroup(key=key, name=name, parent=parent)
    told = loader.act(now, "role add", key, "", name)
    _write(loader, told, lambda load: load.role_groups([row]))
    return key


def add_council(loader: Loader, name: str, short_name: str, now: datetime) -> str:
    """Add a council; gives its key.

    Raises:
        BadNameError: there is such a council, or the name will not do.
    """
    key = _key(_checked(short_name))
    if key in loader.lexicon.directory.organisations:
        raise BadNameError(f"there is a council {short_name!r} already")
    row = writes.NewOrganisation(
        key=key, name=_checked(name), short_name=short_name, kind=OrganisationKind.COUNCIL
    )
    told = loader.act(now, "council add", key, "", name)
    _write(loader, told, lambda load: load.organisations([row]))
    return key


def _row(team: Team, name: str, parent: str | None) -> writes.NewTeam:
    return writes.NewTeam(
        organisation=team.organisation,
        key=team.key,
        name=name,
        parent=parent,
        covers=list(team.covers),
    )


def _write(loader: Loader, told: Act, work: Callable[[writes.Loader], None]) -> None:
    """Write names and the line of the log that tells it, both or neither.

    Raises:
        BadNameError: the store refuses them, for one that was published is not a workspace's.
    """
    try:
        with writes.loader(loader.engine, loader.scope.workspace, replace=False) as load:
            work(load)
            load.also(partial(audit, workspace=loader.scope.workspace, act=told))
    except writes.LoadError as fault:
        raise BadNameError(str(fault).rpartition(": ")[2]) from fault


def _team(loader: Loader, key: str) -> Team:
    team = loader.lexicon.directory.teams.get(key)
    if team is None:
        raise BadNameError(f"there is no team {key!r}")
    return team


def _checked(name: str) -> str:
    if not name.strip() or len(name) > _LONGEST or _CONTROLS.search(name):
        raise BadNameError(f"{name[:_LONGEST]!r} is no name: up to 80 characters, none a command")
    return name


def _key(name: str) -> str:
    found = _NOT_KEY.sub("_", name.lower()).strip("_")
    if not found:
        raise BadNameError(f"{name!r} holds no letter")
    return found
