"""A chart of a series in words, and as a picture that says no more than the words."""

from bot.reply.trend.sentences import text_of
from bot.reply.trend.svg import svg_of

__all__ = ["svg_of", "text_of"]
