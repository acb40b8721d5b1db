"""A person signed in to a workspace."""

from bot.sandbox.acting.filling import Filling
from bot.sandbox.acting.writing import Writing


class Session(Writing, Filling):
    """Everything a person can do."""
