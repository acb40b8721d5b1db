"""The lexicon: phrases in a trie, the vocabulary for spelling, and the grammar of the catalogue."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.query.directory import Directory
from bot.question.lexicon.entry import Entry, Kind, Meaning, Sense
from bot.question.lexicon.names import name_entries
from bot.question.lexicon.senses import Alternative, alternatives
from bot.question.lexicon.trie import Trie
from bot.question.spelling import Vocabulary, WordClass
from bot.question.text.tokens import phrase_words, tokenise
from bot.question.vocabulary import CUES, FILLERS, PERIOD_WORDS
from db.catalogue import Catalogue


@dataclass(frozen=True)
class Lexicon:
    """All of it, built once for a generation of the store and never changed."""

    directory: Directory
    trie: Trie
    vocabulary: Vocabulary
    terms: Mapping[str, str]

    _alternatives: dict[str, tuple[Alternative, ...]] = field(default_factory=dict, init=False)

    def alternatives(self, entry: Entry) -> tuple[Alternative, ...]:
        """What an entry may mean; worked out where it is first met, for a question meets few."""
        found = self._alternatives.get(entry.text)
        if found is None:
            found = self._alternatives[entry.text] = alternatives(entry, self.directory.metrics)
        return found

    @cached_property
    def strict_facets(self) -> frozenset[str]:
        """Facets that may not be ignored: "new" in "new vacancies"."""
        return frozenset(
            alias.means.removeprefix("facet:")
            for alias in self.directory.catalogue.aliases
            if alias.means.startswith("facet:")
        )

    @cached_property
    def group_names(self) -> frozenset[str]:
        """What role groups are called."""
        return frozenset(group.name for group in self.directory.catalogue.role_groups)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The metrics that count people, best first: what "staff" means by itself."""
        return next(
            (
                choice
                for entry in self.trie.all_entries()
                if entry.text == "staff"
                for alternative in self.alternatives(entry)
                for kind, choice in alternative
                if kind is Kind.WEAK_METRIC
            ),
            (),
        )

    def teams_with(self, word: str, organisations: Collection[str]) -> tuple[str, ...]:
        """The teams of some organisations whose name holds a folded word: "the south"."""
        return tuple(
            key
            for key in self._teams_by_word.get(word, ())
            if self.directory.teams[key].organisation in organisations
        )

    @cached_property
    def _teams_by_word(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for team in self.directory.catalogue.teams:
            own, _, _ = team.name.partition("(including")  # a part is no name of the whole
            for word in dict.fromkeys(phrase_words(own)):
                found[word].append(team.key)
        return found


def build(directory: Directory) -> Lexicon:
    """The lexicon of what is known by name, with the language's own cues and fillers."""
    catalogue = directory.catalogue
    entries = [*name_entries(catalogue), *_cue_entries(), *_filler_entries()]
    trie = Trie()
    vocabulary = Vocabulary()
    merged = _merge(entries)
    for words, entry in merged.items():
        trie.add(words, entry)
    for entry in entries:
        vocabulary.add(
            (token.word for token in tokenise(entry.text)), _word_class(entry, directory)
        )
    vocabulary.add(PERIOD_WORDS, WordClass.CUE)
    terms = _terms(catalogue)
    return Lexicon(
        directory,
        trie,
        vocabulary.ready(),
        {entry.text: terms[words] for words, entry in merged.items() if words in terms},
    )


def _merge(entries: Iterable[Entry]) -> dict[tuple[str, ...], Entry]:
    """One entry for each phrase: senses in the order given, names before cues before fillers."""
    merged: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        for words in _spellings(entry.text):
            known = merged.get(words)
            if not words or (known and entry.kind is Kind.FILLER):
                continue
            merged[words] = entry if known is None else _joined(known, entry)
    return merged


def _spellings(text: str) -> Iterable[tuple[str, ...]]:
    """A phrase with the commas of a list in it and without: "TMs, SMs and HoS"."""
    if "," in text:
        yield phrase_words(text, "%&+,")
    yield phrase_words(text)


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


def _word_class(entry: Entry, directory: Directory) -> WordClass:
    if entry.kind is Kind.FILLER:
        return WordClass.FILLER
    if entry.kind in {Kind.CUE, Kind.FACET, Kind.WEAK_FACET}:
        return WordClass.CUE
    if entry.kind is Kind.PLACE and entry.senses[0][0].key in directory.organisations:
        return WordClass.ORGANISATION
    return WordClass.NAME


def _terms(catalogue: Catalogue) -> dict[tuple[str, ...], str]:
    """Glossary terms by the folded words of each of their names."""
    terms = {phrase_words(term.name): term.key for term in catalogue.terms}
    for alias in catalogue.aliases:
        kind, _, key = alias.means.partition(":")
        if kind == Kind.TERM:
            terms.setdefault(phrase_words(alias.text), key)
    return terms
