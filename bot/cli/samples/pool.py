"""Every figure held, asked for in every way."""

from dataclasses import dataclass
from datetime import date

from bot.answer.held.facts import Facts
from bot.cli.samples.held import held_queries
from bot.cli.samples.phrasings import Phrasings
from bot.query.directory import Directory
from db.reader import reading
from db.scope import Scope
from db.session import read_engine_for


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the words its query says of itself, and the ids of the figures due."""

    question: str
    description: str
    due: frozenset[int]


def pool(url: str, directory: Directory, today: date) -> list[Asked]:
    """The questions that what is held on a day can be asked for with."""
    engine = read_engine_for(url)
    with reading(engine, Scope()) as reader:
        held = held_queries(Facts(reader, directory, today))
    engine.dispose()
    phrasings = Phrasings(directory)
    said = [(phrasings.of(one.query), one.figures) for one in held]
    return [Asked(question, ways[0], due) for ways, due in said for question in ways]
