"""The queue of an item as the rule in force orders it, from few and plain rows: it is asked for at every key,
also with two hundred hands up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from meeting_app.domain.floor_class import COUNTED, Side, SpeechClass
from meeting_app.domain.speaking_queue import Place, Request, SideTurns, ordered
from meeting_app.queries.basics import once
from meeting_app.queries.floor_rules import order_in_force
from meeting_app.storage.tables import Person, Speech

UP = ("waiting", "speaking", "held")
_COLUMNS = [column for column in Speech.__table__.columns if column.name not in ("revision", "meeting_id")]
COUNTED_KINDS = tuple(kind.value for kind in COUNTED)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a person has said so far, finished and counted: turns and ms on the item, ms in the meeting."""

    turns: int = 0
    item_ms: int = 0
    meeting_ms: int = 0


NOTHING = Tally()


def item_speeches(session: Session, item_id: str) -> Sequence[Any]:
    """Plain rows with the columns of Speech and the person's `name`, without what was withdrawn: rows cost a
    tenth of objects.
    """
    query = (
        select(*_COLUMNS, Person.name)
        .join(Person, Person.id == Speech.person_id)
        .where(Speech.item_id == item_id, Speech.state != "withdrawn")
        .order_by(Speech.asked)
    )
    return once(session, ("speeches", item_id), lambda: session.execute(query).all())


def tallies(session: Session, meeting_id: str, item_id: str) -> Mapping[str, Tally]:
    """What everybody who spoke in the meeting has said before."""
    return once(session, ("tallies", item_id), lambda: _tallies(session, meeting_id, item_id))


def _tallies(session: Session, meeting_id: str, item_id: str) -> dict[str, Tally]:
    here, ms = Speech.item_id == item_id, Speech.clock_elapsed_ms
    rows = session.execute(
        select(
            Speech.person_id,
            func.sum(case((here, 1), else_=0)),
            func.sum(case((here, ms), else_=0)),
            func.sum(ms),
        )
        .where(
            and_(Speech.meeting_id == meeting_id, Speech.state == "done"),
            Speech.kind.in_(COUNTED_KINDS),
        )
        .group_by(Speech.person_id)
    )
    return {row[0]: Tally(int(row[1]), int(row[2]), int(row[3])) for row in rows}


def request_of(row: Any, tally: Tally) -> Request:
    """A raised hand as the rules see it."""
    return Request(
        row.id, row.person_id, row.asked, tally.turns, tally.item_ms, tally.meeting_ms,
        SpeechClass(row.kind), row.category, Side(row.side), row.hand, row.moved,
    )  # fmt: skip


def side_turns(rows: Sequence[Any]) -> SideTurns:
    """How often each side spoke on the item; a speech under way counts."""
    turns: dict[Side, int] = {}
    had = [row for row in rows if row.state in ("done", "speaking", "held") and row.kind in COUNTED_KINDS]
    for row in had:
        turns[Side(row.side)] = turns.get(Side(row.side), 0) + 1
    last = max(had, key=lambda row: row.began_ms or 0, default=None)
    return SideTurns(turns, Side(last.side) if last is not None else Side.NONE)


def floor_order(session: Session, meeting_id: str, item_id: str) -> tuple[Place, ...]:
    """The raised hands of an item in the order in which they are called."""
    return once(session, ("floor_order", item_id), lambda: _order(session, meeting_id, item_id))


def _order(session: Session, meeting_id: str, item_id: str) -> tuple[Place, ...]:
    rows = item_speeches(session, item_id)
    known = tallies(session, meeting_id, item_id)
    hands = [request_of(row, known.get(row.person_id, NOTHING)) for row in rows if row.state == "waiting"]
    return ordered(hands, order_in_force(session, meeting_id, item_id), side_turns(rows))
