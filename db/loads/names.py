"""Taking a name back that a workspace added."""

from sqlalchemy import Engine, text

from db.loads.history import Act, audit
from db.loads.load import changed
from db.session import writing

_FORGET = text("DELETE FROM alias WHERE workspace = :workspace AND text = :text AND means = :means")


def forget_alias(engine: Engine, workspace: str, phrase: str, means: str, act: Act) -> None:
    """Let a phrase no longer mean something that the workspace let it mean.

    Raises:
        LookupError: it does not, or it was published.
    """
    with writing(engine) as conn:
        told = {"workspace": workspace, "text": phrase, "means": means}
        if not conn.execute(_FORGET, told).rowcount:
            raise LookupError(f"{phrase!r} is no name of your own for {means}")
        audit(conn, workspace, act)
        changed(conn)
