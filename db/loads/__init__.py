"""Figures that a workspace loads: prepared, compared with what is held, published, undone."""

from db.loads.changes import Change, Tally
from db.loads.figures import Figure, FigureSource
from db.loads.history import Act, AuditRow, HistoryRow, audit, audited, choose, chosen, history
from db.loads.load import Staged, StaleError, staged
from db.loads.names import forget_alias
from db.loads.undo import Conflict, ConflictError, redo, undo

__all__ = [
    "Act",
    "AuditRow",
    "Change",
    "Conflict",
    "ConflictError",
    "Figure",
    "FigureSource",
    "HistoryRow",
    "Staged",
    "StaleError",
    "Tally",
    "audit",
    "audited",
    "choose",
    "chosen",
    "forget_alias",
    "history",
    "redo",
    "staged",
    "undo",
]
