"""The words that periods are made of, in classes; what a rule's pattern may name.

A word belongs to one class. A class is written in a pattern by its name; a word that also
carries something (a month, a unit, a number) brings it as the value.
"""

from typing import Any, Final, NamedTuple, TypeAlias

from bot.query.period import Latest, Month, Unit

Value: TypeAlias = Any  # what it is depends on the class: a Month, a Unit, a number, a Period


class Piece(NamedTuple):
    """A word as the rules see it: the letter of its class, and what it carries."""

    letter: str
    value: Value = None


_COUNTS: Final = "one two three four five six seven eight nine ten eleven twelve"
_ORDINALS: Final = "first second third fourth"

# Words that only hold a period together.
CONNECTING: Final = {
    # joining
    "of": "of",
    "the": "the",
    "a": "a an",
    "and": "and & plus",
    "or": "or nor",
    "versus": "v vs versus against",
    "comma": ",",
    "slash": "/",
    "open": "(",
    "close": ")",
    "apostrophe": "'",
    "dash": "- -> \N{EN DASH} \N{EM DASH} \N{RIGHTWARDS ARROW}",
    "to": "to",
    # standing before
    "in": "in",
    "at": "at",
    "as": "as",
    "on": "on",
    "for": "for during throughout within across",
    "over": "over",
    "up": "up",
    "by": "by",
    "from": "from starting",
    "since": "since",
    "until": "until till til upto",
    "through": "through thru",
    "before": "before pre",
    "after": "after",
    "between": "between",
    "onwards": "onwards onward",
    # placing
    "last": "last previous prior",
    "past": "past",
    "rolling": "rolling",
    "this": "this",
    "next": "next coming upcoming forthcoming",
    "same": "same",
    "ago": "ago",
    "but": "but",
    "start": "start beginning",
    "end": "end",
    "ending": "ending ended",
    "time": "time times",
    "period": "period point",
    "so": "so",
    "far": "far",
    "right": "right",
    "most": "most",
    # not a period with these
    "hazy": "mid early late half h1 h2 spring summer autumn winter "
    "christmas easter around approx circa",
    "beyond": "under above below least",
    "more": "more less fewer greater",
    "than": "than",
    "top": "top bottom",
    "numbered": "team grade band level tier pod",
    "counted": "hour hours hrs people % percent",
    "pound": "£",
    "post": "post",
    "y": "y",
    "e": "e",
    "academic": "academic school",
    # what stands round "may" and "march"
    "person": "i we you they he she it who what which that there us them",
    "modal": "can could will would shall should must might not",
    "figures": "figure figures data number numbers return returns report position total totals",
    "polite": "please pls plz ta thanks thx cheers ? ! . : ;",
    "with": "with",
}

# Words that a period cannot do without: a question with none of them holds no period.
NAMING: Final = {
    "recent": "recent recently",
    "moment": "moment",
    "date": "date",
    "yesterday": "yesterday yesterdays",
    "future": "future",
    "undated": "undated",
    "year-to-date": "ytd fytd",
    "month-to-date": "mtd",
    "quarter-to-date": "qtd",
    "rolling-year": "r12",
    "year-ending": "ye y/e fye",
}

