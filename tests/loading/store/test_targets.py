"""A target that an administrator sets, and what is left to it."""

from contextlib import closing

from bot.loading.acts.single import figure_said
from bot.loading.words import Wording
from bot.pipeline import EXAMPLES, Muster
from bot.reply.lines import lines_of
from db.vocabulary import Kind
from tests.loading.small_groups.cases import TODAY
from tests.loading.store.conftest import NOW, Office

SAID = "agency rate social workers all four services Devon 20% by Mar 2025"


def test_a_published_figure_is_held_against_it_with_the_time_left(
    office: Office, store_url: str
) -> None:
    wording = Wording(office.loader.lexicon)
    reading = figure_said(SAID, Kind.TARGET, wording, {"formula:agency_rate": "budget"})
    office.loader.load(reading, NOW)
    with closing(Muster(store_url, office.loader.scope)) as muster:
        replied = muster.ask("is Devon on track for its agency rate target", TODAY)
        text = lines_of(replied.result, (), EXAMPLES).text
    said = "31 March 2024: 45%: 25 points to go and 12 months left then, 2.08 points a month."
    assert f"Target 20% by March 2025. {said}" in text
    assert "Nine months are left today" in text
    assert "33%: " not in text
