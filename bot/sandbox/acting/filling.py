"""Modals: filled in and submitted, or closed."""

from bot.sandbox.acting.interacting import Entries, Interacting
from bot.sandbox.delivery.deliveries import object_in
from bot.sandbox.delivery.transport import Answer, Sort
from bot.sandbox.web_api.content import checked_view
from bot.sandbox.wire import Json
from bot.sandbox.workspace.views import View


class Filling(Interacting):
    """What a person does with modals."""

    @property
    def modal(self) -> View | None:
        """The modal on top, None where none is open."""
        mine = [one for one in self.workspace.views.values() if one.user == self.person.id]
        return mine[-1] if mine else None

    async def submit(self, view: View, entries: Entries | None = None) -> Answer:
        """Fill in and submit; the app may keep the modal open, with errors or another content."""
        view.values = self.state(view.content["blocks"], entries or {})
        view.errors = _missing(view)
        if view.errors:
            self.workspace.tell()
            return Answer(200)
        payload = self._interaction("view_submission", view=self.shown(view), response_urls=[])
        answer = await self.deliveries.interact(Sort.INTERACTION, payload)
        if answer.is_heard:
            self._follow(view, object_in(answer))
        else:
            view.errors = {"": "We had some trouble connecting. Try again?"}
        self.workspace.tell()
        return answer

    async def close(self, view: View) -> None:
        """Close a modal without submitting it."""
        self.workspace.views.pop(view.id, None)
        if view.content.get("notify_on_close"):
            payload = self._interaction("view_closed", view=self.shown(view), is_cleared=False)
            await self.deliveries.interact(Sort.INTERACTION, payload)
        self.workspace.tell()

    def _follow(self, view: View, answer: Json) -> None:
        """Do what the app answered; nothing closes the modal."""
        action = answer.get("response_action")
        if action == "errors":
            view.errors = answer["errors"]
        elif action == "update":
            view.content = checked_view(answer["view"], self.slack.ids)
            view.hash = self.slack.ids.next("h")
            self.workspace.views[view.id] = view
        elif action == "push":
            content = checked_view(answer["view"], self.slack.ids)
            above = View(self.slack.ids.once("V"), view.user, content, self.workspace.id)
            above.previous, above.root = view.id, view.root
            self.workspace.views[above.id] = above
        elif action == "clear":
            self._clear()
        else:
            self.workspace.views.pop(view.id, None)

    def _clear(self) -> None:
        for view in [one for one in self.workspace.views.values() if one.user == self.person.id]:
            del self.workspace.views[view.id]


def _missing(view: View) -> dict[str, str]:
    """The fields that have to be filled in and are not."""
    return {
        block["block_id"]: "Please complete this required field."
        for block in view.content["blocks"]
        if block["type"] == "input" and not block.get("optional") and not _is_filled(view, block)
    }


def _is_filled(view: View, block: Json) -> bool:
    held = view.values.get(block["block_id"], {}).get(block["element"]["action_id"], {})
    return any(value for name, value in held.items() if name != "type")
