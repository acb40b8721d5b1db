"""Numbers as words, as people use them in conditions and rankings."""

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_COUNTED = "two three four five six seven eight nine ten eleven twelve"

FRACTIONS: dict[str, float] = {"half": 50.0}
"""Shares said as words, in per cent."""

NUMBER_WORDS: dict[str, float] = {
    **FRACTIONS,
    **{word: float(number) for number, word in enumerate(_COUNTED.split(), start=2)},
    **{word: 10.0 * number for number, word in enumerate(_TENS.split(), start=2)},
}
"""Numbers said as words; "one" is left out, for "the managers one please" counts nothing."""


def number_of(word: str) -> float | None:
    """The number a token says: "50", "1,234", "17.8", "three"; None for any other token."""
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if not word[0].isdigit():
        return None
    digits = word.replace(",", "").replace(".", "", 1)
    if digits.isascii() and digits.isdigit():
        return float(word.replace(",", ""))
    return None
