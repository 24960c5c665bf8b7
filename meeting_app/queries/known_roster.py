"""The roster as an import compares a list with it, and as it is written out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.storage.tables import (
    Body,
    Building,
    Capacity,
    Ownership,
    Person,
    Residence,
    ResidentGroup,
    Unit,
)

CapacityKey = tuple[str, str, date, date | None]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person in one unit; area in 0.01 m², `share` None for no owner, `capacities` as (capacity,
    organisation, since, until).
    """

    person_id: str
    name: str
    unit_key: tuple[str, int, str]
    area_c: int
    phone: str
    birth_year: int | None
    share: tuple[int, int] | None = None
    number: int = 0
    gender: str = ""
    groups: tuple[str, ...] = ()
    capacities: tuple[CapacityKey, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit by building, stairway and room; area in 0.01 m²."""

    key: tuple[str, int, str]
    storey: int
    area_c: int
    state: str
    purpose: str
    people: int


def _held(session: Session) -> dict[str, list[CapacityKey]]:
    found: dict[str, list[CapacityKey]] = defaultdict(list)
    rows = session.execute(
        select(Capacity, Body.name).outerjoin(Body, Body.id == Capacity.body_id).order_by(Capacity.since)
    )
    for row, body in rows:
        found[row.person_id].append((row.capacity, body or "", row.since, row.until))
    return found


def _shares(session: Session) -> dict[tuple[str, str], tuple[int, int]]:
    rows = session.scalars(select(Ownership).where(Ownership.until.is_(None)))
    return {(row.person_id, row.unit_id): (row.share_n, row.share_d) for row in rows}


def known_people(session: Session) -> tuple[KnownPerson, ...]:
    """Everybody with their unit (building, stairway, room), for matching an import by name and unit."""
    rows = session.execute(
        select(Person, Unit, Building.name)
        .join(Residence, Residence.person_id == Person.id)
        .join(Unit, Unit.id == Residence.unit_id)
        .join(Building, Building.id == Unit.building_id)
        .where(Person.merged_into.is_(None), Person.forgotten.is_(False), Residence.until.is_(None))
    )
    held, shares = _held(session), _shares(session)
    return tuple(
        KnownPerson(
            p.id, p.name, (house, unit.stairway, unit.room), unit.area_c, p.phone, p.birth_year,
            shares.get((p.id, unit.id)), p.number, p.gender, groups_kept(p), tuple(held.get(p.id, ())),
        )
        for p, unit, house in rows
    )  # fmt: skip


def groups_kept(person: Person) -> tuple[str, ...]:
    """Codes of the groups that were given to a person."""
    return tuple(code for code in person.groups.split(",") if code)


def known_units(session: Session) -> tuple[KnownUnit, ...]:
    """Every unit with how many people live in or belong to it."""
    lives: dict[str, int] = defaultdict(int)
    for unit_id in session.scalars(select(Residence.unit_id).where(Residence.until.is_(None))):
        lives[unit_id] += 1
    rows = session.execute(
        select(Unit, Building.name)
        .join(Building, Building.id == Unit.building_id)
        .order_by(Building.position, Unit.stairway, Unit.storey, Unit.room)
    )
    return tuple(
        KnownUnit((house, u.stairway, u.room), u.storey, u.area_c, u.state, u.purpose, lives[u.id])
        for u, house in rows
    )


def body_names(session: Session) -> tuple[str, ...]:
    """The organisations by name."""
    return tuple(session.scalars(select(Body.name).order_by(Body.position)))


def own_groups(session: Session) -> dict[str, str]:
    """The groups that the community named itself: name by code."""
    rows = session.scalars(select(ResidentGroup).order_by(ResidentGroup.number))
    return {f"g{row.number}": row.name for row in rows}


@dataclass(frozen=True, slots=True)
class KnownRoster:
    """All that a list is held against."""

    people: tuple[KnownPerson, ...] = ()
    units: tuple[KnownUnit, ...] = ()
    buildings: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()


def known_roster(session: Session) -> KnownRoster:
    """All that a list is held against, in one look."""
    return KnownRoster(
        known_people(session),
        known_units(session),
        tuple(session.scalars(select(Building.name).order_by(Building.position))),
        body_names(session),
        tuple(own_groups(session).items()),
    )
