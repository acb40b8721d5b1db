"""What digests need of the store; each function is part of its caller's transaction."""

from db.digest.deliveries import Delivered, Outcome, deliveries, settle
from db.digest.follows import Follow, NewFollow, follow, follows, pause, unfollow
from db.digest.told import recall, recall_all, remember

__all__ = [
    "Delivered",
    "Follow",
    "NewFollow",
    "Outcome",
    "deliveries",
    "follow",
    "follows",
    "pause",
    "recall",
    "recall_all",
    "remember",
    "settle",
    "unfollow",
]
