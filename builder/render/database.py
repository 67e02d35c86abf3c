"""Statements in SQL to the bytes of a SQLite file: the same statements give the same bytes by one version of SQLite."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing

PAGE_BYTES = 4096


def database_bytes(statements: Iterable[tuple[str, Iterable[tuple[object, ...]] | None]]) -> bytes:
    """Return the file that the statements make, each carried out once or for each of its rows.

    It is made in memory: nothing but the site's own writer meets a disk. The clock and the order of what SQLite finds
    free leave no trace in it.
    """
    import sqlite3  # few builds are asked for a database

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        database.execute("PRAGMA encoding = 'UTF-8'")
        database.execute("BEGIN")
        for statement, rows in statements:
            if rows is None:
                database.execute(statement)
            else:
                database.executemany(statement, rows)
        database.execute("COMMIT")
        database.execute("VACUUM")
        return database.serialize()


def version() -> str:
    """Return the version of SQLite, on which the bytes depend."""
    import sqlite3

    return f"SQLite {sqlite3.sqlite_version}"
