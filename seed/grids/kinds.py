"""What a file is, by what it holds and never by its name."""

import re
from enum import StrEnum

_START = 65_536
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKERS = re.compile(rb"CSWW|SWENo|<\s*(?:\w+:)?Worker\b", re.IGNORECASE)
_HTML = re.compile(rb"<!doctype html|<html|<head|<body", re.IGNORECASE)

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM\x00")


class RefusedError(Exception):
    """A file that is not read, with the reason in a sentence."""


class FileKind(StrEnum):
    """The kinds that are read."""

    XLSX = "xlsx"
    TEXT = "text"


def kind_of(data: bytes) -> FileKind:
    """Tell what a file is.

    Raises:
        RefusedError: it is of a kind that is not read.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise RefusedError("The file is empty.")
    if data.startswith(b"PK"):
        return FileKind.XLSX
    if reason := _other(data):
        raise RefusedError(reason)
    return FileKind.TEXT


def _other(data: bytes) -> str:
    """Why a file is refused that is neither a workbook nor text; "" where it may be text."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(data)
    if data.startswith(b"%PDF"):
        return "It is a PDF, whatever its name says; load the table as CSV or XLSX."
    if data.startswith(_PICTURES):
        return "It is a picture, whatever its name says; load the table as CSV or XLSX."
    if data[:3] in {b"\x1f\x8b\x08", b"7z\xbc", b"BZh"} or data.startswith(b"Rar!"):
        return "It is a compressed archive; unpack it and load the file within."
    return _markup(data[:_START].lstrip(b"\xef\xbb\xbf \t\r\n"))


def _compound(data: bytes) -> str:
    if _ENCRYPTED in data:
        return "The workbook is protected by a password; save a copy without one."
    return "It is of Excel before 2007 (.xls); save it as .xlsx or CSV."


def _markup(start: bytes) -> str:
    if not start.startswith(b"<"):
        return ""
    if _WORKERS.search(start):
        return (
            "It is a return of the children's social work workforce census, with a record for "
            "each worker. Muster holds no data about single people; load totals instead."
        )
    if _HTML.search(start):
        return "It is a web page and not the file itself; download the file and load that."
    return "It is XML; load the table as CSV or XLSX."
