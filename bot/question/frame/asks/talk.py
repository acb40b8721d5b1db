"""Questions about Muster itself: definitions, what is held, help and thanks."""

from bot.query.query import Choice, Intent, NotUnderstood, Query
from bot.question.frame.mentions import Mention, Mentions
from bot.question.frame.slots.metrics import ClashError, metric_choices
from bot.question.frame.slots.places import place_choices
from bot.question.frame.slots.roles import role_choices
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind

_CONTEXT = (
    "change",
    "england",
    "region",
    "compare",
    "relation",
    "above",
    "below",
    "series",
    "each",
)


def talk_of(
    mentions: Mentions, lexicon: Lexicon, thread: Query | None
) -> Query | NotUnderstood | None:
    """The query of a question about words, holdings or help; None where a figure is asked for."""
    if query := _definition(mentions, lexicon, thread):
        return query
    if mentions.unknown or mentions.of(Kind.TERM):
        return None
    return _about_holdings(mentions, lexicon, thread) or _small_talk(mentions)


def _definition(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> Query | None:
    if not (mentions.terms or mentions.has("define", "define_as", "how_made")):
        return None
    named = mentions.metrics or mentions.weak_metrics
    follows = thread is not None and mentions.has("follow", "that")
    asks = (
        mentions.has("define")
        or _ends_with_mean(mentions)
        or (mentions.has("define_as") and "rate" not in mentions.keys(Kind.FACET))
    )
    bare = not follows and (_bare_term(mentions) or _two_terms(mentions))
    if (asks or bare) and mentions.terms:
        return Query(Intent.DEFINITION, terms=tuple(dict.fromkeys(mentions.terms)))
    wanted = named and (asks or mentions.has("how_made"))
    metrics = _metrics(mentions, lexicon)[:1] if wanted else ()
    return Query(Intent.DEFINITION, metrics) if metrics else None


def _ends_with_mean(mentions: Mentions) -> bool:
    """Whether it asks for a meaning at its end: "ASYE means?"; "mean vacancies" is an average."""
    words = [token.word for token in mentions.tokens if token.is_word]
    return words[-1:] in (["mean"], ["means"]) and words[-2:-1] != ["i"]


def _two_terms(mentions: Mentions) -> bool:
    """Whether words are asked about: "what's the difference between headcount and FTE"."""
    if not mentions.has("compare") or len(set(mentions.terms)) < 2:  # noqa: PLR2004 - two words
        return False
    scoped = any(one.kind in {Kind.PLACE, Kind.ROLE_GROUP} for one in mentions.found)
    return not (scoped or mentions.periods)


def _bare_term(mentions: Mentions) -> bool:
    """Whether a term stands with nothing that asks for a figure: "what is MASH", "DLT?"."""
    if not mentions.terms or mentions.unknown:
        return False
    if not mentions.has("what_is"):
        return _only_terms(mentions)
    if mentions.periods or mentions.numbers or mentions.has(*_CONTEXT, "highest", "lowest"):
        return False
    if "rate" in mentions.keys(Kind.FACET):
        return False  # "what % of CYPF are women"
    measured = bool(mentions.metrics or mentions.weak_metrics)
    if measured and mentions.has("the"):
        return False
    things = {Kind.PLACE, Kind.METRIC, Kind.WEAK_METRIC, Kind.ROLE_GROUP}
    named = [one for one in mentions.found if one.kind in things and not _is_paper(one, mentions)]
    return not measured or len(named) <= 1


def _is_paper(one: Mention, mentions: Mentions) -> bool:
    """Whether a place only says which paper is meant: "in the Devon report"."""
    return one.kind is Kind.PLACE and mentions.words(one.at + 1) in PAPERS


def _only_terms(mentions: Mentions) -> bool:
    """A term alone, that names no metric, place or group of people beside."""
    return all(mention.kind in {Kind.TERM, Kind.FILLER} for mention in mentions.found) and not (
        mentions.periods or mentions.numbers or mentions.has("coverage", "everything")
    )


def _metrics(mentions: Mentions, lexicon: Lexicon) -> tuple[Choice, ...]:
    try:
        return metric_choices(mentions, lexicon, joined=mentions.has("follow", "or", "compare"))
    except ClashError:
        return ()


PAPERS = frozenset({"report", "reports", "figures", "data", "paper", "papers", "tables"})

_RANKED = ("highest", "lowest", "worst", "best", "rank", "above", "below")
_HOLDINGS = ("source", "recency", "everything", "coverage", "organisation_word", "by_organisation")


def _about_holdings(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> Query | None:
    if not mentions.has(*_HOLDINGS):
        return None
    places = place_choices(mentions, lexicon, compared=True)
    metrics = _metrics(mentions, lexicon)
    role_groups = role_choices(mentions.of(Kind.ROLE_GROUP), lexicon, compared=False)
    if mentions.has("source") and (metrics or thread):
        base = thread if not metrics and thread else None
        return Query(
            Intent.SOURCE,
            metrics or (base.metrics if base else ()),
            places or (base.places if base else ()),
            role_groups or (base.role_groups if base else ()),
            tuple(period for period, _ in mentions.periods) or (base.periods if base else ()),
        )
    if mentions.has("recency"):
        return Query(Intent.RECENCY, metrics if mentions.metrics else (), places)
    if mentions.has("everything") and not mentions.metrics and places:
        return Query(
            Intent.EVERYTHING,
            (),
            places,
            role_groups,
            tuple(period for period, _ in mentions.periods),
        )
    bare = not (mentions.metrics or places or mentions.has(*_RANKED))
    holdings = mentions.has("coverage") or (
        mentions.has("organisation_word", "by_organisation") and bare
    )
    if holdings and not mentions.metrics:
        return Query(Intent.COVERAGE, (), places)
    return None


def _small_talk(mentions: Mentions) -> Query | NotUnderstood | None:
    if not mentions.names_nothing or mentions.periods or mentions.numbers:
        return None
    if mentions.has("help"):
        return Query(Intent.HELP)
    if mentions.has("thanks"):
        return Query(Intent.THANKS)
    if mentions.has("greeting"):
        return Query(Intent.GREETING)
    return None
