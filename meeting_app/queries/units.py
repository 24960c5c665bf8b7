"""Units with their owners: the page where shares, voters, areas and uses are kept."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from meeting_app.queries.basics import HomePlace
from meeting_app.queries.people import by_room
from meeting_app.storage.tables import Building, Ownership, Person, Unit


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """An owner with the share n/d."""

    person_id: str
    number: int
    name: str
    share_n: int
    share_d: int


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit: area in 0.01 m², `state` and `purpose` as in storage/tables/people.py; `voter_id` speaks for
    all owners, None for whoever comes.
    """

    unit_id: str
    place: HomePlace
    area_c: int
    state: str
    purpose: str
    voter_id: str | None
    owners: tuple[OwnerRow, ...]


@dataclass(frozen=True, slots=True)
class UnitPage:
    """A piece of the units; `area_c` and `open` (units without an owner that are sold) are of all of them."""

    total: int
    area_c: int
    open: int
    rows: tuple[UnitLine, ...]


def _condition(building_id: str | None, text: str) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if building_id:
        found.append(Unit.building_id == building_id)
    if text.strip():
        room = by_room(text)
        named = select(Ownership.unit_id).join(Person, Person.id == Ownership.person_id)
        owner = Unit.id.in_(
            named.where(Ownership.until.is_(None), Person.name.contains(text.strip(), autoescape=True))
        )
        found.append(owner if room is None else room)
    return found


def units(session: Session, *, building_id: str | None = None, text: str = "", limit: int = 300) -> UnitPage:
    """Units by house, stairway and room; `text` is a room or an owner's name."""
    where = _condition(building_id, text)
    owned = select(Ownership.unit_id).where(Ownership.until.is_(None))
    of_houses = select(func.count(), func.coalesce(func.sum(Unit.area_c), 0)).select_from(Unit)
    total, area = session.execute(
        of_houses.join(Building, Building.id == Unit.building_id).where(*where)
    ).one()
    ownerless = (
        select(func.count()).select_from(Unit).join(Building, Building.id == Unit.building_id)
        .where(*where, Unit.state == "sold", Unit.id.not_in(owned))
    )  # fmt: skip
    rows = session.execute(
        select(Unit, Building.name)
        .join(Building, Building.id == Unit.building_id)
        .where(*where)
        .order_by(Building.position, Unit.stairway, func.length(Unit.room), Unit.room)
        .limit(limit)
    ).all()
    owners = _owners(session, [unit.id for unit, _house in rows])
    lines = tuple(_line(unit, house, owners[unit.id]) for unit, house in rows)
    return UnitPage(total, area, session.scalar(ownerless) or 0, lines)


def unit_line(session: Session, *, unit_id: str) -> UnitLine | None:
    """One unit; None when there is no such record."""
    unit = session.get(Unit, unit_id)
    if unit is None:
        return None
    house = session.get(Building, unit.building_id)
    return _line(unit, house.name if house else "", _owners(session, [unit_id])[unit_id])


def _owners(session: Session, unit_ids: Sequence[str]) -> dict[str, list[OwnerRow]]:
    found: dict[str, list[OwnerRow]] = defaultdict(list)
    rows = session.execute(
        select(Ownership, Person)
        .join(Person, Person.id == Ownership.person_id)
        .where(Ownership.unit_id.in_(unit_ids), Ownership.until.is_(None))
        .order_by(Person.number)
    )
    for row, person in rows:
        found[row.unit_id].append(OwnerRow(person.id, person.number, person.name, row.share_n, row.share_d))
    return found


def _line(unit: Unit, house: str, owners: list[OwnerRow]) -> UnitLine:
    place = HomePlace(house, unit.stairway, unit.storey, unit.room)
    return UnitLine(unit.id, place, unit.area_c, unit.state, unit.purpose, unit.voter_id, tuple(owners))
