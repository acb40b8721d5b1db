"""What is said where there is no figure to say."""

import pytest

from bot.answer.values import NoFigures, Reason
from bot.query.query import Intent, NotUnderstood, Query, Why
from bot.reply.refusals import greeting, nothing, refusal

EXAMPLES = ("agency rate in Assessment", "vacancies in Devon")
TRY = " Try: “agency rate in Assessment” or “vacancies in Devon”."
QUERY = Query(Intent.FIGURE, (("agency_rate",),))


@pytest.mark.parametrize("why", [one for one in Why if one is not Why.UNKNOWN_WORDS])
def test_each_reason_has_one_line_of_its_own_and_two_examples(why: Why) -> None:
    said = refusal(NotUnderstood(why), EXAMPLES)
    others = {refusal(NotUnderstood(one), EXAMPLES) for one in Why if one is not why}
    assert said.endswith(TRY)
    assert "\n" not in said
    assert said not in others


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Plymouth",), "I don't know “Plymouth” here, so I'd rather give no figure."),
        (("court", "ward"), "I don't know “court”, “ward” here, so I'd rather give no figure."),
        (("45", "31/02/2024"), "I don't understand a number in that."),
        ((), "I don't understand a number in that."),
        (("a1", "court"), "I don't know “court” here, so I'd rather give no figure."),
    ],
)
def test_words_in_the_way_are_named_but_no_number_is_given_back(
    words: tuple[str, ...], said: str
) -> None:
    assert refusal(NotUnderstood(Why.UNKNOWN_WORDS, words), ()) == said


def test_few_words_and_short_ones_are_named() -> None:
    words = ("x" * 200, *("court", "ward", "lodge", "tower"))
    said = refusal(NotUnderstood(Why.UNKNOWN_WORDS, words), ())
    assert said == (
        f"I don't know “{'x' * 30}”, “court”, “ward”, “lodge” here, so I'd rather give no figure."
    )


@pytest.mark.parametrize(
    ("reason", "detail", "said"),
    [
        (Reason.NOT_HELD, "Devon", "I don't hold that: agency rate."),
        (Reason.BLANK, "", "The report leaves this blank, which is not zero: agency rate."),
        (Reason.NO_VALUE, "", "The report names this without a figure: agency rate."),
        (Reason.NO_VALUE, "0", "The report names this without a figure: agency rate."),
        (
            Reason.NO_VALUE,
            "reduction",
            "The report gives no figure for this, only “reduction”: agency rate.",
        ),
        (Reason.TOO_FEW, "c", "Too few people, so the figure is kept back: agency rate."),
        (
            Reason.NOT_IN_YET,
            "March 2024",
            "Not in yet: agency rate. The latest held is March 2024.",
        ),
        (Reason.NO_SUCH_TEAM, "Court, Devon", "I know no such team: Court, Devon."),
    ],
)
def test_each_reason_for_no_figure_has_its_own_words(
    reason: Reason, detail: str, said: str
) -> None:
    assert nothing(NoFigures(QUERY, reason, "agency rate", detail)) == said


def test_talk_is_answered_in_kind() -> None:
    about = f"I answer questions about workforce figures, each with its source.{TRY}"
    assert greeting(Intent.HELP, EXAMPLES) == about
    assert greeting(Intent.GREETING, EXAMPLES) == f"Hello. {about}"
    assert greeting(Intent.THANKS, EXAMPLES) == "You're welcome."
    assert not greeting(Intent.HELP, ()).endswith(TRY)
