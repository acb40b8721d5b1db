"""Which metrics are meant: subjects narrowed by the facets said anywhere in the question.

"How many new grievances" is the subject grievance with the facets count and new. Strict facets may
not be ignored; where no metric of a named subject has one, the parts do not go together.
"""

from collections.abc import Iterable, Sequence

from bot.query.query import Choice
from bot.question.frame.mentions import Mentions
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind


class ClashError(Exception):
    """Parts of the question do not go together."""


def metric_choices(mentions: Mentions, lexicon: Lexicon, *, joined: bool) -> tuple[Choice, ...]:
    """The metrics asked for, in the order of the question.

    `joined` says that the question holds an "and", so that "agency rate and FTE" is two metrics.

    Raises:
        ClashError: a strict facet fits none of the subjects.
    """
    named = _distinct(mentions.metrics or mentions.weak_metrics, lexicon)
    facets = set(mentions.keys(Kind.FACET))
    if not mentions.metrics:
        facets -= mentions.measure_facets
    if named:
        _refuse_strangers(named, facets, lexicon)
    chosen = [
        choice
        for one in named
        for choice in _narrowed(
            one, facets, set(mentions.keys(Kind.WEAK_FACET)), lexicon, joined=joined
        )
    ]
    return tuple(dict.fromkeys(chosen))


def _distinct(choices: Sequence[Choice], lexicon: Lexicon) -> list[Choice]:
    """Mentions without repeats; a vague one gives way to a sure one of its subject."""
    sure = {lexicon.directory.metrics[choice[0]].subject for choice in choices if len(choice) == 1}
    kept = [
        choice
        for choice in choices
        if len(choice) == 1 or lexicon.directory.metrics[choice[0]].subject not in sure
    ]
    return list(
        {lexicon.directory.metrics[c[0]].subject if len(c) > 1 else c: c for c in kept}.values()
    )


def _refuse_strangers(named: Iterable[Choice], facets: set[str], lexicon: Lexicon) -> None:
    known = {
        facet
        for choice in named
        for key in lexicon.directory.subjects[lexicon.directory.metrics[choice[0]].subject]
        for facet in lexicon.directory.metrics[key].facets
    }
    if strangers := facets - known:
        raise ClashError(", ".join(sorted(strangers)))


def _narrowed(
    choice: Choice, facets: set[str], weak: set[str], lexicon: Lexicon, *, joined: bool
) -> list[Choice]:
    siblings = lexicon.directory.subjects[lexicon.directory.metrics[choice[0]].subject]
    of_subject = {facet for key in siblings for facet in lexicon.directory.metrics[key].facets}
    wanted = facets & of_subject
    if len(choice) == 1:
        return _sure(choice, wanted, siblings, lexicon, joined=joined)
    if wanted:
        return _by_facets(choice, wanted, siblings, lexicon, joined=joined)
    counted = tuple(
        key for key in choice if weak & of_subject <= set(lexicon.directory.metrics[key].facets)
    )
    return [counted or choice]


def _sure(
    choice: Choice, wanted: set[str], siblings: Choice, lexicon: Lexicon, *, joined: bool
) -> list[Choice]:
    """A metric named in full, with further facets: a sibling, both, or a clash."""
    own = set(lexicon.directory.metrics[choice[0]].facets)
    extra = wanted - own
    if not extra or (extra == {"fte"} and "rate" in own and not joined):  # a rate on an FTE basis
        return [choice]
    if both := _with_strict(own & lexicon.strict_facets | extra, siblings, lexicon):
        return [both]
    if joined:
        first = _upgraded(own & lexicon.strict_facets, extra, siblings, lexicon) or choice
        return [first, *_by_facets(choice, extra, siblings, lexicon, joined=True)]
    if own & lexicon.strict_facets:
        raise ClashError(", ".join(sorted(extra)))
    return _by_facets(choice, extra, siblings, lexicon, joined=False)


def _upgraded(own: set[str], extra: set[str], siblings: Choice, lexicon: Lexicon) -> Choice:
    """A named metric with one facet more: in "short v long term sickness, %" the % is for both."""
    if not own:
        return ()
    fits = (_with_strict(own | {facet}, siblings, lexicon) for facet in sorted(extra))
    return next((keys for keys in fits if keys), ())


def _with_strict(facets: set[str], siblings: Choice, lexicon: Lexicon) -> Choice:
    """The metrics of a subject with exactly these strict facets: "long term sickness, %"."""
    return tuple(
        key
        for key in siblings
        if lexicon.strict_facets & set(lexicon.directory.metrics[key].facets) == facets
    )


def _by_facets(
    choice: Choice, wanted: set[str], siblings: Choice, lexicon: Lexicon, *, joined: bool
) -> list[Choice]:
    """The metrics of the subject that have all facets wanted, or one for each where joined."""
    fitting = [key for key in siblings if wanted <= set(lexicon.directory.metrics[key].facets)]
    if not fitting and joined:
        return [
            found
            for facet in sorted(wanted)
            for found in _by_facets(choice, {facet}, siblings, lexicon, joined=False)
        ]
    if not fitting:
        raise ClashError(", ".join(sorted(wanted)))
    strict = lexicon.strict_facets
    fewest = min(len(strict & set(lexicon.directory.metrics[key].facets)) for key in fitting)
    plainest = [
        key for key in fitting if len(strict & set(lexicon.directory.metrics[key].facets)) == fewest
    ]
    return [tuple(sorted(plainest, key=lambda key: (key not in choice, siblings.index(key))))]
