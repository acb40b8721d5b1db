"""What Muster posted, as the people in the conversation see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.sandbox.workspace.messages import Message
from tests.chat.slack.markup import texts_of


@dataclass(frozen=True)
class Posted:
    """A message of Muster."""

    message: Message

    @property
    def text(self) -> str:
        """Its text, which notifications and screen readers use."""
        return self.message.text

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """Its blocks, which people see."""
        return self.message.blocks

    @property
    def shown(self) -> str:
        """What its blocks say, without the marks of what is bold."""
        return "\n".join(one["text"] for one in texts_of(self.blocks)).replace("*", "")

    @property
    def place(self) -> tuple[str, str]:
        """The conversation and the thread."""
        return self.message.channel, self.thread_ts

    @property
    def thread_ts(self) -> str:
        """The thread; "" where it is in none."""
        return self.message.thread_ts

    @property
    def ts(self) -> str:
        """When it was posted, which is its id."""
        return self.message.ts

    @property
    def is_private(self) -> bool:
        """Whether one person alone sees it."""
        return bool(self.message.visible_to)

    def drawn(self, kind: str) -> list[dict[str, Any]]:
        """Its blocks of one kind."""
        return [block for block in self.blocks if block["type"] == kind]

    def labels(self) -> dict[str, tuple[str, str]]:
        """What can be pressed or chosen: each label with its action and value."""
        rows = [*self.drawn("actions"), *self.drawn("context_actions")]
        beside = [block["accessory"] for block in self.blocks if "accessory" in block]
        elements = [*beside, *(element for block in rows for element in block["elements"])]
        return {
            label: (element["action_id"], value)
            for element in elements
            for label, value in _choices(element)
        }

    def buttons(self) -> list[str]:
        """The labels of its buttons."""
        rows = [element for block in self.drawn("actions") for element in block["elements"]]
        return [one["text"]["text"] for one in rows if one["type"] == "button"]


def _choices(element: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if element["type"] == "feedback_buttons":
        parts = [element["positive_button"], element["negative_button"]]
    else:
        parts = element.get("options", [element])
    for part in parts:
        yield part["text"]["text"], part["value"]
