"""Every name and alias a question may hold, ready to be met by its tokens."""

from bot.question.lexicon.lexicon import Lexicon, build

__all__ = ["Lexicon", "build"]
