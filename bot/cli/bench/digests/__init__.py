"""`muster bench digest`: a Monday of ten thousand channels, over a store of a million figures."""

from bot.cli.bench.digests.command import digest

__all__ = ["digest"]
