"""The senses of a phrase are grouped into what a reader may choose from."""

from bot.pipeline import Knowledge
from bot.question.lexicon.entry import Entry, Kind, Meaning, Sense
from bot.question.lexicon.senses import Alternative, alternatives


def sense(*meanings: str) -> Sense:
    parts = (meaning.partition(":") for meaning in meanings)
    return tuple(Meaning(Kind(kind), key) for kind, _, key in parts)


def read(known: Knowledge, *senses: Sense) -> tuple[Alternative, ...]:
    return alternatives(Entry("phrase", senses), known.directory.metrics)


def test_senses_of_one_kind_are_one_mention_that_may_mean_several(known: Knowledge) -> None:
    teams = [sense("place:devon/send"), sense("place:dudley/send")]

    assert read(known, *teams) == (((Kind.PLACE, ("devon/send", "dudley/send")),),)


def test_metrics_join_only_within_one_subject(known: Knowledge) -> None:
    agency = [sense("metric:agency_fte"), sense("metric:agency_rate"), sense("metric:leavers")]

    assert read(known, *agency) == (
        ((Kind.METRIC, ("agency_fte", "agency_rate")),),
        ((Kind.METRIC, ("leavers",)),),
    )


def test_senses_of_different_shapes_exclude_each_other(known: Knowledge) -> None:
    both = sense("metric:agency_fte", "role_group:social_workers")
    people = sense("role_group:agency_social_workers")

    assert read(known, both, people) == (
        ((Kind.METRIC, ("agency_fte",)), (Kind.ROLE_GROUP, ("social_workers",))),
        ((Kind.ROLE_GROUP, ("agency_social_workers",)),),
    )


def test_a_word_of_the_glossary_gives_way_to_what_it_names(known: Knowledge) -> None:
    assert read(known, sense("term:send"), sense("place:devon/send")) == (
        ((Kind.PLACE, ("devon/send",)),),
    )
    assert read(known, sense("term:mash")) == (((Kind.TERM, ("mash",)),),)


def test_a_measure_word_says_its_facet_and_for_want_of_another_its_metric(
    known: Knowledge,
) -> None:
    assert read(known, sense("facet:fte"), sense("weak_metric:staff_in_post_fte")) == (
        ((Kind.FACET, ("fte",)), (Kind.WEAK_METRIC, ("staff_in_post_fte",))),
    )


def test_a_metric_that_its_own_facet_names_gives_way_to_a_named_one(known: Knowledge) -> None:
    headcount = [sense("metric:headcount"), sense("facet:headcount")]

    assert read(known, *headcount) == (
        ((Kind.WEAK_METRIC, ("headcount",)), (Kind.FACET, ("headcount",))),
    )
    assert read(known, sense("metric:agency_fte"), sense("facet:headcount")) == (
        ((Kind.FACET, ("headcount",)),),
        ((Kind.METRIC, ("agency_fte",)),),
    )
