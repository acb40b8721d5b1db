"""Answering those whose questions a word blocked, now that it is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.answer.held.facts import Facts
from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.councils import setting_for
from bot.listeners.conversation.readings.choices import options_of
from bot.listeners.conversation.replying import Told, reply_to, told
from bot.pipeline import Knowledge, Replied
from bot.pipeline import reply_to as answered
from bot.query.query import NotUnderstood
from bot.query.stored import restored
from bot.teaching.suggesting import called
from db.reader import Reader
from db.words import Asker, Word

DAYS = 90
"""How long somebody may have waited for an answer that they still want."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """A word, what it means, and everything known by name with it."""

    word: Word
    means: str
    known: Knowledge

    @property
    def sentence(self) -> str:
        """What was learnt, in words."""
        return f"“{self.word.written}” is now known as {called(self.means, self.known.lexicon)}."


def replies_to(
    context: Context, reader: Reader, workspace: str, learnt: Learnt, askers: Iterable[Asker]
) -> Iterator[Reply]:
    """The answers to those who asked, each where they asked; none where one is still blocked.

    A question asked again in the same place is answered once.
    """
    places = {(*_place(one), one.question): one for one in askers}
    for asker in places.values():
        asked = _asked(workspace, learnt, asker)
        replied = _answered(context, reader, asked, learnt, asker)
        if not isinstance(replied.result, NotUnderstood):
            notes = (f"You asked {_day(asker)}: “{asker.question}”. {learnt.sentence}",)
            one = Told(replied, told(replied, notes).lines, options_of(replied))
            yield _once(reply_to(context, asked, one), asked.keys[0])


def _asked(workspace: str, learnt: Learnt, asker: Asker) -> Asked:
    """The question as if it came now; one that was asked privately is answered in a message."""
    channel, thread = _place(asker)
    return Asked(
        team=workspace,
        channel=channel,
        person=asker.person,
        text=asker.question,
        keys=(f"word {learnt.word.id} {learnt.means} {asker.receipt}", "", ""),
        thread_ts=thread,
    )


def _place(asker: Asker) -> tuple[str, str]:
    """The conversation and thread to answer in; Slack takes a person for the messages with them."""
    return (asker.person, "") if asker.private else (asker.channel, asker.thread)


def _answered(
    context: Context, reader: Reader, asked: Asked, learnt: Learnt, asker: Asker
) -> Replied:
    with context.said.connect() as conn:
        setting = setting_for(conn, asked)
    council = setting.council if setting else None
    thread = restored(asker.said)
    facts = Facts(reader, learnt.known.directory, context.today)
    return answered(asked.text, learnt.known.lexicon, facts, thread, council)


def _once(reply: Reply, key: str) -> Reply:
    """The reply under a key of its own, whatever it follows from."""
    posts = (replace(one, key=f"{key} {one.part}", unasked=True) for one in reply.posts)
    return replace(reply, posts=tuple(posts))


def _day(asker: Asker) -> str:
    day = datetime.fromtimestamp(asker.asked_at, UTC)
    return f"on {day.day} {day:%B %Y}"
