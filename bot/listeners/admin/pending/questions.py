"""What a file leaves open, as something to choose from."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256

from bot.loading.doubts import IGNORE, Doubt
from bot.query.directory import Directory
from bot.reply.slack.admin.preview import Question

_DIMENSIONS = ("team", "month", "role", "council")

Choices = Sequence[tuple[str, str]]
"""Labels, each with the answer it stands for."""


def question_of(doubt: Doubt, directory: Directory) -> Question:
    """A question with its options, numbered."""
    options = [(words, str(at)) for at, (_, words) in enumerate(doubt.options)]
    return Question(id_of(doubt), doubt.question, options, bool(all_answers(doubt.key, directory)))


def id_of(doubt: Doubt) -> str:
    """A short id of a question: its key may be longer than a button can carry."""
    return sha256(doubt.key.encode()).hexdigest()[:8]


def all_answers(key: str, directory: Directory) -> Choices:
    """Everything that may be answered to a question of a kind; none where its options are all."""
    kind = key.partition(":")[0]
    if kind in {"heading", "metric"}:
        dimensions = [(f"The {one}", one) for one in _DIMENSIONS] if kind == "heading" else []
        return [("Leave it out", IGNORE), *dimensions, *metrics(directory, "metric:")]
    if kind == "role group":
        return role_groups(directory)
    if kind == "place":
        return [*councils(directory), *teams(directory)]
    return councils(directory) if kind == "council" else ()


def metrics(directory: Directory, prefix: str = "") -> Choices:
    """All metrics by name."""
    named = directory.metrics.items()
    return sorted((f"{one.name} ({one.unit})", f"{prefix}{key}") for key, one in named)


def role_groups(directory: Directory) -> Choices:
    """All role groups by name."""
    return sorted((one.name, key) for key, one in directory.role_groups.items())


def councils(directory: Directory) -> Choices:
    """All councils by name."""
    found = directory.organisations.items()
    return sorted((one.short_name, key) for key, one in found if one.kind == "council")


def teams(directory: Directory) -> Choices:
    """All teams by name, each with its council."""
    short = {key: one.short_name for key, one in directory.organisations.items()}
    return sorted(
        (f"{one.name} ({short[one.organisation]})", key) for key, one in directory.teams.items()
    )


def everything(directory: Directory) -> Choices:
    """All that a word may mean, each as an alias has it."""
    return [
        *metrics(directory, "metric:"),
        *((label, f"place:{key}") for label, key in (*councils(directory), *teams(directory))),
        *((label, f"role_group:{key}") for label, key in role_groups(directory)),
    ]


def written(doubts: Iterable[Doubt]) -> str:
    """Questions as JSON."""
    told = [
        [one.key, one.question, one.where, [list(pair) for pair in one.options]] for one in doubts
    ]
    return json.dumps(told, ensure_ascii=False)


def read_doubts(text: str) -> list[Doubt]:
    """What was written."""
    return [
        Doubt(key, question, where, tuple((value, words) for value, words in options))
        for key, question, where, options in json.loads(text)
    ]
