"""The slots of a question, before it is known what is asked of them."""

from dataclasses import dataclass

from bot.query.query import Intent, Query
from bot.question.frame.mentions import Mentions
from bot.question.frame.slots.conditions import Numbers
from bot.question.frame.slots.filled import Filled
from bot.question.lexicon.entry import Kind

_SUMS = frozenset(
    {
        *("combined", "added together", "added up", "put together", "taken together", "sum of"),
        *("altogether", "all told"),
    }
)
_TOTALS = frozenset({"total", "totals", "in total", "grand total", "in all"})
_MANY = ("team_word", "organisation_word")
_RELATIONS = ("relation", "above", "below", "better_than", "worse_than", "compare")


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that was filled, and the mentions it was filled from."""

    mentions: Mentions
    slots: Filled
    numbers: Numbers

    @property
    def base(self) -> Query:
        """The plain figure of these slots."""
        return Query(
            Intent.FIGURE,
            self.slots.metrics,
            self.slots.places,
            self.slots.role_groups,
            self.slots.periods,
            formula="dfe" if self.mentions.has("dfe") else None,
            conditions=self.numbers.conditions,
            inherited=self.slots.inherited,
            interval=self.mentions.has("interval"),
        )

    @property
    def aggregate(self) -> str | None:
        """The sum or mean that is asked for: "total grievances in 2023/24", "both combined"."""
        if self.mentions.has("together") and (total := self._total()):
            return total
        return "average" if "average" in self.mentions.keys(Kind.WEAK_FACET) else None

    def _total(self) -> str | None:
        slots = self.slots
        words = {self.mentions.words(at) for at in self.mentions.cues.get("together", ())}
        several = max(len(slots.places), len(slots.role_groups)) > 1
        if words & _SUMS and (several or len(slots.metrics) > 1 or self.mentions.has(*_MANY)):
            return "total"
        if words & (_SUMS | _TOTALS) and (slots.periods or (several and not self.related)):
            return "total"
        return None

    @property
    def related(self) -> bool:
        """Whether the question holds one thing against another."""
        return self.mentions.has(*_RELATIONS)
