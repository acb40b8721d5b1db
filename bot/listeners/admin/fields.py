"""The fields of the forms, and what can be chosen in them."""

from dataclasses import replace
from typing import Final

from bot.listeners.admin.pending.questions import councils, everything, metrics, role_groups, teams
from bot.query.directory import Directory
from bot.reply.slack.admin.modals import Entry, Field

ANSWER: Final = Field("answer", "Number of the answer", "It stands in small print under each.")
COUNCIL: Final = Field(
    "council", "Council", "Leave it empty where the file itself says.", Entry.CHOICE, optional=True
)
FILE: Final = Field("file", "File", "CSV or XLSX, 25 MB at most. Totals only, no names of people.",
                    Entry.FILE)  # fmt: skip
METRIC: Final = Field("metric", "What is measured", entry=Entry.CHOICE)
NUMBER: Final = Field("number", "Number of the import", "“History” lists the numbers.")
PEOPLE: Final = Field("people", "Which people are counted", entry=Entry.CHOICE)
PLACE: Final = Field("place", "Council or team", entry=Entry.CHOICE)
VALUE: Final = Field("value", "Figure", "27.0, 45% or 1,234")
WHEN: Final = Field("when", "Of when", "July 2023 for a month, 31 March 2024 for a day")

BETTER: Final = Field(
    "better", "Which way is better", entry=Entry.CHOICE, optional=True,
    options=(("More is better", "up"), ("Less is better", "down"), ("Neither", "neither")),
)  # fmt: skip
KIND: Final = Field(
    "kind", "As", entry=Entry.CHOICE, options=(("Workbook (XLSX)", "xlsx"), ("CSV", "csv"))
)
MEANING: Final = Field("meaning", "What it means", entry=Entry.CHOICE)
NAME: Final = Field("name", "Name", "Up to 80 characters")
OF_COUNCIL: Final = Field("council", "Council", entry=Entry.CHOICE)
PERSON: Final = Field("person", "Who", entry=Entry.PERSON)
PHRASE: Final = Field("phrase", "Word or phrase", "As people write it: front door")
RULE: Final = Field(
    "rule", "Counts from 1 to 4, and rates on fewer than 5 people", entry=Entry.CHOICE,
    options=(("Keep them back", "default"), ("Show them", "off")),
)  # fmt: skip
SHORT: Final = Field("short", "What it is called in short", optional=True)
TEAM: Final = Field("team", "Team", entry=Entry.CHOICE)
UNDER: Final = Field(
    "under", "Part of which team", "Empty: of the council itself.", Entry.CHOICE, optional=True
)
UNDER_ROLE: Final = Field("under_role", "Wider role group", entry=Entry.CHOICE, optional=True)
UNIT: Final = Field("unit", "Counted in", "FTE, people, %")
WHICH: Final = Field(
    "which", "Which figures", entry=Entry.CHOICE, optional=True,
    options=(("Those loaded here", "own"), ("With those of the five reports", "published")),
)  # fmt: skip

_CHOICES: Final = {
    "council": councils,
    "meaning": everything,
    "metric": metrics,
    "people": role_groups,
    "place": lambda directory: [*councils(directory), *teams(directory)],
    "team": teams,
    "under": teams,
    "under_role": role_groups,
}


def with_choices(field: Field, directory: Directory) -> Field:
    """A field with what can be chosen in it now; one that lists its own is left as it is."""
    if field.entry is not Entry.CHOICE or field.options:
        return field
    return replace(field, options=tuple(_CHOICES[field.name](directory)))
