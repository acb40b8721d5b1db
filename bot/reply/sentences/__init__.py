"""The sentences beside a figure: its change, its benchmark, what one person is worth."""

from bot.reply.sentences.benchmarks import benchmark_sentences, calculated_sentence
from bot.reply.sentences.changes import change_listing, change_sentences
from bot.reply.sentences.disagreements import disagreement_sentences
from bot.reply.sentences.paces import pace_sentences
from bot.reply.sentences.plans import plan_sentences
from bot.reply.sentences.standings import apart_sentences, standing_sentences
from bot.reply.sentences.worth import certainty_sentences, worth_sentences

__all__ = [
    "apart_sentences",
    "benchmark_sentences",
    "calculated_sentence",
    "certainty_sentences",
    "change_listing",
    "change_sentences",
    "disagreement_sentences",
    "pace_sentences",
    "plan_sentences",
    "standing_sentences",
    "worth_sentences",
]
