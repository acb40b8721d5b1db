"""HR cases of a workspace with small counts among them, and questions that try to get at them."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from bot.answer.values import Figure
from bot.pipeline import EXAMPLES, Muster
from bot.reply.contract import contract
from bot.reply.lines import lines_of
from db.loads.export import held_rows
from db.session import staging
from tests.loading.store.conftest import NOW, Office
from tests.loading.workbooks import table

HEAD = "Council,Team,Role,Month,Grievance cases,Headcount"
APRIL = (
    "Devon,Assessment,All staff,Apr 24,3,40",
    "Devon,Children and Families,All staff,Apr 24,17,90",
    "Devon,Corporate Parenting,All staff,Apr 24,29,60",
    "Devon,Disabled Children's Service,All staff,Apr 24,0,30",
    "Devon,,All staff,Apr 24,49,220",
)
MAY = (
    "Devon,Assessment,All staff,May 24,13,40",
    "Devon,Children and Families,All staff,May 24,27,90",
    "Devon,Corporate Parenting,All staff,May 24,29,60",
    "Devon,Disabled Children's Service,All staff,May 24,,30",
    "Devon,,All staff,May 24,69,220",
)
HIDDEN = {("devon/assessment", "2024-04"), ("devon/children_and_families", "2024-04")}
"""The small count of April, and the one that would tell it."""
TOLD = re.compile(r"\b3 (?:grievance )?cases|\b17 (?:grievance )?cases")
TODAY = date(2024, 6, 11)
QUESTIONS = (
    "grievance cases in Assessment in April 2024",
    "grievance cases in Children and Families in April 2024",
    "grievance cases in Assessment and Children and Families April 2024",
    "total grievance cases in Assessment and Corporate Parenting April 2024",
    "average grievance cases per team in Devon April 2024",
    "rank teams in Devon by grievance cases April 2024",
    "which team has the most grievance cases in April 2024",
    "which team has the fewest grievance cases in April 2024",
    "which teams have under 5 grievance cases in April 2024",
    "list grievance cases by team April 2024",
    "how have grievance cases in Assessment changed since April 2024",
    "change in grievance cases in Assessment between April and May 2024",
    "grievance cases in Assessment by month",
    "grievance cases in Assessment April 2024 compared with Corporate Parenting",
    "difference between Assessment and Devon grievance cases April 2024",
    "is Assessment above Devon on grievance cases in April 2024",
    "everything on Assessment in April 2024",
    "what do you hold for Assessment",
    "highest month for grievance cases in Assessment",
    "what would get Assessment to 5 grievance cases",
    "grievance cases per head in Assessment April 2024",
    "where does the figure for grievance cases in Assessment come from",
)


def load(office: Office, *rows: str, name: str = "hr.csv") -> int | None:
    """Load HR cases of Devon; gives the number of the import."""
    reading = office.loader.read(table(office.folder / name, HEAD, *rows))
    return office.loader.load(reading, NOW)[1]


class Asker:
    """Somebody who asks, in the workspace of an office."""

    def __init__(self, office: Office, url: str) -> None:
        self._muster = Muster(url, office.loader.scope)

    def close(self) -> None:
        """Ask no more."""
        self._muster.close()

    def ask(self, question: str) -> tuple[dict[str, Any], str, set[Figure]]:
        """Give the answer as a program and a person get it, and every figure in it."""
        replied = self._muster.ask(question, TODAY)
        corrections = replied.understanding.corrections
        answer = contract("1", replied.result, corrections, EXAMPLES)
        text = lines_of(replied.result, corrections, EXAMPLES).text
        return answer, text, set(figures_in(replied.result))


def figures_in(value: object) -> Iterator[Figure]:
    """Give every figure anywhere in an answer."""
    if isinstance(value, Figure):
        yield value
    if isinstance(value, tuple):
        for one in value:
            yield from figures_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from figures_in(getattr(value, field.name))


def held(office: Office) -> dict[tuple[str, str], tuple[float | None, str]]:
    """Give the grievance cases that are held, by place and period."""
    with staging(office.engine) as conn:
        rows = held_rows(conn, office.loader.scope)
    return {
        (row.team or row.organisation, row.period): (row.value, row.status)
        for row in rows
        if row.metric == "grievance_cases"
    }


def hidden(office: Office) -> set[tuple[str, str]]:
    return {key for key, (value, status) in held(office).items() if status == "suppressed"}
