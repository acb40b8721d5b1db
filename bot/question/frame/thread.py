"""Follow-ups: a question's empty slots are filled from its thread's last answered query."""

from collections.abc import Sequence

from bot.query.period import Future, Latest, Period, Point, Since, Undated
from bot.query.query import Choice, Query, Slot
from bot.question.frame.mentions import Mentions
from bot.question.frame.moved import MOVES, moved
from bot.question.frame.slots.filled import Filled
from bot.question.frame.slots.metrics import MEASURES, ClashError
from bot.question.frame.slots.places import councils_of, organisation_of
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind

_OPEN = (Latest, Undated, Future)
"""Times without a date of their own."""


def fill(own: Filled, mentions: Mentions, lexicon: Lexicon, thread: Query) -> Filled:
    """The slots with what the thread supplies.

    A question that names its own metric and opens with no "and" stands alone but for its place; a
    new council keeps the thread's team only where the question names none of its own.
    """
    if not thread.metrics:
        return own
    follows = (
        not (own.places or own.role_groups or own.periods)
        or mentions.has(*MOVES)
        or not own.metrics
        or mentions.has("follow", "that")
        or _starts_with_follow(mentions)
    )
    inherited: set[Slot] = set()
    metrics = tuple(_like_measured(choice, thread, lexicon) for choice in own.metrics)
    if not metrics or _only_repeats(mentions, metrics, thread, lexicon):
        metrics, inherited = _metrics(mentions, lexicon, thread), {Slot.METRIC}
    places = _places(own, mentions, thread, lexicon)
    role_groups = _role_groups(own, mentions, thread)
    if places != own.places or not own.places:
        inherited.add(Slot.PLACE)
    if not own.role_groups and (follows or not own.places):
        role_groups = thread.role_groups
        inherited.add(Slot.ROLE_GROUP)
    periods = _periods(own, mentions, thread)
    if not periods and follows:
        periods = thread.periods
        inherited.add(Slot.PERIOD)
    return Filled(metrics, places, role_groups, periods, frozenset(inherited))


def _like_measured(choice: Choice, thread: Query, lexicon: Lexicon) -> Choice:
    """A vague choice in the thread's own measure: "and agency?" after an FTE is an FTE."""
    facets = lexicon.directory.facets
    measures = {one for said in thread.metrics for one in facets[said[0]] & MEASURES}
    same = tuple(key for key in choice if facets[key] & MEASURES == measures)
    if measures and same:
        return same
    return _as_new(choice, thread, lexicon)


def _as_new(choice: Choice, thread: Query, lexicon: Lexicon) -> Choice:
    """The new ones of what is named after new ones: "new grievances" … "and disciplinaries"."""
    facets, strict = lexicon.directory.facets, lexicon.strict_facets
    said = [facets[one[0]] & strict - MEASURES for one in thread.metrics]
    if len(choice) != 1 or any("new" not in one for one in said) or not said:
        return choice
    wanted = facets[choice[0]] | {"new"}
    subject = lexicon.directory.subjects[lexicon.directory.metrics[choice[0]].subject]
    found = tuple(key for key in subject if facets[key] & strict == wanted & strict)
    return found or choice


def _only_repeats(
    mentions: Mentions, metrics: tuple[Choice, ...], thread: Query, lexicon: Lexicon
) -> bool:
    """Whether a weak word names the thread's subject again: "how many ASW posts?"."""
    if mentions.metrics or mentions.of(Kind.FACET):
        return False
    known = lexicon.directory.metrics
    subjects = {known[key].subject for choice in thread.metrics for key in choice}
    return all(known[key].subject in subjects for choice in metrics for key in choice)


def turns_facet(mentions: Mentions, lexicon: Lexicon, thread: Query) -> bool:
    """Whether a bare measure turns the thread's metric: "and in FTE?" after an agency rate."""
    if mentions.metrics or not mentions.measure_facets or not thread.metrics:
        return False
    return all(
        any(
            mentions.measure_facets <= set(lexicon.directory.metrics[key].facets)
            for key in lexicon.directory.subjects[lexicon.directory.metrics[choice[0]].subject]
        )
        for choice in thread.metrics
    )


def _starts_with_follow(mentions: Mentions) -> bool:
    return mentions.first_cue == "follow"


def _places(own: Filled, mentions: Mentions, thread: Query, lexicon: Lexicon) -> tuple[Choice, ...]:
    """The thread's places, or the question's teams within the thread's councils.

    Beside England or a region the thread's places stay: "is that above England?". "And overall?"
    asks for the councils of its teams.
    """
    if not own.places:
        whole = mentions.has("whole", "together")
        return councils_of(thread.places) if whole else thread.places
    kinds = {lexicon.directory.kinds.get(choice[0]) for choice in own.places}
    if kinds <= {"nation", "region"}:
        return (*thread.places, *own.places)
    councils = {organisation_of(key) for choice in thread.places for key in choice}
    named = tuple(
        tuple(key for key in choice if organisation_of(key) in councils) or choice
        for choice in own.places
    )
    beside = _is_held_against(mentions, Kind.PLACE) and not set(named) & set(thread.places)
    return (*thread.places, *named) if beside else named


