"""What digests need of the store; each function is part of its caller's transaction."""

from db.digest.deliveries import Delivered, Outcome, Sent, deliveries, sent, settle
from db.digest.follows import (
    Follow,
    NewFollow,
    change,
    follow,
    follows,
    follows_of_all,
    pause,
    unfollow,
)
from db.digest.refused import Refused, mark_refused, refused
from db.digest.told import forget, recall, recall_all, remember

__all__ = [
    "Delivered",
    "Follow",
    "NewFollow",
    "Outcome",
    "Refused",
    "Sent",
    "change",
    "deliveries",
    "follow",
    "follows",
    "follows_of_all",
    "forget",
    "mark_refused",
    "pause",
    "recall",
    "recall_all",
    "refused",
    "remember",
    "sent",
    "settle",
    "unfollow",
]
