"""The text of a question to a query."""

from bot.question.lexicon import Lexicon, build
from bot.question.read import Understanding, read

__all__ = ["Lexicon", "Understanding", "build", "read"]
