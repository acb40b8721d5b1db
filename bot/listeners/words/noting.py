"""Noting what blocked an answer, and saying what an admin has decided about it."""

from collections.abc import Iterator, Sequence
from functools import partial

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Write
from bot.listeners.conversation.context import Context, scope_of
from db import words
from db.session import Connection


def notes_on(conn: Connection, asked: Asked, blocked: Sequence[words.Noted]) -> Iterator[str]:
    """A sentence for each word that an admin has said names nothing of this workspace's."""
    for one in blocked:
        found = words.word_spelled(conn, scope_of(asked), one.spelling)
        if found and found.state == words.State.NOT_OURS:
            yield f"An admin has noted that “{one.written}” is nothing you have figures of."


def noting(
    context: Context, asked: Asked, blocked: Sequence[words.Noted], thread: str
) -> tuple[Write, ...]:
    """What is written down of the words that blocked an answer, once its receipt is.

    `thread` is the query the question would have built on, as JSON.
    """
    return tuple(
        partial(
            words.note,
            scope=scope_of(asked),
            noted=one,
            receipt_id=asked.id,
            thread=thread,
            now=context.now,
        )
        for one in blocked
    )
