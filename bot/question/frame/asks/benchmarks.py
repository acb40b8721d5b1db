"""Figures held against a target, England or a region, and those figures themselves."""

from dataclasses import replace
from datetime import date

from bot.query.period import Period
from bot.query.query import Against, Choice, Dimension, Intent, Query, Slot
from bot.query.query import Kind as FigureKind
from bot.question.frame.asks.frame import Frame
from bot.question.frame.asks.talk import PAPERS
from bot.question.frame.mentions import Mentions
from bot.question.frame.slots.dimensions import dimension_of
from bot.question.frame.slots.metrics import ClashError
from bot.question.frame.slots.places import organisation_of
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind
from bot.question.periods.edges import covered

_REFERENCES: dict[str, Against] = {
    "england": Against.ENGLAND,
    "region": Against.REGION,
    "neighbours": Against.NEIGHBOURS,
    "benchmark": Against.ANY,
}


def target(frame: Frame, lexicon: Lexicon) -> Query | None:
    """Hold a figure against its target ("within target"), or ask for the target itself."""
    named = frame.mentions.has("target") or frame.numbers.names_target
    if named and frame.related and _is_about_teams(frame.mentions):
        raise ClashError("target")  # "which teams are over their target": each has its own
    if frame.mentions.has("on_target") or (named and frame.related):
        return replace(frame.base, intent=Intent.BENCHMARK, against=Against.TARGET, conditions=())
    if named:
        metrics = _with_rates(frame.slots.metrics, lexicon)
        return replace(frame.base, metrics=metrics, kind=FigureKind.TARGET)
    return None


def benchmark(frame: Frame, lexicon: Lexicon) -> Query | None:
    """A figure beside England, the region or another benchmark, or the benchmark's own figure."""
    against = _reference(frame, lexicon)
    if not against:
        return None
    if _is_about_teams(frame.mentions):
        raise ClashError(against)  # "which teams are below England": each has its own basis
    own = tuple(choice for choice in frame.slots.places if _kind_of(choice, lexicon) == "council")
    both = frame.mentions.has("follow") or against is Against.ENGLAND
    named = own and both and Slot.PLACE not in frame.slots.inherited
    if frame.related or (named and not _names_paper(frame.mentions)):
        metrics = _with_rates(frame.slots.metrics, lexicon)
        return replace(
            frame.base,
            intent=Intent.BENCHMARK,
            metrics=metrics,
            places=own,
            periods=_without_wider(frame.slots.periods),
            against=against,
            conditions=(),
        )
    return _reference_figure(frame, against, own, lexicon)


def _is_about_teams(mentions: Mentions) -> bool:
    """Whether several teams are held against it: "teams above England"."""
    if mentions.has("which") and dimension_of(mentions) is Dimension.TEAM:
        return True
    several = any(mentions.words(at).endswith("s") for at in mentions.cues.get("team_word", ()))
    return several and mentions.has("above", "below")


def _names_paper(mentions: Mentions) -> bool:
    """Whether a council only says which paper is meant: "England in the Devon report"."""
    return any(
        one.kind is Kind.PLACE and mentions.words(one.at + 1) in PAPERS for one in mentions.found
    )


def _without_wider(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """The figure's own periods: in "July 2023 against the 2023 figure" the year is the other's."""
    days = [covered(one) for one in periods]
    return tuple(
        period
        for period, own in zip(periods, days, strict=True)
        if not any(own and other and own != other and _holds(own, other) for other in days)
    )


def _holds(wide: tuple[date, date], narrow: tuple[date, date]) -> bool:
    return wide[0] <= narrow[0] and narrow[1] <= wide[1]


def _reference(frame: Frame, lexicon: Lexicon) -> Against | None:
    """What is held against, by a cue or by naming England or a region beside a council."""
    kinds = {_kind_of(choice, lexicon) for choice in frame.slots.places}
    if kinds == {"nation"} and any("/" in choice[0] for choice in frame.slots.places):
        return None
    for cue, against in _REFERENCES.items():
        if cue in frame.mentions.cues:
            return against
    if "council" not in kinds:
        return None
    if "nation" in kinds:
        return Against.ENGLAND
    return Against.REGION if "region" in kinds else None


def _kind_of(choice: Choice, lexicon: Lexicon) -> str:
    return lexicon.directory.kinds.get(organisation_of(choice[0]), "council")


def _with_rates(metrics: tuple[Choice, ...], lexicon: Lexicon) -> tuple[Choice, ...]:
    """Benchmarks and targets are mostly rates, so a vague subject means its rate first."""
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
    metrics = _with_rates(frame.slots.metrics, lexicon)
    if against is Against.ENGLAND:
        return replace(frame.base, metrics=metrics, places=(("england",),))
    if against is Against.REGION:
        return replace(frame.base, metrics=metrics, places=(_regions(own, lexicon),))
    if against is Against.NEIGHBOURS:
        return replace(frame.base, intent=Intent.BENCHMARK, metrics=metrics, against=against)
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
