"""When a digest is wanted, and which slot of it is due: all that there is of a scheduler."""

from bot.digest.slots.due import GRACE, PROMPT, Due, Slot, due
from bot.digest.slots.schedule import LONDON, Cadence, Schedule, schedule_of

__all__ = [
    "GRACE",
    "LONDON",
    "PROMPT",
    "Cadence",
    "Due",
    "Schedule",
    "Slot",
    "due",
    "schedule_of",
]
