"""The closed list of what a digest may say, each with its rule and its score."""

from bot.digest.rules.finding import Finding, Rule
from bot.digest.rules.findings import findings

__all__ = ["Finding", "Rule", "findings"]
