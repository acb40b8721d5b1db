"""An answer as a post, and what is kept of it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.answer.values import Answer
from bot.corrections.figures import given
from bot.delivery.asked import Asked
from bot.delivery.outgoing import Form, Outgoing, Reply, Way, Write
from bot.listeners.conversation.context import Context, scope_of
from bot.listeners.conversation.readings.choices import MOST_SHOWN, Option, written, written_choices
from bot.pipeline import EXAMPLES, Replied
from bot.query.query import Query
from bot.query.stored import stored
from bot.reply.blocks import Block, blocks_of, fallback_text
from bot.reply.contract import figure_fields
from bot.reply.lines import Lines, lines_of
from bot.reply.slack.buttons import Press, button_row, choices, thumbs
from bot.reply.slack.charts import chart_of
from bot.reply.slack.pictures import picture_of
from bot.reply.slack.tables import table_of, without_list
from db import delivery
from db.corrections import give

_SORRY = (
    "Sorry, something went wrong on my side and I can't answer that now; it is in the log, and you "
    "may ask again in a few minutes."
)
_BESIDE = (Press.SOURCE, Press.DEFINITION, Press.FOLLOW)
_CHARTS, _TABLES, _THUMBS = "charts", "tables", "thumbs"


@dataclass(frozen=True, slots=True)
class Told:
    """One answer on its way: what it is, what it may be, and what was chosen in its thread."""

    replied: Replied
    lines: Lines
    options: tuple[Option, ...] = ()
    choices: tuple[Query, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether somebody has to choose before there is an answer."""
        return len(self.options) > MOST_SHOWN


def told(replied: Replied, notes: Sequence[str] = ()) -> Told:
    """An answer in words, with notes of how it came about in its small print."""
    lines = lines_of(replied.result, replied.understanding.corrections, EXAMPLES)
    return Told(replied, replace(lines, small=(*notes, *lines.small)))


def reply_to(context: Context, asked: Asked, one: Told) -> Reply:
    """The post of an answer, its receipt, and what a follow-up builds on."""
    lines = _question_of(one.options) if one.waits else _numbered(asked, one)
    under = tuple(_pressed_under(context, asked, one))
    picture = _picture(asked, one)
    post = post_of(asked, lines, under, () if picture else tuple(_beside(one)))
    now, query = context.now, one.replied.query
    written = stored(query) if query else ""
    carried = one.replied.carried(query)
    writes = (
        _receipt(asked, one, lines, now, written),
        *_figures_given(asked, one),
        *_conversations(asked, one, now, stored(carried) if carried else ""),
    )
    return Reply((post, *picture), writes)


def say(asked: Asked, *lines: str) -> Reply:
    """A reply of a sentence or two, of which nothing is kept."""
    return Reply((post_of(asked, Lines(lines)),))


def apologise(asked: Asked) -> Reply:
    """What a person gets when an answer failed."""
    return say(asked, _SORRY)


def post_of(
    asked: Asked, lines: Lines, under: Sequence[Block] = (), beside: Sequence[Form] = ()
) -> Outgoing:
    """The post that brings lines to where a question was asked.

    `under` can be pressed; `beside` are forms of what else is shown, the best first.
    """
    return Outgoing(
        way=_way_to(asked),
        channel=asked.channel,
        person=asked.person,
        text=fallback_text(lines),
        forms=[*_forms(lines, under, beside), Form([])],
        thread_ts=asked.thread_ts,
        response_url=asked.response_url,
        thread="" if asked.thread_ts else asked.thread.ts,
    )


def _way_to(asked: Asked) -> Way:
    """How a reply gets there; a response_url keeps to a thread only what everyone sees."""
    if not asked.is_private:
        return Way.CHANNEL
    return Way.PRIVATE if asked.response_url and not asked.thread_ts else Way.EPHEMERAL


def _forms(lines: Lines, under: Sequence[Block], beside: Sequence[Form]) -> Iterator[Form]:
    """Each form with its thumbs, for those who have them, and without."""
    whole = blocks_of(lines)
    plain = [block for block in under if block["type"] != "context_actions"]
    for form in (*beside, Form([])):
        listed = _TABLES in form.uses
        said = blocks_of(replace(lines, said=without_list(lines.said))) if listed else whole
        small = next((at for at, one in enumerate(said) if one["type"] == "context"), len(said))
        blocks = [*said[:small], *form.blocks, *said[small:]]
        if len(plain) < len(under):
            yield Form([*blocks, *under], (*form.uses, _THUMBS))
        yield Form([*blocks, *plain], form.uses)


