"""Loading a file: what it would change, a yes, and all of it or nothing."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from bot.cli.loading.own import Given, load_own
from bot.cli.loading.released import from_service, load_released
from bot.cli.loading.told import refuse
from bot.cli.store import is_ready, make_ready
from bot.errors import FileOfManyCouncilsError, NothingToImportError
from bot.settings import settings
from db.session import engine_for
from seed.files.faults import FileFaultsError
from seed.files.incoming import Content, is_released, read_file

HEADLINE: Final = "headline"
"""What stands for the data set with the headline measures, whose id changes."""


@click.command("import")
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--from-ees",
    "data_set",
    is_flag=False,
    flag_value=HEADLINE,
    metavar="[DATA SET]",
    help="Ask the DfE's statistics service instead of a file; without an id for the headline file.",
)
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
    file: Path | None,
    *,
    data_set: str | None,
    council: str,
    edition: str,
    answers: tuple[str, ...],
    **how: bool,
) -> None:
    """Load FILE: a council's own figures, or what the DfE released of all.

    Raises:
        NothingToImportError: neither a file nor the service is named, or both.
        FileOfManyCouncilsError: a council was named for a file that names its own.
    """
    if (file is None) is (data_set is None):
        raise NothingToImportError
    released = file is None or is_released(file)
    if released and council:
        raise FileOfManyCouncilsError
    url, now = settings().database_url, datetime.now(UTC)
    if not is_ready(url):
        make_ready(url)
    engine = engine_for(url)
    try:
        if file is None or released:
            content = _released(file, data_set or "", edition)
            load_released(engine, content, now, **how)
        else:
            given = Given(file, council, answers)
            load_own(engine, given, now, **how)
    except FileFaultsError as faulty:
        raise SystemExit(refuse(faulty, as_json=how["as_json"])) from faulty
    finally:
        engine.dispose()


def _released(file: Path | None, data_set: str, edition: str) -> Content:
    if file is not None:
        return read_file(file, edition)
    return from_service("" if data_set == HEADLINE else data_set, edition)
