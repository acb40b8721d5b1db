"""From a cover to a query: what was mentioned, and what is asked of it."""

from bot.question.frame.reading import readings_of

__all__ = ["readings_of"]
