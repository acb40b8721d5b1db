"""The files of the project as they would be committed, whether they are yet or not."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]


def files(root: Path = ROOT) -> list[Path]:
    """Give every file that .gitignore lets in."""
    lines = (root / ".gitignore").read_text(encoding="utf-8").split()
    return sorted(_walk(root, [".git", *(line.strip("/") for line in lines)]))


def modules(root: Path = ROOT) -> list[Path]:
    """Give every Python file of the project's own folders, but the migrations' steps."""
    folders = tuple(root / name for name in ("bot", "db", "seed", "tests"))
    steps = root / "db" / "migrations" / "versions"
    return [
        path
        for path in files(root)
        if path.suffix == ".py" and path.is_relative_to(root) and steps not in path.parents
        if any(folder in path.parents for folder in folders)
    ]


def _walk(folder: Path, ignored: list[str]) -> Iterator[Path]:
    for path in folder.iterdir():
        if any(fnmatch(path.name, pattern) for pattern in ignored):
            continue
        if path.is_dir():
            yield from _walk(path, ignored)
        else:
            yield path
