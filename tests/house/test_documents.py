"""That what the documents name is there: commands, files, links, settings and fields."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest

from bot.cli.main import cli
from bot.pipeline import EXAMPLES, Muster
from bot.reply.contract import contract
from bot.reply.lines import lines_of
from bot.settings import Settings
from db.vocabulary import Kind, Status
from tests.house.tree import ROOT, files

CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
MUSTER = re.compile(r"(?<![/\w])muster ((?:[a-z]+ ?)+)")
MAKE = re.compile(r"(?<!\w)make ([a-z]+)\b")
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:bot|db|seed|tests|docs|\.ci)/[\w./-]+)`")
VARIABLE = re.compile(r"`([A-Z]+(?:_[A-Z]+)+)`")
TODAY = date(2024, 6, 30)


def documents() -> list[Path]:
    return [path for path in files() if path.suffix == ".md"]


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def unknown_commands(text: str) -> Iterator[str]:
    """Give each command that the code of a document names and that there is not."""
    targets = set(re.findall(r"^([a-z]+):", document("Makefile"), re.MULTILINE))
    for code in CODE.findall(text):
        for words in MUSTER.findall(code):
            if not is_command(words.split()):
                yield f"muster {words}"
        yield from (f"make {target}" for target in MAKE.findall(code) if target not in targets)


def is_command(words: list[str]) -> bool:
    """Whether the words begin with a command, and with one of its own where it is a group."""
    group: click.Command | None = cli
    with click.Context(cli) as context:
        for word in words:
            if not isinstance(group, click.Group):
                return True
            group = group.get_command(context, word)
    return group is not None


def broken_links(path: Path, text: str) -> Iterator[str]:
    """Give each link to a file of the project, or a heading of it, that leads nowhere."""
    for link in LINK.findall(text):
        name, _, heading = link.partition("#")
        if "://" in name:
            continue
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (heading and heading not in headings(target)):
            yield link


def headings(path: Path) -> set[str]:
    """Give the anchors of a document's headings."""
    found = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found}


def lost_paths(text: str) -> list[str]:
    return [name for name in PATH.findall(text) if not (ROOT / name).exists()]


def test_the_documents_are_looked_at() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in documents()}
    assert {"README.md", "GLOSSARY.md", "CHANGELOG.md", "docs/architecture.md"} <= names


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_every_command_named_exists(path: Path) -> None:
    assert list(unknown_commands(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_every_link_within_the_project_leads_somewhere(path: Path) -> None:
    assert list(broken_links(path, path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_every_file_named_exists(path: Path) -> None:
    assert lost_paths(path.read_text(encoding="utf-8")) == []


def test_the_readme_names_every_command_and_both_commands_of_a_fresh_machine() -> None:
    text = document("README.md")
    with click.Context(cli) as context:
        assert [one for one in cli.list_commands(context) if f"`muster {one}" not in text] == []
    assert 'make ask Q="agency rate in Assessment"\n' in text
    assert "make test\n" in text


def test_every_setting_is_told_and_no_other() -> None:
    told = set(VARIABLE.findall(document("docs/settings.md").partition("## For the tests")[0]))
    assert told == {name.upper() for name in Settings.model_fields if "_" in name}
    assert {"`HOST`", "`PORT`"} <= set(CODE.findall(document("docs/settings.md")))


def test_every_field_of_the_contract_is_told(muster: Muster) -> None:
    question = "agency rate for social workers in Assessment"
    answer = contract("q1", muster.ask(question, TODAY).result, (), EXAMPLES)
    text = document("docs/contract.md")
    told = [*answer, *answer["figures"][0], *answer["figures"][0]["source"], *Kind, *Status]
    assert [field for field in told if f"`{field}`" not in text] == []


def test_the_reply_in_the_readme_is_the_one_it_gives(muster: Muster) -> None:
    shown = re.findall(r"reply:\n\n```\n(.+?)```", document("README.md"), re.DOTALL)[0].splitlines()
    replied = muster.ask("agency rate in Assessment", TODAY)
    said = lines_of(replied.result, replied.understanding.corrections, EXAMPLES).text
    cut = [line.removesuffix("…").strip() for line in shown]
    assert len(shown) > 5
    assert [line for line in cut if line not in said] == []


def test_what_is_not_there_is_found(tmp_path: Path) -> None:
    text = "Run `muster fly`, `muster bench fly` or `make gold`; see [it](gone.md), `bot/gone.py`."
    assert list(unknown_commands(text)) == ["muster fly", "muster bench fly", "make gold"]
    assert list(broken_links(tmp_path / "page.md", text)) == ["gone.md"]
    assert lost_paths(text) == ["bot/gone.py"]


def test_what_is_there_is_not(tmp_path: Path) -> None:
    text = "Run `muster ask agency rate`, `muster bench ask` or `make ask`; see [it](#a-page)."
    page = tmp_path / "page.md"
    page.write_text("# A page!\n", encoding="utf-8")
    assert list(unknown_commands(text)) == []
    assert list(broken_links(page, text)) == []
    assert list(broken_links(page, "[it](#another)")) == ["#another"]
