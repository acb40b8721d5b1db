"""Whole replies, word for word, as the terminal and Slack show them."""

import pytest

from bot.answer.values import Answer, Outcome
from bot.pipeline import EXAMPLES, Muster
from bot.query.query import Intent, Query
from bot.reply.lines import MOST_SHOWN, lines_of
from tests.answer.asking import text_of
from tests.reply.figures import FTE

REPORT = "Source: Devon County Council, Children's Scrutiny Committee, June 2024"
TEAMS = "Appendix One - social worker roles by service, 31 March 2024"
MANAGERS = "Appendix One - management and leadership by service, 31 March 2024"
MONTHS = "Appendix One - social worker roles monthly Jul 23-Mar 24"
DUDLEY = "Source: Dudley MBC, Workforce Development Strategy 2021-2023, Workforce Data table"
IN_POST = (
    "This team's rate divides by FTE in post; Devon's total, monthly and management rates divide "
    "by budgeted FTE, so they are not comparable with it."
)
REVISED = "England's 17.8% is as first published; the DfE revised it to 17.9% in later editions."
BUDGET = (
    "The budget rose from 218 to 225 FTE in January 2024 (seven temporary posts in Corporate "
    "Parenting), which lowers the rate without fewer agency workers."
)
AGE = "England's figure is six months older than yours; the next is due in March 2025."
UNIT = "The table gives no unit; decimals suggest FTE."
TRY = f" Try: “{EXAMPLES[0]}” or “{EXAMPLES[1]}”."
DIRECTION = "Lower is better here, so that is better"


@pytest.mark.parametrize(
    ("texts", "reply"),
    [
        (
            ["agency rate for social workers in Assessment"],
            f"""\
Agency rate, social workers, Assessment (Devon): 69% · 27 of 39 FTE in post and agency together, \
31 March 2024
England 17.8% (30 September 2023, same basis): the 69% is 51 points higher.
{AGE}
One full-time person is worth about 2.6 points here.
{IN_POST}
{REVISED}
{REPORT}, {TEAMS}, line 474.""",
        ),
        (
            ["asessment agency rate"],
            f"""\
Agency rate, Assessment (Devon), 31 March 2024. Two figures fit:
• Social workers: 69% · 27 of 39 FTE in post and agency together
• Managers: 46% · 5.5 of 12 budgeted FTE
England 17.8% (30 September 2023, same basis): the 69% is 51 points higher.
{AGE}
One full-time person is worth up to about 8.3 points here.
{IN_POST}
{REVISED}
The figures compared are not all made alike, so they are not like for like.
Read “asessment” as “assessment”.
{REPORT}, {TEAMS}, line 474; {MANAGERS}, line 448.""",
        ),
        (
            ["agency rate for social workers in Devon"],
            f"""\
Agency rate, social workers, All four services (Devon): 45% · 101 of 225 budgeted FTE, \
31 March 2024
On the DfE's basis the 45% is 51.4% (101 of 196.6 FTE in post and agency together; worked out here \
from published parts): 33.6 points above England's 17.8% (30 September 2023).
{AGE}
{BUDGET}
{REVISED}
{REPORT}, {TEAMS}, line 473.""",
        ),
        (
            ["agency rate for social workers in Devon", "has it improved since December 2023?"],
            f"""\
Agency rate, social workers, All four services (Devon): 45% · 101 of 225 budgeted FTE, \
31 March 2024
Up 2 percentage points: 43% (94 of 218, December 2023) to 45% (101 of 225, 31 March 2024).
In between: January 2024 44%, February 2024 46%.
The largest step was 2 percentage points up, January 2024 to February 2024.
Highest 46% (February 2024), lowest 43% (December 2023).
The budget it divides by moved from 218 to 225: 101 of 218 would be 46.3%.
Lower is better here, so that is worse; 4 points are too few to tell a real change from chance.
{BUDGET}
{REPORT}, {MONTHS}, line 488; {TEAMS}, line 473.""",
        ),
        (
            ["agency rate in Dudley"],
            f"""\
Not published: Agency rate, Dudley.
On the DfE's basis it is 24.0% (27.5 of 114.72 FTE in post and agency together; social workers, \
February 2021; worked out here from published parts).
{UNIT}
{DUDLEY}, line 180.""",
        ),
        (
            ["vacancies in SEND in Dudley"],
            f"""\
The report leaves this blank, which is not zero: Vacancies, social workers, SEND, Dudley, \
February 2021.
{UNIT} Whether posts covered by agency workers count as vacancies is not clear.
{DUDLEY}, line 179.""",
        ),
        (
            ["top 3 teams by agency rate in Cambridgeshire"],
            """\
Agency rate, social workers, Cambridgeshire, 20 November 2019 (the report does not say what it \
divides by):
1. Safeguarding (north): 21%
2. Integrated Front Door: 13%
3. Safeguarding (south): 11%
The report does not say what the rate divides by; its counts imply different bases from team to \
team.
Source: Cambridgeshire County Council, Corporate Parenting Sub-Committee, 20 November 2019, \
paragraph 2.2, line 50.""",
        ),
        (
            ["is the agency rate for managers in Assessment over half"],
            f"""\
No. Agency rate, managers, Assessment (Devon): 46% · 5.5 of 12 budgeted FTE, 31 March 2024
One full-time person is worth about 8.3 points here.
{REPORT}, {MANAGERS}, line 448.""",
        ),
        (
            ["agency rate of social workers in Devon in July 2024"],
            f"""\
Not in yet: Agency rate, social workers, Devon, July 2024. The latest held is 31 March 2024.
Nearest to it I hold:
• Agency rate, social workers, All four services (Devon): 45% · 101 of 225 budgeted FTE, \
31 March 2024
{BUDGET}
{REPORT}, {TEAMS}, line 473.""",
        ),
        (
            ["sickness in Torbay"],
            """\
I don't hold that: Sickness rate, Torbay.
Ask “what do you hold for Torbay?” to see what there is.""",
        ),
        (
            ["source of the caseload in Blackpool"],
            """\
Average caseload, social workers, Blackpool Council: 21, 31 July 2020
“at the end of July 2020 this had reduced to 21”
Source: Blackpool Council, Children and Young People's Scrutiny Committee, 10 September 2020, \
paragraph 5.10, line 78.""",
        ),
        (
            ["compare the agency rate in Torbay and Blackpool"],
            """\
Agency rate, social work qualified posts, Blackpool Council: 20% (the report does not say what it \
divides by), 31 July 2020
Not held: Agency rate, Torbay.
Counts 27 agency workers and eight from Innovate, a project team; the report does not say what it \
divides by.
Source: Blackpool Council, Children and Young People's Scrutiny Committee, 10 September 2020, \
paragraph 5.9, line 77.""",
        ),
        (
            ["agency rate in Plymouth"],
            f"I don't know “Plymouth” here, so I'd rather give no figure.{TRY}",
        ),
        (["help"], f"I answer questions about workforce figures, each with its source.{TRY}"),
        (["thanks"], "You're welcome."),
    ],
)
def test_a_reply_word_for_word(muster: Muster, texts: list[str], reply: str) -> None:
    assert text_of(muster, *texts) == reply


