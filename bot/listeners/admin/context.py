"""What every act of an admin needs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Form as PostForm
from bot.delivery.outgoing import Outgoing, Reply, Way
from bot.delivery.sending.files import Files
from bot.delivery.sending.people import Profile
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.replying import post_of
from bot.loading.loads import Loader
from bot.query.directory import Directory
from bot.reply.blocks import Block
from bot.reply.lines import Lines
from bot.reply.slack.admin.lists import Item, list_blocks
from bot.reply.slack.admin.modals import Back, Form, button, form_view, reopening
from db.scope import Scope
from db.session import Engine

VIA = "slack"


@dataclass(frozen=True)
class AdminContext:
    """A conversation, an engine that writes figures, Slack's files, and who acts.

    `home` gives what the person sees on the Home tab, over what waits there.
    """

    context: Context
    engine: Engine
    files: Files
    who: Profile
    home: "Callable[[AdminContext, Asked, Sequence[Block]], list[Block]]"

    @property
    def now(self) -> datetime:
        """This moment."""
        return self.context.clock()

    @property
    def directory(self) -> Directory:
        """The names of the workspace as they are now."""
        return self.context.muster.knowledge().directory

    def loader(self, asked: Asked) -> Loader:
        """Whoever acts, over the names of their workspace as they are now."""
        lexicon = self.context.muster.knowledge().lexicon
        return Loader(self.engine, lexicon, self.scope(asked), VIA)

    def scope(self, asked: Asked) -> Scope:
        """Who acts, by name and id, and in which workspace."""
        return Scope(asked.team, f"{self.who.name} ({asked.person})")


def said(asked: Asked, lines: Lines, *under: Block) -> Reply:
    """A reply to an admin alone, with what can be pressed under it."""
    return Reply((private_post(asked, lines, *under),))


def private_post(asked: Asked, lines: Lines, *under: Block) -> Outgoing:
    """The post of such a reply: where it was asked, else in the messages with Muster."""
    post = post_of(asked, lines, under)
    if post.way is Way.CHANNEL and not asked.channel.startswith("D"):
        return replace(post, channel=asked.person, thread_ts="")
    return post


def in_place(reply: Reply, asked: Asked) -> Reply:
    """The same reply in place of the message whose button was pressed."""
    if not asked.response_url:
        return reply
    posts = (
        replace(one, way=Way.REPLACE) if one.way in {Way.PRIVATE, Way.EPHEMERAL} else one
        for one in reply.posts
    )
    return replace(reply, posts=tuple(posts))


def opened(asked: Asked, form: Form, given: Mapping[str, str]) -> Reply:
    """A form, in the modal that is open or a new one; a button for it where that comes too late."""
    view = form_view(form, Back(asked.channel, asked.response_url), given)
    again = Lines((f"That took too long. Press to go on: {form.title}.",))
    return shown(asked, view, again, button(form.title, "open", reopening(form.name, given)))


def shown(asked: Asked, view: Block, otherwise: Lines, press: Block) -> Reply:
    """A modal, else a message with a button that opens it."""
    post = private_post(asked, otherwise, {"type": "actions", "elements": [press]})
    way, handle = (Way.CHANGE, asked.view) if asked.view else (Way.OPEN, asked.trigger)
    forms = [PostForm([view]), *post.forms]
    return Reply((replace(post, way=way, handle=handle, forms=forms),))


def listed(asked: Asked, title: str, items: Sequence[Item]) -> Reply:
    """A list to an admin alone, with a button beside each line."""
    post = private_post(asked, Lines((title, *(one.line for one in items))))
    return Reply((replace(post, forms=[PostForm(list_blocks(title, items)), PostForm([])]),))
