"""Figures people were given, and those of them that they were told have changed.

Each function is part of its caller's transaction, over what is kept where deliveries are.
"""

from db.corrections.given import Given, GivenTo, give, give_again, given, given_in, workspaces
from db.corrections.told import Correction, corrections, tell

__all__ = [
    "Correction",
    "Given",
    "GivenTo",
    "corrections",
    "give",
    "give_again",
    "given",
    "given_in",
    "tell",
    "workspaces",
]
