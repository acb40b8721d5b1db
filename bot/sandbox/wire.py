"""What goes over the wire."""

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
"""One JSON object."""


class RefusalError(Exception):
    """Slack's way to say no to a call: `ok: false` and a code.

    `details` are further fields of the answer, such as the scope that is missing.
    """

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
