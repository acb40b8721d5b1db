"""Loading a file: what it would change, a yes, and all of it or nothing."""

from datetime import UTC, datetime
from pathlib import Path

import click

from bot.cli.loading.own import Given, load_own
from bot.cli.loading.released import load_released
from bot.cli.loading.told import refuse
from bot.cli.store import is_ready, make_ready
from bot.errors import FileOfManyCouncilsError
from bot.settings import settings
from db.session import engine_for
from seed.files.faults import FileFaultsError
from seed.files.incoming import is_released


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--council", default="", help="Whose figures they are, where the file does not say.")
@click.option(
    "--edition", default="", help='When it was published ("2026-03"), or the model\'s year.'
)
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="QUESTION=ANSWER",
    help="Answer what the file leaves open; it is remembered.",
)
@click.option("--yes", is_flag=True, help="Load it without asking.")
@click.option(
    "--json", "as_json", is_flag=True, help="Say it as JSON; without --yes nothing is loaded."
)
def import_(
    file: Path, *, council: str, edition: str, answers: tuple[str, ...], yes: bool, as_json: bool
) -> None:
    """Load FILE: a council's own figures, or what the DfE released of all.

    Raises:
        FileOfManyCouncilsError: a council was named for a file that names its own.
    """
    released = is_released(file)
    if released and council:
        raise FileOfManyCouncilsError
    url, now = settings().database_url, datetime.now(UTC)
    if not is_ready(url):
        make_ready(url)
    engine = engine_for(url)
    try:
        if released:
            load_released(engine, file, edition, now, yes=yes, as_json=as_json)
        else:
            given = Given(file, council, answers)
            load_own(engine, given, now, yes=yes, as_json=as_json)
    except FileFaultsError as faulty:
        raise SystemExit(refuse(faulty, as_json=as_json)) from faulty
    finally:
        engine.dispose()
