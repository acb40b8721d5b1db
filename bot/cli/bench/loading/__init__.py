"""`muster bench import`: how fast figures are loaded, beside the least that it can cost."""

from bot.cli.bench.loading.command import import_

__all__ = ["import_"]
