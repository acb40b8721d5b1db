"""The slots of a question, before it is known what is asked of them."""

from dataclasses import dataclass

from bot.query.query import Intent, Query
from bot.question.frame.mentions import Mentions
from bot.question.frame.slots.conditions import Numbers
from bot.question.frame.slots.filled import Filled
from bot.question.lexicon.entry import Kind

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
        )

    @property
    def aggregate(self) -> str | None:
        """The sum or mean over a time that is asked for: "total grievances in 2023/24"."""
        if not self.slots.periods:
            return None
        together = self.mentions.cues.get("together", ())
        if any(self.mentions.words(at) == "total" for at in together):
            return "total"
        return "average" if "average" in self.mentions.keys(Kind.WEAK_FACET) else None

    @property
    def related(self) -> bool:
        """Whether the question holds one thing against another."""
        return self.mentions.has(*_RELATIONS)
