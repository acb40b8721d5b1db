"""Who else is an admin in Slack, and what they were shown and have not loaded yet."""

from db.admin.named import NamedAdmin, add_admin, named_admins, remove_admin
from db.admin.pending import (
    Pending,
    end_pending,
    expire_pending,
    keep_pending,
    pending,
    show_pending,
)

__all__ = [
    "NamedAdmin",
    "Pending",
    "add_admin",
    "end_pending",
    "expire_pending",
    "keep_pending",
    "named_admins",
    "pending",
    "remove_admin",
    "show_pending",
]
