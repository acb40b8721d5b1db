"""Typing errors: which known word a strange one may stand for."""

from bot.question.spelling.vocabulary import Vocabulary, WordClass

__all__ = ["Vocabulary", "WordClass"]
