"""The words of asking: what signals an intent, what carries no meaning, what is refused."""

from bot.question.vocabulary.cues import CUES
from bot.question.vocabulary.fillers import FILLERS
from bot.question.vocabulary.period_words import PERIOD_WORDS

__all__ = ["CUES", "FILLERS", "PERIOD_WORDS"]
