"""How nothing is lost and nothing said twice: an inbox before the answer, an outbox before posts.

A delivery is written down before Slack hears that it has arrived, and a post before it is sent.
Whoever works on one holds its lease; when the process dies the lease runs out and another takes it
up. A post that may have been accepted already is looked for in Slack's history first.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Gives this moment, with its time zone: the day of it is the person's today."""
