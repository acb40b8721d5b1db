"""Tokens as they are kept: encrypted with a key that is not in the store."""

import re

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import BadSettingError

_KEY = re.compile(r"[A-Za-z0-9_-]{43}=")


class Seal:
    """Encrypts tokens with a key, and reads what earlier keys encrypted.

    `keys` are Fernet's (32 bytes in URL-safe base64), the newest first, with commas between.

    Raises:
        BadSettingError: one of them is no such key.
    """

    def __init__(self, keys: str) -> None:
        given = [key.strip() for key in keys.split(",")]
        # Fernet itself passes over characters that belong in no key.
        if not all(map(_KEY.fullmatch, given)):
            raise BadSettingError("MUSTER_TOKEN_KEY: it is no key; see docs/settings.md.")
        self._keys = MultiFernet([Fernet(key) for key in given])

    def closed(self, team: str, token: str) -> str:
        """A token encrypted; it can be read for its own workspace alone."""
        return self._keys.encrypt(f"{team} {token}".encode()).decode()

    def opened(self, team: str, sealed: str) -> str | None:
        """The token; None where another key, or one of another workspace, encrypted it."""
        try:
            owner, _, token = self._keys.decrypt(sealed.encode()).decode().partition(" ")
        except InvalidToken:
            return None
        return token if owner == team else None
