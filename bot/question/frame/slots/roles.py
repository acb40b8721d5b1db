"""Which role groups are meant: side by side, or the overlap of two."""

from collections.abc import Sequence

from bot.query.query import Choice
from bot.question.lexicon import Lexicon


def role_choices(
    mentioned: Sequence[Choice], lexicon: Lexicon, *, compared: bool
) -> tuple[Choice, ...]:
    """The role groups asked about, in the order of the question.

    Two groups whose overlap the catalogue knows are that overlap; a group named beside a wider one
    is the narrower, unless the two are compared.
    """
    distinct = list(dict.fromkeys(mentioned))
    if len(distinct) < 2:  # noqa: PLR2004 - a pair
        return tuple(distinct)
    if compared:
        return _overlaps(distinct, lexicon) or tuple(distinct)
    if overlap := _overlap({choice[0] for choice in distinct}, lexicon):
        return (overlap,)
    wider = {
        above for choice in distinct for above in lexicon.directory.wider_roles.get(choice[0], ())
    }
    return tuple(choice for choice in distinct if choice[0] not in wider)


def _overlap(keys: set[str], lexicon: Lexicon) -> Choice | None:
    """The group of those who are in all of these."""
    groups = lexicon.directory.role_groups.values()
    return next(
        (((one.key,)) for one in groups if one.combines and set(one.combines) == keys), None
    )


def _overlaps(choices: Sequence[Choice], lexicon: Lexicon) -> tuple[Choice, ...]:
    """Of "qualified posts: external v internal" both overlaps with the shared one, if there are."""
    if len(choices) == 2:  # noqa: PLR2004 - one of them may be an overlap already
        first, last = choices
        return _alike(first, last, lexicon) or _alike(last, first, lexicon)[::-1]
    for shared in choices:
        found = [_overlap({shared[0], one[0]}, lexicon) for one in choices if one != shared]
        if all(found):
            return tuple(one for one in found if one)
    return ()


def _alike(one: Choice, overlap: Choice, lexicon: Lexicon) -> tuple[Choice, ...]:
    """A group beside an overlap, shared by both: "external v internal qualified posts"."""
    for part in lexicon.directory.role_groups[overlap[0]].combines:
        if shared := _overlap({part, one[0]}, lexicon):
            return (shared, overlap)
    return ()
