"""Who sits at which small table of an item."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.queries.basics import NOWHERE, HomePlace, homes_of, once
from meeting_app.storage.tables import FloorSeat, Person


@dataclass(frozen=True, slots=True)
class SeatView:
    """A place at a table; `reporter` speaks for it."""

    number: int
    person_id: str
    name: str
    place: HomePlace
    reporter: bool


def tables_view(session: Session, *, item_id: str) -> tuple[SeatView, ...]:
    """The seats of an item by table and number of the roster."""
    return once(session, ("tables", item_id), lambda: _tables(session, item_id))


def _tables(session: Session, item_id: str) -> tuple[SeatView, ...]:
    rows = session.execute(
        select(FloorSeat.number, FloorSeat.person_id, Person.name, FloorSeat.reporter)
        .join(Person, Person.id == FloorSeat.person_id)
        .where(FloorSeat.item_id == item_id)
        .order_by(FloorSeat.number, Person.number)
    ).all()
    homes = homes_of(session, [row.person_id for row in rows])
    return tuple(SeatView(row[0], row[1], row[2], homes.get(row[1], NOWHERE), row[3]) for row in rows)
