"""Dudley's fifteen measures of success: asked for by name, and no value held of any yet."""

import re

from seed.aliases import alias_rows
from seed.catalogue_files import read_catalogue
from tests.seed.reports.shared import bundled, shared

# The words of Dudley's strategy, section 5, with the metric of each.
MEASURES = {
    "less changes of social workers": "changes_of_social_worker",
    "Reduced advertising, agency and printing costs": "recruitment_costs",
    "cost of recruitment and staff turnover": "turnover_cost",
    "maximum Social Worker caseload": "maximum_caseload",
    "average Social Worker caseload": "average_caseload",
    "agency workers occupying permanent posts": "agency_in_permanent_posts",
    "ASYEs completing their first year": "asyes_completing_first_year",
    "ASYE progressing to Grade 9": "asyes_progressing_to_grade_9",
    "Grade 9 Social Worker progressing to Grade 10": "social_workers_progressing_to_grade_10",
    "reduction in staff turnover": "turnover_rate",
    "aspirant manager scheme": "aspirant_managers",
    "more complements than complaints": "compliments_and_complaints",
    "internal promotions": "internal_promotions",
    "good and outstanding audits": "good_or_outstanding_audits",
    "sickness absence": "sickness_rate",
}


def test_a_measure_is_a_metric_that_can_be_asked_for() -> None:
    assert set(MEASURES.values()) <= {row.text("key") for row in read_catalogue().metrics}
    asked_for = {row["means"] for row in alias_rows(read_catalogue())}
    assert {f"metric:{metric}" for metric in MEASURES.values()} <= asked_for


def test_no_value_of_a_measure_is_held_for_dudley() -> None:
    held = {
        one["metric"]
        for one in bundled().values()
        if one["organisation"] == "dudley" and one["value"]
    }
    assert "permanent_employees" in held
    assert held.isdisjoint(MEASURES.values())


def test_these_are_the_measures_of_the_strategy() -> None:
    (dudley,) = (row for row in read_catalogue().sources if row.text("key") == "dudley_2021")
    report = shared(f"seeds/{dudley.text('file')}").read_text(encoding="utf-8")
    section = report.rpartition("Quantitative Measures")[2].partition("Qualitative Measures")[0]
    printed = re.findall(r"^- (.+)$", section, re.MULTILINE)
    assert len(printed) == len(MEASURES) == 15
    for words, line in zip(MEASURES, printed, strict=True):
        assert words in line
