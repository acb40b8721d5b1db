"""What a heading, a label or a title names, by the same matching as a question."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.query.period import Period
from bot.query.query import Choice, Correction, Query, Unclear
from bot.question import Lexicon, Understanding, read
from bot.question.cover import Part, Span
from bot.question.lexicon.entry import Kind
from bot.question.periods import find_periods

_UNITS = {"%": "%", "rate": "%", "percentage": "%", "fte": "FTE", "wte": "FTE", "posts": "posts"}
_HARMLESS = frozenset(
    """
    a all an and are as at by current currently each end figure figures for from how in is latest
    many month monthly no number of on or our overall per percentage position rate s so team teams
    that the their this to total we what with workforce year
    """.split()
)
"""What stands beside the name of a metric in headings and labels and changes nothing of it."""
_PEOPLE = frozenset({"headcount", "people", "number", "persons", "heads"})


@dataclass(frozen=True, slots=True)
class Words:
    """What a text names; a choice lists the keys that one mention may mean.

    `unknown` are words that name nothing, `corrections` those read as others, and `beside` those
    that belong to a question and may turn a name into something else: "still to fill" is no post
    filled. `alone` says that a period is all there is.
    """

    metrics: Choice = ()
    places: tuple[Choice, ...] = ()
    role_groups: tuple[Choice, ...] = ()
    periods: tuple[Period, ...] = ()
    unknown: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    beside: tuple[str, ...] = ()
    alone: bool = False


class Wording:
    """Reads texts, each once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._read: dict[str, Words] = {}

    def words(self, text: str) -> Words:
        """What a text names."""
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = self._words(text)
        return found

    def _words(self, text: str) -> Words:
        understood = read(text, self.lexicon)
        spans = understood.covers[0].spans if understood.covers else ()
        if not spans:  # no question is a date alone
            dates = find_periods([token.word for token in understood.tokens])
            return Words(periods=tuple(one.period for one in dates), alone=bool(dates))
        return Words(
            metrics=self._metrics(understood, text),
            places=self._named(spans, Kind.PLACE),
            role_groups=self._named(spans, Kind.ROLE_GROUP),
            periods=tuple(span.period for span in spans if span.period),
            unknown=_unknown(understood, spans),
            corrections=understood.corrections,
            beside=_beside(understood, spans),
            alone=any(span.period for span in spans) and all(map(_is_of_time, spans)),
        )

    def _named(self, spans: Iterable[Span], kind: Kind) -> tuple[Choice, ...]:
        """The choices of a kind among what the spans may mean."""
        found = []
        for span in spans:
            if not span.entry:
                continue
            for alternative in self.lexicon.alternatives(span.entry):
                choices = [choice for one, choice in alternative if one is kind]
                if choices:
                    found.append(choices[0])
                    break
        return tuple(dict.fromkeys(found))

    def _metrics(self, understood: Understanding, text: str) -> Choice:
        reading = understood.reading
        if isinstance(reading, Unclear):
            reading = reading.readings[0]
        if not isinstance(reading, Query) or len(reading.metrics) != 1 or reading.unread:
            return ()
        return self._of_unit(reading.metrics[0], text.lower().replace("(%)", " %").split())

    def _of_unit(self, choice: Choice, said: list[str]) -> Choice:
        """Of several metrics, those with the unit that the text itself says."""
        units = {_UNITS[word] for word in said if word in _UNITS}
        units |= {"people"} if _PEOPLE & set(said) else set()
        metrics = self.lexicon.directory.metrics
        return tuple(key for key in choice if metrics[key].unit in units) or choice


def _unknown(understood: Understanding, spans: Iterable[Span]) -> tuple[str, ...]:
    tokens = understood.tokens
    return tuple(tokens[span.start].written for span in spans if span.part is Part.UNKNOWN)


def _beside(understood: Understanding, spans: Iterable[Span]) -> tuple[str, ...]:
    """The words of fillers and cues that do turn what they stand beside."""
    idle = [one for one in spans if one.entry and one.entry.kind in {Kind.FILLER, Kind.CUE}]
    words = [token.word for one in idle for token in understood.tokens[one.start : one.end]]
    return tuple(word for word in words if word.isalpha() and word not in _HARMLESS)


def _is_of_time(span: Span) -> bool:
    """Whether a span is a period, or says nothing."""
    idle = span.part is Part.SYMBOL or (span.entry and span.entry.kind in {Kind.FILLER, Kind.CUE})
    return bool(span.period or idle)
