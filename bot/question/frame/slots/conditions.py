"""Numbers that are conditions ("over 50%", "between 20 and 40") or limits ("top 3")."""

from dataclasses import dataclass

from bot.query.query import Comparison, Condition
from bot.question.frame.mentions import Mentions, Number
from bot.question.frame.moved import counts_moves

_COMPARISONS: dict[str, Comparison] = {
    "above": Comparison.OVER,
    "below": Comparison.UNDER,
    "at_least": Comparison.AT_LEAST,
    "at_most": Comparison.AT_MOST,
    "exactly": Comparison.EQUAL,
    "worse_than": Comparison.OVER,
    "better_than": Comparison.UNDER,
}
_OPPOSITES: dict[Comparison, Comparison] = {
    Comparison.OVER: Comparison.AT_MOST,
    Comparison.AT_MOST: Comparison.OVER,
    Comparison.UNDER: Comparison.AT_LEAST,
    Comparison.AT_LEAST: Comparison.UNDER,
    Comparison.EQUAL: Comparison.EQUAL,
}
_SUPERLATIVES = ("highest", "lowest", "worst", "best", "rank")
_MAXIMUM = frozenset({"max", "maximum", "limit", "cap", "target", "ceiling", "threshold"})
_SAID = frozenset({"number", "numbers", "nos", "figure", "figures", "things", "values", "stats"})
_BEING = frozenset({"is", "was", "its", "be", "are", "were", "at"})
_INSIDE = frozenset({"inside", "within", "exceed", "exceeding", "beyond", "under", "past"})
_CLAIMING = frozenset({"told", "heard", "thought", "quoted", "reckons", "says", "said", "claims"})
_CONFIRMING = frozenset({"true", "correct", "isnt", "wasnt", "arent"})
_OF_ALL = frozenset(
    {
        "of the",
        "of",
        "all",
        "all the",
        "of all",
        "both",
        "our",
        "of our",
        "its",
        "of its",
        "these",
        "those",
    }
)
_OF_THE = frozenset({"the", "across the", "across all"})
_BENCHMARKS = ("england", "region", "benchmark", "neighbours")
_THINGS = ("team_word", "organisation_word", "role_word", "month_word")
_UNITS_OF_TIME = frozenset(
    {
        *("minute", "minutes", "hour", "hours", "day", "days", "week", "weeks"),
        *("month", "months", "year", "years"),
    }
)
_MOST = 50
_NEAR = 2
"""A comparison and its number stand at most this many spans apart."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbers of a question say; `stray` ones say nothing that is understood."""

    conditions: tuple[Condition, ...]
    limit: int | None
    stray: tuple[Number, ...]
    names_target: bool = False


def numbers_of(mentions: Mentions) -> Numbers:
    """Sort the numbers of a question into conditions, a limit and strays."""
    if not mentions.numbers:
        return Numbers((), None, (), names_target=_maximum_meant(mentions))
    conditions: list[Condition] = []
    limit: int | None = None
    stray: list[Number] = []
    targets = [number for number in mentions.numbers if _describes_target(number, mentions)]
    if between := _between(mentions):
        return Numbers(between, None, ())
    for number in mentions.numbers:
        comparison = _comparison(number, mentions) or _before_than(number, mentions)
        if number in targets or _only_counts(number, mentions) or counts_moves(number.at, mentions):
            continue
        if comparison is None and _is_stated(number, mentions):
            comparison = Comparison.EQUAL
        if comparison and not _is_duration(number, mentions):
            conditions.append(Condition(comparison, number.value, number.percent))
        elif limit is None and _is_limit(number, mentions):
            limit = int(number.value)
        else:
            stray.append(number)
    return Numbers(
        tuple(conditions),
        limit,
        tuple(stray),
        names_target=bool(targets) or _maximum_meant(mentions),
    )


def _is_duration(number: Number, mentions: Mentions) -> bool:
    """Whether it is a length of time, which narrows what is asked: "vacancies over 6 months"."""
    return mentions.words(number.at + 1) in _UNITS_OF_TIME


def _is_stated(number: Number, mentions: Mentions) -> bool:
    """Whether it is what a figure is said to be: "is it 55%?", "9 grievances, true?"."""
    if mentions.has("have") and mentions.has("which", "month_word", "by_month"):
        return True
    if any(token.word in _CONFIRMING for token in mentions.tokens):
        return True
    if [token.word for token in mentions.tokens if token.is_word][-1:] == ["right"]:
        return True
    before = {mentions.words(number.at - back) for back in (1, 2, 3)}
    before.add(mentions.tokens[0].word)
    return number.percent and not before.isdisjoint(_BEING)


