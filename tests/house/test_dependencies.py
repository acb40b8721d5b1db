"""That every package the project needs is pinned, and a page says what it is for."""

import re
import tomllib
from itertools import chain

from tests.house.tree import ROOT

NEED = re.compile(r"([\w.-]+)(?:\[.*\])?(?:>=([\d.]+))?")
PIN = re.compile(r"([\w.-]+)==(\d[\w.]*)")


def plain(name: str) -> str:
    """Give a package's name as all its spellings are compared: psycopg_binary, Psycopg.Binary."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed() -> dict[str, str]:
    """Give each package that pyproject.toml names, with the oldest version that will do."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    given = NEED.findall("\n".join(chain.from_iterable(lists)))
    return {plain(name): oldest for name, oldest in given}


def pins(constraints: str) -> dict[str, str]:
    """Give each version that is pinned.

    Raises:
        AssertionError: a line is neither a pin nor a comment.
    """
    lines = [line for line in constraints.splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not PIN.fullmatch(line)] == []
    return {plain(name): version for name, version in PIN.findall("\n".join(lines))}


def unpinned(packages: dict[str, str], constraints: str) -> set[str]:
    """Give the packages that no pin names, or one that is too old."""
    pinned = pins(constraints)
    return {
        name
        for name, oldest in packages.items()
        if name not in pinned or parts(pinned[name]) < parts(oldest)
    }


def parts(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def untold(packages: dict[str, str], page: str) -> set[str]:
    """Give the packages that a page does not name."""
    return set(packages) - {plain(word) for word in re.findall(r"\w[\w.-]*\w", page)}


def test_the_packages_of_the_bot_and_of_its_tests_are_looked_at() -> None:
    assert {"sqlmodel", "rapidfuzz", "slack-bolt", "psycopg", "pytest", "ruff"} <= set(needed())


def test_every_package_is_pinned() -> None:
    assert unpinned(needed(), (ROOT / "constraints.txt").read_text(encoding="utf-8")) == set()


def test_every_package_is_told_in_the_page_on_dependencies() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert untold(needed(), page) == set()


def test_a_package_without_a_pin_or_with_an_old_one_is_found() -> None:
    constraints = "# versions\nPydantic_Core==2.9.1\nrich==14.9\n"
    packages = {"pydantic-core": "2.10", "rich": "14.0", "click": "8"}
    assert unpinned(packages, constraints) == {"pydantic-core", "click"}


def test_a_package_that_the_page_leaves_out_is_found() -> None:
    page = "| `slack_bolt` | listens to Slack |\n| **SQLModel** | the tables; not click-like |"
    packages = {"slack-bolt": "1", "sqlmodel": "0", "click": "8"}
    assert untold(packages, page) == {"click"}
