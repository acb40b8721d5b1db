"""What an admin means by the name of a council, a team or anything else."""

from bot.errors import UnknownCouncilError
from bot.loading.acts.names import BadNameError
from bot.loading.words import Wording
from bot.question import Lexicon


def council_meant(name: str, lexicon: Lexicon) -> str:
    """The key of a council that is named by key or as people name it; "" for "".

    Raises:
        UnknownCouncilError: none is called so, or several are.
    """
    if not name or name in lexicon.directory.organisations:
        return name
    places = Wording(lexicon).words(name).places
    keys = {key for choice in places for key in choice if "/" not in key}
    if len(keys) != 1:
        raise UnknownCouncilError(name)
    return keys.pop()


def team_meant(name: str, lexicon: Lexicon) -> str:
    """The key of a team that is named by key or as people name it.

    Raises:
        BadNameError: none is called so, or several are.
    """
    if name in lexicon.directory.teams:
        return name
    places = Wording(lexicon).words(name).places
    keys = sorted({key for choice in places for key in choice if "/" in key})
    if len(keys) != 1:
        raise BadNameError(f"{name!r} may mean {', '.join(keys) or 'no team'}; give the key")
    return keys[0]


def metric_meant(name: str, lexicon: Lexicon) -> str:
    """The key of a metric that is named by key or as people name it.

    Raises:
        BadNameError: none is called so, or several are.
    """
    if name in lexicon.directory.metrics:
        return name
    words = Wording(lexicon).words(name)
    if len(words.metrics) != 1 or words.unknown:
        raise BadNameError(
            f"{name!r} may mean {', '.join(words.metrics) or 'nothing'}; give the key"
        )
    return words.metrics[0]


def meant(meaning: str, lexicon: Lexicon) -> str:
    """What a name or key stands for, as an alias has it: "place:devon/mash".

    Raises:
        BadNameError: it stands for nothing, or for several things.
    """
    if ":" in meaning:
        return meaning
    words = Wording(lexicon).words(meaning)
    found = [f"metric:{key}" for key in words.metrics]
    found += [f"place:{key}" for choice in words.places for key in choice]
    found += [f"role_group:{key}" for choice in words.role_groups for key in choice]
    if len(found) != 1 or words.unknown:
        raise BadNameError(f"{meaning!r} may mean {', '.join(found) or 'nothing'}; give the key")
    return found[0]
