"""What a follow was told and shown, so that nothing is said twice."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, text

_RECALL = text("SELECT kind, about, state FROM told WHERE follow_id = :follow")

_REMEMBER = text(
    """
    INSERT INTO told (follow_id, kind, about, state) VALUES (:follow, :kind, :about, :state)
    ON CONFLICT (follow_id, kind, about) DO UPDATE SET state = excluded.state
    """
)


def recall(conn: Connection, follow_id: int) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Give what was told, by what it is about, and what was shown, by series and period.

    It is for whoever sees the follow, so the id must come from `follows`.
    """
    told: dict[str, str] = {}
    seen: dict[str, dict[str, str]] = {}
    for kind, about, state in conn.execute(_RECALL, {"follow": follow_id}):
        if kind == "told":
            told[about] = state
        else:
            seen[about] = json.loads(state)
    return told, seen


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
