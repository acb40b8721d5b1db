"""What a word means and how a metric is made."""

from collections.abc import Iterator

from bot.answer.held.facts import Facts
from bot.answer.values import Explained, Outcome
from bot.query.describe import describe
from bot.query.query import Query
from db.catalogue import Metric


def definition(query: Query, facts: Facts) -> Explained:
    """The term's meaning, then the metric's definition and each formula in use with its source."""
    lines = [*_term(query, facts), *_metric(query, facts)]
    understood = describe(query, facts.directory.names)
    return Explained(query, Outcome.DEFINITION, understood, tuple(dict.fromkeys(lines)))


def _term(query: Query, facts: Facts) -> Iterator[str]:
    for term in facts.directory.catalogue.terms:
        if term.key in query.terms:
            yield term.meaning
            if term.source:
                yield f"Source: {term.source}."


def _metric(query: Query, facts: Facts) -> Iterator[str]:
    directory = facts.directory
    named = [choice[0] for choice in query.metrics]
    by_term = directory.metrics_of_terms
    meanings = {term.meaning for term in directory.catalogue.terms if term.key in query.terms}
    for key in (*named, *(by_term[term] for term in query.terms if term in by_term)):
        metric = directory.metrics[key]
        if query.terms and not metric.formulas:
            continue
        if metric.definition not in meanings:
            yield f"{metric.name}: {metric.definition}"
        yield from _formulas(metric, facts)


def _formulas(metric: Metric, facts: Facts) -> Iterator[str]:
    """The formulas of the figures held, with where each is used."""
    used = {one.formula for one in facts.series([metric.key])}
    for formula in metric.formulas:
        if formula.key in used and formula.numerator:
            yield f"{formula.words[0].upper()}{formula.words[1:]} ({formula.source})."
