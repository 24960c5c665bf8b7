"""The journal as the foot of the console shows it, and what undo would take back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Instant, wall_jump_ms
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import local
from meeting_app.queries.kept import renewed
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


# Put together once: it costs more than SQLite takes to answer, and the foot asks after every key.
_MINE = JournalRow.__table__.c
_LINE = (_MINE.number, _MINE.wall_ms, _MINE.verb, _MINE.arguments, _MINE.undone_by)
_LINES = select(*_LINE).order_by(_MINE.number.desc()).limit(bindparam("limit"))
_LINES_OF_MEETING = _LINES.where(_MINE.meeting_id == bindparam("meeting_id"))
_LAST_OF_STATION = (
    select(*_LINE, undo.left_images(_MINE.number), undo.newest())
    .where(undo.may_be_last(bindparam("station")))
    .order_by(_MINE.number.desc())
    .limit(1)
)
_KINDS = {name: column.table.name for name, column, _words in _SUBJECTS}
_WORDS = {
    name: select(column, words).where(column.in_(bindparam("ids", expanding=True)))
    for name, column, words in _SUBJECTS
}


def _named(session: Session, name: str, ids: set[str]) -> dict[str, str]:
    """The words of rows by identity; those that were found before and have not changed are known."""
    if not ids:
        return {}

    def drop(before: dict[str, str], changed: set[str]) -> dict[str, str]:
        return {one: word for one, word in before.items() if one not in changed}

    found: dict[str, str] = renewed(session, _KINDS[name], ("words", name), dict, drop)
    unknown = ids - found.keys()
    if unknown:
        rows = session.execute(_WORDS[name], {"ids": sorted(unknown)})
        found.update({one: word for one, word in rows})  # noqa: C416  rows are no pairs of names
    return {one: found[one] for one in ids if one in found}


def _subjects(session: Session, rows: Sequence[Any]) -> list[str]:
    """Whom or what each row was about, in words of today; a question for each kind, not for each row."""
    arguments = [json.loads(row.arguments) for row in rows]
    found: dict[str, dict[str, str]] = {}
    for name, _column, _words in _SUBJECTS:
        found[name] = _named(session, name, {a[name] for a in arguments if a.get(name)})
    speakers = found["speech_id"]
    people = _named(session, "person_id", set(speakers.values()))
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
    entry = _last_of(session, station)
    subjects = _subjects(session, [*rows, entry] if entry else rows)
    view = UndoView(entry.verb, subjects[-1], _undo_refusal(session, entry)) if entry else None
    return tuple(map(_line, rows, subjects)), view


def _last_rows(session: Session, meeting_id: str | None, limit: int) -> Sequence[Any]:
    if meeting_id:
        return session.execute(_LINES_OF_MEETING, {"meeting_id": meeting_id, "limit": limit}).all()
    return session.execute(_LINES, {"limit": limit}).all()


def _last_of(session: Session, station: str) -> Any:
    """What undo would take back at a station: a line of the journal, whether it left images (`left`) and the
    newest number of the journal (`newest`); None when there is nothing.
    """
    return session.execute(_LAST_OF_STATION, {"station": station}).first()


def _line(row: Any, subject: str) -> JournalLine:
    return JournalLine(row.number, local(row.wall_ms), row.verb, subject, row.undone_by is not None)


def undo_view(session: Session, *, station: str) -> UndoView | None:
    """What undo would take back at this station; None when there is nothing."""
    entry = _last_of(session, station)
    if entry is None:
        return None
    return UndoView(entry.verb, _subjects(session, [entry])[0], _undo_refusal(session, entry))


def _undo_refusal(session: Session, entry: Any) -> str:
    if entry.left and entry.newest == entry.number:
        return ""  # as nearly always: nothing was done since
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
    Beside them it tells of urns, which are no records and of which the journal knows nothing.
    """
    previous, number = NO_HASH, 0
    for number, row in enumerate(session.scalars(select(JournalRow).order_by(JournalRow.number)), start=1):
        if row.number != number or row.previous != previous or row.hash != row_hash(row):
            return row.number
        previous = row.hash
    told = sum(json.loads(rows).keys() != {"urn"} for rows in session.scalars(select(ChangeRow.rows)))
    return None if told == number else number + 1
