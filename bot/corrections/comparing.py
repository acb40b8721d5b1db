"""What people know of a figure, held against what is held of it now."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.answer.values import Figure
from bot.loading.loads import SOURCE
from bot.reply.labels import amount
from db.corrections import Correction, GivenTo


@dataclass
class Known:
    """What people in a place know of a figure: since when, and each value as it was said.

    A place is a conversation and thread, or a person who asked privately, where `person` can be
    told; `nth` is how often it was told of a change.
    """

    channel: str
    thread: str
    person: str
    about: str
    label: str
    at: float
    values: dict[float, str] = field(default_factory=dict)
    nth: int = 0

    @property
    def place(self) -> str:
        """The place as it is written down."""
        return f"{self.channel} {self.thread}"


class How(StrEnum):
    """What became of a figure."""

    CORRECTED = "corrected"
    CONTRADICTED = "contradicted"
    PARTLY_WITHDRAWN = "partly withdrawn"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that is no longer as people know it: `now` is what they are told of it."""

    known: Known
    how: How
    now: tuple[Figure, ...]
    values: Mapping[float, str]

    @property
    def correction(self) -> Correction:
        """What is written down of it; `told_at` is left open."""
        says = json.dumps(list(self.values.items()), ensure_ascii=False)
        return Correction(self.known.place, self.known.about, self.known.nth + 1, says, 0.0)


def known_of(
    given: Iterable[GivenTo], told: Mapping[tuple[str, str], Correction]
) -> Iterator[Known]:
    """What each place knows of each figure: as last answered, or as last told since.

    `given` is oldest first.
    """
    found: dict[tuple[str, str], Known] = {}
    for one in given:
        known = _of(one)
        key = known.place, known.about
        if key in found and found[key].at == one.asked_at:
            known = found[key]
        found[key] = known
        known.values[one.value] = one.said
    for key, known in found.items():
        if key in told:
            _learn(known, told[key])
        yield known


def _of(one: GivenTo) -> Known:
    """Slack takes a person for the messages with them."""
    channel, thread = (one.person, "") if one.private else (one.channel, one.thread)
    return Known(channel, thread, one.person, one.about, one.label, one.asked_at)


def _learn(known: Known, told: Correction) -> None:
    known.nth = told.nth
    if told.told_at >= known.at:
        known.at = told.told_at
        known.values = dict(json.loads(told.says))


def changed(known: Known, held: Sequence[Figure]) -> Changed | None:
    """What is no longer as it is known; None where all of it is."""
    values = {one.value: amount(one) for one in held if one.value is not None}
    if not values:
        return Changed(known, How.WITHDRAWN, (), {}) if known.values else None
    new = tuple(one for one in held if one.value not in known.values)
    if not known.values:
        return Changed(known, How.RESTORED, new, values)
    if not known.values.keys() <= values.keys():
        how = How.CORRECTED if new else How.PARTLY_WITHDRAWN
        return Changed(known, how, new or tuple(held), values)
    loaded = tuple(one for one in new if is_loaded(one))
    if not loaded:
        return None
    said = {one.value: amount(one) for one in loaded if one.value is not None}
    return Changed(known, How.CONTRADICTED, loaded, {**known.values, **said})


def is_loaded(figure: Figure) -> bool:
    """Whether an administrator has loaded it, rather than somebody published it."""
    return figure.source.document == SOURCE.title
