"""Names that a workspace gives hold nothing that Slack acts upon, wherever they are shown."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.pipeline import Muster
from bot.sandbox.web_api.faults import refusal
from db.session import engine_for
from db.writes import NewAlias, NewTeam, loader
from tests.chat.conftest import NOON, Opens
from tests.chat.slack.loaded import MONTHS, load_months
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import Workspace, council

HOSTILE = "<!channel> <@U1> *Night* _desk_ :boom: <https://evil.example|x> & `y`"
KEY = "devon/night"
LONG = "agency fte for social workers in night crew by month"


@pytest.fixture(scope="module")
def named(reports_sqlite_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Muster]:
    """Give Muster over a workspace with a team of such a name, and its figures."""
    folder: Path = tmp_path_factory.mktemp("named")
    bundled = reports_sqlite_url.removeprefix("sqlite:///")
    url = f"sqlite:///{shutil.copy(bundled, folder / 'muster.db')}"
    [workspace] = council(NOON).slack.workspaces
    engine = engine_for(url)
    with loader(engine, workspace, replace=False) as load:
        load.teams([NewTeam(organisation="devon", key=KEY, name=HOSTILE)])
        load.aliases([NewAlias(text="night crew", means=f"place:{KEY}")])
    engine.dispose()
    load_months(url, workspace, folder / "months.csv", MONTHS, team="night crew")
    muster = Muster(url)
    yield muster
    muster.close()


@pytest.fixture
async def hostile(opens: Opens, named: Muster) -> AsyncIterator[Workspace]:
    """Give a workspace in which nothing live was written."""
    async with opens(named) as workspace:
        yield workspace
    assert workspace.live == []
    assert workspace.posted


def names_in(posts: list[Posted]) -> bool:
    """Tell whether the name is shown somewhere, for else nothing was looked at."""
    return any("Night" in one.text for one in posts)


@pytest.mark.parametrize(
    "question",
    [
        "agency fte for social workers in night crew",
        "agency fte in night crew in Devon since January 2024",
        "rank teams in Devon by agency fte for social workers in May 2024",
        "where does the agency fte in night crew come from?",
    ],
)
async def test_in_answers_lists_and_rankings(hostile: Workspace, question: str) -> None:
    reply = await hostile.mention(question)
    assert names_in([reply])
    assert hostile.slack.refused == []


async def test_under_pictures(hostile: Workspace) -> None:
    reply, picture = await hostile.deliver(hostile.mention_event(LONG))
    assert names_in([reply])
    [file] = picture.message.files
    assert "<!channel>" in file.alt_text  # which is shown as it is written


async def test_in_what_is_said_instead_of_a_picture(hostile: Workspace) -> None:
    hostile.slack.faults.inject("files.getUploadURLExternal", refusal("missing_scope"))
    posts = await hostile.deliver(hostile.mention_event(LONG))
    assert len(posts) == 2
    assert all(names_in([one]) or "channel" in one.text for one in posts)


async def test_in_buttons_and_what_they_lead_to(hostile: Workspace) -> None:
    reply = await hostile.mention("agency fte in night crew")
    for label in list(reply.labels()):
        await hostile.press(reply, label)
    assert names_in(hostile.posted[1:])
