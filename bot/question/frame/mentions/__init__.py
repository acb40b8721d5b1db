"""What a cover mentions: one thing at a time, with its place in the question."""

from bot.question.frame.mentions.leftovers import leftovers, strangers
from bot.question.frame.mentions.mention import Mention, Mentions, Number
from bot.question.frame.mentions.noting import mentions_of
from bot.question.frame.mentions.repairs import repair

__all__ = ["Mention", "Mentions", "Number", "leftovers", "mentions_of", "repair", "strangers"]
