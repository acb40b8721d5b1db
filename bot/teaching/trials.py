"""Trying a name on the questions that were asked before it is added."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.loading.acts.names import add_alias
from bot.loading.loads import Loader
from bot.pipeline import Knowledge
from bot.query.query import Query
from bot.query.stored import restored
from bot.teaching.replaying import Asked, Difference, differences, digest_of, taught
from db.reader import Reader
from db.words import Answered
from seed.questions import questions

MOST_ASKED = 500
"""Questions of the workspace's own that a name is tried on, the newest."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What would be known with a name, and which answers it would change."""

    known: Knowledge
    differences: tuple[Difference, ...]

    @property
    def digest(self) -> str:
        """What tells these differences from others, "" where there are none."""
        return digest_of(self.differences) if self.differences else ""


def try_out(
    reader: Reader, known: Knowledge, said: Iterable[Answered], text: str, means: str
) -> Trial:
    """Ask everything again as if a phrase meant something: what is bundled, and what was asked.

    `said` are the workspace's own questions, oldest first.
    """
    after = taught(known, text.lower(), means)
    asked = (*_own(said), *_bundled())
    return Trial(after, tuple(differences(reader, known, after, asked)))


def accept(loader: Loader, text: str, means: str, now: datetime) -> None:
    """Let a phrase mean something from now on, unless it does already.

    Raises:
        BadNameError: it will not do as a name, or what it should mean is not known.
    """
    aliases = loader.lexicon.directory.catalogue.aliases
    if not any((one.text, one.means) == (text.lower(), means) for one in aliases):
        add_alias(loader, text, means, now)


def _bundled() -> Iterator[Asked]:
    for fields in questions():
        day = date.fromisoformat(fields["asked_on"])
        yield Asked(fields["question"], day, before=tuple(fields.get("context", ())))


def _own(said: Iterable[Answered]) -> Iterator[Asked]:
    """The workspace's questions, each after the one before it in its thread."""
    threads: dict[tuple[str, str], Query | None] = {}
    for one in said:
        place = one.channel, one.thread or one.person
        day = datetime.fromtimestamp(one.asked_at, UTC).date()
        yield Asked(one.question, day, threads.get(place))
        query = restored(one.query)
        threads[place] = query if query and query.metrics else threads.get(place)
