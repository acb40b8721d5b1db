"""A service on this machine that answers as the Department's public data API does.

Its bodies have the fields of the OpenAPI description: ids that say nothing, values as text,
locations by level, paging, errors.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from seed.dfe.measures import IDENTITY, NEWER
from tests.seed.dfe.files import Row, census

DATA_SET = "6d765688-fb18-4f13-8e8e-be816bc63b17"
OTHER = "bd4d8c04-716a-4447-af3d-677aa3223917"
PUBLICATION = {
    "id": "d851c09e-7f5a-4750-9191-ed67ba5e8f8b",
    "title": "Children's social work workforce",
}
LEVELS = {"National": "NAT", "Regional": "REG", "Local authority": "LA"}
PAGE = 5

Json = dict[str, Any]


class Service:
    """What the service holds, what it was asked, and what it answers instead next (`faults`)."""

    def __init__(self, rows: Sequence[Row] | None = None) -> None:
        self.rows = list(census() if rows is None else rows)
        self.columns = {f"i{at}": name for at, name in enumerate(NEWER)}
        self.filters: list[Json] = []
        self.asked: list[tuple[str, Json]] = []
        self.faults: list[tuple[int, dict[str, str], bytes]] = []

    def answer(self, path: str, query: Json, body: Json) -> Json | None:
        """Answer a call; None for what there is none of."""
        self.asked.append((path, {**query, **body}))
        answers: dict[str, Callable[[], Json]] = {
            "/publications": lambda: {"paging": {}, "results": [PUBLICATION]},
            f"/publications/{PUBLICATION['id']}/data-sets": lambda: {
                "paging": {},
                "results": [{"id": OTHER}, {"id": DATA_SET}],
            },
            f"/data-sets/{OTHER}/meta": lambda: {"indicators": [{"id": "x", "column": "leavers"}]},
            f"/data-sets/{DATA_SET}": self._data_set,
            f"/data-sets/{DATA_SET}/meta": self._meta,
            f"/data-sets/{DATA_SET}/query": lambda: self._query(body),
        }
        return answers[path]() if path in answers else None

    def _data_set(self) -> Json:
        latest = {"version": "1.2", "published": "2026-03-19T09:30:00+00:00"}
        return {"id": DATA_SET, "title": "Headline measures", "latestVersion": latest}

    def _meta(self) -> Json:
        indicators = [
            {"id": id_, "column": column, "label": column, "unit": ""}
            for id_, column in self.columns.items()
        ]
        unknown = {"id": "u", "column": "a_column_of_next_year", "label": "New", "unit": ""}
        return {
            "filters": self.filters,
            "indicators": [*indicators, unknown],
            "geographicLevels": [{"code": code, "label": name} for name, code in LEVELS.items()],
            "locations": [
                {"level": {"code": code, "label": name}, "options": self._places(code)}
                for name, code in LEVELS.items()
            ],
            "timePeriods": [],
        }

    def _places(self, level: str) -> list[Json]:
        """The places of a level, each with an id made of its place among them."""
        found: dict[str, Json] = {}
        for row in self.rows:
            for code, option in _options(row).items():
                if code == level:
                    found[option["id"]] = option
        return list(found.values())

    def _query(self, body: Json) -> Json:
        first = (body["page"] - 1) * PAGE
        results = [self._result(row) for row in self.rows[first : first + PAGE]]
        pages = -(-len(self.rows) // PAGE)
        paging = {"page": body["page"], "pageSize": PAGE, "totalPages": pages}
        return {"paging": paging, "warnings": [], "results": results}

    def _result(self, row: Row) -> Json:
        return {
            "timePeriod": {"code": "RY", "period": row["time_period"]},
            "geographicLevel": LEVELS[row["geographic_level"]],
            "locations": {code: option["id"] for code, option in _options(row).items()},
            "filters": {},
            "values": {id_: row[column] for id_, column in self.columns.items()},
        }


def _options(row: Row) -> dict[str, Json]:
    """A row's places by level, as the service describes them."""
    told = dict.fromkeys(IDENTITY, "") | row
    found = {"NAT": {"code": told["country_code"], "label": told["country_name"]}}
    if told["region_code"]:
        found["REG"] = {"code": told["region_code"], "label": told["region_name"]}
    if told["old_la_code"]:
        found["LA"] = {
            "code": told["new_la_code"],
            "oldCode": told["old_la_code"],
            "label": told["la_name"],
        }
    return {level: {"id": f"{level}{one['code']}", **one} for level, one in found.items()}


def _handler(service: Service) -> type[BaseHTTPRequestHandler]:
    """What hands each call to the service."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer({})

        def do_POST(self) -> None:
            self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _answer(self, body: Json) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if service.faults:
                self._send(*service.faults.pop(0))
                return
            told = service.answer(parts.path.removeprefix("/v1"), query, body)
            if told is None:
                self._send(404, {}, b"{}")
            else:
                self._send(200, {}, json.dumps(told).encode())

        def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def running(service: Service) -> Iterator[str]:
    """Give the address of a service while it runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(service))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
