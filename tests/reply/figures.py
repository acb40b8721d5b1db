"""Figures to draw replies from, without a store."""

from dataclasses import replace
from datetime import date

from bot.answer.values import Change, Figure, HeldPeriod, Name, Provenance

MARCH = HeldPeriod("day", "2024-03-31", date(2024, 3, 31), date(2024, 3, 31))
JULY = HeldPeriod("month", "2023-07", date(2023, 7, 1), date(2023, 7, 31))
STANDING = HeldPeriod("undated", "undated", None, None, "standing")

DEVON = Name("devon", "Devon County Council", "Devon")
BLACKPOOL = Name("blackpool", "Blackpool Council", "Blackpool")
ENGLAND = Name("england", "England", "England")
ASSESSMENT = Name("devon/assessment", "Assessment")
FOUR = Name("devon/all_four_services", "All four services")
SOCIAL_WORKERS = Name("social_workers", "Social workers")
MANAGERS = Name("management_and_leadership", "Managers")
NOBODY = Name("not_applicable", "No group of staff")

REPORT = Provenance("Devon County Council, June 2024", "3.4", 102, "we are at 69%")

RATE = Figure(
    id=1,
    metric=Name("agency_rate", "Agency rate"),
    organisation=DEVON,
    team=ASSESSMENT,
    role_group=SOCIAL_WORKERS,
    kind="actual",
    unit="%",
    period=MARCH,
    value=69.0,
    value_text="69%",
    status="reported",
    direction="decrease",
    formula="dfe",
    formula_words="agency FTE ÷ FTE in post and agency together",
    basis="fte",
    numerator=27.0,
    denominator=39.0,
    source=REPORT,
)
MANAGERS_RATE = replace(
    RATE,
    id=2,
    role_group=MANAGERS,
    value=46.0,
    value_text="46%",
    formula="budget",
    formula_words="agency FTE ÷ budgeted FTE",
    numerator=5.5,
    denominator=12.0,
)
FTE = replace(
    RATE,
    id=3,
    metric=Name("agency_fte", "Agency FTE"),
    unit="FTE",
    value=27.0,
    value_text="27.0",
    formula="",
    formula_words="",
    numerator=None,
    denominator=None,
)


def change(start: Figure, end: Figure, *between: Figure) -> Change:
    """Give the change between two figures."""
    return Change(start, end, between)
