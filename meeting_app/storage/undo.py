"""Taking back this station's last action (decisions.md 15): only when no row it touched has changed since."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, func, select
from sqlalchemy.orm import Session, aliased

from meeting_app.domain.refusal import Refusal
from meeting_app.storage.base import Base, Record
from meeting_app.storage.capture import DELETE, INSERT, unplain
from meeting_app.storage.tables.journal import JournalRow, UndoImage
from meeting_app.storage.work import Work

UNDO_VERB = "undo_last"
AT_ONCE = 500


@cache
def table_class(kind: str) -> type[Record]:
    """The mapped class of a table's name."""
    for mapper in Base.registry.mappers:
        if mapper.class_.__tablename__ == kind:
            found: type[Record] = mapper.class_
            return found
    raise LookupError(kind)


def may_be_last(station: Any) -> ColumnElement[bool]:
    """Which rows of the journal may be a station's last action: neither taken back nor a taking back."""
    return and_(JournalRow.station == station, JournalRow.undone_by.is_(None), JournalRow.verb != UNDO_VERB)


def left_images(number: Any) -> ColumnElement[bool]:
    """Whether the action of that number left images, as a column `left`."""
    return exists().where(UndoImage.journal_number == number).label("left")


def newest() -> ColumnElement[int]:
    """The newest number of the journal, as a column `newest`."""
    row = aliased(JournalRow)
    return select(func.max(row.number)).scalar_subquery().label("newest")


def last_action(session: Session, station: str) -> JournalRow | None:
    """The station's last action that was not taken back; None when there is none."""
    return session.scalars(
        select(JournalRow).where(may_be_last(station)).order_by(JournalRow.number.desc()).limit(1)
    ).first()


def images_of(session: Session, number: int) -> list[UndoImage]:
    """The images of one action, in the order in which its rows were touched."""
    return list(
        session.scalars(select(UndoImage).where(UndoImage.journal_number == number).order_by(UndoImage.place))
    )


def check(session: Session, entry: Any) -> None:
    """Refuse when an action (a row of the journal, or its `number` and `verb`) left no images, or when a row
    that it touched has changed since; one question a kind, not one a row, and none when nothing was done
    since.
    """
    mine = UndoImage.journal_number == entry.number
    last, left = session.execute(select(newest(), left_images(entry.number))).one()
    if not left:
        raise Refusal("undo_final", verb=entry.verb)
    if last == entry.number:
        return
    kinds = session.scalars(select(UndoImage.kind).where(mine).distinct().order_by(UndoImage.kind)).all()
    for kind in kinds:
        row = table_class(kind)
        changed = (
            select(UndoImage.row_id)
            .outerjoin(row, row.id == UndoImage.row_id)
            .where(mine, UndoImage.kind == kind, func.coalesce(row.revision, 0) != UndoImage.revision_after)
        )
        if session.scalars(changed.limit(1)).first() is not None:
            raise Refusal("undo_changed_since", kind=kind)


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back."""

    verb: str
    number: int


def take_back(work: Work) -> Undone:
    """Restore every row as it was before the station's last action."""
    entry = last_action(work.session, work.station)
    if entry is None:
        raise Refusal("undo_nothing")
    check(work.session, entry)
    images = images_of(work.session, entry.number)
    work.meeting_id, work.takes_back = entry.meeting_id, entry.number
    touched = _touched_rows(work.session, images)
    restored = [(image, _restore(work, image)) for image in reversed(images)]
    work.session.flush()
    del touched
    for image, row in restored:
        _carry_revision(work.session, image, row)
    _drop(work.session, UndoImage.journal_number == entry.number)
    entry.undone_by = work.highest(JournalRow.number) + 1
    return Undone(entry.verb, entry.number)


def _touched_rows(session: Session, images: Sequence[UndoImage]) -> list[Record]:
    """The rows of an action, by few questions; while they are held the session asks for none again."""
    ids: dict[str, list[str]] = {}
    for image in images:
        ids.setdefault(image.kind, []).append(image.row_id)
    return [
        row
        for kind, wanted in ids.items()
        for start in range(0, len(wanted), AT_ONCE)
        for row in session.scalars(
            select(table_class(kind)).where(table_class(kind).id.in_(wanted[start : start + AT_ONCE]))
        )
    ]


def _restore(work: Work, image: UndoImage) -> Record | None:
    kind = table_class(image.kind)
    before = {name: unplain(value) for name, value in json.loads(image.before).items()}
    if image.operation == DELETE:
        return work.add(kind(id=image.row_id, **before))
    row = work.get(kind, image.row_id)
    if image.operation == INSERT:
        work.session.delete(row)
        return None
    for name, value in before.items():
        setattr(row, name, value)
    return row


def _carry_revision(session: Session, image: UndoImage, row: Record | None) -> None:
    """The row is again what the action before left: let that action's image know the row's new revision."""
    if row is None or image.operation == INSERT:
        return
    same_row = (UndoImage.kind == image.kind, UndoImage.row_id == image.row_id)
    earlier = session.scalars(
        select(UndoImage)
        .where(*same_row, UndoImage.journal_number < image.journal_number)
        .order_by(UndoImage.journal_number.desc())
        .limit(1)
    ).first()
    if earlier is not None and earlier.revision_after == image.revision_before:
        earlier.revision_after = row.revision


def drop_images(session: Session, meeting_id: str) -> None:
    """Forget the images of a closed meeting's actions; they cannot be taken back any more."""
    numbers = select(JournalRow.number).where(JournalRow.meeting_id == meeting_id)
    _drop(session, UndoImage.journal_number.in_(numbers))


def _drop(session: Session, condition: ColumnElement[bool]) -> None:
    session.execute(delete(UndoImage).where(condition), execution_options={"synchronize_session": False})


def blank_images(session: Session, kind: type[Record], row_id: str) -> None:
    """Forget what the images know of a row; whoever would restore it is refused, since the row changed."""
    mine = (UndoImage.kind == kind.__tablename__, UndoImage.row_id == row_id)
    for image in session.scalars(select(UndoImage).where(*mine)):
        image.before = "{}"
