"""A small bundle without a fault, in a folder, where a test changes some of it."""

import csv
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from sqlalchemy import Engine

from db.writes import Counts
from seed.catalogue_files import CatalogueFiles, read_catalogue
from seed.load import load_bundle
from seed.rules import check
from seed.statements import Statement, read_statements

NOW = datetime(2024, 6, 30, tzinfo=UTC)
REPORT = "reports/devon_2024.csv"

ORGANISATIONS = """
[[organisation]]
key = "south_west"
name = "South West"
short_name = "South West"
kind = "region"

[[organisation]]
key = "devon"
name = "Devon County Council"
short_name = "Devon"
kind = "council"
region = "south_west"
code = "878"
aliases = ["dcc"]
whole = ["childrens services"]
"""

TEAMS = """
[[team]]
key = "devon/social_care"
name = "Social Care"
aliases = ["csc"]

[[team]]
key = "devon/assessment"
name = "Assessment"
parent = "devon/social_care"
like = "assessment"

[[team]]
key = "devon/both"
name = "Both services"
covers = ["devon/assessment", "devon/social_care"]
"""

ROLE_GROUPS = """
[[role_group]]
key = "all_staff"
name = "All staff"

[[role_group]]
key = "social_workers"
name = "Social workers"
parent = "all_staff"
aliases = ["sws"]

[[role_group]]
key = "women"
name = "Women"
parent = "all_staff"

[[role_group]]
key = "women_social_workers"
name = "Women social workers"
combines = ["women", "social_workers"]
"""

METRICS = """
[[metric]]
key = "agency_rate"
name = "Agency rate"
subject = "agency"
facets = ["rate"]
unit = "%"
direction = "decrease"
nature = "snapshot"
decimals = 1
definition = "Agency workers as a share of the workforce."
aliases = ["locum rate"]

[[metric.formula]]
key = "budget"
words = "agency FTE ÷ budgeted FTE"
numerator = ["agency_fte"]
denominator = [["budgeted_fte"]]
population = "posts"
basis = "FTE"
nature = "snapshot"
source = "Appendix One"

[[metric]]
key = "agency_fte"
name = "Agency FTE"
subject = "agency"
facets = ["fte"]
unit = "FTE"
direction = "decrease"
nature = "snapshot"
decimals = 1
definition = "Agency workers in full-time equivalents."

[[metric]]
key = "budgeted_fte"
name = "Budgeted FTE"
subject = "budget"
facets = ["fte"]
unit = "FTE"
direction = "neutral"
nature = "snapshot"
decimals = 1
definition = "Posts that there is money for."
sensitivity = "B"
"""

FACETS = """
[[facet]]
key = "rate"
strict = true
words = ["rate", "percentage"]

[[facet]]
key = "fte"
strict = false
alone = "budgeted_fte"
words = ["fte"]
"""

WORDS = """
[[word]]
text = ["agency"]
means = ["metric:agency_rate", "metric:agency_fte"]
weak = true

[[word]]
text = ["locums"]
means = ["metric:agency_fte+role_group:social_workers"]
"""

TERMS = """
[[term]]
key = "asye"
name = "Assessed and Supported Year in Employment"
aliases = ["ASYE"]
meaning = "The first year of a newly qualified social worker."
source = "Department for Education"

[[term]]
key = "agency"
name = "Agency"
metric = "agency_rate"
aliases = ["agency"]
"""

EVENTS = """
[[event]]
key = "academy"
name = "the Learning Academy launched"
organisation = "devon"
month = "2020-09"
aliases = ["academy launch"]
"""

CAVEATS = """
[[caveat]]
key = "budget_base"
metric = "agency_rate"
organisation = "devon"
formula = "budget"
text = "Divides by budgeted FTE."
"""

SOURCES = """
[[source]]
key = "devon_2024"
publisher = "devon"
published = "2024-06"
file = "devon.txt"
attribution = "Devon County Council, June 2024"
"""

STATEMENTS = """\
fact,organisation,team,role_group,metric,formula,basis,kind,unit,period_type,period,period_start,\
period_end,period_label,qualifier,value,value_text,status,numerator,denominator,denominator_text,\
section,line,quote,note,repeats
D-1,devon,,social_workers,agency_rate,budget,FTE,actual,%,day,2024-03-31,2024-03-31,\
2024-03-31,March 2024,,45,45%,reported,101,225,budgeted,App. 1,10,45% agency,,
D-2,devon,devon/assessment,social_workers,agency_fte,,FTE,actual,FTE,day,2024-03-31,2024-03-31,\
2024-03-31,March 2024,,-1.53,-1.53,reported,,,,App. 1,11,-1.53,,
D-3,devon,devon/assessment,women,agency_fte,,FTE,actual,FTE,day,2024-03-31,2024-03-31,\
2024-03-31,March 2024,,0,0,zero,,,,App. 1,12,0,,
D-4,devon,,women,agency_fte,,FTE,actual,FTE,undated,undated,,,,,,,blank,,,,App. 1,13,Women,,
D-5,devon,,social_workers,agency_rate,budget,FTE,actual,%,day,2024-03-31,2024-03-31,\
2024-03-31,March 2024,,45,45% overall,reported,,,,3.4,2,45% overall,,D-1
"""

FILES = {
    "organisations.toml": ORGANISATIONS,
    "teams.toml": TEAMS,
    "role_groups.toml": ROLE_GROUPS,
    "metrics/agency.toml": METRICS,
    "facets.toml": FACETS,
    "words.toml": WORDS,
    "glossary.toml": TERMS,
    "events.toml": EVENTS,
    "caveats.toml": CAVEATS,
    "sources.toml": SOURCES,
    "team_words.toml": 'assessment = ["a and i", "duty team"]\n',
    REPORT: STATEMENTS,
}


class Bundle:
    """The small bundle in a folder."""

    def __init__(self, folder: Path) -> None:
        self.catalogue = folder
        self.reports = folder / "reports"
        for name, text in FILES.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")

    def text(self, file: str) -> list[str]:
        """The lines of a file."""
        return (self.catalogue / file).read_text(encoding="utf-8").splitlines()

    def change(self, file: str, old: str, new: str) -> None:
        """Put a text in the place of one that stands in the file just once."""
        text = (self.catalogue / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {file}"
        (self.catalogue / file).write_text(text.replace(old, new), encoding="utf-8")

    def set_cells(self, statement: str, /, **cells: str) -> None:
        """Put texts in cells of a statement."""
        rows = list(csv.DictReader(StringIO((self.catalogue / REPORT).read_text(encoding="utf-8"))))
        (row,) = (row for row in rows if row["fact"] == statement)
        row.update(cells)
        with (self.catalogue / REPORT).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(row))
            writer.writeheader()
            writer.writerows(rows)

    def files(self) -> CatalogueFiles:
        """Read the catalogue."""
        return read_catalogue(self.catalogue)

    def statements(self) -> list[Statement]:
        """Read the reports."""
        return read_statements(self.reports)

    def faults(self) -> list[str]:
        """Check it; each fault as it is told."""
        return [str(fault) for fault in check(self.files(), self.statements())]

    def load(self, engine: Engine) -> dict[str, Counts]:
        """Load it; give the tables that changed."""
        counts = load_bundle(engine, NOW, self.catalogue, self.reports)
        return {table: count for table, count in counts.items() if count}
