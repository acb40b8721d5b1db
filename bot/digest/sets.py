"""Sets of metrics to start a follow with, by catalogue keys."""

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
NAMES = {CHILDRENS_WORKFORCE: "Children's workforce"}
