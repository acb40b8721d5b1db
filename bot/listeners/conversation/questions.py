"""A question asked in words."""

from collections.abc import Sequence
from dataclasses import replace

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.conversation.access.admission import ONLY_YOU
from bot.listeners.conversation.access.external import is_external_order, set_external
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.councils import Setting, is_order, set_council, setting_for
from bot.listeners.conversation.readings.choices import chosen_before, options_of, read_choices
from bot.listeners.conversation.receipts import asks_for_receipt, show_receipt
from bot.listeners.conversation.replying import Told, reply_to, told
from bot.listeners.following.orders import follow_order
from bot.listeners.words.noting import notes_on, noting
from bot.pipeline import Replied
from bot.query.query import NotUnderstood, Query, Why
from bot.query.stored import restored
from bot.question.council import in_council
from bot.teaching.blocking import blocking
from db.words import Noted


def answer_question(context: Context, asked: Asked) -> Reply:
    """The one reply to a question, in the light of those before it in its thread."""
    if asked.is_command and is_order(asked.text):
        return set_council(context, asked)
    if asked.is_command and is_external_order(asked.text):
        return set_external(context, asked)
    if asked.is_command and asks_for_receipt(asked.text):
        return show_receipt(context, asked)
    if (order := follow_order(context, asked)) is not None:
        return order
    with context.said.connect() as conn:
        said, setting = context.thread_in(conn, asked), setting_for(conn, asked)
    thread = restored(said.query) if said else None
    before = read_choices(said.choices) if said else []
    replied = _ask(context, asked.text, thread, setting)
    notes = [setting.note(context)] if setting and _is_within(replied, setting) else []
    notes += [ONLY_YOU] * asked.is_alone
    if blocked := blocking(replied, in_thread=said is not None):
        return _blocked(context, asked, replied, blocked, said.query if said else "")
    return reply_to(context, asked, _settled(context, replied, before, tuple(notes)))


def _blocked(
    context: Context, asked: Asked, replied: Replied, blocked: Sequence[Noted], thread: str
) -> Reply:
    """The refusal, and what is noted of the words that led to it."""
    with context.said.connect() as conn:
        notes = tuple(notes_on(conn, asked, blocked))
    reply = reply_to(context, asked, Told(replied, told(replied, notes).lines))
    return replace(reply, writes=(*reply.writes, *noting(context, asked, blocked, thread)))


def _ask(context: Context, text: str, thread: Query | None, setting: Setting | None) -> Replied:
    """The answer; to no words at all it is the one to "help"."""
    council = setting.council if setting else None
    replied = context.muster.ask(text, context.today, thread, council)
    if isinstance(replied.result, NotUnderstood) and replied.result.why is Why.EMPTY:
        return context.muster.ask("help", context.today)
    return replied


def _is_within(replied: Replied, setting: Setting) -> bool:
    """Whether the council that was set made the query another one than was read."""
    reading = replied.understanding.reading
    return reading != in_council(reading, setting.council)


def _settled(
    context: Context, replied: Replied, before: list[Query], notes: tuple[str, ...]
) -> Told:
    """The answer as it is, or the reading of it that was chosen in this thread before."""
    options = options_of(replied)
    chosen = chosen_before(options, before)
    if chosen is None:
        return Told(replied, told(replied, notes).lines, options, tuple(before))
    again = context.muster.answer(chosen.query, context.today)
    note = f"As chosen before in this thread: {chosen.label}."
    return Told(again, told(again, (*notes, note)).lines, (), tuple(before))
