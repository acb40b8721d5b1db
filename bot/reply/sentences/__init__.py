"""The sentences beside a figure: its change, its benchmark, what one person is worth."""

from bot.reply.sentences.benchmarks import benchmark_sentences, calculated_sentence
from bot.reply.sentences.changes import change_listing, change_sentences
from bot.reply.sentences.worth import worth_sentences

__all__ = [
    "benchmark_sentences",
    "calculated_sentence",
    "change_listing",
    "change_sentences",
    "worth_sentences",
]
