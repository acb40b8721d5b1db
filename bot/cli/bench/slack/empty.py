"""A Bolt app that hears mentions and does nothing: what no bot made with Bolt can undercut."""

import logging
import os

from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot.listeners.guard import PATH


async def _authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)


async def _hear() -> None:
    """Do nothing."""


def main() -> None:
    """Listen until told to stop; the signing secret comes from the environment."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    secret, port = os.environ["SLACK_SIGNING_SECRET"], int(os.environ["PORT"])
    app = AsyncApp(signing_secret=secret, authorize=_authorize)
    app.event("app_mention")(_hear)
    web.run_app(app.web_app(PATH, port), host="127.0.0.1", port=port, print=_say, access_log=None)


def _say(_: object) -> None:
    logging.getLogger(__name__).info("listens")


if __name__ == "__main__":
    main()
