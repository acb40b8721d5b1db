"""When a count is too small to show: by workspace and metric, decided as it is loaded."""

from collections.abc import Mapping
from dataclasses import dataclass

FEWEST = 5
"""Counts from one up to, and without, this one are hidden, and rates on fewer people."""

_PUBLIC = "A"


@dataclass(frozen=True, slots=True)
class Rule:
    """Counts below `fewest` are hidden, but for zero; so are rates on fewer than `fewest`."""

    fewest: int = FEWEST

    def hides(self, count: float) -> bool:
        """Whether a count is too small to show."""
        return 0 < count < self.fewest

    def hides_rates_on(self, people: float) -> bool:
        """Whether rates on so many people are kept back."""
        return people < self.fewest


def rule_for(
    metric: str,
    sensitivity: str,
    workspace: str,
    own: Mapping[tuple[str, str], Rule | None] | None = None,
) -> Rule | None:
    """The rule for a metric in a workspace; None where nothing is hidden.

    What is published has no workspace and is public already. `own` holds what a workspace has
    decided for itself, by workspace and metric.
    """
    if not workspace:
        return None
    if own and (workspace, metric) in own:
        return own[workspace, metric]
    return None if sensitivity == _PUBLIC else Rule()
