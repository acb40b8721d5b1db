"""What Slack calls when something happens: Slack → pipeline → Slack."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Gives this moment, with its time zone: the day of it is the person's today."""
