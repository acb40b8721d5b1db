"""What a file leaves open: asked, never guessed, and remembered once it is answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

IGNORE: Final = "ignore"
"""The answer that a column or a row is not to be loaded."""


_OF_ONE_FILE: Final = frozenset({"council", "dates", "firsts", "place", "role group"})
"""What another file may mean otherwise, and nothing in it would show."""


def lasting(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that hold for later files too: those to questions that name what they are about.

    A file that has no title would else take its council or its role group from another one.
    """
    return {
        key: value
        for key, value in answers.items()
        if key not in _OF_ONE_FILE and not key.endswith(":")
    }


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question to whoever loads a file.

    `key` is what the answer is remembered by; `options` are the answers that fit, each with its
    words, and none where a name has to be given.
    """

    key: str
    question: str
    where: str = ""
    options: tuple[tuple[str, str], ...] = ()


class Doubts:
    """The questions of one file, with the answers that were given before or with it."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = {key.casefold(): value for key, value in answers.items()}
        self._open: dict[str, Doubt] = {}
        self._used: dict[str, str] = {}

    def answer(self, key: str) -> str | None:
        """The answer to a question, where there is one."""
        found = self._answers.get(key.casefold())
        if found is not None:
            self._used[key] = found
        return found

    def ask(self, doubt: Doubt) -> str | None:
        """The answer to a question, which is open until it has one."""
        found = self.answer(doubt.key)
        if found is None:
            self._open.setdefault(doubt.key, doubt)
        return found

    @property
    def open(self) -> tuple[Doubt, ...]:
        """The questions without an answer, in the order they came up."""
        return tuple(self._open.values())

    @property
    def used(self) -> Mapping[str, str]:
        """The answers that this file needed."""
        return self._used
