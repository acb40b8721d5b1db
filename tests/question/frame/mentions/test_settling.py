"""A word with several senses takes the one that the sure words beside it leave."""

from bot.pipeline import Knowledge
from tests.question.asking import readings, understood

PEOPLE = (("newly_qualified",),)


def test_beside_a_council_a_group_is_people_and_no_place(known: Knowledge) -> None:
    asked = understood(known, "SW agency rate Devon")

    assert asked.places == (("devon",),)
    assert asked.role_groups == (("social_workers",),)


def test_beside_a_sure_metric_another_word_names_the_people(known: Knowledge) -> None:
    asked = understood(known, "leavers at ASYE level")

    assert asked.metrics == (("leavers",),)
    assert asked.role_groups == PEOPLE


def test_alone_the_same_word_is_the_metric(known: Knowledge) -> None:
    asked = understood(known, "ASYEs in Blackpool")

    assert asked.metrics[0][0] == "asye_recruited"
    assert asked.role_groups == ()


def test_side_by_side_it_may_be_either(known: Knowledge) -> None:
    both = readings(known, "leavers and ASYEs in Devon")

    assert {one.role_groups for one in both} == {(), PEOPLE}


def test_after_a_comma_a_groups_own_name_means_the_group(known: Knowledge) -> None:
    asked = understood(known, "leavers, newly qualified social workers, Blackpool")

    assert asked.role_groups == PEOPLE


def test_everything_is_asked_of_people(known: Knowledge) -> None:
    asked = understood(known, "everything on agency social workers in Assessment")

    assert asked.metrics == ()


def test_two_metrics_are_their_sum_beside_total(known: Knowledge) -> None:
    apart = understood(known, "agency rate and permanent rate in Devon")
    total = understood(known, "total agency and permanent FTE in Devon")

    assert apart.metrics == (("agency_rate",), ("permanent_rate",))
    assert total.metrics == (("staff_in_post_fte",),)
