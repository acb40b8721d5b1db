"""What can be pressed at an item of a digest: why it is there, and more about it."""

from dataclasses import replace

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.questions import answer_question
from bot.listeners.conversation.replying import say
from bot.posting.message import read_item
from bot.reply.labels import capital
from db import delivery

_GONE = "I no longer have that digest."


def say_why(_context: Context, asked: Asked, kept: delivery.Kept, number: str) -> Reply:
    """Why an item is in a digest, for whoever asks alone."""
    item = read_item(kept.readings, number)
    return say(asked.privately(), f"{capital(item[0])}." if item else _GONE)


def ask_about(context: Context, asked: Asked, kept: delivery.Kept, number: str) -> Reply:
    """The answer to what an item is about, under the digest."""
    item = read_item(kept.readings, number)
    if item is None:
        return say(asked, _GONE)
    return answer_question(context, replace(asked, text=item[1]))
