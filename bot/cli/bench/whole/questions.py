"""Questions for whole answers, by what they ask for, of councils in turn."""

from collections.abc import Mapping
from random import Random

from bot.query.directory import Directory

_RATES = ("agency rate", "vacancy rate", "turnover rate", "average caseload", "sickness rate")
_ASKED: Mapping[str, tuple[str, ...]] = {
    "a figure beside England": ("{rate} in {council}", "{council} {rate}"),
    "a change": ("how has {council}'s {rate} changed", "{rate} in {council} since 2019"),
    "every point": ("{council} {rate} by year", "{rate} in {council}, trend"),
    "against England": ("{council} {rate} against England",),
    "against the region": ("is {council}'s {rate} above the regional average",),
    "against neighbours": ("{council} {rate} vs statistical neighbours",),
    "its rank": ("rank {council} {rate}",),
    "the lowest of all": ("which council has the lowest {rate}",),
    "what it would take": ("what would it take to get {council}'s {rate} to England's",),
}


def questions(directory: Directory, count: int) -> dict[str, list[str]]:
    """So many questions of each sort, the same in every run."""
    random = Random(count)  # noqa: S311 - the same questions in every run
    councils = [
        one.short_name for one in directory.catalogue.organisations if one.kind == "council"
    ]
    return {
        sort: [
            random.choice(words).format(rate=random.choice(_RATES), council=random.choice(councils))
            for _ in range(count)
        ]
        for sort, words in _ASKED.items()
    }
