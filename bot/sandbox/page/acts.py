"""What a person does on the page, handed to their session."""

import json
import re
from collections.abc import Awaitable, Callable

from aiohttp import web
from multidict import MultiDictProxy

from bot.sandbox.acting.interacting import Entries
from bot.sandbox.acting.session import Session
from bot.sandbox.wire import RefusalError
from bot.sandbox.workspace.messages import Message
from bot.sandbox.workspace.views import View

Form = MultiDictProxy[str | bytes | bytearray | web.FileField]
"""The fields of a form."""

_AT = re.compile(r"(?<!\S)@([\w.'-]+(?: [\w'-]+)?)")


class Acts:
    """One act for each form of the page; each gives the thread to look at next, "" for none."""

    def __init__(self, session: Session, form: Form) -> None:
        self._session = session
        self._form = form

    @property
    def by_name(self) -> dict[str, Callable[[], Awaitable[str]]]:
        """The acts, by the name a form calls them."""
        return {
            "say": self._say,
            "press": self._press,
            "submit": self._submit,
            "close": self._close,
            "shortcut": self._shortcut,
        }

    async def _say(self) -> str:
        text, thread = self._text("text").strip(), self._text("thread")
        command, _, rest = text.partition(" ")
        known = {one["command"]: one for one in self._session.slack.app.commands}
        if command in known:
            words = rest.strip()
            if known[command].get("should_escape"):
                words = self.addressed(words)
            await self._command(command, words, thread)
            return ""
        files = [self._session.upload(one.filename, one.file.read()) for one in self._files("file")]
        if not text and not files:
            return ""
        said = self._session.say(
            self._text("channel"), self.addressed(text), thread_ts=thread, files=files
        )
        is_mention = f"<@{self._session.bot.id}>" in said.text
        return said.ts if is_mention and not thread else ""

    async def _command(self, command: str, text: str, thread: str) -> None:
        """Type a command, which Slack does not take in threads."""
        if thread:
            where = self._session.workspace.channel(self._text("channel"))
            self._session.hear_slackbot(where, f"{command} is not supported in threads.", thread)
        else:
            await self._session.command(text, self._text("channel"), command)

    async def _press(self) -> str:
        named, entry = json.loads(self._text("used"))
        await self._session.press(self._place(), named, entry, self._entries())
        return ""

    async def _submit(self) -> str:
        view = self._place()
        if isinstance(view, View):
            await self._session.submit(view, self._entries())
        return ""

    async def _close(self) -> str:
        view = self._place()
        if isinstance(view, View):
            await self._session.close(view)
        return ""

    async def _shortcut(self) -> str:
        message = self._place()
        if isinstance(message, Message):
            await self._session.shortcut(message, self._text("callback"))
        return ""

    def addressed(self, text: str) -> str:
        """The text with each "@name" of somebody here as a mention."""
        people = {
            name.lower(): person
            for person in self._session.workspace.people.values()
            for name in (person.name, person.real_name)
        }

        def mention(found: re.Match[str]) -> str:
            for name in (found[1], found[1].partition(" ")[0]):
                if person := people.get(name.lower()):
                    return f"<@{person.id}>{found[1][len(name) :]}"
            return found[0]

        return _AT.sub(mention, text)

    def _place(self) -> Message | View:
        workspace = self._session.workspace
        if id_ := self._text("view"):
            views = {view.id: view for view in workspace.homes.values()} | workspace.views
            if id_ not in views:
                raise RefusalError("view_not_found")
            return views[id_]
        return workspace.message(self._text("channel"), self._text("ts"))

    def _entries(self) -> Entries:
        """What stands in the fields of the form, by action_id; files are handed in first."""
        entries: dict[str, list[str]] = {}
        for name in {name for name in self._form if name.startswith("entry.")}:
            texts = [one for one in self._form.getall(name) if isinstance(one, str)]
            files = [self._session.upload(f.filename, f.file.read()).id for f in self._files(name)]
            entries[name.removeprefix("entry.")] = files or [one for one in texts if one]
        return {name: _one_or_more(self._form, name, given) for name, given in entries.items()}

    def _files(self, name: str) -> list[web.FileField]:
        given = self._form.getall(name, [])
        return [one for one in given if isinstance(one, web.FileField) and one.filename]

    def _text(self, name: str) -> str:
        given = self._form.get(name, "")
        return given if isinstance(given, str) else ""


def _one_or_more(form: Form, name: str, given: list[str]) -> str | list[str]:
    """Several where the page says that there may be several."""
    is_several = f"several.{name}" in form
    return given if is_several else (given[0] if given else "")
