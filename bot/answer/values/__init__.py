"""What an answer is made of: frozen values that any reply can be drawn from, without the store."""

from bot.answer.values.comparisons import Benchmark, Change, Verdict
from bot.answer.values.figures import UNSTATED, Calculated, Figure, HeldPeriod, Name, Provenance
from bot.answer.values.results import (
    Answer,
    Explained,
    NoFigures,
    Outcome,
    Reason,
    Result,
)

__all__ = [
    "UNSTATED",
    "Answer",
    "Benchmark",
    "Calculated",
    "Change",
    "Explained",
    "Figure",
    "HeldPeriod",
    "Name",
    "NoFigures",
    "Outcome",
    "Provenance",
    "Reason",
    "Result",
    "Verdict",
]
