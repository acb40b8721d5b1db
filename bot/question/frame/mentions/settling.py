"""Which senses of a question's words the sure words beside them leave."""

from collections.abc import Sequence

from bot.question.cover import Span
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind
from bot.question.lexicon.senses import Alternative
from bot.question.text.tokens import Token

_TOGETHER: Alternative = ((Kind.CUE, ("together",)),)
_EVERYTHING: Alternative = ((Kind.CUE, ("everything",)),)
_LISTING: tuple[Alternative, ...] = (
    ((Kind.CUE, ("each",)),),
    ((Kind.CUE, ("by_kind",)),),
    _EVERYTHING,
)
_JOINING = frozenset({"and", "&", "or", "nd"})


def settled(
    choices: list[tuple[Alternative, ...]],
    tokens: Sequence[Token],
    spans: Sequence[Span],
    lexicon: Lexicon,
) -> list[tuple[Alternative, ...]]:
    """The choices without the senses that the sure words beside them rule out.

    "SW agency rate Devon" is about social workers, for Devon is the place; in "leavers at ASYE
    level" the metric is leavers, so the ASYEs are the people. Things listed side by side rule out
    nothing, but after a comma a group's own name still means the group.
    """
    if max(map(len, choices)) == 1:
        return choices
    choices = _without_places_named(choices)
    sure = {choice[0][0][0] for choice in choices if len(choice) == 1 and choice[0]}
    if any(choice[0] == _EVERYTHING for choice in choices):
        sure.add(Kind.METRIC)
    alone = [choice[0] for choice in choices if len(choice) == 1]
    listed = any(one in alone for one in _LISTING)
    settled = [
        _as_list(choice) if listed or _is_named(choice, alone) else _as_sum(choice, alone)
        for choice in choices
    ]
    if Kind.PLACE in sure:
        settled = [_without(choice, Kind.PLACE, Kind.ROLE_GROUP) for choice in settled]
    if Kind.METRIC in sure:
        lists = any(_sets_apart(tokens, span) for span in spans)
        settled = [
            choice
            if len(choice) == 1
            or (lists and not _names_group(span, lexicon))
            or _is_joined(at, settled, tokens, spans)
            else _without(choice, Kind.METRIC, Kind.ROLE_GROUP)
            for at, (choice, span) in enumerate(zip(settled, spans, strict=True))
        ]
    return settled


def _without_places_named(choices: list[tuple[Alternative, ...]]) -> list[tuple[Alternative, ...]]:
    """The choices without places that another word names for sure: in "C&F v CP" CP is another."""
    named = {choice[0] for choice in choices if len(choice) == 1 and _is_place(choice[0])}
    kept = [tuple(one for one in choice if one not in named) for choice in choices]
    return [
        rest if len(choice) > 1 and rest else choice
        for choice, rest in zip(choices, kept, strict=True)
    ]


def _is_place(one: Alternative) -> bool:
    return len(one) == 1 and one[0][0] is Kind.PLACE


def _as_sum(
    choice: tuple[Alternative, ...], alone: Sequence[Alternative]
) -> tuple[Alternative, ...]:
    """Two metrics or their sum: "agency and permanent" is the sum beside "total" or its name."""
    if len(choice) == 1:
        return choice
    counts = [sum(kind is Kind.METRIC for kind, _ in one) for one in choice]
    if len(set(counts)) < 2 or 0 in counts:  # noqa: PLR2004 - two ways to read it
        return choice
    total = _TOGETHER in alone or any(one in alone for one in choice)
    wanted = min(counts) if total else max(counts)
    return tuple(one for one, count in zip(choice, counts, strict=True) if count == wanted)


def _is_named(choice: tuple[Alternative, ...], alone: Sequence[Alternative]) -> bool:
    """Whether several of what a word may mean are named: "HR cases: grievances, disciplinaries"."""
    return len(choice) > 1 and sum(one in alone for one in choice) > 1


def _as_list(choice: tuple[Alternative, ...]) -> tuple[Alternative, ...]:
    """All that a word may mean, where each is asked for: "HR cases of each type"."""
    if any(len(one) != 1 or one[0][0] is not Kind.METRIC for one in choice):
        return choice
    return (tuple(one[0] for one in choice),)


def _sets_apart(tokens: Sequence[Token], span: Span) -> bool:
    """Whether it sets things side by side: a comma, an "and", a "vs"."""
    return tokens[span.start].word == "," or _joins(tokens, span)


def _joins(tokens: Sequence[Token], span: Span) -> bool:
    return tokens[span.start].word in _JOINING or bool(
        span.entry and span.entry.senses[0][0].key == "compare"
    )


def _is_joined(
    at: int,
    choices: Sequence[tuple[Alternative, ...]],
    tokens: Sequence[Token],
    spans: Sequence[Span],
) -> bool:
    """Whether an "and" or a "vs" sets a span beside a sure metric: "leavers and ASYEs"."""
    return any(
        0 <= at + 2 * way < len(spans)
        and _joins(tokens, spans[at + way])
        and _is_metric(choices[at + 2 * way])
        for way in (-1, 1)
    )


def _is_metric(choice: tuple[Alternative, ...]) -> bool:
    return len(choice) == 1 and bool(choice[0]) and choice[0][0][0] is Kind.METRIC


def _names_group(span: Span, lexicon: Lexicon) -> bool:
    """Whether the words are a role group's own name, not one of its aliases."""
    return span.entry is not None and span.entry.text in lexicon.group_names


def _without(choice: tuple[Alternative, ...], kind: Kind, other: Kind) -> tuple[Alternative, ...]:
    """The alternatives that do not lead with a kind, where some lead with the other."""
    if len(choice) == 1:
        return choice
    kept = tuple(one for one in choice if not one or one[0][0] is not kind)
    return kept if any(one and one[0][0] is other for one in kept) else choice
