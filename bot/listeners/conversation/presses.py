"""Buttons pressed under an answer."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply, Way, Write
from bot.listeners.conversation.access.admission import NOT_SHARED, is_overheard
from bot.listeners.conversation.context import Context, scope_of
from bot.listeners.conversation.readings.choices import read_choices, read_options, written
from bot.listeners.conversation.readings.leads import LEADS
from bot.listeners.conversation.readings.others import others_of
from bot.listeners.conversation.readings.words import word_by_word
from bot.listeners.conversation.replying import Told, post_of, reply_to, say, told
from bot.listeners.following.changing import change, start, stop
from bot.listeners.following.items import ask_about, say_why
from bot.listeners.following.starting import follow_query
from bot.query.query import Intent, Query
from bot.query.stored import restored
from bot.reply.lines import Lines
from bot.reply.slack.buttons import GOOD, REASONS, Press, choices, menu
from db import delivery
from db.corrections import give_again

_GONE = "I no longer have that answer; please ask again."
_UNKNOWN = "I no longer know that button; please ask again."
_ABOUT: dict[Press, Callable[[Query], Query]] = {
    Press.SOURCE: lambda query: replace(query, intent=Intent.SOURCE),
    Press.DEFINITION: lambda query: Query(Intent.DEFINITION, query.metrics),
}
_NO_OTHER = "I see no other reading of that; please ask in other words."


def press(context: Context, asked: Asked) -> Reply:
    """What follows from a press; an answer that is not kept any more cannot be built on."""
    if upon_follow := _FOLLOWS.get(asked.action):
        return upon_follow(context, asked.privately(), asked.value)
    pressed = _PRESSES.get(asked.action)
    if pressed is None:
        return say(asked.privately(), _UNKNOWN)
    answer, _, rest = asked.value.partition(" ")
    kept = context.receipt(asked, answer)
    if kept is None or (kept.private and kept.person != asked.person):
        return say(asked.privately(), _GONE)
    return pressed(context, asked, kept, rest)


def _choose(context: Context, asked: Asked, kept: delivery.Kept, at: str) -> Reply:
    """The answer to the reading that was chosen; the thread remembers it."""
    options = read_options(kept.readings)
    if not at.isdigit() or int(at) >= len(options):
        return say(asked.privately(), _GONE)
    option = options[int(at)]
    said = context.thread(asked)
    before = read_choices(said.choices) if said else []
    answered = told(context.muster.answer(option.query, context.today))
    one = Told(answered.replied, answered.lines, (), (*before, option.query))
    reply = reply_to(context, replace(asked, text=kept.question), one)
    chosen = partial(
        delivery.choose, scope=scope_of(asked), receipt_id=kept.id, chosen=option.label
    )
    return replace(reply, writes=(*reply.writes, chosen))


def _not_meant(context: Context, asked: Asked, kept: delivery.Kept, _rest: str) -> Reply:
    """The readings that came next, with what was understood word by word."""
    understanding, options = others_of(context, kept.question, restored(kept.query))
    words = word_by_word(understanding, context.muster.knowledge().directory.names)
    if not options:
        return Reply((post_of(asked.privately(), Lines((*words, _NO_OTHER))),))
    lines = Lines((*words, "Did you mean one of these?", *(f"• {one.label}" for one in options)))
    under = [choices(asked.id, [one.label for one in options])]
    again = kept._replace(
        id=asked.id,
        person=asked.person,
        asked_at=context.now,
        readings=written(options),
        reply=lines.text,
        figures="[]",
        query="",
    )
    keep = partial(delivery.keep, scope=scope_of(asked), receipt=again)
    return Reply((post_of(asked.privately(), lines, under),), (keep,))


def _lead_on(context: Context, asked: Asked, kept: delivery.Kept, _rest: str) -> Reply:
    """The answer to the query that an answer leads on to."""
    query = restored(kept.query)
    if query is None or not query.metrics:
        return say(asked.privately(), _GONE)
    lead = LEADS[Press(asked.action)]
    one = told(context.muster.answer(lead(query), context.today))
    return reply_to(context, replace(asked, text=kept.question), one)


def _explain(context: Context, asked: Asked, kept: delivery.Kept, _rest: str) -> Reply:
    """Where the figures of an answer come from, or what they mean."""
    query = restored(kept.query)
    if query is None or not query.metrics:
        return say(asked.privately(), _GONE)
    about = _ABOUT[Press(asked.action)]
    one = told(context.muster.answer(about(query), context.today))
    return Reply((post_of(asked.privately(), one.lines),))


def _share(context: Context, asked: Asked, kept: delivery.Kept, _rest: str) -> Reply:
    """A private answer as it was given, for everyone where it was asked.

    The way back takes it there even where Muster is no member.
    """
    if is_overheard(context, asked):
        return say(asked.privately(), NOT_SHARED)
    lines = Lines(tuple(kept.reply.splitlines()), small=("Shared from a private answer.",))
    post = replace(post_of(asked.privately(), lines), way=Way.SHARED)
    return Reply((post,), _shared(context, asked, kept))


def _shared(context: Context, asked: Asked, kept: delivery.Kept) -> tuple[Write, ...]:
    """Keep that the channel was given the answer too, to be told when a figure of it changes."""
    again = kept._replace(
        id=asked.id,
        channel=asked.channel,
        thread=asked.thread_ts,
        person=asked.person,
        asked_at=context.now,
        query="",
        private=False,
    )
    return (
        partial(delivery.keep, scope=scope_of(asked), receipt=again),
        partial(give_again, receipt_id=kept.id, other_id=asked.id),
    )


def _follow(context: Context, asked: Asked, kept: delivery.Kept, _rest: str) -> Reply:
    """What an answer was about, sent to whoever pressed from now on."""
    query = restored(kept.query)
    if query is None or not query.metrics:
        return say(asked.privately(), _GONE)
    return follow_query(context, asked.privately(), query)


def _rate(context: Context, asked: Asked, kept: delivery.Kept, verdict: str) -> Reply:
    """Thumbs: thanks, and for a thumb down a question why."""
    good = verdict == GOOD
    note = _rating(context, asked, kept, good=good)
    if good:
        return Reply((post_of(asked.privately(), Lines(("Thank you.",))),), (note,))
    options = [(reason, f"{kept.id} {at}") for at, reason in enumerate(REASONS)]
    why = menu(Press.REASON, "What was wrong?", options)
    lines = Lines(("Thank you for saying so. What was wrong?",))
    return Reply((post_of(asked.privately(), lines, [why]),), (note,))


def _reason(context: Context, asked: Asked, kept: delivery.Kept, at: str) -> Reply:
    reason = REASONS[int(at)] if at.isdigit() and int(at) < len(REASONS) else ""
    note = _rating(context, asked, kept, good=False, reason=reason)
    return Reply((post_of(asked.privately(), Lines(("Thank you, that is noted.",))),), (note,))


def _rating(
    context: Context, asked: Asked, kept: delivery.Kept, *, good: bool, reason: str = ""
) -> partial[bool]:
    told_by = scope_of(asked)
    return partial(
        delivery.rate, scope=told_by, receipt_id=kept.id, now=context.now, good=good, reason=reason
    )


_Handler = Callable[[Context, Asked, delivery.Kept, str], Reply]
_PRESSES: dict[str, _Handler] = {
    Press.CHOOSE: _choose,
    Press.NOT_MEANT: _not_meant,
    Press.TREND: _lead_on,
    Press.COMPARE: _lead_on,
    Press.SOURCE: _explain,
    Press.DEFINITION: _explain,
    Press.SHARE: _share,
    Press.RATE: _rate,
    Press.REASON: _reason,
    Press.FOLLOW: _follow,
    Press.WHY: say_why,
    Press.ASK: ask_about,
}
_FOLLOWS: dict[str, Callable[[Context, Asked, str], Reply]] = {
    Press.CHANGE: change,
    Press.STOP: stop,
    Press.START: start,
}
