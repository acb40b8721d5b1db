"""Questions as a manager says them, of what a query asks for."""

import re
from collections.abc import Callable

from bot.query.directory import Directory
from bot.query.query import Intent, Query

_TAIL = re.compile(r" (by|of|to|in|per|on|lost|over|that|who|\w+ed|\w+ing)\b.*")
_SHORT_FORM = re.compile(r"[A-Z]{2}")


def as_question(query: Query, known: Directory) -> str:
    """A query of one metric and one place in words: "How has the agency rate changed in Devon?"."""
    [[metric]], [[place]] = query.metrics, query.places
    who = [f" for {_within(known.names.role_groups[group])}" for (group,) in query.role_groups]
    what, where = _within(known.metrics[metric].name), known.names.place(place)
    return _ASKS[query.intent](what, "".join(who), where)


def _figure(what: str, who: str, place: str) -> str:
    if _counts(what):
        return f"How many {what} are there{who} in {place}?"
    return f"What is the {what}{who} in {place}?"


def _change(what: str, who: str, place: str) -> str:
    return f"How has the {_one(what)}{who} changed in {place}?"


def _benchmark(what: str, who: str, place: str) -> str:
    return f"How does the {_one(what)}{who} in {place} compare with England?"


def _rank(what: str, who: str, place: str) -> str:
    wanted = f"most {what}" if _counts(what) else f"highest {what}"
    return f"Which team in {place} has the {wanted}{who}?"


def _one(what: str) -> str:
    return f"number of {what}" if _counts(what) else what


def _counts(what: str) -> bool:
    """Whether it is a name for several: "leavers", "sickness days per person"."""
    head = _TAIL.sub("", what)
    return head.endswith("s") and not head.endswith("ss")


def _within(name: str) -> str:
    """A name as it stands within a sentence; a short form keeps its capitals."""
    return name if _SHORT_FORM.match(name) else f"{name[:1].lower()}{name[1:]}"


_ASKS: dict[Intent, Callable[[str, str, str], str]] = {
    Intent.FIGURE: _figure,
    Intent.CHANGE: _change,
    Intent.BENCHMARK: _benchmark,
    Intent.RANK: _rank,
}
