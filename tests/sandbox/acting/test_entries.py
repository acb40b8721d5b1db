from typing import Any

import pytest

from bot.sandbox.acting.entries import Entry, entered, initially
from bot.sandbox.acting.session import Session
from bot.sandbox.wire import RefusalError
from tests.sandbox.test_block_kit import plain

OPTIONS = [{"text": plain(one.title()), "value": one} for one in ("devon", "bury")]
GROUPS = [{"label": plain("South"), "options": OPTIONS}]

ENTERED: list[tuple[dict[str, Any], Entry, str, object]] = [
    ({"type": "static_select", "options": OPTIONS}, "bury", "selected_option", OPTIONS[1]),
    ({"type": "static_select", "options": OPTIONS}, "", "selected_option", None),
    ({"type": "static_select", "option_groups": GROUPS}, "Devon", "selected_option", OPTIONS[0]),
    ({"type": "radio_buttons", "options": OPTIONS}, "bury", "selected_option", OPTIONS[1]),
    ({"type": "checkboxes", "options": OPTIONS}, ["devon", "bury"], "selected_options", OPTIONS),
    ({"type": "multi_static_select", "options": OPTIONS}, [], "selected_options", []),
    ({"type": "users_select"}, "U1", "selected_user", "U1"),
    ({"type": "multi_users_select"}, ["U1", "U2"], "selected_users", ["U1", "U2"]),
    ({"type": "channels_select"}, "", "selected_channel", None),
    ({"type": "conversations_select"}, "C1", "selected_conversation", "C1"),
    ({"type": "datepicker"}, "2024-03-31", "selected_date", "2024-03-31"),
    ({"type": "timepicker"}, "09:30", "selected_time", "09:30"),
    ({"type": "plain_text_input"}, "46%", "value", "46%"),
    ({"type": "number_input"}, "", "value", None),
]

INITIAL: list[tuple[dict[str, Any], str, object]] = [
    ({"type": "plain_text_input", "initial_value": "x"}, "value", "x"),
    ({"type": "datepicker", "initial_date": "2024-03-31"}, "selected_date", "2024-03-31"),
    (
        {"type": "static_select", "options": OPTIONS, "initial_option": OPTIONS[1]},
        "selected_option",
        OPTIONS[1],
    ),
    (
        {"type": "checkboxes", "options": OPTIONS, "initial_options": OPTIONS[:1]},
        "selected_options",
        OPTIONS[:1],
    ),
]


@pytest.mark.parametrize(("element", "entry", "name", "value"), ENTERED)
def test_what_is_entered_is_told_in_the_element_s_own_words(
    anna: Session, element: dict[str, Any], entry: Entry, name: str, value: object
) -> None:
    assert entered(element, entry, anna.workspace) == {"type": element["type"], name: value}


@pytest.mark.parametrize(("element", "name", "value"), INITIAL)
def test_what_nobody_touches_holds_what_the_app_put_there(
    anna: Session, element: dict[str, Any], name: str, value: object
) -> None:
    assert initially(element, anna.workspace)[name] == value


def test_what_is_not_offered_cannot_be_chosen(anna: Session) -> None:
    with pytest.raises(RefusalError, match="no_such_option"):
        entered({"type": "static_select", "options": OPTIONS}, "torbay", anna.workspace)
