"""What the minutes say of the agenda itself: how it was changed, and what became of parked matters."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.i18n import using
from meeting_app.queries.basics import local
from meeting_app.queries.papers import ParkedLine
from meeting_app.storage.tables import AgendaChange, AgendaItem, Note
from meeting_app.wording import vote_changes
from meeting_app.wording.agenda import change_line, fate_line

MINUTE_MS = 60_000


def agenda_changes(session: Session, meeting_id: str) -> tuple[str, ...]:
    """The changes in the order in which they were made, each a sentence with its time."""
    rows = session.execute(
        select(AgendaChange, AgendaItem.title)
        .outerjoin(AgendaItem, AgendaItem.id == AgendaChange.item_id)
        .where(AgendaChange.meeting_id == meeting_id)
        .order_by(AgendaChange.at_ms, AgendaChange.kind, AgendaChange.id)
    ).all()
    with using("zh_CN"):
        return tuple(
            f"{local(row.at_ms):%H:%M}，"
            + change_line(row.kind, title or "", _minutes(row.by_ms), local(row.ends_ms))
            for row, title in rows
        )


def _minutes(ms: int) -> int:
    """Whole minutes, at least one where there is something."""
    return max(1, (ms + MINUTE_MS // 2) // MINUTE_MS) if ms else 0


def note_line(note: Note) -> str:
    """A note of the recorder, or what was done to a vote with its reason, in Chinese."""
    with using("zh_CN"):
        return vote_changes.line(note.kind, note.text)


def parked_line(note: Note) -> ParkedLine:
    """A parked matter with what became of it."""
    with using("zh_CN"):
        return ParkedLine(note.text, note.person, fate_line(note.fate, note.answer))
