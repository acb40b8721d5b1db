"""What Alembic runs: the steps, in the connection of `db.migrate` or of its command line.

To write a new step, change the models, then:

    alembic -c db/migrations/alembic.ini -x url=/tmp/new.db upgrade head
    alembic -c db/migrations/alembic.ini -x url=/tmp/new.db revision --autogenerate -m "what"
"""

from alembic import context
from sqlalchemy import Connection

from db.migrate import migrating
from db.models import METADATA


def run(connection: Connection) -> None:
    """Run the steps that are asked for; whoever gave the connection has begun and commits."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        transactional_ddl=True,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with migrating(context.get_x_argument(as_dictionary=True)["url"]) as own:
        run(own)
