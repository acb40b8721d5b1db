"""Totals among the rows of a table: held against the rows, and told as what they cover."""

from collections.abc import Sequence
from math import isclose
from typing import Final

from bot.loading.statements import Refused
from bot.loading.tables.labels import Place
from bot.loading.tables.rows import Found, Rows
from bot.query.directory import Directory

_ADDED: Final = frozenset({"FTE", "people", "posts", "cases", "days"})
"""Units whose figures add up over teams; rates and averages do not."""

_ROUNDED: Final = 0.06
"""What each of the figures added may be off by, where they are printed to one decimal place."""


def settle_totals(rows: Rows, directory: Directory) -> list[str]:
    """Tell each total as that of the team that covers the rows, or leave it out; give notes.

    A total that its rows do not add up to is refused.
    """
    totals = [one for one in rows.found if one.place.is_total]
    if not totals:
        return []
    parts = [one for one in rows.found if not one.place.is_total]
    rows.found = list(parts)
    left_out = 0
    for one in totals:
        own = [part for part in parts if _is_part(part, one)]
        fault = _fault(one, own, directory)
        covering = _covering({part.place.team for part in own}, directory)
        if fault:
            text = one.number.text if one.number else ""
            rows.refused.append(Refused(one.where, one.heading, text, fault))
        elif covering:
            rows.found.append(one._replace(place=Place(one.place.organisation, covering)))
        else:
            left_out += 1
    said = "1 total was" if left_out == 1 else f"{left_out} totals were"
    return [f"{said} checked against the rows and not loaded."] if left_out else []


def _is_part(part: Found, total: Found) -> bool:
    return (part.metric, part.when.key, part.kind, part.where.sheet, part.group) == (
        total.metric,
        total.when.key,
        total.kind,
        total.where.sheet,
        total.group,
    )


def _fault(total: Found, parts: Sequence[Found], directory: Directory) -> str:
    """What is wrong with a total; "" where it is right or its rows cannot be added."""
    values = [one.number.value for one in parts if one.number and one.number.value is not None]
    printed = total.number.value if total.number else None
    if printed is None or not values or len(values) < len(parts):
        return ""
    if directory.metrics[total.metric].unit not in _ADDED:
        return ""
    added = round(sum(values), 6)
    if isclose(added, printed, abs_tol=_ROUNDED * (len(values) + 1)):
        return ""
    return f"its rows add up to {added:g}"


def _covering(teams: set[str | None], directory: Directory) -> str:
    """The team that covers exactly these; "" where there is none."""
    found = [
        one.key for one in directory.catalogue.teams if one.covers and set(one.covers) == teams
    ]
    return found[0] if len(found) == 1 else ""