def _between(mentions: Mentions) -> tuple[Condition, ...] | None:
    """Both ends of "between 20 and 40"."""
    if len(mentions.numbers) != 2 or not _is_range(mentions):  # noqa: PLR2004 - two ends
        return None
    low, high = sorted(mentions.numbers, key=lambda number: number.value)
    percent = low.percent or high.percent
    return (
        Condition(Comparison.AT_LEAST, low.value, percent),
        Condition(Comparison.AT_MOST, high.value, percent),
    )


def _is_range(mentions: Mentions) -> bool:
    """Whether two numbers are ends: "between 20 and 40", "from 30% to 60%"."""
    if mentions.has("between"):
        return True
    first, second = mentions.numbers
    return mentions.words(first.at - 1) == "from" and "to" in {
        mentions.words(at) for at in range(first.at, second.at)
    }


def _comparison(number: Number, mentions: Mentions) -> Comparison | None:
    """The comparison just before the number ("over 50"), or just after ("50 or more")."""
    nearest: tuple[int, int, Comparison] | None = None
    for cue, comparison in _COMPARISONS.items():
        for at in mentions.cues.get(cue, ()):
            gap = number.at - at if at < number.at else at - number.at + 1
            reach = _NEAR if at < number.at else _NEAR + 1
            if gap <= reach and (nearest is None or gap < nearest[0]):
                nearest = (gap, at, comparison)
    if nearest is None:
        return None
    _, at, comparison = nearest
    return _OPPOSITES[comparison] if _is_denied(at, mentions) else comparison


def _is_denied(at: int, mentions: Mentions) -> bool:
    """Whether a "not" stands before a comparison, but no phrase of both: "did not go above"."""
    denials = {place for cue in ("not", "negated") for place in mentions.cues.get(cue, ())}
    denials |= {place for place in mentions.cues.get("zero", ()) if " " in mentions.words(place)}
    named = {one.at for one in mentions.found}
    return at - 1 in denials or (at - 2 in denials and at - 1 not in named)


def _before_than(number: Number, mentions: Mentions) -> Comparison | None:
    """The comparative of a "than" just before the number: "a lower agency rate than 50%"."""
    if mentions.words(number.at - 1) != "than":
        return None
    earlier = (
        (at, comparison)
        for cue, comparison in _COMPARISONS.items()
        for at in mentions.cues.get(cue, ())
        if at < number.at
    )
    return max(earlier, default=(0, None), key=lambda pair: pair[0])[1]


def _describes_target(number: Number, mentions: Mentions) -> bool:
    """Whether a number says again what the target is: "the max of 18", "under the 18 max"."""
    said = [at for cue in ("target", "on_target") for at in mentions.cues.get(cue, ())]
    of = mentions.words(number.at - 1) == "of"
    after = any(number.at - at == 1 + of for at in said)
    return after or mentions.words(number.at + 1) in _MAXIMUM


def _maximum_meant(mentions: Mentions) -> bool:
    """Whether a maximum is what is held against: "sit against the maximum"."""
    if not mentions.has("highest"):
        return False
    held_against = {
        at for cue in ("relation", "compare", "above", "below") for at in mentions.cues.get(cue, ())
    }
    return any(
        mentions.words(at) in _MAXIMUM
        and any(
            at - back in held_against or mentions.words(at - back) in _INSIDE for back in (1, 2, 3)
        )
        for at in mentions.cues.get("highest", ())
    )


def _only_counts(number: Number, mentions: Mentions) -> bool:
    """Whether it counts what is known anyway: "of the four Devon teams", "two numbers, please"."""
    claimed = any(mentions.words(number.at - back) in _CLAIMING for back in (1, 2))
    if claimed or mentions.words(number.at + 1) in _SAID or _tells_benchmark(number, mentions):
        return True
    before = mentions.words(number.at - 1)
    if before in _OF_ALL and mentions.has("which") and mentions.has(*_SUPERLATIVES):
        return True  # "which of the four is lowest"
    of_all = before in _OF_ALL or (before in _OF_THE and not mentions.has(*_SUPERLATIVES))
    return of_all and _counts_things(number, mentions)


def _tells_benchmark(number: Number, mentions: Mentions) -> bool:
    """Whether it says what the benchmark is: "against England's 17.8"."""
    said = {at for cue in _BENCHMARKS for at in mentions.cues.get(cue, ())}
    return number.at - 1 in said


def _counts_things(number: Number, mentions: Mentions) -> bool:
    """Whether teams, councils or roles follow, perhaps after a name: "three Devon teams"."""
    return any(
        0 < at - number.at <= _NEAR + 1 for cue in _THINGS for at in mentions.cues.get(cue, ())
    )


def _is_limit(number: Number, mentions: Mentions) -> bool:
    whole = number.value == int(number.value) and 1 <= number.value <= _MOST and not number.percent
    superlative = any(
        abs(number.at - at) <= 1 for cue in _SUPERLATIVES for at in mentions.cues.get(cue, ())
    )
    return whole and (
        superlative or (mentions.has(*_SUPERLATIVES) and _counts_things(number, mentions))
    )
