"""Short forms for the tables of the scripts. Frozen: other columns need other words, not other meanings of
these.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

ID_LENGTH = 32
Column = sa.Column[Any]


def text(name: str, length: int | None = None, *, null: bool = False, index: bool = False) -> Column:
    """Text, of a length or of any."""
    kind = sa.Text() if length is None else sa.String(length)
    return sa.Column(name, kind, nullable=null, index=index)


def number(name: str, *, null: bool = False, index: bool = False) -> Column:
    """A whole number of 32 bits."""
    return sa.Column(name, sa.Integer(), nullable=null, index=index)


def large(name: str, *, null: bool = False, index: bool = False) -> Column:
    """A whole number of 64 bits: instants in ms, amounts in fen."""
    return sa.Column(name, sa.BigInteger(), nullable=null, index=index)


def day(name: str, *, null: bool = False, index: bool = False) -> Column:
    """A local date."""
    return sa.Column(name, sa.Date(), nullable=null, index=index)


def flag(name: str) -> Column:
    """Yes or no."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def content(name: str) -> Column:
    """Bytes, or none yet."""
    return sa.Column(name, sa.LargeBinary(), nullable=True)


def key(name: str, target: str, *, null: bool = False, unique: bool = False) -> Column:
    """A reference to a record, checked at commit."""
    refers = sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(ID_LENGTH), refers, nullable=null, index=True, unique=unique or None)


def counter(name: str) -> Column:
    """A number that the program gives, part of the identity of a row."""
    return sa.Column(name, sa.Integer(), primary_key=True, autoincrement=False)


def clock() -> tuple[Column, ...]:
    """A stopwatch: limit, elapsed when it last stopped, and the instant it runs since."""
    return (
        number("clock_limit_ms"),
        number("clock_elapsed_ms"),
        large("since_wall_ms", null=True),
        large("since_mono_ms", null=True),
        text("since_boot", 64, null=True),
    )


def table(name: str, *columns: Column) -> None:
    """A table of the machinery."""
    op.create_table(name, *columns)


def record(name: str, *columns: Column) -> None:
    """A table of the community's records: with identity and revision."""
    identity: Column = sa.Column("id", sa.String(ID_LENGTH), primary_key=True)
    op.create_table(name, *columns, identity, number("revision"))


def widen(table: str, *columns: Column) -> None:
    """More columns for a table that holds rows: each may be empty or is `filled`."""
    for column in columns:
        op.add_column(table, column, inline_references=True)


def filled(column: Column, value: str | int | bool) -> Column:
    """A column with what stands in it for the rows that were there before."""
    if isinstance(value, bool):
        column.server_default = sa.DefaultClause(sa.true() if value else sa.false())
    else:
        column.server_default = sa.DefaultClause(str(value))
    return column
