"""The journal as the foot of the console shows it, and what undo would take back."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import local
from meeting_app.storage import undo
from meeting_app.storage.tables import AgendaItem, JournalRow, Person, Speech, Topic
from meeting_app.storage.work import NO_HASH, row_hash


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One thing done: `verb` is a code of wording.labels.VERBS, `subject` whom or what it was about (may be
    empty).
    """

    number: int
    at: datetime
    verb: str
    subject: str
    undone: bool


@dataclass(frozen=True, slots=True)
class UndoView:
    """What the next undo takes back, or why it does not (`refusal` is a code)."""

    verb: str
    subject: str
    refusal: str


def _subject(session: Session, row: JournalRow) -> str:
    arguments = json.loads(row.arguments)
    if person := session.get(Person, arguments.get("person_id", "")):
        return person.name
    if speech := session.get(Speech, arguments.get("speech_id", "")):
        person = session.get(Person, speech.person_id)
        return person.name if person else ""
    if item := session.get(AgendaItem, arguments.get("item_id", "")):
        return item.title
    topic = session.get(Topic, arguments.get("topic_id", ""))
    return topic.title if topic else ""


def journal_lines(
    session: Session, *, meeting_id: str | None = None, limit: int = 20
) -> tuple[JournalLine, ...]:
    """The last things done, newest first; of one meeting or of all."""
    query = select(JournalRow).order_by(JournalRow.number.desc()).limit(limit)
    if meeting_id:
        query = query.where(JournalRow.meeting_id == meeting_id)
    return tuple(
        JournalLine(
            row.number, local(row.wall_ms), row.verb, _subject(session, row), row.undone_by is not None
        )
        for row in session.scalars(query)
    )


def undo_view(session: Session, *, station: str) -> UndoView | None:
    """What undo would take back at this station; None when there is nothing."""
    entry = undo.last_action(session, station)
    if entry is None:
        return None
    refusal = ""
    images = undo.images_of(session, entry.number)
    if not images:
        refusal = "undo_final"
    else:
        try:
            undo.check(session, images)
        except Refusal as reason:
            refusal = reason.code
    return UndoView(entry.verb, _subject(session, entry), refusal)


def broken_link(session: Session) -> int | None:
    """The number of the first journal row whose hash or link does not fit; None when the chain is whole."""
    previous = NO_HASH
    for number, row in enumerate(session.scalars(select(JournalRow).order_by(JournalRow.number)), start=1):
        if row.number != number or row.previous != previous or row.hash != row_hash(row):
            return row.number
        previous = row.hash
    return None
