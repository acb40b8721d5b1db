"""Who else is an admin in Slack, and what they were shown and have not loaded yet."""

from db.admin.named import NamedAdmin, add_admin, named_admins, remove_admin

__all__ = ["NamedAdmin", "add_admin", "named_admins", "remove_admin"]
