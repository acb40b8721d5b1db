"""A digest as Slack shows it: items with a small menu each, charts of the first two."""

import json
from collections.abc import Iterator, Sequence

from bot.delivery.outgoing import Form
from bot.digest.compose import Item
from bot.posting.merging import Merged
from bot.reply.blocks import Block, blocks_of
from bot.reply.lines import Lines
from bot.reply.slack.buttons import item_menu
from bot.reply.slack.charts import chart_of_series

_CHARTS = "charts"
_DRAWN = 2


def forms_of(post: Merged, id_: str) -> list[Form]:
    """The forms of a digest, the best first; its menus carry the id it is kept by."""
    charts = _charts(post)
    plain = [Form(list(_blocks(post, id_, {}))), Form([])]
    return [Form(list(_blocks(post, id_, charts)), (_CHARTS,)), *plain] if charts else plain


def _blocks(post: Merged, id_: str, charts: dict[int, Block]) -> Iterator[Block]:
    heading, *said = post.lines.said
    [title] = blocks_of(Lines((heading,)))
    title["text"]["text"] = f"*{title['text']['text']}*"
    yield title
    if not post.items:
        yield from blocks_of(Lines(tuple(said)))
    for number, text in enumerate(said[: len(post.items)], start=1):
        [section] = blocks_of(Lines((text,)))
        yield {**section, "accessory": item_menu(id_, number)}
        if number in charts:
            yield charts[number]
    yield from blocks_of(Lines((), small=post.lines.small))


def _charts(post: Merged) -> dict[int, Block]:
    """The charts of the first items that have one, by their numbers."""
    drawn: dict[int, Block] = {}
    for number, item in enumerate(post.items, start=1):
        watched = post.series.get(item.finding.series[0])
        chart = chart_of_series(watched.points, watched.trend) if watched else None
        if chart and len(drawn) < _DRAWN:
            drawn[number] = chart
    return drawn


def written_items(items: Sequence[Item]) -> str:
    """Why each item is there and the words that ask about it, as JSON."""
    return json.dumps([[one.why, one.finding.asked] for one in items], ensure_ascii=False)


def read_item(text: str, number: str) -> tuple[str, str] | None:
    """Why an item is there and the words that ask about it; None where there is none such."""
    items = json.loads(text)
    if not number.isdigit() or not 0 < int(number) <= len(items):
        return None
    why, asked = items[int(number) - 1]
    return str(why), str(asked)
