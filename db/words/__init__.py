"""Words that blocked answers; each function is part of its caller's transaction.

They are kept where deliveries are (`db.delivery.place`).
"""

from db.words.answered import Answered, answered
from db.words.askers import Asker, askers
from db.words.noting import Noted, note
from db.words.settling import State, reject, rejected, settle
from db.words.words import Word, awaiting, word, word_spelled

__all__ = [
    "Answered",
    "Asker",
    "Noted",
    "State",
    "Word",
    "answered",
    "askers",
    "awaiting",
    "note",
    "reject",
    "rejected",
    "settle",
    "word",
    "word_spelled",
]
