"""The templates, and what they may call."""

from datetime import datetime
from typing import Any

from jinja2 import ChainableUndefined, Environment, PackageLoader, select_autoescape
from markdown_it import MarkdownIt
from markupsafe import Markup

from bot.sandbox.page.charts import chart_svg, described
from bot.sandbox.page.markup import Named, mrkdwn, plain
from bot.sandbox.page.rows import colour_of
from bot.sandbox.wire import Json


def environment() -> Environment:
    """The templates of the page; every value is escaped unless it is markup."""
    made = Environment(
        loader=PackageLoader("bot.sandbox.page"),
        autoescape=select_autoescape(),
        # Blocks leave out what they do not need.
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "chart": chart_svg,
        "colour": colour_of,
        "date": _date,
        "described": described,
        "markdown": _markdown,
        "mrkdwn": mrkdwn,
        "named": lambda id_, named: named.get(id_, id_),
        "plain": plain,
        "text": text_html,
    }
    return made


def text_html(text: Json, named: Named) -> Markup:
    """A text object as HTML."""
    if text["type"] == "mrkdwn":
        return mrkdwn(text["text"], named)
    return plain(text["text"])


def _markdown(text: str) -> Markup:
    # Raw HTML in it stays text, as in Slack.
    made: Any = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return Markup(made)  # noqa: S704 - escaped by the library


def _date(moment: datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B}"
