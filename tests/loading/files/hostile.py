"""Files that nobody should have to open, made by chance and always the same."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.loading.workbooks import packed, workbook

CELLS = (
    "=1+1", "\0", "1e308", "NaN", "-inf", "45%", "0.45", "c", "<!channel>", "31/02/2024", "Jul 23",
    "Agency FTE", "Team", "Assessment", "Total", "Month", "Value", "Role", "Social workers", '"',
    "\u202e", "\ufeff", "x" * 3000, "45382", "", " ", "\n", "99999999999999999999",
    "Devon", "Council",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "cp1252", "utf-8-sig")
XML = (
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b'<c r="XFD1048576"><v>1</v></c>', b"<v>", b"\xff\xfe",
    b'<c r="A0"><v>1</v></c>', b's="999"', b't="s"', b"<f>", b"\0", b'r="B2"', b"</worksheet>",
)  # fmt: skip


def hostile(random: Random, folder: Path) -> Path:
    """Write one such file."""
    path = folder / random.choice(("figures.csv", "figures.xlsx", "=cmd.csv"))
    make: Callable[[Random, Path], bytes] = random.choice((_text, _text, _noise, _broken, _forged))
    data = make(random, path)
    path.write_bytes(data)
    return path


def _text(random: Random, _: Path) -> bytes:
    """Rows of cells that are each a trap, under headings that may be right."""
    rows = [random.choices(CELLS, k=random.randint(0, 8)) for _ in range(random.randint(0, 40))]
    if random.random() < 0.7:
        rows.insert(0, ["Council", "Team", "Role", "Month", "Agency FTE", "Agency rate"])
    delimiter = random.choice(",;\t|")
    text = random.choice(("\n", "\r\n", "\r")).join(delimiter.join(row) for row in rows)
    return text.encode(random.choice(ENCODINGS), errors="ignore")


def _noise(random: Random, _: Path) -> bytes:
    start = random.choice(
        (b"", b"PK\x03\x04", b"%PDF", b"<?xml", b"\xd0\xcf\x11\xe0", b"Team,FTE\n")
    )
    return start + random.randbytes(random.randint(0, 2000))


def _sound(path: Path) -> bytes:
    rows = [["Team", "Role", "Month", "Agency FTE"], ["Assessment", "Social workers", "Jul 23", 27]]
    return workbook(path.with_name("sound.xlsx"), {"One": rows}).read_bytes()


def _broken(random: Random, path: Path) -> bytes:
    """A workbook with bytes changed or cut off."""
    data = bytearray(_sound(path))
    for _ in range(random.randint(1, 30)):
        data[random.randrange(len(data))] = random.randrange(256)
    return bytes(data[: random.randint(1, len(data))]) if random.random() < 0.3 else bytes(data)


def _forged(random: Random, path: Path) -> bytes:
    """A sound archive whose parts are not."""
    with zipfile.ZipFile(io.BytesIO(_sound(path))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in random.sample(sorted(parts), k=random.randint(1, 3)):
        part, at = parts[name], random.randrange(max(len(parts[name]), 1))
        parts[name] = part[:at] + random.choice(XML) * random.randint(1, 50) + part[at:]
    return packed(path.with_name("forged.xlsx"), parts).read_bytes()
