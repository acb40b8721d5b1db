"""Devon's appendix as it was printed: four tables on one sheet, two rows of headings each.

Source: Devon County Council, Children's Scrutiny Committee, June 2024, Appendix One.
"""

from pathlib import Path

from tests.loading.workbooks import workbook

_TWO_ROWS = ("Budgeted FTE", "FTE", "FTE", "FTE", "FTE", "FTE")
VACANCIES = "Unfilled Vacancies"
_SECOND = ("", "", "ALL", "Agency", "Agency Rate %", "Perm", "Perm Rate %")
_WITHIN = (
    "roles within Assessment, Childrens and Families, Corporate Parenting and Disabled Children's "
    "Services"
)

MANAGERS = """
ALL Team Managers, Service Managers & HoS Worker Totals|50|44.0|16.5|33%|27.5|55%|6.00
Assessment|12|10.0|5.5|46%|4.5|38%|2.00
Children & Families|25|23.0|7.0|28%|16.0|64%|2.00
Corporate Parenting|7|5.0|4.0|57%|1.0|14%|2.00
Disabled Children's Service|6|6.0|0|0%|6.0|100%|
"""

MANAGERS_BY_MONTH = """
Jul 23|49|43.0|21.5|44%|21.5|44%|6.00
Aug 23|49|43.0|20.5|42%|22.5|46%|6.00
Sep 23|49|41.0|19.5|40%|21.5|44%|8.00
Oct 23|49|39.0|17.5|36%|21.5|44%|10.00
Nov 23|49|43.0|19.5|40%|23.5|48%|6.00
Dec 23|49|43.0|19.5|40%|23.5|48%|6.00
Jan 24*|50|41.0|18.5|37%|22.5|45%|9.00
Feb 24*|50|42.0|19.5|39%|22.5|45%|8.00
Mar 24*|50|44.0|16.5|33%|27.5|55%|6.00
"""

SOCIAL_WORKERS = """
ALL Social Worker Totals Only|225|196.6|101.0|45%|95.6|42%|28.36
Assessment|44|39.0|27.0|69%|12.0|31%|5.01
Children & Families|121|100.6|53.8|53%|46.8|47%|20.38
Corporate Parenting|37|38.5|15.8|41%|22.7|59%|-1.53
Disabled Children's Service|23|18.5|4.4|24%|14.1|76%|4.50
"""

SOCIAL_WORKERS_BY_MONTH = """
Jul 23|218|209.8|113.6|52%|96.2|44%|8.21
Aug 23|218|198.8|102.6|47%|96.2|44%|19.21
Sep 23|218|197.6|101.0|46%|96.6|44%|20.36
Oct 23|218|195.6|97.0|45%|98.6|45%|22.37
Nov 23|218|196.4|95.8|44%|100.6|46%|21.57
Dec 23|218|194.4|94.0|43%|100.4|46%|23.56
Jan 24*|225|203.0|99.6|44%|103.4|46%|21.96
Feb 24*|225|199.4|102.8|46%|96.6|43%|25.56
Mar 24*|225|196.6|101.0|45%|95.6|42%|28.36
"""

PROSE = (
    "There has been a 11% (5.0fte) reduction in all agency workers within these roles since July "
    "23. The national benchmark figure for Social Workers was 17.8% in 2023."
)
"""What stands above the managers by month: it speaks of social workers, and of others' figures."""

PROSE_2 = "There has been a 7% (12.6fte) reduction in all agency workers within these roles."

ANSWERS = {
    f"role group:{PROSE[:60].strip()}": "management_and_leadership",
    f"role group:{PROSE_2[:60].strip()}": "social_workers",
    f"place:{PROSE[:60].strip()}": "devon/all_four_services",
    f"place:{PROSE_2[:60].strip()}": "devon/all_four_services",
}
"""What has to be said about the two tables whose own words do not tell whose figures they hold."""


def appendix(path: Path, changed: tuple[str, str] = ("", ""), vacancies: str = VACANCIES) -> Path:
    """Write the appendix as a workbook; `changed` is a text in it and what stands there instead.

    `vacancies` is the heading of the last column.
    """
    rows: list[list[object]] = []
    for title, corner, body in (
        (f"Permanent and agency workers in management and leadership {_WITHIN} on 31 March 2024.",
         "", MANAGERS),
        (PROSE, "Month/Year", MANAGERS_BY_MONTH),
        (f"Permanent and agency workers in Social Worker {_WITHIN} on 31 March 2024.",
         "", SOCIAL_WORKERS),
        (PROSE_2, "Month/Year", SOCIAL_WORKERS_BY_MONTH),
    ):  # fmt: skip
        lines = (
            body.strip().replace(*changed).split("\n") if changed[0] else body.strip().split("\n")
        )
        rows += [[title], [corner, *_TWO_ROWS, vacancies], [*_SECOND]]
        rows += [[_cell(text) for text in line.split("|")] for line in lines]
        rows += [[]]
    return workbook(path, {"Appendix One": rows})


def _cell(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text
