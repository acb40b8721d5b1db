"""Commands, buttons, menus, shortcuts and the Home tab."""

from collections.abc import Mapping

from bot.sandbox.acting.entries import Entry, element_named, elements_in, entered, initially
from bot.sandbox.acting.seat import Seat
from bot.sandbox.delivery.deliveries import object_in
from bot.sandbox.delivery.transport import Answer, Sort
from bot.sandbox.web_api.responding import respond
from bot.sandbox.wire import Json
from bot.sandbox.workspace.channels import Channel
from bot.sandbox.workspace.messages import Message, message_object
from bot.sandbox.workspace.views import View, view_object

Entries = Mapping[str, Entry]
"""What was entered, by action_id."""


class Interacting(Seat):
    """What a person does with what the app shows; each waits for the app's answer."""

    async def command(self, text: str, channel: str = "general", name: str = "") -> Answer:
        """Type a slash command, the app's first one unless named."""
        where = self.workspace.channel(channel)
        url = self.slack.response_url(self.workspace, where.id, self.person.id, None)
        fields = {
            "token": "verification-token",
            "team_id": self.workspace.id,
            "team_domain": "sandbox",
            "channel_id": where.id,
            "channel_name": where.name if where.kind == "channel" else "directmessage",
            "user_id": self.person.id,
            "user_name": self.person.name,
            "command": name or self.slack.app.commands[0]["command"],
            "text": text,
            "api_app_id": self.slack.app.id,
            "is_enterprise_install": "false",
            "response_url": url,
            "trigger_id": self.slack.trigger(self.workspace, self.person.id),
        }
        answer = await self.deliveries.interact(Sort.COMMAND, fields)
        self._show(answer, where, url)
        return answer

    async def press(
        self,
        on: Message | View,
        named: str,
        entry: Entry = "",
        entries: Entries | None = None,
    ) -> Answer:
        """Press a button, or choose in a menu, by its words or its action_id."""
        blocks = on.content["blocks"] if isinstance(on, View) else on.blocks
        block_id, element = element_named(blocks, named)
        action = {
            **self._used(element, entry),
            "block_id": block_id,
            "action_ts": self.workspace.next_ts(),
        }
        payload = self._interaction("block_actions", actions=[action], **self._place(on))
        payload["state"] = {"values": self.state(blocks, entries or {})}
        if isinstance(on, View):
            on.values = payload["state"]["values"]
        return await self.deliveries.interact(Sort.INTERACTION, payload)

    async def shortcut(self, message: Message, callback_id: str) -> Answer:
        """Use a shortcut of the app on a message."""
        payload = self._interaction("message_action", **self._place(message))
        payload |= {"callback_id": callback_id, "message_ts": message.ts}
        return await self.deliveries.interact(Sort.INTERACTION, payload)

    def open_home(self, tab: str = "home") -> None:
        """Look at the app's Home tab, or at the messages with it."""
        channel = self.workspace.direct(self.person, self.bot)
        home = self.workspace.homes.get(self.person.id)
        event: Json = {
            "type": "app_home_opened",
            "user": self.person.id,
            "channel": channel.id,
            "tab": tab,
            "event_ts": self.workspace.next_ts(),
        }
        if home and tab == "home":
            event["view"] = self.shown(home)
        self.workspace.tell(channel, event)

    def state(self, blocks: list[Json], entries: Entries) -> Json:
        """Everything entered in some blocks, by block and action."""
        values: Json = {}
        for block_id, element in elements_in(blocks):
            if element["type"] not in {"button", "overflow", "feedback_buttons", "icon_button"}:
                values.setdefault(block_id, {})[element["action_id"]] = (
                    entered(element, entries[element["action_id"]], self.workspace)
                    if element["action_id"] in entries
                    else initially(element, self.workspace)
                )
        return values

    def shown(self, view: View) -> Json:
        """A view as the app is told of it."""
        return view_object(view, self.slack.app.id, self.bot.bot_id)

    def _interaction(self, type_: str, **more: object) -> Json:
        return {
            "type": type_,
            "user": self.who,
            "api_app_id": self.slack.app.id,
            "token": "verification-token",
            "team": {"id": self.workspace.id, "domain": "sandbox"},
            "enterprise": None,
            "is_enterprise_install": False,
            "trigger_id": self.slack.trigger(self.workspace, self.person.id),
            **more,
        }

    def _used(self, element: Json, entry: Entry) -> Json:
        kept: Json = {name: element[name] for name in ("action_id", "text") if name in element}
        if element["type"] in {"button", "feedback_buttons", "icon_button"}:
            value = entry or element.get("value", "")
            return {**kept, "type": element["type"], "value": value}
        return {**kept, **entered(element, entry, self.workspace)}

    def _place(self, on: Message | View) -> Json:
        """Where it was, and how to answer there."""
        if isinstance(on, View):
            return {"view": self.shown(on), "container": {"type": "view", "view_id": on.id}}
        channel = self.workspace.channels[on.channel]
        return {
            "channel": {"id": channel.id, "name": channel.name},
            "message": message_object(on) | {"is_ephemeral": bool(on.visible_to)},
            "container": {
                "type": "message",
                "message_ts": on.ts,
                "channel_id": channel.id,
                "is_ephemeral": bool(on.visible_to),
                **({"thread_ts": on.thread_ts} if on.thread_ts else {}),
            },
            "response_url": self.slack.response_url(self.workspace, channel.id, self.person.id, on),
        }

    def _show(self, answer: Answer, where: Channel, url: str) -> None:
        """Show what came with the acknowledgement of a command, or that none came."""
        content = object_in(answer) or ({"text": answer.text} if answer.text else {})
        if answer.is_heard and content:
            respond(self.slack, url.rpartition("/")[2], content)
        elif not answer.is_heard:
            fault = "operation_timeout" if answer.fault == "http_timeout" else "dispatch_failed"
            self.hear_slackbot(where, f"The command failed with the error “{fault}”.")

    def hear_slackbot(self, where: Channel, text: str, thread_ts: str = "") -> None:
        """Be told something by Slack itself, and nobody else."""
        said = Message(where.id, "USLACKBOT", text, thread_ts=thread_ts, visible_to=self.person.id)
        self.workspace.keep(said)
        self.workspace.tell(where)
