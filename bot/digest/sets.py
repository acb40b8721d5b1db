"""What may be followed: sets of metrics to start with, by catalogue keys, and single queries."""

from bot.query.describe import describe
from bot.query.names import Names
from bot.query.stored import restored

CHILDRENS_WORKFORCE = "childrens_workforce"

SETS = {
    CHILDRENS_WORKFORCE: frozenset(
        {
            *("agency_rate", "agency_fte", "agency_workers", "interims"),
            *("vacancy_rate", "vacancies_fte", "vacancies", "budgeted_fte", "staff_in_post_fte"),
            *("permanent_rate", "permanent_fte", "average_caseload", "fte_holding_cases"),
            *("sickness_rate", "sickness_days_lost", "sickness_days_per_person"),
            *("sickness_occasions", "long_term_sick", "turnover_rate", "leavers", "starters"),
            *("disciplinary_cases", "grievance_cases", "capability_cases"),
            "whistleblowing_cases",
        }
    ),
}
ALERT = "Alert: "
"""What the title of an alert begins with."""
NAMES = {CHILDRENS_WORKFORCE: "Children's workforce"}


def title_of(watches: str, names: Names) -> str:
    """What a follow is called; `watches` is a set of a council, or a query as JSON."""
    kind, _, rest = watches.partition(":")
    if kind == "set":
        name, _, council = rest.partition(":")
        return f"{NAMES.get(name, name)}, {names.place(council)}"
    query = restored(watches)
    if query is None:
        return "What you follow"
    words = describe(query, names)
    return f"{ALERT}{words.removeprefix('is ')}" if query.conditions else words
