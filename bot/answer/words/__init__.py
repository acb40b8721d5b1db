"""Answers in words: definitions, what is held, help."""
