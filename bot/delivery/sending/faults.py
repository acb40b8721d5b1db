"""Faults as the log may hold them."""

import traceback
from collections.abc import Iterator

from bot.delivery.sending.verdict import code_of


def described(fault: BaseException) -> str:
    """A fault for the log: its kinds, codes and places.

    Its message is left out, for it may hold the person's words, a value of the store or a token.
    """
    places = "".join(traceback.format_tb(fault.__traceback__))
    return f"{' from '.join(_kinds(fault))}\n{places}"


def _kinds(fault: BaseException | None) -> Iterator[str]:
    while fault is not None:
        codes = (getattr(fault, name, "") for name in ("sqlite_errorname", "sqlstate"))
        code = code_of(fault) or next(filter(None, codes), "")
        yield f"{type(fault).__name__} ({code})" if code else type(fault).__name__
        fault = fault.__cause__ or fault.__context__
