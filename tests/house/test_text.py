"""That nothing of a machine, an index of packages or a workspace is written into the project."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files

# Each is written so that it does not find itself.
FORBIDDEN = {
    "an index of packages": r"""(?x) \b(
        pypi[.]org | pythonhosted[.]org | npmjs[.](com|org) | yarnpkg[.]com | crates[.]io
        | proxy[.]golang[.]org | rubygems[.]org | anaconda[.]org | maven[.]org
        | (docker|ghcr|quay)[.]io )\b
        | --?(extra-)?index-url\b | ^index-url\s*=""",
    "a path of a machine": r"(?<![\w.:/~$}>-])/(work|root|farm|home/\w+|Users/\w+)(?![\w-])",
    "a token": r"""(?x) \b(
        xox[a-z]-\d{6,}-\w+ | xox[a-z]-[A-Za-z0-9-]{24,} | xapp-\d-[A-Z0-9]{8,}-
        | gh[opsu]_\w{30,} | AKIA[A-Z0-9]{16} )
        | -----BEGIN\ [A-Z ]*PRIVATE\ KEY""",
}
LOCKFILES = ("*.lock", "*-lock.json", "*-lock.yaml", "npm-shrinkwrap.json", "go.sum")


def findings(paths: Iterable[Path]) -> Iterator[str]:
    """Give each line of a text file that holds what it may not, with its place."""
    for path in paths:
        for number, line in enumerate(text_of(path).splitlines(), 1):
            for what, pattern in FORBIDDEN.items():
                if re.search(pattern, line, re.IGNORECASE if what == "an index of packages" else 0):
                    yield f"{path}, line {number}: {what}"


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""  # a picture


def lockfiles(paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if any(fnmatch(path.name, pattern) for pattern in LOCKFILES)]


def test_every_text_of_the_project_is_looked_at() -> None:
    looked_at = {str(path.relative_to(ROOT)) for path in files()}
    assert {
        "pyproject.toml",
        "Makefile",
        ".ci/run",
        "constraints.txt",
        "docs/slack.md",
    } <= looked_at


def test_no_text_holds_an_index_a_path_of_a_machine_or_a_token() -> None:
    assert list(findings(files())) == []


def test_there_is_no_lockfile() -> None:
    assert lockfiles(files()) == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("see https://{}.org/project/rich".format("pypi"), "an index of packages"),
        ("https://files.{}.org/x".format("pythonhosted"), "an index of packages"),
        ("FROM {}.io/muster".format("ghcr"), "an index of packages"),
        ("pip install --{}-url=http://x".format("index"), "an index of packages"),
        ("cd /{}/main".format("work"), "a path of a machine"),
        ('open("/{}/.ssh")'.format("root"), "a path of a machine"),
        ("`/{}/x`".format("farm"), "a path of a machine"),
        ("cd /{}/jane/muster".format("home"), "a path of a machine"),
        ("SLACK_BOT_TOKEN={}-123456789012-abcDEF".format("xoxb"), "a token"),
        ("{}-1-A0123456789-abcdef".format("xapp"), "a token"),
        ("-----BEGIN RSA {} KEY-----".format("PRIVATE"), "a token"),
    ],
)
def test_what_may_not_be_written_is_found(tmp_path: Path, line: str, what: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(f"# Notes\n{line}\n", encoding="utf-8")
    assert list(findings([path])) == [f"{path}, line 2: {what}"]


@pytest.mark.parametrize(
    "line",
    ["xoxb-your-token", "xoxb-test", "social work/root cause", "docs/work", "https://x.uk/work/a"],
)
def test_what_only_looks_like_it_is_let_be(tmp_path: Path, line: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(line, encoding="utf-8")
    assert list(findings([path])) == []


def test_a_file_that_is_no_text_is_let_be(tmp_path: Path) -> None:
    path = tmp_path / "chart.png"
    path.write_bytes(b"\x89PNG\xff")
    assert list(findings([path])) == []


@pytest.mark.parametrize(
    "name", ["uv.lock", "poetry.lock", "package-lock.json", "pnpm-lock.yaml", "go.sum"]
)
def test_a_lockfile_is_found(tmp_path: Path, name: str) -> None:
    assert lockfiles([tmp_path / name, tmp_path / "constraints.txt"]) == [tmp_path / name]
