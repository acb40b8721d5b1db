"""A subject is narrowed to the metric that the other words of the question ask for."""

import pytest

from bot.pipeline import Knowledge
from bot.query.query import Choice, Why
from tests.question.asking import refused, understood

METRICS: dict[str, tuple[Choice, ...]] = {
    "agency rate": (("agency_rate",),),
    "% agency": (("agency_rate",),),
    "agency FTE": (("agency_fte",),),
    "proportion of agency staff": (("agency_rate",),),
    "how many agency staff": (("agency_workers", "agency_fte"),),
    "vacancies": (("vacancies", "vacancies_fte"),),
    "vacancy rate": (("vacancy_rate",),),
    "how many new grievances": (("grievance_cases_new",),),
    "grievances": (("grievance_cases",),),
    "long term sickness, %": (("sickness_share_long_term",),),
    "agency rate on an FTE basis": (("agency_rate",),),
    "agency rate and FTE": (("agency_rate",), ("agency_fte",)),
    "what % of FTE is agency": (("agency_rate",),),
    "long term sick and %": (("sickness_share_long_term",),),
    "sickness days per person and rate": (("sickness_days_per_person",), ("sickness_rate",)),
    "agency headcount": (("agency_workers",),),
    "permanent employees, rate": (("permanent_rate",),),
    "agency rate v vacancy rate": (("agency_rate",), ("vacancy_rate",)),
    "turnover, vacancy and agency rates": (("turnover_rate",), ("vacancy_rate",), ("agency_rate",)),
    "short v long term sickness, %": (
        ("sickness_share_long_term",),
        ("sickness_share_short_term",),
    ),
    "agency workers converted": (("conversions_agreed",),),
    "headcount": (("headcount",),),
    "FTE": (("staff_in_post_fte",),),
    "staff": (("headcount", "staff_in_post_fte"),),
    "how many social workers": (("headcount", "staff_in_post_fte"),),
    "headcount and FTE": (("headcount",), ("staff_in_post_fte",)),
    "average age? headcount?": (("average_age",), ("headcount",)),
    "how long have staff served": (("average_length_of_service",),),
    "agency rate, agency rate": (("agency_rate",),),
    "the highest hourly pay": (("hourly_pay_max",),),
    "lowest hourly pay": (("hourly_pay_min",),),
}


@pytest.mark.parametrize(("text", "metrics"), METRICS.items(), ids=str)
def test_the_words_of_a_question_choose_its_metric(
    known: Knowledge, text: str, metrics: tuple[Choice, ...]
) -> None:
    assert set(understood(known, f"{text} in Devon").metrics) == set(metrics)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("new agency rate", "new"),
        ("new vacancies", "new"),
        ("short term caseload", "short_term"),
        ("long term sickness days", "days"),
        ("average caseload and FTE", "fte"),
        ("grievances, new and short term", "short_term"),
        ("whistleblowing cases as FTE", "fte"),
    ],
)
def test_a_word_that_fits_no_metric_of_the_subject_is_not_ignored(
    known: Knowledge, text: str, word: str
) -> None:
    refusal = refused(known, text)

    assert refusal.why is Why.CLASH
    assert word in refusal.words[0]


def test_a_condition_in_per_cent_asks_for_the_rate(known: Knowledge) -> None:
    assert understood(known, "which teams are over 50% agency").metrics == (("agency_rate",),)
    assert understood(known, "which teams have over 5 agency staff").metrics == (
        ("agency_workers", "agency_fte"),
    )
