"""Muster against another implementation of Slack, npm's emulate@0.12.2, by hand.

`make check-emulate` installs it and runs this. It covers signed events that a person's message
causes, replies in threads with their blocks, and reading them back. It has no commands, buttons
or Home tab, and refuses no blocks; what slack.mjs adds to it is said there.
"""

import asyncio
import json
import os
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.cli.store import make_ready
from bot.listeners.guard import PATH

HERE = Path(__file__).parent
QUESTION = "agency rate for social workers in Assessment"
FIGURE = "69%"
SECRET, BOT, MARA = "emulate-signing", "xoxb-muster", "xoxp-mara"
SEED = {
    "slack": {
        "signing_secret": SECRET,
        "team": {"name": "Council", "domain": "council"},
        "users": [{"name": "mara", "real_name": "Mara Webb", "email": "mara@council.example"}],
        "channels": [{"name": "workforce"}],
        "oauth_apps": [
            {
                "client_id": "1.2",
                "client_secret": "none",
                "app_id": "A0MUSTER",
                "name": "Muster",
                "redirect_uris": [],
                "bot_id": "B0MUSTER",
                "bot_user_id": "U0MUSTER",
                "bot_name": "muster",
            }
        ],
        "tokens": [
            {"token": BOT, "app_id": "A0MUSTER", "bot_id": "B0MUSTER", "bot_user_id": "U0MUSTER"},
            {"token": MARA, "user": "mara"},
        ],
    }
}


@asynccontextmanager
async def running(*command: str, **told: str) -> AsyncIterator[str]:
    """Run something that says that it listens; gives the line."""
    process = await asyncio.create_subprocess_exec(
        *command,
        env={**os.environ, **told},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout
    try:
        async for line in process.stdout:
            if b"listens" in line:
                yield line.decode()
                break
        else:
            raise RuntimeError(f"{command[0]} ended before it listened")
    finally:
        process.terminate()
        await process.communicate()


async def replies(client: AsyncWebClient, channel: str, ts: str) -> list[dict[str, Any]]:
    """Wait for a reply in a thread, and for one that must not come; give what is there."""
    found: list[dict[str, Any]] = []
    async with asyncio.timeout(30):
        while len(found) < 2:
            found = (await client.conversations_replies(channel=channel, ts=ts))["messages"]
    return found


async def agree(api: str) -> None:
    """Ask as a person, and look at what Muster said."""
    mara = AsyncWebClient(MARA, base_url=api)
    channels = (await mara.conversations_list())["channels"]
    channel = next(one["id"] for one in channels if one["name"] == "workforce")
    asked = await mara.chat_postMessage(channel=channel, text=f"<@U0MUSTER> {QUESTION}")
    _, reply = await replies(mara, channel, asked["ts"])
    assert FIGURE in reply["text"], reply
    assert [block["type"] for block in reply["blocks"]][:1] == ["section"], reply
    sys.stdout.write(f"emulate@0.12.2 agrees: {reply['text'].splitlines()[0]}\n")


async def main(modules: str) -> None:
    """Run both and let them talk."""
    port, own = free_port(), free_port()
    api = f"http://127.0.0.1:{port}/api/"
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'muster.db'}"
        make_ready(url)
        seed, script = Path(folder) / "seed.json", Path(modules) / "slack.mjs"
        seed.write_text(json.dumps(SEED))
        script.write_text((HERE / "slack.mjs").read_text())  # Node looks for modules beside it
        events = f"http://127.0.0.1:{own}{PATH}"
        node = running("node", str(script), str(seed), str(port), events)
        told = {"DATABASE_URL": url, "SLACK_BOT_TOKEN": BOT, "SLACK_SIGNING_SECRET": SECRET}
        told |= {"SLACK_API_URL": api, "HOST": "127.0.0.1", "PORT": str(own), "SLACK_APP_TOKEN": ""}
        async with node, running(sys.executable, "-m", "bot", "serve", **told):
            await agree(api)


def free_port() -> int:
    """Give a port with nobody behind it, nor behind the next."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
