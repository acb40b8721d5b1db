"""A lexicon with more phrases than ours: teams that no council has, named as councils name them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from spellchecker import SpellChecker

from bot.query.directory import Directory
from bot.question import Lexicon, build
from db.catalogue import Catalogue, Team

_WORDS = 5_000
"""Different words the new names are made with, as large councils' structures have."""

_SHORTEST, _LONGEST = 4, 12

_FORMS = ("{one} {team}", "{team} {one} {other}")


def grown(lexicon: Lexicon, phrases: int) -> Lexicon:
    """A copy of the lexicon with so many phrases more; it may take seconds."""
    catalogue = lexicon.directory.catalogue
    teams = tuple(islice(_teams(catalogue, _new_words(lexicon)), phrases))
    return build(Directory(replace(catalogue, teams=(*catalogue.teams, *teams))))


def size_of(lexicon: Lexicon) -> int:
    """How many phrases it has."""
    return sum(1 for _ in lexicon.trie.all_entries())


def _new_words(lexicon: Lexicon) -> Sequence[str]:
    """Common English words the lexicon does not know, the commonest first."""
    counted = SpellChecker().word_frequency.dictionary
    new = (
        word
        for word in sorted(counted, key=lambda word: (-counted[word], word))
        if word.isalpha()
        and _SHORTEST <= len(word) <= _LONGEST
        and not lexicon.vocabulary.knows(word)
    )
    return tuple(islice(new, _WORDS))


def _teams(catalogue: Catalogue, words: Sequence[str]) -> Iterator[Team]:
    """Our teams' names with other words: "Harbour Assessment", "Assessment Harbour Meadow"."""
    ways = list(product(catalogue.teams, _FORMS))
    first = max(team.id for team in catalogue.teams) + 1
    for at in range(len(words) * len(ways)):
        one, other = words[at % len(words)], words[(7 * at + 1) % len(words)]
        team, form = ways[(at + at // len(words)) % len(ways)]
        name = form.format(team=team.name, one=one.capitalize(), other=other.capitalize())
        yield Team(first + at, f"{team.organisation}/made_{at}", name, team.organisation)
