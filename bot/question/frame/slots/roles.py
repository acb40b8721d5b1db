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
    if len(distinct) < 2 or compared:  # noqa: PLR2004 - a pair
        return tuple(distinct)
    firsts = {choice[0] for choice in distinct}
    for group in lexicon.directory.role_groups.values():
        if group.combines and set(group.combines) == firsts:
            return ((group.key,),)
    wider = {
        above for choice in distinct for above in lexicon.directory.wider_roles.get(choice[0], ())
    }
    return tuple(choice for choice in distinct if choice[0] not in wider)
