"""Grades an answer against what is due: every label and every value, and nothing beside."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeAlias

from tests.corpus.questions import Question

Answer: TypeAlias = Mapping[str, Any]
Label: TypeAlias = tuple[Any, ...]

LABELS = (
    *("organisation", "team", "role_group", "metric"),
    *("period", "value", "value_text", "unit"),
)
_VALUE = LABELS.index("value")
_CLOSE = 1e-9


class Grade(StrEnum):
    """Right; wrong, where a figure is offered that is not due; or missed."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


def grade(answer: Answer, question: Question) -> tuple[Grade, str]:
    """The grade of an answer, and why it is not right."""
    if fault := next(_wrong(answer, question), ""):
        return Grade.WRONG, fault
    if fault := next(_missed(answer, question), ""):
        return Grade.MISSED, fault
    return Grade.RIGHT, ""


def _wrong(answer: Answer, question: Question) -> Iterator[str]:
    """Every way in which an answer says what is not so."""
    expect = question.expect
    for name in ("figures", "options"):
        offered = Counter(_label(one) for one in answer[name])
        for label in offered - Counter(due(expect, name)):
            yield f"offers {label} in its {name}"
    if "from" in expect and answer["change"]:
        yield from _wrong_change(answer["change"], expect)
    if "benchmark" in expect and answer["benchmark"]:
        yield from _wrong_benchmark(answer["benchmark"], expect["benchmark"])
    for number in expect.get("must_not_contain", ()):
        if re.search(rf"(?<![\w.]){re.escape(number)}(?![\w])", answer["text"]):
            yield f"says {number}"


def _missed(answer: Answer, question: Question) -> Iterator[str]:
    """Every way in which an answer is not the one that is due."""
    expect = question.expect
    if answer["outcome"] != expect["outcome"]:
        yield f"is {answer['outcome']}, not {expect['outcome']}"
    for name in ("figures", "options"):
        missing = Counter(due(expect, name)) - Counter(_label(one) for one in answer[name])
        yield from (f"lacks {label} in its {name}" for label in missing)
    if "order" in expect and _out_of_order(answer["figures"], expect):
        yield f"gives {[one['value'] for one in answer['figures']]} in that order"
    for part, key in (("change", "from"), ("benchmark", "benchmark")):
        if key in expect and not answer[part]:
            yield f"has no {part}"
    yield from (
        f"does not say {words}" for words in question.must_mention if not _says(answer, words)
    )
    if not answer["text"].strip():
        yield "says nothing"


def due(expect: Mapping[str, Any], name: str) -> list[Label]:
    """The labels due among an answer's figures or options, in order."""
    if name == "options":
        return [_label(expect | one) for one in expect.get("options", ())]
    if "list" in expect:
        return [_label(expect | one) for one in expect["list"]]
    if "from" in expect:
        return [_label(expect | expect[end]) for end in ("from", "to")]
    return [_label(expect)] if "metric" in expect and "options" not in expect else []


def _label(figure: Mapping[str, Any]) -> Label:
    return tuple(figure[name] for name in LABELS)


def _wrong_change(change: Answer, expect: Mapping[str, Any]) -> Iterator[str]:
    for end in ("from", "to"):
        if _label(change[end]) != _label(expect | expect[end]):
            yield f"changes {end} {_label(change[end])}"
    if change["direction"] != expect["direction"]:
        yield f"goes {change['direction']}, not {expect['direction']}"
    if not _same(change["value"], expect["difference"]):
        yield f"changes by {change['value']}, not {expect['difference']}"


def _wrong_benchmark(benchmark: Answer, expect: Mapping[str, Any]) -> Iterator[str]:
    if _label(benchmark) != _label(expect):
        yield f"is held against {_label(benchmark)}"
    for name in ("name", "verdict"):
        if benchmark[name] != expect[name]:
            yield f"has the {name} {benchmark[name]}, not {expect[name]}"
    if not _same(benchmark["difference"], expect["difference"]):
        yield f"differs by {benchmark['difference']}, not {expect['difference']}"


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) < _CLOSE


def _out_of_order(figures: Sequence[Answer], expect: Mapping[str, Any]) -> bool:
    """Whether figures stand in another order; in a ranking equal ones may change places."""
    offered, wanted = [_label(one) for one in figures], due(expect, "figures")
    if expect["order"] == "asked":
        return offered != wanted
    return [label[_VALUE] for label in offered] != [label[_VALUE] for label in wanted]


def _says(answer: Answer, words: str) -> bool:
    return _plain(words) in _plain(answer["text"])


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower().replace("&", " and ")).strip()
