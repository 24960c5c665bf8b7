"""What every table shares: text identities, a revision that rises with each change, deferred foreign keys.

Columns keep their old value (`active_history`), because the journal's digest and the undo images are made
from what was there before.
"""

from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Integer, MetaData, String, false, true
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column

ID_LENGTH = 32

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def column(*args: Any, **options: Any) -> MappedColumn[Any]:
    """A column that knows its old value when it is changed."""
    return mapped_column(*args, active_history=True, **options)


def added(kind: Any, value: str | int | bool, **options: Any) -> MappedColumn[Any]:
    """A column that came after the first revision, with what older rows have in it."""
    if isinstance(value, bool):
        older: Any = true() if value else false()
    else:
        older = str(value)
    return column(kind, default=value, server_default=older, **options)


def reference(target: str, **options: Any) -> MappedColumn[Any]:
    """A foreign key, checked at commit: no order of inserts to mind, on either database."""
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return column(String(ID_LENGTH), key, index=True, **options)


class Base(DeclarativeBase):
    """The registry of all tables."""

    metadata = MetaData(naming_convention=NAMING)


class Record(Base):
    """A row of the community's records: journalled, told by the feed, taken back by undo.

    `private` columns enter neither the journal's digest nor an image (decisions.md 14); an action that
    overwrites or deletes what was in one cannot be taken back.
    """

    __abstract__ = True
    private: ClassVar[frozenset[str]] = frozenset()

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    revision: Mapped[int] = mapped_column(Integer, nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805  the directive makes it a class method
        """The revision rises with every change; undo refuses when it is not the one it left behind."""
        return {"version_id_col": cls.revision}
