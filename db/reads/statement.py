"""How the statements of this package are made: once, when it is imported."""

from sqlalchemy import TextClause, bindparam, text


def statement(sql: str, *lists: str) -> TextClause:
    """Give the statement `sql`; each parameter named in `lists` takes a list for an IN."""
    return text(sql).bindparams(*(bindparam(name, expanding=True) for name in lists))
