"""Phrases are found by their words, whatever each token may stand for."""

from bot.question.lexicon.entry import Entry, Kind, Meaning
from bot.question.lexicon.trie import Match, Option, Options, Trie


def entry(text: str) -> Entry:
    return Entry(text, ((Meaning(Kind.METRIC, text.replace(" ", "_")),),))


def trie_of(*texts: str) -> Trie:
    trie = Trie()
    for text in texts:
        trie.add(text.split(), entry(text))
    return trie


def tokens(*words: str | None) -> list[Options | None]:
    """Tokens that stand for themselves; None is silent."""
    return [None if word is None else (Option(word),) for word in words]


def found(matches: list[Match]) -> list[tuple[str, int, int]]:
    return [(match.entry.text, match.start, match.end) for match in matches]


def test_every_phrase_that_begins_at_a_token_is_found() -> None:
    trie = trie_of("agency", "agency rate", "rate")
    asked = tokens("the", "agency", "rate")

    assert found(trie.matches(asked, 1)) == [("agency", 1, 2), ("agency rate", 1, 3)]
    assert found(trie.matches(asked, 2)) == [("rate", 2, 3)]
    assert trie.matches(asked, 0) == []


def test_a_phrase_runs_through_silent_tokens() -> None:
    trie = trie_of("long term")
    asked = tokens(None, "long", None, None, "term", None)

    assert found(trie.matches(asked, 1)) == [("long term", 1, 5)]


def test_a_phrase_that_is_broken_off_is_not_found() -> None:
    assert trie_of("length of service").matches(tokens("length", "of"), 0) == []


def test_a_corrected_word_counts_its_edits() -> None:
    asked: list[Options | None] = [
        (Option("agency", 1, "agency"),),
        (Option("rate"), Option("ratio", 2, "ratio")),
    ]
    matches = trie_of("agency rate", "agency ratio").matches(asked, 0)

    assert [(match.entry.text, match.edits) for match in matches] == [
        ("agency rate", 1),
        ("agency ratio", 3),
    ]


def test_a_far_word_is_believed_only_where_two_near_ones_speak_for_it() -> None:
    far = (Option("length", 2, "length", far=True),)
    trie = trie_of("length", "length of", "length of service")
    asked: list[Options | None] = [far, *tokens("of", "service")]

    assert found(trie.matches(asked, 0)) == [("length of service", 0, 3)]


def test_every_phrase_can_be_told() -> None:
    assert {one.text for one in trie_of("send", "send us").all_entries()} == {"send", "send us"}


def test_a_phrase_without_words_is_no_phrase() -> None:
    assert list(trie_of("").all_entries()) == []
