"""The questions of the corpus (`seed.questions`): what is asked, and exactly what is due.

`question`, with `context` (the earlier questions of its thread), asked on `asked_on`. `expect`
holds the `outcome`; the labels of the figure due, or what several share, with the rest of each in
`list` (in the `order` it names, if any), in `options`, or in `from` and `to`; for a comparison the
`benchmark` with its name, verdict and difference; and what the reply `must_not_contain`.
`must_mention` are words the reply holds, `typo_level` says how many typing errors there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.pipeline import EXAMPLES, Muster
from bot.reply.contract import contract
from seed.questions import questions


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the corpus."""

    id: str
    kind: str
    question: str
    asked_on: date
    expect: dict[str, Any]
    context: tuple[str, ...] = ()
    must_mention: tuple[str, ...] = ()


def read_file(name: str) -> list[Question]:
    """The questions of one file of the corpus."""
    return [question_of(fields) for fields in questions(name)]


def every_question() -> Iterator[Question]:
    """The questions of all files."""
    yield from map(question_of, questions())


def question_of(fields: dict[str, Any]) -> Question:
    """A question from its fields; others than those of the corpus are left out."""
    return Question(
        fields["id"],
        fields["kind"],
        fields["question"],
        date.fromisoformat(fields["asked_on"]),
        fields["expect"],
        tuple(fields.get("context", ())),
        tuple(fields.get("must_mention", ())),
    )


def ask(muster: Muster, question: Question) -> dict[str, Any]:
    """The answer to a question, by the answer contract."""
    replied = muster.converse([*question.context, question.question], question.asked_on)
    return contract(question.id, replied.result, replied.understanding.corrections, EXAMPLES)
