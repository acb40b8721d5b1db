"""What a follow was told and shown, so that nothing is said twice."""

import json
from collections.abc import Collection, Mapping
from typing import TypeAlias

from sqlalchemy import Connection, bindparam, text

from db.portions import portions

_RECALL_ALL = text(
    "SELECT follow_id, kind, about, state FROM told WHERE follow_id IN :follows"
).bindparams(bindparam("follows", expanding=True))

_REMEMBER = text(
    """
    INSERT INTO told (follow_id, kind, about, state) VALUES (:follow, :kind, :about, :state)
    ON CONFLICT (follow_id, kind, about) DO UPDATE SET state = excluded.state
    """
)

_FORGET = text("DELETE FROM told WHERE follow_id = :follow")


Recalled: TypeAlias = tuple[dict[str, str], dict[str, dict[str, str]]]
"""What was told, by what it is about, and what was shown, by series and period."""


def recall(conn: Connection, follow_id: int) -> Recalled:
    """Give what one follow was told and shown.

    It is for whoever sees the follow, so the id must come from `follows`.
    """
    return recall_all(conn, [follow_id])[follow_id]


def recall_all(conn: Connection, follow_ids: Collection[int]) -> dict[int, Recalled]:
    """Give the same of several follows; what is the same for several of them is one object."""
    found: dict[int, Recalled] = {follow_id: ({}, {}) for follow_id in follow_ids}
    shown: dict[str, dict[str, str]] = {}
    for ids in portions(follow_ids):
        for follow_id, kind, about, state in conn.execute(_RECALL_ALL, {"follows": ids}):
            told, seen = found[follow_id]
            if kind == "told":
                told[about] = state
            else:
                if state not in shown:
                    shown[state] = json.loads(state)
                seen[about] = shown[state]
    return found


def remember(
    conn: Connection,
    follow_id: int,
    told: Mapping[str, str],
    seen: Mapping[str, Mapping[str, str]],
) -> None:
    """Keep what was told and shown, in place of what was so before."""
    shown = {about: json.dumps(dict(values)) for about, values in seen.items()}
    rows = [
        {"follow": follow_id, "kind": kind, "about": about, "state": state}
        for kind, states in (("told", told), ("seen", shown))
        for about, state in states.items()
    ]
    if rows:
        conn.execute(_REMEMBER, rows)


def forget(conn: Connection, follow_id: int) -> None:
    """Forget all of it, so that the next digest is like the first."""
    conn.execute(_FORGET, {"follow": follow_id})
