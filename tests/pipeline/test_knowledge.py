"""What is known by name, after a load."""

from sqlalchemy import Engine, text

from bot.pipeline import Knowledge
from db.reader import reading
from db.scope import Scope
from tests.conftest import load_reports


def known(engine: Engine) -> Knowledge:
    """Read the names as they are now."""
    with reading(engine, Scope()) as reader:
        return Knowledge.load(reader)


def loaded(engine: Engine, *aliases: str) -> Knowledge:
    """Give what is known after a load that brought some names of the agency rate, or none."""
    with engine.begin() as conn:
        for alias in aliases:
            named = text(
                "INSERT INTO alias (workspace, text, means, rank) "
                "VALUES ('', :text, 'metric:agency_rate', 0)"
            )
            conn.execute(named, {"text": alias})
        conn.execute(text("UPDATE store_state SET generation = generation + 1"))
    return known(engine)


def test_a_load_that_brings_no_new_name_leaves_the_lexicon_as_it_is(
    store_url: str, engine: Engine
) -> None:
    load_reports(store_url)
    before = known(engine)
    after = loaded(engine)
    assert after.lexicon is before.lexicon
    assert after.generation == before.generation + 1


def test_a_new_name_is_known_after_the_load(store_url: str, engine: Engine) -> None:
    load_reports(store_url)
    before = known(engine)
    after = loaded(engine, "stopgap share")
    assert after.lexicon is not before.lexicon
    assert after.lexicon.vocabulary.knows("stopgap")
