"""One figure with all that makes it honest, published or worked out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.query.query import Condition
from bot.statistics.quantities import Quantity, quantity

_SMALL = 100
"""Denominators below this say what one person is worth."""
UNSTATED = "unstated"
"""The formula of figures whose source does not say how they are made."""
BUDGET = "budget"
"""The formula that divides by posts agreed, filled or not, and not by people."""
_MOMENTS = frozenset({"day", "month", "each_month"})
_NOBODY = "not_applicable"
"""The key of the role group of figures that count no people."""


@dataclass(frozen=True, slots=True)
class Name:
    """A thing of the catalogue as programs and people name it; `short` is what people say."""

    key: str
    name: str
    short: str = ""

    @property
    def within(self) -> str:
        """The name within a sentence: "social workers", but "Heads of Service"."""
        is_title = any(letter.isupper() for letter in self.name[1:])
        return self.name if is_title else f"{self.name[:1].lower()}{self.name[1:]}"


@dataclass(frozen=True, slots=True)
class HeldPeriod:
    """The period of a held figure: its type and key in the store, its days, its source's words."""

    type: str
    key: str
    start: date | None
    end: date | None
    label: str = ""

    @property
    def sort(self) -> str:
        """A moment, or which sort of stretch: a financial year is no census year."""
        return "moment" if self.type in _MOMENTS else self.type


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a figure was published: document, part, line and the words themselves."""

    document: str
    section: str
    line: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure with all that makes it honest; `value` None is no figure, never zero.

    `edition` is when the statistics it stands in were released, "" for a council's own paper;
    `note` is what has been found out about it; `earlier` are printings of it before a revision;
    `loaded` says that its workspace loaded it itself.
    """

    id: int
    metric: Name
    organisation: Name
    team: Name | None
    role_group: Name
    kind: str
    unit: str
    period: HeldPeriod
    value: float | None
    value_text: str
    status: str
    direction: str
    formula: str = ""
    formula_words: str = ""
    basis: str = ""
    numerator: float | None = None
    denominator: float | None = None
    qualifier: str = ""
    decimals: int = 0
    edition: str = ""
    note: str = ""
    earlier: tuple["Figure", ...] = ()
    loaded: bool = False
    source: Provenance = field(default=Provenance("", "", None, ""))

    @property
    def counted(self) -> str:
        """Whom it counts, as said within a sentence; "" where it counts no people."""
        return "" if self.role_group.key == _NOBODY else self.role_group.within

    def meets(self, conditions: Iterable[Condition]) -> bool:
        """Whether its value meets them; what is no rate is never over some per cent."""
        value = self.value
        return value is not None and all(
            one.holds(value) and (self.unit == "%" or not one.percent) for one in conditions
        )

    @property
    def quantity(self) -> Quantity:
        """Its value in its unit, of a type that only subtracts what may be subtracted.

        Raises:
            ValueError: it has no value.
        """
        if self.value is None:
            raise ValueError("a figure without a value is no quantity")
        return quantity(self.value, self.unit)

    @property
    def worth_of_one(self) -> float | None:
        """Points by which one person moves a rate; None where its denominator is not small."""
        if self.unit != "%" or not self.denominator or self.denominator >= _SMALL:
            return None
        return 100 / self.denominator


@dataclass(frozen=True, slots=True)
class Calculated:
    """A figure worked out here from published `parts`; `of` is the published one it stands for."""

    metric: Name
    formula: str
    formula_words: str
    value: float
    numerator: float
    denominator: float
    parts: tuple[Figure, ...]
    of: Figure | None = None
