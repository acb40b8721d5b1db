"""`muster fuzz`: typing errors that must not make a wrong figure, nonsense that must make none."""

from bot.cli.fuzz.command import fuzz

__all__ = ["fuzz"]