def _beside(one: Told) -> Iterator[Form]:
    """The chart of an answer, else its table."""
    answer = one.replied.result
    if isinstance(answer, Answer) and not one.waits:
        if chart := chart_of(answer):
            yield Form([chart], (_CHARTS,))
        if table := table_of(answer):
            yield Form([table], (_TABLES,))


def _picture(asked: Asked, one: Told) -> tuple[Outgoing, ...]:
    """The picture that follows an answer whose series is too long for Slack's own chart.

    A file can be shown to all in a conversation and to nobody alone.
    """
    answer = one.replied.result
    if not isinstance(answer, Answer) or one.waits or not _is_open(asked):
        return ()
    picture = picture_of(answer)
    if picture is None:
        return ()
    post = post_of(asked, Lines((picture.alt,)))
    forms, told = [*_beside(one), Form([])], {"chart": picture.chart, "alt": picture.alt}
    drawn = replace(post, way=Way.PICTURE, forms=forms, picture=told)
    return (replace(drawn, part="picture", thread=""),)


def _is_open(asked: Asked) -> bool:
    """Whether a reply is seen by all in a conversation; to a person's id no file can be sent."""
    return _way_to(asked) is Way.CHANNEL and asked.channel != asked.person


def _numbered(asked: Asked, one: Told) -> Lines:
    """An answer's lines with its id, by which it can be shown again."""
    if not isinstance(one.replied.result, Answer):
        return one.lines
    return replace(one.lines, small=(*one.lines.small, f"Answer {asked.id}."))


def _question_of(options: Sequence[Option]) -> Lines:
    asked = f"I can read that in {len(options)} ways. Which do you mean?"
    return Lines((asked, *(f"• {option.label}" for option in options)))


def _pressed_under(context: Context, asked: Asked, one: Told) -> Iterator[Block]:
    """What can be pressed: what repairs a wrong reading first, then what leads on."""
    labels = [option.label for option in one.options]
    if one.waits:
        yield choices(asked.id, labels)
    elif isinstance(one.replied.result, Answer):
        first = (Press.NOT_MEANT, Press.SHARE) if asked.response_url else (Press.NOT_MEANT,)
        leads = context.leads.of(context.muster, context.today, one.replied.result)
        yield button_row(asked.id, (*first, *leads, *_BESIDE), labels)
        yield thumbs(asked.id)


def _receipt(asked: Asked, one: Told, lines: Lines, now: float, query: str) -> Write:
    replied = one.replied
    found = (getattr(replied.result, name, ()) for name in ("figures", "options"))
    figures = [figure_fields(one) for some in found for one in some]
    kept = delivery.Kept(
        id=asked.id,
        channel=asked.channel,
        thread=asked.thread_ts,
        person=asked.person,
        asked_at=now,
        question=asked.text,
        query=query,
        reply=lines.text,
        figures=json.dumps(figures, ensure_ascii=False),
        readings=written(one.options),
        private=asked.is_private,
    )
    return partial(delivery.keep, scope=scope_of(asked), receipt=kept)


def _figures_given(asked: Asked, one: Told) -> Iterator[Write]:
    """Keep which figures somebody was given, to be told when one of them changes."""
    figures = () if one.waits else given(one.replied.result)
    if figures:
        yield partial(give, receipt_id=asked.id, figures=figures)


def _conversations(asked: Asked, one: Told, now: float, written: str) -> Iterator[Write]:
    """Keep the query for follow-ups; thanks and help leave the one before it in place."""
    query = one.replied.query
    if query is None or not query.metrics:
        return
    said = delivery.Said(written, written_choices(one.choices), now)
    # Outside a thread one may be opened on the question.
    for thread in dict.fromkeys((asked.thread.ts, asked.ts or asked.thread.ts)):
        yield partial(
            delivery.converse,
            scope=scope_of(asked),
            channel=asked.channel,
            thread=thread,
            said=said,
        )
