"""The random texts are of every kind, and what is called nonsense holds no word of ours."""

from random import Random

from bot.cli.fuzz.texts import Text, Texts
from bot.pipeline import Knowledge
from bot.question.text.tokens import tokenise

KINDS = 6


def texts(known: Knowledge, count: int = 400) -> list[Text]:
    drawn = Texts(known.lexicon, Random(1))  # noqa: S311 - no secret
    return [drawn.draw() for _ in range(count)]


def test_every_kind_is_drawn(known: Knowledge) -> None:
    assert len({text.kind for text in texts(known)}) == KINDS


def test_words_we_do_not_know_are_none_of_ours(known: Knowledge) -> None:
    strange = [text.words for text in texts(known) if text.kind == "words we do not know"]
    words = {token.word for text in strange for token in tokenise(text)}
    assert len(words) > 300
    assert [word for word in words if known.lexicon.vocabulary.knows(word)] == []


def test_our_own_words_are_not_called_nonsense(known: Knowledge) -> None:
    ours = [text for text in texts(known) if "our" in text.kind.split()]
    assert ours
    assert not any(text.nonsense for text in ours)


def test_the_same_seed_draws_the_same_texts(known: Knowledge) -> None:
    assert texts(known, 50) == texts(known, 50)
