"""Whole answers, over all that is held: figure, change, benchmarks, neighbours and rank."""

from bot.cli.bench.whole.command import answer

__all__ = ["answer"]
