"""What came from Slack and what goes there; each function is part of its caller's transaction."""

from db.delivery.conversations import Said, converse, open_on, said_in
from db.delivery.inbox import Taken, claim, finish, finish_all, take, waiting
from db.delivery.installations import (
    Installed,
    begin_install,
    end_install,
    install,
    installed,
    uninstall,
)
from db.delivery.outbox import Post, due, lease, renew, settle, settle_all, write
from db.delivery.place import delivery_url, recording
from db.delivery.preferences import (
    allow_shared_channel,
    is_shared_channel_allowed,
    prefer,
    preferences,
)
from db.delivery.receipts import Kept, choose, keep, kept, rate, recent

__all__ = [
    "Installed",
    "Kept",
    "Post",
    "Said",
    "Taken",
    "allow_shared_channel",
    "begin_install",
    "choose",
    "claim",
    "converse",
    "delivery_url",
    "due",
    "end_install",
    "finish",
    "finish_all",
    "install",
    "installed",
    "is_shared_channel_allowed",
    "keep",
    "kept",
    "lease",
    "open_on",
    "prefer",
    "preferences",
    "rate",
    "recent",
    "recording",
    "renew",
    "said_in",
    "settle",
    "settle_all",
    "take",
    "uninstall",
    "waiting",
    "write",
]