def _role_groups(own: Filled, mentions: Mentions, thread: Query) -> tuple[Choice, ...]:
    """The question's groups, beside the thread's where they are held against: "vs managers"."""
    beside = _is_held_against(mentions, Kind.ROLE_GROUP)
    beside = beside and not set(own.role_groups) & set(thread.role_groups)
    return (*thread.role_groups, *own.role_groups) if beside else own.role_groups


def _is_held_against(mentions: Mentions, kind: Kind) -> bool:
    """Whether the thread's own is held against the one thing named: "vs Assessment"."""
    named = [one.at for one in mentions.found if one.kind is kind]
    return len(named) == 1 and _compares(named[0], mentions)


def _compares(at: int, mentions: Mentions) -> bool:
    """Whether something is compared with what stands there: "vs October", "than in October"."""
    before = {at - 1, at - 2}
    cues = {place for cue in ("compare", "relation") for place in mentions.cues.get(cue, ())}
    return bool(cues & before) or any(mentions.words(one).endswith("than") for one in before)


def _is_other_end(at: int, mentions: Mentions) -> bool:
    """Whether a time is held against the thread's: "vs October", "has that come down on 2017"."""
    moved = (place for cue in ("change", "up", "down") for place in mentions.cues.get(cue, ()))
    on = mentions.words(at).startswith("on ")
    return _compares(at, mentions) or any(
        place == at - 1 and (on or mentions.words(place).endswith(" on")) for place in moved
    )


def _periods(own: Filled, mentions: Mentions, thread: Query) -> tuple[Period, ...]:
    """The question's periods; a lone one may be held against the thread's, or start from it."""
    if mentions.has(*MOVES):
        return tuple(moved(period, mentions) for period in thread.periods or (Latest(),))
    said = thread.periods[0] if len(thread.periods) == 1 else None
    if said is None or isinstance(said, _OPEN) or not isinstance(said, Point):
        return own.periods
    if not own.periods and mentions.has("since"):
        return (Since(said),)
    times = [at for _, at in mentions.periods]
    if len(own.periods) == 1 == len(times) and _is_other_end(times[0], mentions):
        return (said, own.periods[0])
    return own.periods


def _metrics(mentions: Mentions, lexicon: Lexicon, thread: Query) -> tuple[Choice, ...]:
    """The thread's metrics, turned to the facet asked for: "and in FTE?"."""
    facets = set(mentions.keys(Kind.FACET))
    if not facets:
        return _counted(thread, lexicon) if _wants_count(mentions) else thread.metrics
    turned: list[Choice] = []
    for choice in thread.metrics:
        siblings = lexicon.directory.subjects[lexicon.directory.metrics[choice[0]].subject]
        fitting = _with_facets(facets, siblings, lexicon)
        if not fitting:
            raise ClashError(", ".join(sorted(facets)))
        turned.append(fitting)
    return tuple(turned)


def _with_facets(facets: set[str], keys: Sequence[str], lexicon: Lexicon) -> Choice:
    """The metrics with these strict facets and no others, else those with the fewest others."""
    strict = {key: lexicon.directory.facets[key] & lexicon.strict_facets for key in keys}
    having = [key for key in keys if facets <= strict[key]]
    fewest = min((len(strict[key]) for key in having), default=0)
    return tuple(key for key in having if len(strict[key]) == fewest)


def _wants_count(mentions: Mentions) -> bool:
    """Whether it asks for the number behind a rate: "how many is that", "as a number"."""
    return "count" in mentions.keys(Kind.WEAK_FACET) and not mentions.of(Kind.ROLE_GROUP)


def _counted(thread: Query, lexicon: Lexicon) -> tuple[Choice, ...]:
    """The thread's metrics, each rate turned to the counts of its subject that add nothing else."""
    return tuple(_counts_of(choice, lexicon) or choice for choice in thread.metrics)


def _counts_of(choice: Choice, lexicon: Lexicon) -> Choice:
    directory = lexicon.directory
    own = directory.facets[choice[0]] & lexicon.strict_facets
    if "rate" not in own:
        return ()
    rest = own - {"rate"}
    return tuple(
        key
        for key in directory.subjects[directory.metrics[choice[0]].subject]
        if "count" in directory.facets[key]
        and directory.facets[key] & lexicon.strict_facets - {"fte", "people"} == rest
    )
