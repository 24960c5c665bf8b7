"""The journal as the foot of the console shows it, and what undo would take back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Instant, wall_jump_ms
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import local
from meeting_app.storage import undo
from meeting_app.storage.tables import AgendaItem, ChangeRow, JournalRow, Person, Speech, Topic
from meeting_app.storage.work import NO_HASH, last_row, row_hash


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


# Which argument names the subject, best first, and where its words are.
_SUBJECTS: tuple[tuple[str, Any, Any], ...] = (
    ("person_id", Person.id, Person.name),
    ("speech_id", Speech.id, Speech.person_id),
    ("item_id", AgendaItem.id, AgendaItem.title),
    ("topic_id", Topic.id, Topic.title),
)


def _named(session: Session, column: Any, words: Any, ids: set[str]) -> dict[str, str]:
    if not ids:
        return {}
    rows = session.execute(select(column, words).where(column.in_(ids)))
    return {found: word for found, word in rows}  # noqa: C416  rows are no pairs of names


def _subjects(session: Session, rows: Sequence[JournalRow]) -> list[str]:
    """Whom or what each row was about, in words of today; a question for each kind, not for each row."""
    arguments = [json.loads(row.arguments) for row in rows]
    found: dict[str, dict[str, str]] = {}
    for name, column, words in _SUBJECTS:
        found[name] = _named(session, column, words, {a[name] for a in arguments if a.get(name)})
    speakers = found["speech_id"]
    people = _named(session, Person.id, Person.name, set(speakers.values()))
    found["speech_id"] = {speech: people.get(person, "") for speech, person in speakers.items()}
    return [next(filter(None, (found[n].get(a.get(n, "")) for n in found)), "") for a in arguments]


def journal_lines(
    session: Session, *, meeting_id: str | None = None, limit: int = 20
) -> tuple[JournalLine, ...]:
    """The last things done, newest first; of one meeting or of all."""
    rows = _last_rows(session, meeting_id, limit)
    return tuple(map(_line, rows, _subjects(session, rows)))


def last_done(
    session: Session, *, station: str, meeting_id: str, limit: int
) -> tuple[tuple[JournalLine, ...], UndoView | None]:
    """The last things done in a meeting, newest first, and what undo would take back at this station: asked
    together after every key, since both name the same people.
    """
    rows = _last_rows(session, meeting_id, limit)
    entry = undo.last_action(session, station)
    subjects = _subjects(session, [*rows, entry] if entry else rows)
    view = UndoView(entry.verb, subjects[-1], _undo_refusal(session, entry)) if entry else None
    return tuple(map(_line, rows, subjects)), view


def _last_rows(session: Session, meeting_id: str | None, limit: int) -> Sequence[JournalRow]:
    query = select(JournalRow).order_by(JournalRow.number.desc()).limit(limit)
    if meeting_id:
        query = query.where(JournalRow.meeting_id == meeting_id)
    return session.scalars(query).all()


def _line(row: JournalRow, subject: str) -> JournalLine:
    return JournalLine(row.number, local(row.wall_ms), row.verb, subject, row.undone_by is not None)


def undo_view(session: Session, *, station: str) -> UndoView | None:
    """What undo would take back at this station; None when there is nothing."""
    entry = undo.last_action(session, station)
    if entry is None:
        return None
    return UndoView(entry.verb, _subjects(session, [entry])[0], _undo_refusal(session, entry))


def _undo_refusal(session: Session, entry: JournalRow) -> str:
    try:
        undo.check(session, entry)
    except Refusal as reason:
        return reason.code
    return ""


def last_instant(session: Session) -> Instant | None:
    """When the last thing was done, by all three clocks; to see at a start whether the wall clock was set
    back (domain.clock.wall_jump_ms). None in new records.
    """
    row = last_row(session)
    return Instant(row.wall_ms, row.mono_ms, row.boot) if row else None


def clock_jumps(session: Session) -> tuple[tuple[int, int], ...]:
    """(journal number, ms) wherever the wall clock was set between two actions: every row keeps both clocks
    (decisions.md 17).
    """
    columns = (JournalRow.number, JournalRow.wall_ms, JournalRow.mono_ms, JournalRow.boot)
    rows = session.execute(select(*columns).order_by(JournalRow.number)).all()
    instants = [(row[0], Instant(row[1], row[2], row[3])) for row in rows]
    steps = ((number, wall_jump_ms(before, after)) for (_n, before), (number, after) in pairwise(instants))
    return tuple((number, jump) for number, jump in steps if jump)


def broken_link(session: Session) -> int | None:
    """The number of the first journal row whose hash or link does not fit; None when the chain is whole.

    Rows cut off at the end leave a whole chain: the feed, which has one row for each of the journal, tells.
    """
    previous, number = NO_HASH, 0
    for number, row in enumerate(session.scalars(select(JournalRow).order_by(JournalRow.number)), start=1):
        if row.number != number or row.previous != previous or row.hash != row_hash(row):
            return row.number
        previous = row.hash
    told = session.scalar(select(func.max(ChangeRow.number))) or 0
    return None if told == number else number + 1
