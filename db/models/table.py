"""What all tables share."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

# SQLite can only drop or change a constraint that has a name, and names none by itself.
NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class Table(SQLModel):
    """The base of every table; ids are the store's own and mean nothing outside it.

    `workspace` says whose a row is; "" is published reference data: everybody's to read and
    nobody's to change. A row without the column belongs to the workspace of the row it hangs on.
    """

    metadata = MetaData(naming_convention=NAMES)
