"""What kind of answer the mentions ask for, and the query that says it."""

from dataclasses import dataclass, field, replace

from bot.query.period import Future, Latest, Past, Period, Point, Since, Span, Undated
from bot.query.query import (
    Against,
    Choice,
    Comparison,
    Condition,
    Dimension,
    Intent,
    Order,
    Query,
    Slot,
)
from bot.query.query import Kind as FigureKind
from bot.question.frame.conditions import Numbers
from bot.question.frame.dimensions import WHOLE_LISTS, dimension_of, order_of
from bot.question.frame.mentions import Mentions
from bot.question.frame.places import organisation_of
from bot.question.frame.thread import continued
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind

_RELATIONS = ("relation", "above", "below", "better_than", "worse_than", "compare")
_REFERENCES: dict[str, Against] = {
    "england": Against.ENGLAND,
    "region": Against.REGION,
    "neighbours": Against.NEIGHBOURS,
    "benchmark": Against.ANY,
}
_COMPARATIVE = ("better_than", "worse_than", "above", "below", "change")
_KINDS: dict[str, FigureKind] = {
    "forecast_kind": FigureKind.PLANNED,
    "benchmark_kind": FigureKind.BENCHMARK,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The slots of a question, before it is known what is asked of them."""

    mentions: Mentions
    metrics: tuple[Choice, ...]
    places: tuple[Choice, ...]
    role_groups: tuple[Choice, ...]
    periods: tuple[Period, ...]
    numbers: Numbers
    inherited: frozenset[Slot] = field(default=frozenset())

    @property
    def base(self) -> Query:
        """The plain figure of these slots."""
        return Query(
            Intent.FIGURE,
            self.metrics,
            self.places,
            self.role_groups,
            self.periods,
            formula="dfe" if self.mentions.has("dfe") else None,
            conditions=self.numbers.conditions,
            inherited=self.inherited,
        )


def query_of(frame: Frame, lexicon: Lexicon, thread: Query | None) -> Query:
    """The query of a frame that names a metric."""
    query = _asked(frame, lexicon)
    return continued(query, frame.inherited, thread) if thread else query


def _asked(frame: Frame, lexicon: Lexicon) -> Query:
    for rule in (_target, _benchmark, _ranking, _series, _list, _change):
        if query := rule(frame, lexicon):
            return query
    for cue, kind in _KINDS.items():
        if frame.mentions.has(cue):
            return replace(frame.base, kind=kind)
    return frame.base


def _related(frame: Frame) -> bool:
    """Whether the question holds one thing against another."""
    return frame.mentions.has(*_RELATIONS)


def _target(frame: Frame, _lexicon: Lexicon) -> Query | None:
    """Hold a figure against its target ("within target"), or ask for the target itself."""
    named = frame.mentions.has("target") or frame.numbers.names_target
    if frame.mentions.has("on_target") or (named and _related(frame)):
        return replace(frame.base, intent=Intent.BENCHMARK, against=Against.TARGET, conditions=())
    if named:
        return replace(frame.base, kind=FigureKind.TARGET)
    return None


def _benchmark(frame: Frame, lexicon: Lexicon) -> Query | None:
    """A figure beside England, the region or another benchmark, or the benchmark's own figure."""
    against = _reference(frame, lexicon)
    if not against:
        return None
    own = tuple(choice for choice in frame.places if _kind_of(choice, lexicon) == "council")
    joined = frame.mentions.has("follow") and bool(frame.mentions.of(Kind.PLACE))
    if _related(frame) or (own and joined and Slot.PLACE not in frame.inherited):
        metrics = _with_rates(frame.metrics, lexicon)
        return replace(
            frame.base,
            intent=Intent.BENCHMARK,
            metrics=metrics,
            places=own,
            against=against,
            conditions=(),
        )
    return _reference_figure(frame, against, own, lexicon)


def _reference(frame: Frame, lexicon: Lexicon) -> Against | None:
    """What is held against, by a cue or by naming England or a region beside a council."""
    kinds = {_kind_of(choice, lexicon) for choice in frame.places}
    if kinds == {"nation"} and any("/" in choice[0] for choice in frame.places):
        return None
    for cue, against in _REFERENCES.items():
        if frame.mentions.has(cue):
            return against
    if "council" not in kinds:
        return None
    if "nation" in kinds:
        return Against.ENGLAND
    return Against.REGION if "region" in kinds else None


def _kind_of(choice: Choice, lexicon: Lexicon) -> str:
    return lexicon.directory.kinds.get(organisation_of(choice[0]), "council")


def _with_rates(metrics: tuple[Choice, ...], lexicon: Lexicon) -> tuple[Choice, ...]:
    """Benchmarks are published as rates, so a vague subject means its rate first."""
    return tuple(_rate_first(choice, lexicon) if len(choice) > 1 else choice for choice in metrics)


def _rate_first(choice: Choice, lexicon: Lexicon) -> Choice:
    siblings = lexicon.directory.subjects[lexicon.directory.metrics[choice[0]].subject]
    rates = [
        key
        for key in siblings
        if lexicon.strict_facets & set(lexicon.directory.metrics[key].facets) == {"rate"}
    ]
    return tuple(dict.fromkeys((*rates, *choice)))


def _reference_figure(
    frame: Frame, against: Against, own: tuple[Choice, ...], lexicon: Lexicon
) -> Query:
    metrics = _with_rates(frame.metrics, lexicon)
    if against is Against.ENGLAND:
        return replace(frame.base, metrics=metrics, places=(("england",),))
    if against is Against.REGION:
        return replace(frame.base, metrics=metrics, places=(_regions(own, lexicon),))
    return replace(frame.base, metrics=metrics, kind=FigureKind.BENCHMARK)


def _regions(own: tuple[Choice, ...], lexicon: Lexicon) -> Choice:
    """The regions of the councils named, or all of them."""
    councils = {choice[0].partition("/")[0] for choice in own}
    named = [
        one.region
        for one in lexicon.directory.catalogue.organisations
        if one.key in councils and one.region
    ]
    return tuple(named) or tuple(
        key for key, kind in lexicon.directory.kinds.items() if kind == "region"
    )


def _ranking(frame: Frame, lexicon: Lexicon) -> Query | None:
    order = order_of(frame.mentions)
    if order is None:
        return None
    if extreme := _extreme(frame, order, lexicon):
        return extreme
    if len(frame.places) > 1 and not frame.mentions.has(*WHOLE_LISTS) and not frame.numbers.limit:
        return frame.base  # "which is higher, Assessment or Corporate Parenting": both are told
    by = dimension_of(frame.mentions) or _default_dimension(frame)
    limit = frame.numbers.limit
    if limit is None and not frame.mentions.has(*WHOLE_LISTS):
        limit = 1
    return replace(frame.base, intent=Intent.RANK, by=by, order=order, limit=limit)


def _extreme(frame: Frame, order: Order, lexicon: Lexicon) -> Query | None:
    """Ask for a metric's own maximum, where no teams are ranked: "the most they can earn"."""
    facet = {Order.HIGHEST: "maximum", Order.LOWEST: "minimum"}.get(order, "")
    vague = [choice for choice in frame.metrics if len(choice) > 1]
    if not vague or dimension_of(frame.mentions) or len(frame.metrics) > 1:
        return None
    fitting = tuple(key for key in vague[0] if facet in lexicon.directory.metrics[key].facets)
    return replace(frame.base, metrics=(fitting,)) if fitting else None


def _default_dimension(frame: Frame) -> Dimension:
    if frame.mentions.has("who") and not frame.places:
        return Dimension.ORGANISATION
    return Dimension.TEAM


def _series(frame: Frame, lexicon: Lexicon) -> Query | None:
    by_month = _dimension(frame, lexicon) is Dimension.MONTH
    if not frame.mentions.has("series") and not by_month:
        return None
    conditions = frame.numbers.conditions or _presence(frame.mentions, Dimension.MONTH)
    if conditions and by_month:
        return replace(frame.base, intent=Intent.LIST, by=Dimension.MONTH, conditions=conditions)
    return replace(frame.base, intent=Intent.SERIES)


def _dimension(frame: Frame, lexicon: Lexicon) -> Dimension | None:
    one_team = any(lexicon.directory.is_smallest(choice[0]) for choice in frame.places)
    conditional = (
        bool(frame.numbers.conditions)
        or frame.mentions.has("zero", "any")
        or _those_with(frame.mentions)
    )
    by = dimension_of(frame.mentions, conditional=conditional)
    if one_team and by is Dimension.TEAM:
        return by if frame.mentions.has("by_team") else None
    return by


def _list(frame: Frame, lexicon: Lexicon) -> Query | None:
    by = _dimension(frame, lexicon)
    conditions = frame.numbers.conditions or _presence(frame.mentions, by)
    if by is None and not frame.mentions.has("each"):
        return None
    if (by is None or frame.mentions.has("by_kind")) and len(frame.metrics) > 1:
        return None  # "list headcount and FTE": the metrics are the list
    if by is None and (len(frame.places) > 1 or len(frame.role_groups) > 1):
        return None
    return replace(frame.base, intent=Intent.LIST, by=by or Dimension.TEAM, conditions=conditions)


def _presence(mentions: Mentions, by: Dimension | None) -> tuple[Condition, ...]:
    """Read "which teams have vacancies" and "which sections use no agency workers"."""
    if by is None or mentions.has("each"):
        return ()
    if mentions.has("zero"):
        return (Condition(Comparison.EQUAL, 0.0),)
    if (
        mentions.has("any")
        or _those_with(mentions)
        or (mentions.has("have") and mentions.has("which", "by_team", "by_role", "by_organisation"))
    ):
        return (Condition(Comparison.OVER, 0.0),)
    return ()


def _those_with(mentions: Mentions) -> bool:
    """Whether some of several are asked for: "sections with permanent employees"."""
    having = mentions.cues.get("have", ())
    things = ("team_word", "organisation_word", "role_word")
    return any(
        at + 1 in having and mentions.words(at).endswith("s")
        for cue in things
        for at in mentions.cues.get(cue, ())
    )


def _change(frame: Frame, _lexicon: Lexicon) -> Query | None:
    if frame.mentions.has("published_change"):
        return replace(frame.base, kind=FigureKind.CHANGE)
    if since := _compared_with_then(frame):
        return replace(frame.base, intent=Intent.CHANGE, periods=(since,))
    if _spans_time(frame) or frame.mentions.has("change", "up", "down", "moves"):
        return replace(frame.base, intent=Intent.CHANGE)
    return None


def _compared_with_then(frame: Frame) -> Period | None:
    """The stretch from a time that now is compared with: "any better than in July"."""
    compared = frame.mentions.has(*_COMPARATIVE) and _says_than(frame.mentions)
    if not compared or frame.numbers.conditions or len(frame.periods) != 1:
        return None
    period = frame.periods[0]
    vague = isinstance(period, Latest | Undated | Future)
    return Since(period) if isinstance(period, Point) and not vague else None


def _says_than(mentions: Mentions) -> bool:
    return any(mentions.words(at).endswith("than") for at in range(len(mentions.spans)))


def _spans_time(frame: Frame) -> bool:
    """Whether the periods are two ends, or a stretch to now, or one between which is compared."""
    if any(isinstance(period, Since | Past) for period in frame.periods):
        return True
    ends = len(frame.periods) == 2 or any(isinstance(one, Span) for one in frame.periods)  # noqa: PLR2004 - two ends
    return ends and _related(frame) and not frame.numbers.conditions
