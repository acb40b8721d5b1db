"""What an answer is made of: frozen values that any reply can be drawn from, without the store."""

from bot.answer.values.comparisons import (
    Age,
    Benchmark,
    Certainty,
    Chance,
    Change,
    Disagreement,
    Pace,
    Reasons,
    Trend,
    Verdict,
)
from bot.answer.values.figures import (
    BUDGET,
    UNSTATED,
    Calculated,
    Figure,
    HeldPeriod,
    Name,
    Provenance,
)
from bot.answer.values.plans import Effect, Pay, Plan
from bot.answer.values.results import (
    Answer,
    Explained,
    NoFigures,
    Outcome,
    Reason,
    Result,
)
from bot.answer.values.standings import Apart, Neighbours, Standing

__all__ = [
    "BUDGET",
    "UNSTATED",
    "Age",
    "Answer",
    "Apart",
    "Benchmark",
    "Calculated",
    "Certainty",
    "Chance",
    "Change",
    "Disagreement",
    "Effect",
    "Explained",
    "Figure",
    "HeldPeriod",
    "Name",
    "Neighbours",
    "NoFigures",
    "Outcome",
    "Pace",
    "Pay",
    "Plan",
    "Provenance",
    "Reason",
    "Reasons",
    "Result",
    "Standing",
    "Trend",
    "Verdict",
]
