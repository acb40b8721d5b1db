"""What the Department's service gives is read as its file would be, or refused in one sentence."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from seed.dfe.census import read_census
from seed.ees import Client, ServiceError, read_release
from seed.files.faults import FileFaultsError
from seed.files.incoming import read_service
from seed.files.sheet import read_sheet
from tests.seed.dfe.files import census, write
from tests.seed.ees.service import DATA_SET, Service, running


@pytest.fixture
def service() -> Service:
    """Give a service with the headline data set of two years."""
    return Service()


@pytest.fixture
def address(service: Service) -> Iterator[str]:
    """Give its address."""
    with running(service) as url:
        yield url


@pytest.fixture
def waits() -> list[float]:
    """Give the seconds that a client let pass."""
    return []


@pytest.fixture
def client(address: str, waits: list[float]) -> Client:
    """Give a client that only notes how long it would wait."""
    return Client(address, waits.append)


def test_it_gives_the_rows_of_the_file(client: Client, tmp_path: Path) -> None:
    ours, theirs = read_service(client), read_census(read_sheet(write(tmp_path, census())))
    assert [entry.cells for entry in ours.entries] == [entry.cells for entry in theirs.entries]
    told = [(one.year, one.level, one.name, one.codes, one.region) for one in ours.entries]
    assert told == [
        (one.year, one.level, one.name, one.codes, one.region) for one in theirs.entries
    ]


def test_the_edition_is_the_day_the_version_was_published(client: Client) -> None:
    assert read_service(client).published == "2026-03-19"
    assert read_service(client, edition="2026-04").published == "2026-04"
    assert read_service(client).file == f"{DATA_SET}, version 1.2"


def test_the_headline_data_set_is_found_by_its_columns(client: Client, service: Service) -> None:
    read_release(client)
    paths = [path for path, _ in service.asked]
    assert paths[0] == "/publications"
    assert f"/data-sets/{DATA_SET}/query" in paths
    service.asked.clear()
    read_release(client, DATA_SET)
    assert service.asked[0][0] == f"/data-sets/{DATA_SET}"


def test_all_pages_are_of_one_version(client: Client, service: Service) -> None:
    read_release(client, DATA_SET)
    asked = [given for path, given in service.asked if path.endswith("/query")]
    assert [one["page"] for one in asked] == [1, 2, 3]
    assert {one["dataSetVersion"] for one in asked} == {"1.2"}
    assert {tuple(one["criteria"]["geographicLevels"]["in"]) for one in asked} == {
        ("NAT", "REG", "LA")
    }


def test_symbols_are_statuses_and_nothing_is_a_fault(service: Service, client: Client) -> None:
    service.rows[3]["agency_fte"] = "c"
    cells = read_service(client).entries[3].cells
    assert cells["agency_fte"].text == "c"
    service.rows[3]["agency_fte"] = ""
    with pytest.raises(FileFaultsError):
        read_service(client)


def test_a_busy_service_is_asked_again_as_late_as_it_says(
    client: Client, service: Service, waits: list[float]
) -> None:
    service.faults = [(429, {"Retry-After": "7"}, b""), (503, {}, b""), (504, {}, b"")]
    assert read_release(client, DATA_SET).published == "2026-03-19"
    assert waits == [7, 2, 4]


def test_nobody_waits_for_ever(client: Client, service: Service, waits: list[float]) -> None:
    service.faults = [(429, {"Retry-After": "86400"}, b"")] * 4
    with pytest.raises(ServiceError, match="answered 429: it is busy; try again later"):
        read_release(client, DATA_SET)
    assert waits == [60, 60, 60]


REFUSED = json.dumps({"errors": [{"message": "No such indicator.", "code": "NotFound"}]}).encode()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ((404, {}, b""), "the service has no such data set"),
        ((400, {}, REFUSED), "the service answered 400: No such indicator."),
        ((403, {}, b"<html>"), "the service answered 403$"),
        ((200, {}, b"<html>a page to log in</html>"), "the answer is no JSON object"),
        ((200, {}, b"[]"), "the answer is no JSON object"),
        ((200, {}, b"{}"), "an answer is without 'latestVersion'"),
    ],
)
def test_what_goes_wrong_is_said(
    client: Client, service: Service, fault: tuple[int, dict[str, str], bytes], said: str
) -> None:
    service.faults = [fault]
    with pytest.raises(ServiceError, match=said):
        read_release(client, DATA_SET)


def test_a_data_set_that_is_divided_is_refused(client: Client, service: Service) -> None:
    service.filters = [{"id": "f", "column": "role", "label": "Role", "options": []}]
    with pytest.raises(ServiceError, match="is divided by Role"):
        read_release(client, DATA_SET)


def test_without_the_publication_or_the_measures_it_says_so(
    client: Client, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.columns = {"i0": "inpost_fte"}
    with pytest.raises(ServiceError, match="none of the publication's data sets"):
        read_release(client)
    monkeypatch.setattr("seed.ees.data_set.PUBLICATION", "Something else")
    with pytest.raises(ServiceError, match="has no publication 'Something else'"):
        read_release(client)


def test_where_there_is_no_network_it_says_so() -> None:
    with running(Service()) as url:
        pass
    with pytest.raises(ServiceError, match="cannot be reached"):
        read_release(Client(url))
    with pytest.raises(ServiceError, match="no address of a web service"):
        Client("ftp://somewhere")


def test_an_answer_that_is_too_large_is_refused(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seed.ees.client._MOST_BYTES", 10)
    with pytest.raises(ServiceError, match="larger than 64 MB"):
        read_release(client, DATA_SET)
