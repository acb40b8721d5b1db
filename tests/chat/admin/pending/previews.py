"""Files handed in, their previews, and what is chosen in them."""

from bot.sandbox.acting.interacting import Entries
from bot.sandbox.workspace.files import File
from tests.chat.admin.conftest import HEAD, Desk
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import only

QUESTION = "agency fte social workers Assessment Devon July 2023"
JULY = f"{HEAD}\nAssessment,Social workers,Jul 23,27\n"


def shared(desk: Desk, content: str | bytes = JULY, name: str = "july.csv") -> File:
    """Hand a file in."""
    held = content.encode() if isinstance(content, str) else content
    return desk.workspace.people["anna"].upload(name, held)


async def previewed(
    desk: Desk, content: str | bytes = JULY, name: str = "july.csv", council: str = "devon"
) -> Posted:
    """Load a file by the modal; give the preview."""
    assert await desk.command("load") == []
    entries: Entries = {"file": [shared(desk, content, name).id], "council": council}
    return only(await desk.submit(entries))


async def answered(desk: Desk, preview: Posted, question: str, label: str) -> None:
    """Choose an answer under a question of a preview."""
    block = next(one for one in preview.blocks if question in str(one.get("text")))
    menu = block["accessory"]
    found = {one["text"]["text"]: one["value"] for one in menu["options"]}
    assert label in found, found
    value = found[label]
    person = desk.workspace.people["anna"]
    await desk.workspace.upon(lambda: person.press(preview.message, menu["action_id"], value))
