"""Telling open pages that there is something new, by server-sent events."""

import asyncio

from aiohttp import web

from bot.sandbox.workspace.workspace import Happening


class Updates:
    """The pages that are open; each fetches itself again when it hears of something new."""

    def __init__(self) -> None:
        self._open: set[asyncio.Event] = set()
        self._is_closing = False

    def note(self, _: Happening) -> None:
        """Tell every page."""
        for news in self._open:
            news.set()

    async def close(self, _: web.Application) -> None:
        """Let all pages go."""
        self._is_closing = True
        for news in self._open:
            news.set()

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Keep a page up to date until it is closed; many changes at once are one piece of news."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        news = asyncio.Event()
        news.set()  # whatever happened since the page was drawn
        self._open.add(news)
        try:
            await response.write(b"retry: 1000\n\n")
            while not self._is_closing:
                await news.wait()
                news.clear()
                await response.write(b"data: new\n\n")
        except ConnectionError:
            pass  # the page was closed
        finally:
            self._open.discard(news)
        return response