# Words that carry something: their class, what they carry, and how they are spelled.
CARRYING: Final[tuple[tuple[str, Value, str], ...]] = (
    ("latest", Latest(), "latest now today todays currently presently nowadays"),
    ("current", Latest(), "current"),
    ("present", Latest(), "present"),
    ("day", Unit.DAY, "day days"),
    ("week", Unit.WEEK, "week weeks wk wks"),
    ("month", Unit.MONTH, "month months mth mths mnth mnths"),
    ("quarter", Unit.QUARTER, "quarter quarters qtr qtrs"),
    ("year", Unit.YEAR, "year years yr yrs"),
    ("financial", Unit.FINANCIAL_YEAR, "financial fiscal"),
    ("fy", Unit.FINANCIAL_YEAR, "fy"),
    ("census", Unit.CENSUS_YEAR, "census reporting"),
    ("calendar", Unit.YEAR, "calendar"),
    ("july", Month(1), "january januarys jan"),
    ("july", Month(2), "february februarys feb"),
    ("july", Month(4), "april aprils apr"),
    ("july", Month(6), "june junes jun"),
    ("july", Month(7), "july julys jul"),
    ("july", Month(8), "august augusts aug"),
    ("july", Month(9), "september septembers sept sep"),
    ("july", Month(10), "october octobers oct"),
    ("july", Month(11), "november novembers nov"),
    ("july", Month(12), "december decembers"),
    # Other words are spelled like these, so they need company to be read as a month.
    ("march", Month(3), "march marchs mar"),
    ("march", Month(12), "dec"),
    ("may", Month(5), "may mays"),
    *(("two", number, word) for number, word in enumerate(_COUNTS.split(), 1)),
    ("two", 2, "couple"),
    *(("second", number, word) for number, word in enumerate(_ORDINALS.split(), 1)),
)

# Classes that a token's shape (`tokens`) or a reading (`grammar`) gives, named by an example.
NUMBERS: Final = ("1-9", "01-09", "10-29", "30-31", "90-00", "32-999")
_SHAPES: Final = (*NUMBERS, "2018", "31st", "q2", "2023/24", "22-23", "POINT", "PAST", "WHOLE")

VALUED: Final = frozenset({name for name, _, _ in CARRYING} | set(_SHAPES))
OTHER: Final = Piece(" ")
# One letter for each class, so that a question is a string and a rule a look-up in a dict.
LETTERS: Final = {
    name: chr(ord("!") + index)
    for index, name in enumerate([*CONNECTING, *NAMING, *sorted(VALUED)])
}

_UNIT_WORDS: Final = ("day", "week", "month", "quarter", "year")
_UNIT_PHRASES: Final = ("fy", "financial year", "census year", "calendar year")

# What a rule's pattern may leave open: for each slot the classes, or rows of them, that fill it.
# A row's value is that of the class with a star, else of the first that carries any. A class that
# carries a value is a slot by itself: <2018>, <july>, <POINT>.
SLOTS: Final[dict[str, tuple[str, ...]]] = {
    "<month>": ("july", "march", "may"),
    "<month-number>": ("1-9", "01-09", "10-29"),
    "<day>": ("1-9", "01-09", "10-29", "30-31", "31st"),
    "<number>": ("1-9", "10-29", "30-31"),
    "<yy>": ("01-09", "10-29", "90-00"),
    "<year>": (
        *("2018", "01-09", "10-29", "90-00"),
        *("apostrophe 01-09", "apostrophe 10-29", "apostrophe 90-00"),
    ),
    "<loose-fy>": ("2023/24", "22-23"),
    "<quarter>": ("q2", "quarter *1-9", "second quarter", "31st quarter"),
    "<count>": (*NUMBERS, "two", "two of"),
    "<unit>": (*_UNIT_WORDS, *_UNIT_PHRASES),
    "<longer-unit>": (*_UNIT_WORDS[1:], *_UNIT_PHRASES),
    "<long-unit>": _UNIT_PHRASES,
    "<year-unit>": ("year", *_UNIT_PHRASES),
    "<point>": ("POINT", "the POINT", "march", "may"),
    "<prep>": ("in", "for", "on", "at", "of", "as at", "as of", "as on"),
    "<present>": ("present", "the present"),
}

# Every period holds one of these, or a number that only these make a part of it.
ANCHORS: Final = frozenset(
    LETTERS[name]
    for name in (*NAMING, *VALUED)
    if name not in {*NUMBERS, "31st", "two", "second", "22-23"}
)


def letter(name: str) -> str:
    """The letter of a class.

    Raises:
        KeyError: there is no class of that name.
    """
    return LETTERS[name]


# The class and value of each word that has any.
WORDS: Final = {
    word: Piece(letter(name), value)
    for name, value, words in (
        *((name, None, words) for name, words in (CONNECTING | NAMING).items()),
        *CARRYING,
    )
    for word in words.split()
}
