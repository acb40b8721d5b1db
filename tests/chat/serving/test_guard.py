"""Whatever Slack did not send is turned away, unread and unlogged."""

import asyncio
import gzip
import json
import logging
import os
import random
from collections.abc import AsyncIterator, Iterator

import pytest
from aiohttp.test_utils import make_mocked_request
from slack_sdk.signature import SignatureVerifier

from bot.listeners.guard import LARGEST, PATH, Guard
from bot.pipeline import Muster
from tests.chat.conftest import Opens
from tests.chat.slack.workspace import JSON, Workspace

CANARY = "canary in the body"
SEED = 20240611
FORGERIES = int(os.environ.get("MUSTER_FORGERIES", "500"))
REFUSED = (401, "Not signed by Slack.\n")
BODY = json.dumps({"type": "url_verification", "challenge": CANARY}).encode()
TIMESTAMP, SIGNATURE = "X-Slack-Request-Timestamp", "X-Slack-Signature"


@pytest.fixture(autouse=True)
def nothing_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Log all there is, and let nothing but the event loop say anything."""
    with caplog.at_level(logging.DEBUG):
        yield
    records = [one for phase in ("setup", "call") for one in caplog.get_records(phase)]
    assert {one.name for one in records} == {"asyncio"}


@pytest.fixture
async def hurried(opens: Opens, reports: Muster) -> AsyncIterator[Workspace]:
    """Give a workspace in which a body that has not come yet is not waited for."""
    async with opens(reports, patience=0) as workspace:
        yield workspace


async def test_what_slack_signed_is_admitted(workspace: Workspace) -> None:
    headers = {"Content-Type": JSON, **workspace.signed(BODY)}
    assert await workspace.send(BODY, headers) == (200, json.dumps({"challenge": CANARY}))


async def test_what_was_admitted_once_is_a_replay(workspace: Workspace) -> None:
    headers = {"Content-Type": JSON, **workspace.signed(BODY)}
    assert (await workspace.send(BODY, headers))[0] == 200
    assert await workspace.send(BODY, headers) == REFUSED
    workspace.time.advance(300)
    assert await workspace.send(BODY, headers) == REFUSED


async def test_replays_are_remembered_no_longer_than_they_are_good(
    workspace: Workspace,
) -> None:
    guard = Guard(workspace.slack.app.signing_secret, workspace.time.now)
    for _ in range(3):
        headers = workspace.signed(BODY)
        guard.accepted(make_mocked_request("POST", PATH, headers=headers))
        workspace.time.advance(301)
    assert guard.remembered == 1


async def test_requests_are_signed_as_slack_sdk_signs_them(workspace: Workspace) -> None:
    verifier = SignatureVerifier(workspace.slack.app.signing_secret)
    headers = workspace.signed(BODY)
    assert headers[SIGNATURE] == verifier.generate_signature(
        timestamp=headers[TIMESTAMP], body=BODY
    )


@pytest.mark.parametrize(
    "forged",
    [
        {TIMESTAMP: ""},
        {TIMESTAMP: "abc"},
        {TIMESTAMP: "-1"},
        {TIMESTAMP: "1718098200.5"},
        {TIMESTAMP: "\u0661\u0667\u0661\u0668\u0660\u0669\u0668\u0662\u0660\u0660"},
        {TIMESTAMP: "9" * 5_000},
        {SIGNATURE: ""},
        {SIGNATURE: "v0="},
        {SIGNATURE: "v0=" + "0" * 64},
        {SIGNATURE: "v1=" + "0" * 64},
        {SIGNATURE: "v0=" + "é" * 64},
        {SIGNATURE: "v0=" + "\U0001f600"},
        {SIGNATURE: "0" * 8_000},
    ],
)
async def test_a_forged_header(workspace: Workspace, forged: dict[str, str]) -> None:
    headers = {"Content-Type": JSON, **workspace.signed(BODY), **forged}
    assert await workspace.send(BODY, headers) == REFUSED


@pytest.mark.parametrize("missing", [TIMESTAMP, SIGNATURE])
async def test_a_missing_header(workspace: Workspace, missing: str) -> None:
    headers = workspace.signed(BODY)
    del headers[missing]
    assert await workspace.send(BODY, headers) == REFUSED


async def test_another_body_than_was_signed(workspace: Workspace) -> None:
    headers = {"Content-Type": JSON, **workspace.signed(BODY)}
    assert await workspace.send(BODY + b" ", headers) == REFUSED


@pytest.mark.parametrize(("seconds", "status"), [(300, 200), (301, 401), (-300, 200), (-301, 401)])
async def test_a_request_is_good_for_five_minutes(
    workspace: Workspace, seconds: int, status: int
) -> None:
    headers = {"Content-Type": JSON, **workspace.signed(BODY, seconds)}
    assert (await workspace.send(BODY, headers))[0] == status


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\xff\xfe canary", JSON),
        (BODY, f"{JSON}; charset=none-such"),
        (b"{canary", JSON),
        (b"payload={canary", "application/x-www-form-urlencoded"),
    ],
)
async def test_a_body_that_cannot_be_read(workspace: Workspace, body: bytes, kind: str) -> None:
    assert await workspace.send(body, {"Content-Type": kind, **workspace.signed(body)}) == REFUSED


@pytest.mark.parametrize(
    "body",
    [gzip.compress(BODY, mtime=0), gzip.compress(b"0" * 100_000_000, mtime=0)],
    ids=["small", "a bomb"],
)
async def test_nothing_is_unpacked(workspace: Workspace, body: bytes) -> None:
    headers = {"Content-Type": JSON, "Content-Encoding": "gzip", **workspace.signed(body)}
    assert await workspace.send(body, headers) == REFUSED


@pytest.mark.parametrize(("size", "status"), [(LARGEST, 200), (LARGEST + 1, 401)])
async def test_a_body_has_a_megabyte_at_most(workspace: Workspace, size: int, status: int) -> None:
    body = BODY.ljust(size)
    headers = {"Content-Type": JSON, **workspace.signed(body)}
    assert (await workspace.send(body, headers))[0] == status


async def test_any_path_and_method_is_refused_alike(workspace: Workspace) -> None:
    base = workspace.url.removesuffix(PATH)
    for method, path in (("GET", PATH), ("GET", "/"), ("POST", "/x"), ("PUT", PATH)):
        async with workspace.session.request(method, base + path) as answer:
            assert (answer.status, await answer.text()) == REFUSED


@pytest.mark.parametrize(
    ("signature", "rest", "status"),
    [
        (b"\xe9\xff", b"Content-Length: 6\r\n\r\ncanary", b"401"),
        (b"0" * 64, b"Content-Length: 6\r\n\r\ncanary", b"401"),
        (b"0" * 64, b"Transfer-Encoding: chunked\r\n\r\n6\r\ncanaryX\r\n", b"400"),
        (b"0" * 64, b"Transfer-Encoding: chunked\r\n\r\n6\r\ncanary\r\n", b"401"),
        (b"0" * 64, b"Transfer-Encoding: chunked\r\n\r\nXX\r\ncanary\r\n", b"400"),
        (b"0" * 64, b"Canary: " + b"x" * 10_000 + b"\r\n\r\n", b"400"),
        (b"0" * 64, b"Content-Length: canary\r\n\r\n", b"400"),
    ],
)
async def test_bytes_that_no_client_would_send(
    hurried: Workspace, signature: bytes, rest: bytes, status: bytes
) -> None:
    host, port = hurried.url.removeprefix("http://").removesuffix(PATH).split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"POST {PATH} HTTP/1.1\r\nHost: x\r\n{TIMESTAMP}: 1718098200\r\n".encode())
    # What is no HTTP at all never reaches the guard: aiohttp answers it.
    writer.write(SIGNATURE.encode() + b": v0=" + signature + b"\r\n" + rest)
    assert (await reader.readline()).split()[1] == status
    # What comes after the answer is read for a while, and thrown away.
    writer.write(b"no chunk of canary\r\n")
    writer.close()
    await writer.wait_closed()
    await reader.read()


async def test_what_is_signed_is_read_as_it_was_signed(workspace: Workspace) -> None:
    headers = {"Content-Type": JSON, "Content-Encoding": "gzip", **workspace.signed(BODY)}
    assert (await workspace.send(BODY, headers))[0] == 200


async def test_no_forgery_and_no_replay_among_many(workspace: Workspace) -> None:
    chance = random.Random(SEED)  # noqa: S311 - forgers have no better
    replayed = {"Content-Type": JSON, **workspace.signed(BODY)}
    assert (await workspace.send(BODY, replayed))[0] == 200
    for number in range(FORGERIES):
        if number % 2:
            assert await workspace.send(BODY, replayed) == REFUSED
        else:
            assert await workspace.send(*forgery(chance, workspace)) == REFUSED
    assert workspace.called == []


def forgery(chance: random.Random, workspace: Workspace) -> tuple[bytes, dict[str, str]]:
    """Give a body and headers that nobody signed."""
    body = CANARY.encode() + chance.randbytes(chance.randrange(200))
    times = [workspace.signed(body)[TIMESTAMP], chance.randbytes(4).hex()]
    kinds = [JSON, "text/plain", "application/x-www-form-urlencoded"]
    return body, {
        TIMESTAMP: chance.choice(times),
        SIGNATURE: f"v0={chance.randbytes(chance.choice([16, 32])).hex()}",
        "Content-Type": chance.choice(kinds),
    }
