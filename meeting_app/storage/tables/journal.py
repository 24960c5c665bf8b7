"""The journal, the images for undo and the change feed: written by the unit of work, by nobody else."""

from sqlalchemy import BigInteger, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from meeting_app.storage.base import Base


class JournalRow(Base):
    """One organiser's action: who, when, which verb on which ids; no names, no texts. Chained by hash
    (decisions.md 14).
    """

    __tablename__ = "journal"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    wall_ms: Mapped[int] = mapped_column(BigInteger)
    mono_ms: Mapped[int] = mapped_column(BigInteger)
    boot: Mapped[str] = mapped_column(String(64))
    station: Mapped[str] = mapped_column(String(32))
    operator: Mapped[str] = mapped_column(String(32))
    verb: Mapped[str] = mapped_column(String(64))
    arguments: Mapped[str] = mapped_column(Text)
    meeting_id: Mapped[str | None] = mapped_column(String(32), index=True)
    undone_by: Mapped[int | None] = mapped_column(Integer)
    digest: Mapped[str] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class ChangeRow(Base):
    """What a transaction changed: kinds and ids as JSON, numbered without gaps under the writer's lock."""

    __tablename__ = "change"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    rows: Mapped[str] = mapped_column(Text)


class UndoImage(Base):
    """A row as it was before an action; dropped when its meeting is closed. The revisions (0 = no row) tell
    whether the row is still what the action left, and whose image is next when it was taken back.
    """

    __tablename__ = "undo_image"

    journal_number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    place: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(32))
    row_id: Mapped[str] = mapped_column(String(32), index=True)
    operation: Mapped[str] = mapped_column(String(8))
    before: Mapped[str] = mapped_column(Text)
    revision_before: Mapped[int] = mapped_column(Integer)
    revision_after: Mapped[int] = mapped_column(Integer)
