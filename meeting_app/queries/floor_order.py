"""The queue of an item as the rule in force orders it, from few and plain rows: it is asked for at every key,
also with two hundred hands up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, bindparam, case, func, select
from sqlalchemy.orm import Session

from meeting_app.domain.floor_class import COUNTED, Side, SpeechClass
from meeting_app.domain.speaking_queue import Place, Request, SideTurns, ordered
from meeting_app.queries.basics import HomePlace, once
from meeting_app.queries.floor_rules import order_in_force
from meeting_app.storage.tables import Building, Person, Residence, Speech, Unit

UP = ("waiting", "speaking", "held")
_COLUMNS = [column for column in Speech.__table__.columns if column.name not in ("revision", "meeting_id")]
COUNTED_KINDS = tuple(kind.value for kind in COUNTED)


# Made once: to put a question together costs more than SQLite takes to answer it.
_ITEM: BindParameter[str] = bindparam("item_id")
_MS = Speech.clock_elapsed_ms
_SPEECHES = (
    select(*_COLUMNS, Person.name)
    .join(Person, Person.id == Speech.person_id)
    .where(Speech.item_id == _ITEM, Speech.state != "withdrawn")
    .order_by(Speech.asked)
)
_HOMES = (
    select(Residence.person_id, Building.name, Unit.stairway, Unit.storey, Unit.room)
    .join(Unit, Unit.id == Residence.unit_id)
    .join(Building, Building.id == Unit.building_id)
    .where(Residence.person_id.in_(select(Speech.person_id).where(Speech.item_id == _ITEM)))
    .where(Residence.until.is_(None))
    .order_by(Residence.relation == "owner", Building.position.desc(), Unit.room.desc())
)
_TALLIES = (
    select(
        Speech.person_id,
        func.sum(case((Speech.item_id == _ITEM, 1), else_=0)),
        func.sum(case((Speech.item_id == _ITEM, _MS), else_=0)),
        func.sum(_MS),
    )
    .where(Speech.meeting_id == bindparam("meeting_id"), Speech.state == "done")
    .where(Speech.kind.in_(COUNTED_KINDS))
    .group_by(Speech.person_id)
)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a person has said so far, finished and counted: turns and ms on the item, ms in the meeting."""

    turns: int = 0
    item_ms: int = 0
    meeting_ms: int = 0


NOTHING = Tally()


home = lru_cache(maxsize=4_096)(HomePlace)


def item_speeches(session: Session, item_id: str) -> Sequence[Any]:
    """Plain rows with the columns of Speech and the person's `name`, without what was withdrawn: rows cost a
    tenth of objects.
    """
    found = {"item_id": item_id}
    return once(session, ("speeches", item_id), lambda: session.execute(_SPEECHES, found).all())


def homes_on(session: Session, item_id: str) -> Mapping[str, HomePlace]:
    """Where those live who raised a hand on the item; an owner's own home goes first."""
    return once(session, ("homes", item_id), lambda: _homes(session, item_id))


def _homes(session: Session, item_id: str) -> dict[str, HomePlace]:
    rows = session.execute(_HOMES, {"item_id": item_id})
    return {person: home(*place) for person, *place in rows}


def tallies(session: Session, meeting_id: str, item_id: str) -> Mapping[str, Tally]:
    """What everybody who spoke in the meeting has said before."""
    return once(session, ("tallies", item_id), lambda: _tallies(session, meeting_id, item_id))


def _tallies(session: Session, meeting_id: str, item_id: str) -> dict[str, Tally]:
    rows = session.execute(_TALLIES, {"item_id": item_id, "meeting_id": meeting_id})
    return {row[0]: Tally(int(row[1]), int(row[2]), int(row[3])) for row in rows}


@lru_cache(maxsize=4_096)  # two hundred hands stay the same from key to key
def request_of(row: Any, tally: Tally) -> Request:
    """A raised hand as the rules see it; `row` is one of `item_speeches`."""
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
