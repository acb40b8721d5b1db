"""What each token may stand for: itself where it is known, else the nearest known words."""

from collections.abc import Sequence
from functools import lru_cache

from bot.question.lexicon.trie import Option, Options
from bot.question.spelling import Vocabulary
from bot.question.spelling.guard import is_english
from bot.question.text.tokens import SYMBOL_WORDS, Token, fold
from bot.question.vocabulary import PERIOD_WORDS

_SMALL = frozenset({"of", "in", "at", "to", "by", "on", "for", "the", "and"})
_ENDS = frozenset(".?!:")
_PRONOUNS = frozenset({"me", "my"})
"""With a capital inside a sentence they are Men and May, a letter short."""
_LEAST_PART = 3
"""Letters each of two joined words has at least."""


def options_of(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Options | None]:
    """For each token its readings, best first: () where nothing fits, None where it is silent."""
    shouting = not any(token.written.islower() for token in tokens if token.is_word)
    return [
        None if token.is_silent else _options(token, before, vocabulary, shouting=shouting)
        for token, before in zip(tokens, (None, *tokens), strict=False)
    ]


def _like_a_name(token: Token, before: Token | None) -> bool:
    """Whether it has a capital inside the sentence, or capitals only: "BAME"."""
    if not token.written[:1].isupper():
        return False
    return token.written.isupper() or not (before is None or before.word in _ENDS)


def _options(
    token: Token, before: Token | None, vocabulary: Vocabulary, *, shouting: bool
) -> Options:
    word = SYMBOL_WORDS.get(token.word, token.word)
    pronoun = word in _PRONOUNS
    if not pronoun and (not token.is_word or vocabulary.knows(word)):
        return _itself(word)
    name = not shouting and _like_a_name(token, before)
    if pronoun:  # inside a name it is one still: "Mind of My Own"
        return (Option(fold(word), edits=1, far=True),) if name else _itself(word)
    guesses = vocabulary.guesses(word, name=name)
    if not guesses and token.written.endswith("'s"):
        guesses = vocabulary.guesses(word[:-1], name=name)
    return tuple(Option(fold(one.word), one.edits, one.word, one.far) for one in guesses)


@lru_cache(maxsize=20_000)
def _itself(word: str) -> Options:
    return (Option(fold(word)),)


def spelled(tokens: Sequence[Token], options: Sequence[Options | None]) -> list[str]:
    """The words as the period grammar wants them: as typed, or corrected where one guess fits."""
    return [
        (_best_word(found) if found and found[0].edits else "") or token.word
        for token, found in zip(tokens, options, strict=True)
    ]


def _best_word(options: Options) -> str:
    """The correction of a token: the only one, or the one that is a word of time ("setp")."""
    near = [option.read_as for option in options if option.read_as and not option.far]
    of_time = [word for word in near if word in PERIOD_WORDS]
    return (of_time or near)[0] if len(near) == 1 or len(of_time) == 1 else ""


def rejoined(tokens: Sequence[Token], vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The tokens with a forgotten space put back ("agencyrate") or a needless one taken out."""
    if all(vocabulary.knows(token.word) or not token.word.isalpha() for token in tokens):
        return tuple(tokens)
    parts = [part for token in tokens for part in _parts(token, vocabulary)]
    whole: list[Token] = []
    for part in parts:
        if whole and (joined := _one_word(whole[-1], part, vocabulary)):
            whole[-1] = joined
        else:
            whole.append(part)
    return tuple(whole)


def _one_word(first: Token, second: Token, vocabulary: Vocabulary) -> Token | None:
    """Two words that are one we know, where one of them alone is none: "safe guarding"."""
    word = first.word + second.word
    if second.start - first.start != len(first.written) + 1 or not word.isalpha():
        return None
    strange = not (vocabulary.knows(first.word) and vocabulary.knows(second.word))
    if not (strange and vocabulary.is_name(word)):
        return None
    return Token(f"{first.written} {second.written}", word, first.start)


def _parts(token: Token, vocabulary: Vocabulary) -> tuple[Token, ...]:
    word = token.word
    if not word.isalpha() or vocabulary.knows(word):
        return (token,)
    cut = _small_word(word, vocabulary)
    shown = cut > 0 and token.written[cut].isupper()
    if not shown and _is_near(word, vocabulary):
        return (token,)
    cut = cut or _joint(word, vocabulary)
    if not cut:
        return (token,)
    return (
        Token(token.written[:cut], word[:cut], token.start),
        Token(token.written[cut:], word[cut:], token.start + cut),
    )


def _small_word(word: str, vocabulary: Vocabulary) -> int:
    """Where a small word ends that was run into the next: "ofthe", "theMay"; 0 for none."""
    if is_english(word):  # "intake", "bygone"
        return 0
    for cut in (2, 3):
        if word[:cut] in _SMALL and len(word) - cut >= _LEAST_PART and vocabulary.knows(word[cut:]):
            return cut
    return 0


def _joint(word: str, vocabulary: Vocabulary) -> int:
    """Where the second of two names begins that were run together; 0 for nowhere."""
    if is_english(word):  # "overheads"
        return 0
    cuts = range(_LEAST_PART, len(word) - _LEAST_PART + 1)
    both = (
        cut for cut in cuts if vocabulary.is_name(word[:cut]) and vocabulary.is_name(word[cut:])
    )
    return next(both, 0)


def _is_near(word: str, vocabulary: Vocabulary) -> bool:
    """Whether it is a known word with a typing error, which is likelier than a missing space."""
    return any(not guess.far for guess in vocabulary.guesses(word, name=False))
