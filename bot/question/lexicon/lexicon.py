"""The lexicon: phrases in a trie, the vocabulary for spelling, and the grammar of the catalogue."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.question.lexicon.entry import Entry, Kind, Meaning, Sense
from bot.question.lexicon.names import name_entries
from bot.question.lexicon.senses import Alternative, alternatives
from bot.question.lexicon.trie import Trie
from bot.question.spelling import Vocabulary, WordClass
from bot.question.text.tokens import phrase_words, tokenise
from bot.question.vocabulary import CUES, FILLERS, PERIOD_WORDS
from db.catalogue import Catalogue, Metric, RoleGroup, Team


@dataclass(frozen=True)
class Lexicon:
    """All of it, built once for a generation of the store and never changed."""

    catalogue: Catalogue
    trie: Trie
    vocabulary: Vocabulary
    terms: Mapping[tuple[str, ...], str]

    @cached_property
    def alternatives(self) -> Mapping[str, tuple[Alternative, ...]]:
        """What each entry may mean, by its text."""
        return {entry.text: alternatives(entry, self.metrics) for entry in self.trie.all_entries()}

    @cached_property
    def strict_facets(self) -> frozenset[str]:
        """Facets that may not be ignored: "new" in "new vacancies"."""
        return frozenset(
            alias.means.removeprefix("facet:")
            for alias in self.catalogue.aliases
            if alias.means.startswith("facet:")
        )

    @cached_property
    def metrics(self) -> Mapping[str, Metric]:
        """Metrics by key."""
        return {metric.key: metric for metric in self.catalogue.metrics}

    @cached_property
    def subjects(self) -> Mapping[str, tuple[str, ...]]:
        """Keys of the metrics of each subject, in the catalogue's order."""
        keys: dict[str, list[str]] = defaultdict(list)
        for metric in self.catalogue.metrics:
            keys[metric.subject].append(metric.key)
        return {subject: tuple(found) for subject, found in keys.items()}

    @cached_property
    def teams(self) -> Mapping[str, Team]:
        """Teams by key."""
        return {team.key: team for team in self.catalogue.teams}

    @cached_property
    def role_groups(self) -> Mapping[str, RoleGroup]:
        """Role groups by key."""
        return {group.key: group for group in self.catalogue.role_groups}

    def teams_with(self, word: str, organisations: Collection[str]) -> tuple[str, ...]:
        """The teams of some organisations whose name holds a folded word: "the south"."""
        return tuple(
            key
            for key in self._teams_by_word.get(word, ())
            if self.teams[key].organisation in organisations
        )

    @cached_property
    def _teams_by_word(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for team in self.catalogue.teams:
            for word in dict.fromkeys(phrase_words(team.name)):
                found[word].append(team.key)
        return found

    def wider_role_groups(self, key: str) -> set[str]:
        """Every role group that this one is part of."""
        return _closure(key, self._wider_role_groups)

    def is_smallest(self, place: str) -> bool:
        """Whether a place is a team without teams of its own."""
        return "/" in place and not any(place in above for above in self._wider_places.values())

    def wider_places(self, key: str) -> set[str]:
        """Every team that holds or covers this one."""
        return _closure(key, self._wider_places)

    @cached_property
    def _wider_role_groups(self) -> Mapping[str, set[str]]:
        return {one.key: {one.parent} for one in self.catalogue.role_groups if one.parent}

    @cached_property
    def _wider_places(self) -> Mapping[str, set[str]]:
        wider: dict[str, set[str]] = defaultdict(set)
        for team in self.catalogue.teams:
            if team.parent:
                wider[team.key].add(team.parent)
            for part in team.covers:
                wider[part].add(team.key)
        return wider

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """What an organisation is (council, region, nation), by key."""
        return {one.key: one.kind for one in self.catalogue.organisations}


def build(catalogue: Catalogue) -> Lexicon:
    """The lexicon of a catalogue, with the language's own cues and fillers."""
    entries = [*name_entries(catalogue), *_cue_entries(), *_filler_entries()]
    trie = Trie()
    vocabulary = Vocabulary()
    for words, merged in _merge(entries).items():
        trie.add(words, merged)
    for entry in entries:
        vocabulary.add(
            (token.word for token in tokenise(entry.text)), _word_class(entry, catalogue)
        )
    vocabulary.add(PERIOD_WORDS, WordClass.CUE)
    return Lexicon(catalogue, trie, vocabulary.ready(), _terms(catalogue))


def _merge(entries: Iterable[Entry]) -> dict[tuple[str, ...], Entry]:
    """One entry for each phrase: senses in the order given, names before cues before fillers."""
    merged: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        words = phrase_words(entry.text)
        known = merged.get(words)
        if not words or (known and entry.kind is Kind.FILLER):
            continue
        merged[words] = entry if known is None else _joined(known, entry)
    return merged


def _joined(known: Entry, entry: Entry) -> Entry:
    senses = (*known.senses, *(sense for sense in entry.senses if sense not in known.senses))
    return Entry(known.text, senses, max(known.weight, entry.weight))


def _cue_entries() -> Iterable[Entry]:
    for key, phrases in CUES.items():
        sense: Sense = (Meaning(Kind.CUE, key),)
        yield from (Entry(phrase, (sense,)) for phrase in phrases)


def _filler_entries() -> Iterable[Entry]:
    sense: Sense = (Meaning(Kind.FILLER, ""),)
    yield from (Entry(phrase, (sense,)) for phrase in FILLERS)


def _word_class(entry: Entry, catalogue: Catalogue) -> WordClass:
    if entry.kind is Kind.FILLER:
        return WordClass.FILLER
    if entry.kind in {Kind.CUE, Kind.FACET, Kind.WEAK_FACET}:
        return WordClass.CUE
    organisations = {one.key for one in catalogue.organisations}
    if entry.kind is Kind.PLACE and entry.senses[0][0].key in organisations:
        return WordClass.ORGANISATION
    return WordClass.NAME


def _closure(key: str, above: Mapping[str, set[str]]) -> set[str]:
    """Everything reached upwards from a key."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        new = above.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return found


def _terms(catalogue: Catalogue) -> dict[tuple[str, ...], str]:
    """Glossary terms by the folded words of each of their names."""
    terms = {phrase_words(term.name): term.key for term in catalogue.terms}
    for alias in catalogue.aliases:
        kind, _, key = alias.means.partition(":")
        if kind == Kind.TERM:
            terms.setdefault(phrase_words(alias.text), key)
    return terms
