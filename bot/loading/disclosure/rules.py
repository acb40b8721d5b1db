"""The rule of a workspace for each metric: the default, or that nothing of it is hidden."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from bot.query.directory import Directory
from db.loads import chosen
from db.scope import Scope
from db.session import Connection
from seed.disclosure.kept import RuleOf
from seed.disclosure.rules import Rule, rule_for

PREFIX: Final = "disclosure:"
"""What stands before a metric's key where its rule is remembered."""


class Disclosure(StrEnum):
    """What a workspace may decide for a metric."""

    OFF = "off"
    DEFAULT = "default"


def rules_of(conn: Connection, scope: Scope, directory: Directory) -> RuleOf:
    """The rule for each metric by its key, as the workspace has decided."""
    own = _own(chosen(conn, scope), scope.workspace)
    sensitive = {key: one.sensitivity for key, one in directory.metrics.items()}
    return lambda metric: rule_for(metric, sensitive.get(metric, "A"), scope.workspace, own)


def _own(answers: Mapping[str, str], workspace: str) -> dict[tuple[str, str], Rule | None]:
    return {
        (workspace, name.removeprefix(PREFIX)): Rule() if value == Disclosure.DEFAULT else None
        for name, value in answers.items()
        if name.startswith(PREFIX)
    }