def test_several_changes_are_told_in_lines_and_not_twice(muster: Muster) -> None:
    text = text_of(muster, "how has Devon's agency rate changed since July 2023?")
    better = f"; {DIRECTION[0].lower()}{DIRECTION[1:]}"
    before, now = "(113.6 of 218, July 2023)", "(101 of 225, 31 March 2024)"
    then, few = "July 2023", "(16.5 of 50, 31 March 2024)"
    assert text.splitlines()[:4] == [
        "Agency rate, All four services (Devon), 31 March 2024. How each moved:",
        f"• Social workers: down 7 percentage points, 52% {before} to 45% {now}{better}",
        f"• Managers: down 11 percentage points, 44% (21.5 of 49, {then}) to 33% {few}{better}",
        "9 points are too few to tell a real change from chance.",
    ]


def test_a_rate_worked_out_beside_a_published_one(muster: Muster) -> None:
    text = text_of(muster, "agency rate in Assessment in Devon on the DfE basis")
    assert text.splitlines()[1].startswith("On the DfE's basis the 46% of managers, Assessment")


def test_conditions_on_several_figures_are_answered_for_each(muster: Muster) -> None:
    teams = "Assessment and Corporate Parenting in Devon"
    text = text_of(muster, f"is the agency rate of social workers in {teams} over half")
    assert [line.partition(":")[0] for line in text.splitlines()[1:3]] == [
        "• Yes. Assessment",
        "• No. Corporate Parenting",
    ]


def test_a_long_list_is_cut_with_a_count() -> None:
    figures = tuple(FTE for _ in range(MOST_SHOWN + 3))
    query = Query(Intent.FIGURE, (("agency_fte",),))
    lines = lines_of(Answer(query, Outcome.ANSWERED, "", figures=figures))
    assert lines.said[-1] == "… and 3 more."
    assert len(lines.said) == MOST_SHOWN + 2


@pytest.mark.parametrize(
    "question",
    [
        "agency rate in Assessment",
        "Devon agency rate vs England",
        "rank the teams in Devon by social worker agency rate",
        "agency FTE of social workers in Devon by month",
        "what do you hold for Devon",
        "how is the agency rate calculated",
        "vacancies in Dudley by team",
        "everything on managers in Assessment",
        "agency rate in MASH in Devon",
        "agency rate on the DfE basis in Devon",
    ],
)
def test_every_line_begins_with_a_capital_a_number_or_a_quotation(
    muster: Muster, question: str
) -> None:
    lines = [line.removeprefix("• ") for line in text_of(muster, question).splitlines()]
    assert lines
    assert not [line for line in lines if line[0].islower() or line != line.strip()]
