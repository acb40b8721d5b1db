"""A data set of the API as the sheet that its file would be."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from seed.dfe.census import is_census
from seed.dfe.measures import IDENTITY, NEWER
from seed.ees.client import Client, ServiceError
from seed.files.sheet import Line, Sheet

PUBLICATION: Final = "Children's social work workforce"
_PAGE: Final = 10_000  # rows, the most the service gives at once
_LEVELS: Final = {"NAT": "National", "REG": "Regional", "LA": "Local authority"}
_IDENTIFIERS: Final = {"RY": "Reporting year"}
"""How the file writes the codes of levels and times."""

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Release:
    """A version of a data set: its rows, and the day it was published, as ISO writes it."""

    sheet: Sheet
    published: str


def read_release(client: Client, data_set: str = "") -> Release:
    """Read a data set by its id; without one, the one with the headline measures.

    Raises:
        ServiceError: the service cannot be reached, or has no such data set.
    """
    try:
        return _read(client, data_set or _found(client))
    except (KeyError, TypeError, AttributeError) as fault:
        raise ServiceError(f"an answer is without {fault}, so this is another service") from fault


def _read(client: Client, data_set: str) -> Release:
    latest = client.get(f"/data-sets/{data_set}")["latestVersion"]
    version = latest["version"]
    meta = client.get(f"/data-sets/{data_set}/meta", dataSetVersion=version)
    if names := [one["label"] for one in meta["filters"]]:
        raise ServiceError(f"the data set is divided by {', '.join(names)}; give another one")
    columns = {one["id"]: one["column"] for one in meta["indicators"] if one["column"] in NEWER}
    body = {
        "criteria": {"geographicLevels": {"in": [*_LEVELS]}},
        "indicators": [*columns],
        "sorts": [{"field": "timePeriod", "direction": "Desc"}],
        "pageSize": _PAGE,
    }
    # The version is told each time: one that is published between two pages has other rows.
    rows = list(_rows(client, data_set, version, body))
    sheet = _sheet(f"{data_set}, version {version}", rows, columns, meta)
    return Release(sheet, latest["published"][:10])


def _found(client: Client) -> str:
    """The data set of the publication that has the columns of the headline file."""
    publications = client.get("/publications", search=PUBLICATION, pageSize=40)["results"]
    held = [one["id"] for one in publications if one["title"].casefold() == PUBLICATION.casefold()]
    if not held:
        raise ServiceError(f"the service has no publication {PUBLICATION!r}")
    sets = client.get(f"/publications/{held[0]}/data-sets", pageSize=20)["results"]
    for one in sets:
        columns = [
            known["column"] for known in client.get(f"/data-sets/{one['id']}/meta")["indicators"]
        ]
        if is_census([*IDENTITY, *columns]):
            return str(one["id"])
    raise ServiceError("none of the publication's data sets has the headline measures")


def _rows(client: Client, data_set: str, version: str, body: Json) -> Iterator[Json]:
    page = pages = 1
    while page <= pages:
        told = client.post(
            f"/data-sets/{data_set}/query", {**body, "page": page}, dataSetVersion=version
        )
        yield from told["results"]
        page, pages = page + 1, told["paging"]["totalPages"]


def _sheet(name: str, rows: Sequence[Json], columns: Mapping[str, str], meta: Json) -> Sheet:
    places = {
        (group["level"]["code"], option["id"]): option
        for group in meta["locations"]
        for option in group["options"]
    }
    lines = [
        Line(number, {**_identity(row, places), **_values(row, columns)})
        for number, row in enumerate(rows, 1)
    ]
    digest = hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()
    return Sheet(name, digest, (*IDENTITY, *columns.values()), tuple(lines), ())


def _identity(row: Json, places: Mapping[tuple[str, str], Json]) -> dict[str, str]:
    """What a row is of, as the file says it; "" where the service does not say it."""
    at = {level: places[level, id_] for level, id_ in row["locations"].items() if level in _LEVELS}
    nation, region, authority = (at.get(level, {}) for level in _LEVELS)
    time, level = row["timePeriod"], row["geographicLevel"]
    told = (
        time["period"],
        _IDENTIFIERS.get(time["code"], time["code"]),
        _LEVELS.get(level, level),
        *(nation.get("code"), nation.get("label")),
        *(region.get("code"), region.get("label")),
        *(authority.get("oldCode"), authority.get("code"), authority.get("label")),
    )
    return dict(zip(IDENTITY, (str(one or "").strip() for one in told), strict=True))


def _values(row: Json, columns: Mapping[str, str]) -> dict[str, str]:
    values = row["values"]
    return {column: str(values.get(id_, "")).strip() for id_, column in columns.items()}
