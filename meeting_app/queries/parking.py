"""Parked matters: of one meeting with what became of them, and those that were put off to a next one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.queries.basics import local
from meeting_app.queries.meetings import agenda_rows
from meeting_app.storage.tables import Meeting, Note

FATES = ("topic", "next_meeting", "task", "answered")
UNREACHED_KINDS = ("report", "discussion", "role_play", "vote")


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """A parked matter; `note_id` is empty for an item of the agenda that was not reached (`item_id`).

    `fate` "" = nobody has said yet.
    """

    note_id: str
    item_id: str | None
    text: str
    person: str
    at: datetime | None
    source: str
    fate: str
    answer: str

    @property
    def id(self) -> str:
        """What it is chosen by."""
        return self.note_id or f"item {self.item_id}"


@dataclass(frozen=True, slots=True)
class ParkingView:
    """All of a meeting, in the order in which they came; `open` are without a fate."""

    rows: tuple[ParkedRow, ...]
    open: int


def parking_view(session: Session, *, meeting_id: str) -> ParkingView:
    """The parked matters of a meeting and the items that were not reached."""
    items = agenda_rows(session, meeting_id)
    titles = {row.id: row.title for row in items}
    notes = session.scalars(
        select(Note)
        .where(Note.meeting_id == meeting_id, Note.kind == "parking")
        .order_by(Note.at_ms, Note.id)
    )
    rows = [
        ParkedRow(
            note.id, note.item_id, note.text, note.person, local(note.at_ms),
            titles.get(note.item_id or "", ""), note.fate, note.answer,
        )
        for note in notes
    ]  # fmt: skip
    rows += [
        ParkedRow("", item.id, item.title, "", None, "", "", "")
        for item in items
        if item.state == "waiting" and item.kind in UNREACHED_KINDS
    ]
    return ParkingView(tuple(rows), sum(not row.fate for row in rows))


@dataclass(frozen=True, slots=True)
class PutOff:
    """A matter that waits for a next meeting."""

    note_id: str
    text: str
    meeting_title: str
    on: datetime


def put_off(session: Session) -> tuple[PutOff, ...]:
    """What earlier meetings put off and nobody has taken up, oldest first."""
    rows = session.execute(
        select(Note, Meeting.title, Meeting.starts_ms)
        .join(Meeting, Meeting.id == Note.meeting_id)
        .where(
            Note.kind == "parking",
            Note.fate == "next_meeting",
            Note.led_to_id.is_(None),
            Meeting.state == "closed",
        )
        .order_by(Meeting.starts_ms, Note.at_ms)
    )
    return tuple(PutOff(note.id, note.text, title, local(starts)) for note, title, starts in rows)
