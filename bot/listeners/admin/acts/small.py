"""Small groups: whether they are kept back when figures are loaded."""

from collections.abc import Mapping

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.admin.context import AdminContext, said
from bot.loading.acts.disclosure import set_rule
from bot.loading.acts.meant import metric_meant
from bot.loading.disclosure.rules import Disclosure
from bot.reply.lines import Lines


def disclosure(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Keep small groups of a metric back, or show them, from the next load on."""
    loader = admin.loader(asked)
    metric = metric_meant(given["metric"], loader.lexicon)
    rule = Disclosure(given["rule"].lower())
    return said(asked, Lines((set_rule(loader, metric, rule, admin.now),)))
