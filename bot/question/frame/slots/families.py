"""The metrics of one subject, told apart by their facets."""

from collections.abc import Collection, Iterable, Sequence

from bot.query.query import Choice
from bot.question.lexicon import Lexicon


class Family:
    """The siblings of a mention's metrics, and what the question says to choose among them.

    `wanted` are the strict facets said that the subject knows, `weak` those that only prefer.
    """

    def __init__(
        self, choice: Choice, said: Sequence[str], weak: Collection[str], lexicon: Lexicon
    ) -> None:
        directory = lexicon.directory
        self.choice = choice
        self.subject = directory.metrics[choice[0]].subject
        self.keys = directory.subjects[self.subject]
        self.facets = directory.facets
        self.strict = lexicon.strict_facets
        self.known = directory.facets_of_subjects[self.subject]
        self.wanted = [facet for facet in said if facet in self.known]
        self.weak = self.known & set(weak)

    @property
    def is_sure(self) -> bool:
        """Whether the words name one metric."""
        return len(self.choice) == 1

    def counted(self) -> Choice:
        """The metrics meant, those with most weak facets first; "how many" wants a count."""
        counting = tuple(key for key in self.choice if "count" in self.facets[key])
        kept = counting if "count" in self.weak and counting else self.choice
        return tuple(sorted(kept, key=lambda key: len(self.weak - self.facets[key])))

    def having(self, wanted: Iterable[str]) -> list[str]:
        """The metrics with all these facets."""
        return [key for key in self.keys if self.facets[key].issuperset(wanted)]

    def exactly(self, strict: Collection[str]) -> Choice:
        """The metrics with exactly these strict facets: "long term sickness, %"."""
        return tuple(key for key in self.keys if self._strict(key) == set(strict))

    def plainest(self, keys: Sequence[str]) -> Choice:
        """Those with the fewest strict facets, the ones that were named first."""
        fewest = min(len(self._strict(key)) for key in keys)
        plain = [key for key in keys if len(self._strict(key)) == fewest]
        return tuple(sorted(plain, key=lambda key: (key not in self.choice, self.keys.index(key))))

    def upgraded(self, own: Collection[str], extra: Iterable[str]) -> Choice:
        """A named metric with one facet more: in "short v long term, %" the % is for both."""
        if not own:
            return ()
        fits = (self.exactly({*own, facet}) for facet in extra)
        return next((keys for keys in fits if keys), ())

    def nearest(self, facet: str, wanted: Collection[str]) -> Choice:
        """The metric with one facet that shares most of what else is said and adds least."""
        having = self.having([facet])
        if not having:
            return ()
        return (max(having, key=lambda key: self._nearness(key, wanted)),)

    def _nearness(self, key: str, wanted: Collection[str]) -> tuple[int, int, int]:
        strict = self._strict(key)
        weak = len(self.weak & self.facets[key] - {"count"})
        return weak, len(strict & set(wanted)), -len(strict - set(wanted))

    def _strict(self, key: str) -> frozenset[str]:
        return self.facets[key] & self.strict
