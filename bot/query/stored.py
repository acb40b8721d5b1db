"""A query as JSON and back, so that a conversation outlives the process that held it."""

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any

from bot.query import period, query
from bot.query.query import Query

_TYPES: dict[str, type[Any]] = {
    name: value
    for module in (period, query)
    for name, value in vars(module).items()
    if isinstance(value, type) and (is_dataclass(value) or issubclass(value, Enum))
}


def stored(asked: Query) -> str:
    """A query as JSON."""
    return json.dumps(_plain(asked), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=10_000)
def restored(text: str) -> Query | None:
    """The query that was stored; None where this version has no such query."""
    try:
        value = json.loads(text, object_hook=_value)
    except (KeyError, TypeError, ValueError):
        return None
    return value if isinstance(value, Query) else None


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return {"is": type(value).__name__, "value": value.value}
    if is_dataclass(value):
        told = {one.name: getattr(value, one.name) for one in fields(value)}
        return {"is": type(value).__name__, **{name: _plain(one) for name, one in told.items()}}
    if isinstance(value, frozenset):
        return {"is": "frozenset", "of": [_plain(one) for one in sorted(value)]}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _value(told: dict[str, Any]) -> Any:
    kind, *parts = told.items()
    given = {name: _frozen(part) for name, part in parts}
    if kind[1] == "frozenset":
        return frozenset(given["of"])
    return _TYPES[kind[1]](**given)


def _frozen(part: Any) -> Any:
    return tuple(_frozen(one) for one in part) if isinstance(part, list) else part
