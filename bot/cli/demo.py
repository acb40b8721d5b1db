"""Muster in a Slack on this machine, to try in the browser."""

import asyncio
import json
import signal
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import click
from pydantic import SecretStr

from bot.cli.serve import serve_until
from bot.cli.store import is_ready, make_ready
from bot.pipeline import Muster
from bot.sandbox.example import example
from bot.sandbox.page.page import Greeting, Page
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import RealTime
from bot.settings import Settings, settings

MANIFEST = Path(__file__).parents[2] / "manifest.json"

GREETING = Greeting(
    "Ask about your workforce",
    "This is Slack in small, on your own machine, over five published council reports. Click a "
    "question, or write your own: mention @muster, use /muster, or message Muster alone.",
    (
        "agency rate in Assessment",
        "how has Devon's agency rate changed since July 2023?",
        "is Devon's agency rate above England's?",
        "which team in Devon has the highest agency rate?",
    ),
)


@click.command()
@click.option("--port", default=0, show_default="any free one", help="The page's port.")
@click.option("--open/--no-open", "opens", default=True, help="Open the page in the browser.")
def demo(port: int, *, opens: bool) -> None:
    """Try Muster in a Slack on this machine, in the browser."""
    known = settings()
    if not is_ready(known.database_url):
        make_ready(known.database_url)
    asyncio.run(_run(known, port, opens=opens))


async def _run(known: Settings, port: int, *, opens: bool) -> None:
    """Show the page until Ctrl-C or SIGTERM."""
    stop = asyncio.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(told, stop.set)
    async with demonstrating(known, port) as sandbox:
        address = sandbox.slack.url
        click.echo(f"Muster is in Slack at {address} (Ctrl-C ends it)")
        if opens:
            await asyncio.to_thread(webbrowser.open, address)
        await stop.wait()


@asynccontextmanager
async def demonstrating(known: Settings, port: int = 0) -> AsyncIterator[Sandbox]:
    """Muster in a small Slack, which shows its page while it is open."""
    sandbox = Sandbox(json.loads(MANIFEST.read_text(encoding="utf-8")))
    token = example(sandbox, "Devon County").install(sandbox.app).token
    async with sandbox.open(port, Page(sandbox, GREETING).add_routes):
        here = Settings(
            database_url=known.database_url,
            slack_bot_token=SecretStr(token),
            slack_client_id=None,
            slack_app_token=SecretStr(sandbox.app.app_token),
            slack_api_url=sandbox.api_url,
        )
        async with _serving(here, sandbox):
            yield sandbox


@asynccontextmanager
async def _serving(known: Settings, sandbox: Sandbox) -> AsyncIterator[None]:
    """Muster, once it has opened its socket; if it cannot, this raises what it says."""
    muster, stop = Muster(known.database_url), asyncio.Event()
    serving = asyncio.create_task(serve_until(stop, known, muster, RealTime().now))
    connecting = asyncio.create_task(sandbox.socket.connected.wait())
    try:
        await asyncio.wait((serving, connecting), return_when=asyncio.FIRST_COMPLETED)
        if connecting.done():
            yield
    finally:
        connecting.cancel()
        stop.set()
        await serving
        muster.close()
