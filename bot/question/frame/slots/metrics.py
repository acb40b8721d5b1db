"""Which metrics are meant: subjects narrowed by the facets said anywhere in the question.

"How many new grievances" is the subject grievance with the facets count and new. Strict facets may
not be ignored; where no metric of a named subject has one, the parts do not go together.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.query.query import Choice
from bot.question.frame.mentions import Mentions
from bot.question.frame.slots.families import Family
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind

_APART = frozenset({",", ";", "?", "/", "+", ".", ":"})
MEASURES = frozenset({"fte", "rate", "headcount"})
"""Facets of how something is counted."""
_LISTING = frozenset({",", "?", ";"})


class ClashError(Exception):
    """Parts of the question do not go together."""


def metric_choices(mentions: Mentions, lexicon: Lexicon, *, joined: bool) -> tuple[Choice, ...]:
    """The metrics asked for, in the order of the question.

    `joined` says that the question holds an "and", so that "agency rate and FTE" is two metrics.

    Raises:
        ClashError: a strict facet fits none of the subjects.
    """
    named = _distinct(mentions.metrics or _weak(mentions, lexicon), lexicon)
    facets = list(dict.fromkeys(mentions.keys(Kind.FACET)))
    if not mentions.metrics:
        facets = [facet for facet in facets if facet not in mentions.measure_facets]
    weak = set(mentions.keys(Kind.WEAK_FACET))
    if joined and _says_rates(mentions) and "rate" not in facets:
        facets.append("rate")
    families = _apart([Family(choice, facets, weak, lexicon) for choice in named])
    _refuse_strangers(families, facets)
    _refuse_heaps(families, mentions, lexicon, joined=joined)
    if not joined:
        families = _shares(families, facets)
    chosen = [
        choice
        for family in families
        for choice in (
            _sure(family, joined=joined)
            if family.is_sure
            else _own_and_other(family, mentions)
            or _vague(family, joined=joined or _lists_facets(mentions))
        )
    ]
    return tuple(dict.fromkeys(chosen))


def _weak(mentions: Mentions, lexicon: Lexicon) -> list[Choice]:
    """Weak metrics; one that its own facet names leaves no room for a bare one of its subject.

    Nor for the people it is about: "how long have staff served".
    """
    weak = [one for one in mentions.found if one.kind is Kind.WEAK_METRIC]
    metrics = lexicon.directory.metrics
    measured = {metrics[one.choice[0]].subject for one in weak if one.measures}
    return [
        one.choice
        for one in weak
        if one.measures
        or not (
            metrics[one.choice[0]].subject in measured
            or (measured and one.choice == lexicon.people)
        )
    ]


def _lists_facets(mentions: Mentions) -> bool:
    """Whether facets stand in a row with marks between: "short, medium, long", "FTE? age?"."""
    places = sorted({one.at for one in mentions.found if one.kind is Kind.FACET})
    return any(
        right - left == 2 and mentions.words(left + 1) in _LISTING  # noqa: PLR2004 - a mark between
        for left, right in pairwise(places)
    )


def _distinct(choices: Sequence[Choice], lexicon: Lexicon) -> list[Choice]:
    """Mentions without repeats; a vague one gives way to a sure one of its subject."""
    metrics = lexicon.directory.metrics
    sure = {metrics[choice[0]].subject for choice in choices if len(choice) == 1}
    kept = [
        choice for choice in choices if len(choice) == 1 or metrics[choice[0]].subject not in sure
    ]
    return list({metrics[one[0]].subject if len(one) > 1 else one: one for one in kept}.values())


def _refuse_strangers(families: Sequence[Family], facets: Iterable[str]) -> None:
    """Refuse a facet that no named subject knows."""
    strangers = [one for one in facets if not any(one in family.known for family in families)]
    if families and strangers:
        raise ClashError(", ".join(strangers))


def _refuse_heaps(
    families: Sequence[Family], mentions: Mentions, lexicon: Lexicon, *, joined: bool
) -> None:
    """Refuse metrics with nothing between them: "sickness rate for agency staff"."""
    subjects = {family.subject for family in families}
    heap = [key for key in _left_aside(mentions, lexicon) if key not in subjects]
    if not heap and (len(families) == 1 or _named_together(mentions)):
        return
    if not (joined or _shares_out(mentions) or _are_listed(mentions)):
        raise ClashError(", ".join(family.subject for family in families))


def _named_together(mentions: Mentions) -> bool:
    """Whether no two phrases name a metric."""
    places = {one.at for one in mentions.found if one.kind is Kind.METRIC}
    return len(places) <= 1


def _shares_out(mentions: Mentions) -> bool:
    """Whether a share of one by another is asked for: "what % of budgeted FTE is permanent"."""
    rates = [one.at for one in mentions.found if one.kind is Kind.FACET and one.choice == ("rate",)]
    named = [one.at for one in mentions.found if one.kind is Kind.METRIC]
    return bool(rates and named) and min(rates) < min(named)


def _left_aside(mentions: Mentions, lexicon: Lexicon) -> list[str]:
    """Subjects of weak words beside a metric, but for measures and the people they count."""
    if not (mentions.metrics and mentions.weak_metrics):
        return []
    known = lexicon.directory.facets
    measures = {one.at for one in mentions.found if one.kind is Kind.WEAK_FACET or one.measures}
    return [
        lexicon.directory.metrics[one.choice[0]].subject
        for one in mentions.found
        if one.kind is Kind.WEAK_METRIC
        and one.at not in measures
        and one.choice != lexicon.people
        and "count" in known[one.choice[0]]
    ]


def _are_listed(mentions: Mentions) -> bool:
    """Whether marks set the metrics named apart: "headcount, vacancies"."""
    named = [one.at for one in mentions.found if one.kind in {Kind.METRIC, Kind.WEAK_METRIC}]
    return any(mentions.words(at) in _APART for at in range(min(named), max(named)))


def _says_rates(mentions: Mentions) -> bool:
    """Whether one plural is for all: "turnover, vacancy and agency rates"."""
    return any(mentions.words(at).endswith("rates") for at in range(len(mentions.spans)))


def _apart(families: Sequence[Family]) -> list[Family]:
    """Families but those that another is about: agency workers are whom conversions are about."""
    return [
        family
        for family in families
        if family.is_sure
        or not any(family.subject in other.known for other in families if other is not family)
    ]


def _shares(families: Sequence[Family], facets: Sequence[str]) -> list[Family]:
    """Those that a share can be asked of: in "what % of budgeted FTE is permanent" the second."""
    rated = [family for family in families if "rate" in family.known]
    return rated if rated and "rate" in facets else list(families)


def _vague(family: Family, *, joined: bool) -> list[Choice]:
    """A subject named without saying which of its metrics: those with the facets wanted."""
    wanted = family.wanted
    if not wanted:
        return [family.counted()]
    if not joined and set(wanted) == {"rate", "fte"}:  # a rate on an FTE basis
        wanted = ["rate"]
    return _by_facets(family, wanted, joined=joined)


def _own_and_other(family: Family, mentions: Mentions) -> list[Choice]:
    """Both measures of a subject: "perm FTE and rate"; none where one measure is meant."""
    own = family.facets[family.choice[0]] & family.strict & MEASURES
    joined = mentions.has("follow") and not mentions.has("compare", "or", "relation")
    if not (joined and own and family.wanted and own.isdisjoint(family.wanted)):
        return []
    return [family.counted(), *_by_facets(family, family.wanted, joined=True)]


def _sure(family: Family, *, joined: bool) -> list[Choice]:
    """A metric named in full, with further facets: a sibling, both, or a clash."""
    choice, own = family.choice, family.facets[family.choice[0]]
    extra = [facet for facet in family.wanted if facet not in own]
    if not extra or (extra == ["fte"] and "rate" in own and not joined):  # a rate on an FTE basis
        return [choice]
    strict = own & family.strict
    if both := family.exactly(strict | set(extra)):
        return [both]
    if joined:
        first = family.upgraded(strict, extra) or choice
        return [first, *(family.nearest(facet, strict | set(extra)) for facet in extra)]
    if strict:
        raise ClashError(", ".join(extra))
    return _by_facets(family, extra, joined=False)


def _by_facets(family: Family, wanted: Sequence[str], *, joined: bool) -> list[Choice]:
    """The metrics of the subject that have all facets wanted, or one for each where joined."""
    if fitting := family.having(wanted):
        return [family.plainest(fitting)]
    each = [family.nearest(facet, wanted) for facet in wanted] if joined else []
    if not all(each) or not each:
        raise ClashError(", ".join(wanted))
    return list(dict.fromkeys(each))
