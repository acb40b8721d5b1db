"""The store: its tables, how it is opened, what is read from it and how it is loaded.

Nothing outside this package imports SQLAlchemy, SQLModel or Alembic.
"""
