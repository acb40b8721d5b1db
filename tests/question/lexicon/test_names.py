"""What things are called is met in every spelling that people give it."""

import pytest

from bot.question.lexicon.entry import Kind, Meaning
from bot.question.lexicon.names import name_entries
from db.catalogue import Alias, Catalogue, Organisation, Team


def called(catalogue: Catalogue) -> set[str]:
    return {entry.text for entry in name_entries(catalogue)}


def council(name: str, short_name: str = "") -> Catalogue:
    return Catalogue(1, (Organisation(1, "it", name, short_name or name, "council"),))


NAMES = {
    "Bristol, City of": {"Bristol, City of", "Bristol"},
    "Herefordshire, County of": {"Herefordshire, County of", "Herefordshire"},
    "Richmond upon Thames": {"Richmond upon Thames", "Richmond"},
    "Stoke-on-Trent": {"Stoke-on-Trent", "Stoke"},
    "Kingston upon Thames / Richmond upon Thames": {
        "Kingston upon Thames / Richmond upon Thames",
        *("Kingston upon Thames", "Kingston"),
        *("Richmond upon Thames", "Richmond"),
    },
    "Isle of Wight": {"Isle of Wight"},
}


@pytest.mark.parametrize(("name", "names"), NAMES.items())
def test_an_authority_is_met_by_its_plain_name_too(name: str, names: set[str]) -> None:
    assert called(council(name)) == names


def test_an_authority_with_a_short_name_of_its_own_has_no_other() -> None:
    assert called(council("Kingston upon Hull, City of", "Hull")) == {
        *("Kingston upon Hull, City of", "Kingston upon Hull"),
        "Hull",
    }


def test_a_team_is_met_with_its_bracket_before_behind_and_without() -> None:
    teams = (Team(1, "it/north", "Safeguarding (north)", "it"), Team(2, "it/send", "SEND", "it"))

    assert called(Catalogue(1, teams=teams)) == {
        *("Safeguarding (north)", "Safeguarding north", "north Safeguarding"),
        "SEND",
    }


def test_an_alias_may_say_several_things_at_once_and_a_short_one_is_less_sure() -> None:
    aliases = (
        Alias("agency social workers", "metric:agency_fte+role_group:social_workers", 0),
        Alias("asw", "role_group:advanced_social_workers", 0),
    )
    long, short = name_entries(Catalogue(1, aliases=aliases))

    assert long.senses == (
        (Meaning(Kind.METRIC, "agency_fte"), Meaning(Kind.ROLE_GROUP, "social_workers")),
    )
    assert short.weight < long.weight < 1


def test_the_alternatives_of_an_alias_stand_in_the_order_of_their_rank() -> None:
    aliases = (Alias("dcs", "place:b", 2), Alias("dcs", "place:a", 1))

    assert [entry.senses[0][0].key for entry in name_entries(Catalogue(1, aliases=aliases))] == [
        *("a", "b")
    ]
