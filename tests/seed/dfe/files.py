"""A small headline file in either layout, that a test changes and writes."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from seed.dfe.measures import IDENTITY, MEASURES, NEWER, OLDER

Row = dict[str, str]

ZEROS = {"starters_headcount": "0"}
NATION = {"geographic_level": "National", "country_code": "E92000001", "country_name": "England"}
SOUTH_WEST = {"region_code": "E12000009", "region_name": "South West"}
NORTH_EAST = {"region_code": "E12000001", "region_name": "North East"}
AUTHORITIES: tuple[tuple[str, str, str, Mapping[str, str]], ...] = (
    ("878", "E10000008", "Devon", SOUTH_WEST),
    ("880", "E06000027", "Torbay", SOUTH_WEST),
    ("394", "E08000024", "Sunderland", NORTH_EAST),
)


def row(year: int, in_post: float, **identity: str) -> Row:
    """Give a row whose measures follow from each other: a tenth as many agency FTE as in post."""
    agency, leavers, vacant, cases = in_post / 10, in_post / 20, in_post / 4, in_post * 16
    days = 254 if year % 4 == 0 else 253
    numbers = {
        "inpost_fte": in_post,
        "inpost_headcount": in_post,
        "starters_fte": leavers,
        "starters_headcount": leavers,
        "leavers_fte": leavers,
        "leavers_headcount": leavers,
        "turnover_rate_fte": 5,
        "turnover_rate_headcount": 5,
        "agency_fte": agency,
        "agency_headcount": agency,
        "agency_rate_fte": 100 * agency / (agency + in_post),
        "agency_rate_headcount": 100 * agency / (agency + in_post),
        "agency_cover_fte": agency,
        "agency_cover_rate_fte": 100,
        "vacancy_fte": vacant,
        "vacancy_rate_fte": 100 * vacant / (vacant + in_post),
        "vacancy_agency_cover_rate_fte": 100 * agency / vacant,
        "case_holders_fte": in_post,
        "cases": cases,
        "caseload_fte": 16,
        "working_days_lost_fte": in_post * days / 25,
        "absence_rate_fte": 4,
    }
    fixed = {"time_period": str(year), "time_identifier": "Reporting year"}
    said = {column: f"{number:.1f}".removesuffix(".0") for column, number in numbers.items()}
    return {**dict.fromkeys(IDENTITY, ""), **NATION, **fixed, **said, **identity}


def authority(year: int, code: str, in_post: float = 200) -> Row:
    """Give the row of one of the authorities."""
    ((ons_code, name, region),) = (one[1:] for one in AUTHORITIES if one[0] == code)
    return row(
        year,
        in_post,
        geographic_level="Local authority",
        old_la_code=code,
        new_la_code=ons_code,
        la_name=name,
        **region,
    )


def census(*years: int) -> list[Row]:
    """Give the rows of some years: England, two regions, three authorities."""
    rows = []
    for year in years or (2024, 2025):
        rows += [
            row(year, 600),
            row(year, 400, geographic_level="Regional", **SOUTH_WEST),
            row(year, 200, geographic_level="Regional", **NORTH_EAST),
            *(authority(year, code) for code, *_ in AUTHORITIES),
        ]
    return rows


def written(rows: Iterable[Row], *, older: bool = False) -> str:
    """Give the file as text."""
    layout = OLDER if older else NEWER
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*IDENTITY, *layout])
    for one in rows:
        writer.writerow([*(one[name] for name in IDENTITY), *(one[c] for c in layout.values())])
    return out.getvalue()


def write(
    folder: Path, rows: Iterable[Row], name: str = "csww.csv", *, older: bool = False
) -> Path:
    """Write the file."""
    path = folder / name
    path.write_text(written(rows, older=older), encoding="utf-8-sig" if older else "utf-8")
    return path


COLUMNS = tuple(measure.column for measure in MEASURES)
