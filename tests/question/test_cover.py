"""A question is covered as well as it can be, and every token of it once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pipeline import Knowledge
from bot.query.period import Month
from bot.question import read
from bot.question.cover import KEEP, Cover, Part, Span, covers
from bot.question.lexicon.entry import Entry, Kind, Meaning
from bot.question.lexicon.trie import Option, Options, Trie
from bot.question.periods import PeriodSpan
from bot.question.text.tokens import tokenise


def trie_of(**phrases: Kind) -> Trie:
    """Phrases, with "_" for a space, and what each is a name of."""
    trie = Trie()
    for text, kind in phrases.items():
        words = text.split("_")
        trie.add(words, Entry(" ".join(words), ((Meaning(kind, text),),)))
    return trie


def cover_of(text: str, trie: Trie, *periods: PeriodSpan) -> list[Cover]:
    tokens = tokenise(text)
    options: list[Options | None] = [(Option(token.word),) for token in tokens]
    return covers(tokens, options, periods, trie)


def parts(cover: Cover) -> list[tuple[int, int, Part]]:
    return [(span.start, span.end, span.part) for span in cover.spans]


def test_a_longer_phrase_is_better_than_its_words_apart() -> None:
    trie = trie_of(agency=Kind.METRIC, rate=Kind.METRIC, agency_rate=Kind.METRIC)
    best, *others = cover_of("agency rate", trie)

    assert parts(best) == [(0, 2, Part.PHRASE)]
    assert all(cover.score < best.score for cover in others)


def test_a_name_is_better_than_a_cue_and_a_cue_than_a_filler() -> None:
    scores = [
        cover_of("word", trie_of(word=kind))[0].score
        for kind in (Kind.METRIC, Kind.FACET, Kind.CUE, Kind.FILLER)
    ]

    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


def test_a_word_of_no_phrase_is_unknown_and_costs() -> None:
    best = cover_of("ferrets", trie_of(agency=Kind.METRIC))[0]

    assert parts(best) == [(0, 1, Part.UNKNOWN)]
    assert best.score < 0


def test_an_impossible_date_is_an_unknown_word_and_a_mark_is_nothing() -> None:
    assert [part for _, _, part in parts(cover_of("31/02/2024 ?", Trie())[0])] == [
        Part.UNKNOWN,
        Part.SYMBOL,
    ]


def test_numbers_and_periods_are_spans_of_their_own() -> None:
    period = PeriodSpan(1, 3, Month(7, 2023))
    best = cover_of("50 July 2023", trie_of(july=Kind.FILLER), period)[0]

    assert parts(best) == [(0, 1, Part.NUMBER), (1, 3, Part.PERIOD)]
    assert best.spans[1].period == Month(7, 2023)
    assert best.spans[1].entry is None


def test_a_correction_is_worse_than_the_word_itself() -> None:
    tokens = tokenise("rate ratio")
    trie = trie_of(rate=Kind.METRIC)
    plain: list[Options | None] = [(Option("rate"),), (Option("ratio"),)]
    corrected: list[Options | None] = [(Option("rate", 1, "rate"),), (Option("ratio"),)]

    assert covers(tokens, plain, (), trie)[0].score > covers(tokens, corrected, (), trie)[0].score


def test_a_silent_token_outside_a_phrase_says_nothing() -> None:
    tokens = tokenise("(agency)")
    options: list[Options | None] = [None, (Option("agency"),), None]
    best = covers(tokens, options, (), trie_of(agency=Kind.METRIC))[0]

    assert [part for _, _, part in parts(best)] == [Part.SYMBOL, Part.PHRASE, Part.SYMBOL]


def test_nothing_is_covered_by_nothing() -> None:
    assert covers((), (), (), Trie()) == [Cover(0.0, ())]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from("agency rate in Devon ferrets 5 July 2023 & ( how many SWs".split()))
)
def test_a_cover_takes_every_token_once_and_the_best_few_come_first(
    known: Knowledge, words: list[str]
) -> None:
    understanding = read(" ".join(words), known.lexicon)
    if not understanding.covers:
        return
    scores = [cover.score for cover in understanding.covers]

    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= KEEP
    for cover in understanding.covers:
        assert _ends(cover.spans) == len(understanding.tokens)
        assert cover.score == pytest.approx(sum(span.score for span in cover.spans))


def _ends(spans: tuple[Span, ...]) -> int:
    """Where spans without gap or overlap end."""
    at = 0
    for span in spans:
        assert span.start == at
        at = span.end
    return at
