"""Groups of staff named side by side, or the one that two of them share."""

import pytest

from bot.pipeline import Knowledge
from bot.query.query import Choice
from tests.question.asking import understood

ROLES: dict[str, tuple[Choice, ...]] = {
    "vacancies in Devon": (),
    "vacancies for managers in Devon": (("management_and_leadership",),),
    "vacancies for social workers and managers in Devon": (
        ("social_workers",),
        ("management_and_leadership",),
    ),
    "vacancies in Devon, social workers v managers": (
        ("social_workers",),
        ("management_and_leadership",),
    ),
    "posts filled in Blackpool by SWE qualified people externally": (("swe_qualified_external",),),
    "SWE qualified posts filled in Blackpool, external v internal": (
        ("swe_qualified_external",),
        ("swe_qualified_internal",),
    ),
    "vacancies for managers and team managers in Blackpool": (("team_managers",),),
}


@pytest.mark.parametrize(("text", "groups"), ROLES.items())
def test_the_groups_of_a_question(known: Knowledge, text: str, groups: tuple[Choice, ...]) -> None:
    assert understood(known, text).role_groups == groups
