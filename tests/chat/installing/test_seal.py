"""Tokens are kept encrypted, each for its own workspace."""

from base64 import urlsafe_b64encode

import pytest

from bot.delivery.installed.seal import Seal
from bot.errors import BadSettingError

TOKEN = "xoxb-a-token"  # noqa: S105 - of no workspace
OLD, NEW = (urlsafe_b64encode(letter * 32).decode() for letter in (b"o", b"n"))


def test_a_token_is_read_as_it_was() -> None:
    seal = Seal(NEW)
    closed = seal.closed("T1", TOKEN)
    assert TOKEN not in closed
    assert seal.opened("T1", closed) == TOKEN


def test_a_token_in_the_row_of_another_workspace_is_none() -> None:
    seal = Seal(NEW)
    assert seal.opened("T2", seal.closed("T1", TOKEN)) is None


def test_a_new_key_reads_what_the_old_one_wrote_while_both_are_given() -> None:
    closed = Seal(OLD).closed("T1", TOKEN)
    assert Seal(f"{NEW}, {OLD}").opened("T1", closed) == TOKEN
    assert Seal(NEW).opened("T1", closed) is None


@pytest.mark.parametrize("keys", ["", "short", f"{NEW},", f"{NEW};{OLD}"], ids=len)
def test_what_is_no_key_is_named(keys: str) -> None:
    with pytest.raises(BadSettingError, match="MUSTER_TOKEN_KEY"):
        Seal(keys)
