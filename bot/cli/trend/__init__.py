"""`muster trend`: what may be said of a series in a file, on standard input, or as JSON lines."""

from bot.cli.trend.command import trend

__all__ = ["trend"]
