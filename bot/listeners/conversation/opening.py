"""What a person sees on opening Muster: the Home tab, or what may be asked in messages."""

from collections.abc import Sequence

from bot.answer.values import Explained
from bot.delivery.asked import Asked
from bot.delivery.outgoing import Form, Outgoing, Reply, Way
from bot.listeners.conversation.context import Context, scope_of
from bot.listeners.conversation.councils import shown_council
from bot.listeners.conversation.readings.others import suggestions
from bot.listeners.following.kept import follows_of, said_follow
from bot.query.query import Intent, Query
from bot.reply.blocks import Block
from bot.reply.slack.home import home_blocks
from db import delivery

_PROMPTS = 4  # Slack shows no more
_RECENT = 5
_FOLLOWS = 10
_TITLE = 60


def open_home(context: Context, asked: Asked, more: Sequence[Block] = ()) -> Reply:
    """The Home tab, made from what is held now; `more` is for this person alone."""
    held = context.muster.answer(Query(Intent.COVERAGE), context.today).result
    lines = held.lines if isinstance(held, Explained) else ()
    recent = list(dict.fromkeys(one.question for one in _recent(context, asked)))
    council = shown_council(context, asked)
    follows = _follows(context, asked)
    blocks = home_blocks(suggestions(context, _PROMPTS), lines, recent, council, follows)
    return Reply((Outgoing(Way.HOME, "", asked.person, forms=[Form([*blocks, *more])]),))


def open_messages(context: Context, asked: Asked) -> Reply:
    """Four questions to begin with, which have answers."""
    prompts = [{"title": text[:_TITLE], "message": text} for text in suggestions(context, _PROMPTS)]
    post = Outgoing(Way.PROMPTS, asked.channel, asked.person, "Try one of these", [Form(prompts)])
    return Reply((post,) if prompts else ())


def _recent(context: Context, asked: Asked) -> list[delivery.Kept]:
    with context.said.connect() as conn:
        return delivery.recent(conn, scope_of(asked), _RECENT)


def _follows(context: Context, asked: Asked) -> list[str]:
    """What the person follows, in lines."""
    with context.said.connect() as conn:
        found = follows_of(conn, asked, place=asked.person)
    more = [f"… and {len(found) - _FOLLOWS} more; /muster follows shows them."]
    said = [said_follow(context, asked, one) for one in found[:_FOLLOWS]]
    return said + more * (len(found) > _FOLLOWS)
