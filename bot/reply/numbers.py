"""Numbers as people read them: as printed where they were printed, else in their unit."""

from bot.answer.values import Figure

_SHORT = {
    "%": "%",
    "% or percentage points": "% or percentage points",
    "£": "",
    "£ per hour": " an hour",
    "cases per worker": "",
}
_COUNTS = "No One Two Three Four Five Six Seven Eight Nine".split()
_ONE = {
    "people": "person",
    "posts": "post",
    "cases": "case",
    "days": "day",
    "months": "month",
    "years": "year",
    "weeks": "week",
    "occasions": "occasion",
}


def number(value: float, decimals: int = 2) -> str:
    """A number without needless zeros, with thousands apart: "5,522", "17.8", "-1.53"."""
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def count(things: int) -> str:
    """How many, at the beginning of a sentence: "Two", "12"."""
    return _COUNTS[things] if things < len(_COUNTS) else str(things)


def ordinal(place: int) -> str:
    """A place in a row: "1st", "122nd", "13th"."""
    teens = 10 <= place % 100 <= 20  # noqa: PLR2004 - eleventh, twelfth, thirteenth
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def printed(figure: Figure) -> str:
    """A figure with its unit, keeping the digits its source printed: "27.0 FTE", "69%"."""
    if figure.value is None:
        return figure.value_text or "no figure"
    if figure.unit == "months" and figure.metric.key == "average_length_of_service":
        return years_and_months(figure.value)
    digits = _as_printed(figure) or number(figure.value)
    if figure.unit in {"£", "£ per hour"}:
        return f"£{digits}{_SHORT[figure.unit]}"
    return f"{digits}{unit_of(figure.unit, figure.value)}"


def _as_printed(figure: Figure) -> str:
    """The printed digits, where what is printed is a number and no more."""
    text = figure.value_text.strip().removesuffix("%").removeprefix("£").replace(",", "")
    try:
        same = figure.value is not None and float(text) == figure.value
    except ValueError:
        return ""
    return number_like(text) if same and not text.endswith(".") else ""


def number_like(text: str) -> str:
    """Printed digits with thousands apart, decimals kept: "5522" is "5,522", "27.0" stays."""
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.lstrip("-").isdigit() and whole != "-0" else text


def unit_of(unit: str, value: float) -> str:
    """The unit as it follows a number; one of a thing is not many."""
    if unit in _SHORT:
        return _SHORT[unit]
    return f" {_ONE[unit]}" if unit in _ONE and value == 1 else f" {unit}"


def years_and_months(months: float) -> str:
    """Months as years and months: 110 is "9 years, 2 months"."""
    years, rest = divmod(round(months), 12)
    return f"{years} years, {rest} months"


def share(figure: Figure) -> str:
    """Count over denominator, "27 of 39", where both are held."""
    if figure.numerator is None or figure.denominator is None:
        return ""
    return f"{number(figure.numerator)} of {number(figure.denominator)}"


def points(value: float) -> str:
    """A change of a rate: "7 percentage points"."""
    digits = number(abs(value))
    return f"{digits} percentage point{'' if digits == '1' else 's'}"


def decimals(figure: Figure) -> int:
    """The decimal places a figure was printed with."""
    return len((_as_printed(figure) or number(figure.value or 0.0)).partition(".")[2])
