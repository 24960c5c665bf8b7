"""Finding people, the roster by houses, a person's card, the organisations."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from meeting_app.domain import codes
from meeting_app.queries.basics import NOWHERE, HomePlace, homes_of, local_or_none
from meeting_app.queries.known_roster import KnownPerson as KnownPerson
from meeting_app.queries.known_roster import known_people as known_people
from meeting_app.storage.tables import (
    Body,
    Building,
    Capacity,
    Invitee,
    Ownership,
    Person,
    Residence,
    Stay,
    Unit,
)


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person as a search shows one. `state`: absent, present, left, or not_invited (to the meeting asked
    about).
    """

    person_id: str
    number: int
    name: str
    place: HomePlace
    badge: str
    capacity: str
    votes: bool
    state: str
    came_at: datetime | None
    excused: str


def _known() -> ColumnElement[bool]:
    return and_(Person.merged_into.is_(None), Person.forgotten.is_(False))


# So many fit a text before those who are called are put first.
WIDE = 2_000
HOUSES = ("号楼", "栋", "幢", "")
ROOM_SIGNS = re.compile("号楼|#楼|栋|幢|座|单元|门|室|[-#/]")


def by_room(text: str) -> ColumnElement[bool] | None:
    """3-2-501, 3-501, 501 as building, stairway, room; None when the text is none of these."""
    parts = [part.strip() for part in ROOM_SIGNS.split(text) if part.strip()]
    if not 1 <= len(parts) <= 3 or not all(part.isdecimal() and len(part) < 10 for part in parts):
        return None
    condition = Unit.room == parts[-1]
    if len(parts) > 1:
        condition = and_(condition, Building.name.in_([parts[0] + sign for sign in HOUSES]))
    if len(parts) == 3:
        condition = and_(condition, Unit.stairway == int(parts[1]))
    return condition


def _matching(session: Session, text: str, limit: int) -> list[str]:
    """Identities of people whom the text names, best matches first."""
    text = unicodedata.normalize("NFKC", text).strip()  # an input method may have typed full-width signs
    found: dict[str, None] = {}

    def take(condition: ColumnElement[bool], *joins: Any) -> None:
        if len(found) < limit:
            query = (
                select(Person.id).where(_known(), condition).order_by(Person.number).limit(limit + len(found))
            )
            for target, on in joins:
                query = query.join(target, on)
            found.update(dict.fromkeys(session.scalars(query)))

    badge = codes.code_of_badge(text)
    if badge:
        take(Person.badge == badge)
    if text.isdecimal():
        take(Person.number == int(text[:9]))
    room = by_room(text)
    if room is not None:
        home = and_(Residence.person_id == Person.id, Residence.until.is_(None))
        take(
            room,
            (Residence, home),
            (Unit, Unit.id == Residence.unit_id),
            (Building, Building.id == Unit.building_id),
        )
    spoken = "".join(text.lower().replace("'", " ").split())
    if spoken.isascii() and spoken.isalpha():
        # Between blanks stand all readings of a name: who types sp or dp finds 单平.
        take(Person.initials == spoken)
        take(Person.readings.contains(f" {spoken} ", autoescape=True))
        take(Person.readings.contains(f" {spoken}", autoescape=True))
    elif room is None:
        take(Person.name.startswith(text, autoescape=True))
        take(Person.name.contains(text, autoescape=True))
    return list(found)[:limit]


def people_hits(session: Session, person_ids: Sequence[str], meeting_id: str | None) -> tuple[PersonHit, ...]:
    """The given people, in that order, with how they stand in a meeting."""
    people = session.execute(
        select(Person.id, Person.number, Person.name, Person.badge).where(Person.id.in_(person_ids))
    )
    rows = {row.id: row for row in people}
    called = _invited(session, person_ids, meeting_id)
    homes, stays = homes_of(session, person_ids), _last_stays(session, person_ids, meeting_id)
    return tuple(
        _hit(rows[i], called.get(i), homes.get(i, NOWHERE), stays.get(i)) for i in person_ids if i in rows
    )


def _invited(
    session: Session, person_ids: Sequence[str], meeting_id: str | None
) -> dict[str, tuple[str, bool, str]]:
    """(capacity, vote, excuse) of who is called; a query of its own, since joined to thousands of people a
    database walks through all invitations for each of them.
    """
    if not meeting_id:
        return {}
    query = (
        select(Invitee.person_id, Invitee.capacity, Invitee.votes, Invitee.excused)
        .where(Invitee.meeting_id == meeting_id, Invitee.person_id.in_(person_ids))
        .order_by(Invitee.votes)
    )
    return {row[0]: (row[1], row[2], row[3]) for row in session.execute(query)}


def _last_stays(
    session: Session, person_ids: Sequence[str], meeting_id: str | None
) -> dict[str, tuple[int, bool]]:
    """(came, still here) of each person's last stay."""
    if not meeting_id:
        return {}
    came = (
        select(Stay.person_id, Stay.came_ms, Stay.left_ms)
        .where(Stay.meeting_id == meeting_id, Stay.person_id.in_(person_ids))
        .order_by(Stay.came_ms)
    )
    return {row[0]: (row[1], row[2] is None) for row in session.execute(came)}


def _hit(
    person: Any, called: tuple[str, bool, str] | None, home: HomePlace, stay: tuple[int, bool] | None
) -> PersonHit:
    capacity, votes, excused = called or ("", False, "")
    state = "absent" if called else "not_invited"
    if stay is not None:
        state = "present" if stay[1] else "left"
    return PersonHit(
        person.id,
        person.number,
        person.name,
        home,
        person.badge,
        capacity,
        votes,
        state,
        local_or_none(stay[0] if stay else None),
        excused,
    )


def find_people(
    session: Session, *, text: str, meeting_id: str | None = None, limit: int = 20
) -> tuple[PersonHit, ...]:
    """People by number, name, pinyin or its initials, building-room, or badge code; invited ones first."""
    if not text.strip():
        return ()
    if not meeting_id:
        return people_hits(session, _matching(session, text, limit), None)
    found = _matching(session, text, WIDE)
    called = set(session.scalars(select(Invitee.person_id).where(Invitee.meeting_id == meeting_id)))
    found.sort(key=lambda person: person not in called)
    return people_hits(session, found[:limit], meeting_id)


@dataclass(frozen=True, slots=True)
class BuildingRow:
    """A house with how many units and people it has."""

    id: str
    name: str
    stairways: int
    storeys: int
    units: int
    people: int


def buildings(session: Session) -> tuple[BuildingRow, ...]:
    """The houses in their order."""
    units = dict(session.execute(select(Unit.building_id, func.count()).group_by(Unit.building_id)).all())
    lives = (
        select(Unit.building_id, func.count(Residence.person_id.distinct()))
        .join(Residence, Residence.unit_id == Unit.id)
        .where(Residence.until.is_(None))
        .group_by(Unit.building_id)
    )
    people = dict(session.execute(lives).all())
    return tuple(
        BuildingRow(row.id, row.name, row.stairways, row.storeys, units.get(row.id, 0), people.get(row.id, 0))
        for row in session.scalars(select(Building).order_by(Building.position))
    )


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person of the roster in one unit; area in 0.01 m²."""

    person_id: str
    number: int
    name: str
    place: HomePlace
    relation: str
    area_c: int
    phone: str
    birth_year: int | None


@dataclass(frozen=True, slots=True)
class RosterPage:
    """A piece of the roster, how many rows the whole has, and how many people: who lives or owns in two
    places has two rows.
    """

    total: int
    people: int
    rows: tuple[RosterRow, ...]


def roster(
    session: Session, *, building_id: str | None = None, text: str = "", limit: int = 200, offset: int = 0
) -> RosterPage:
    """People by house, stairway and room; `text` narrows as a search does."""
    conditions: list[ColumnElement[bool]] = [_known(), Residence.until.is_(None)]
    if building_id:
        conditions.append(Unit.building_id == building_id)
    if text.strip():
        conditions.append(Person.id.in_(_matching(session, text, 500)))
    figures = select(func.count(Residence.id), func.count(Person.id.distinct()))
    total, people = session.execute(_lived(figures, conditions)).one()
    columns = (
        Person.id, Person.number, Person.name, Person.phone, Person.birth_year, Residence.relation,
        Building.name, Unit.stairway, Unit.storey, Unit.room, Unit.area_c,
    )  # fmt: skip
    order = (Building.position, Unit.stairway, func.length(Unit.room), Unit.room, Person.number)
    rows = session.execute(_lived(select(*columns), conditions).order_by(*order).limit(limit).offset(offset))
    return RosterPage(
        total,
        people,
        tuple(
            RosterRow(row[0], row[1], row[2], HomePlace(*row[6:10]), row[5], row[10], row[3], row[4])
            for row in rows
        ),
    )


def _lived(query: Any, conditions: Sequence[ColumnElement[bool]]) -> Any:
    """The query over who lives where."""
    return (
        query.select_from(Residence)
        .join(Person, Person.id == Residence.person_id)
        .join(Unit, Unit.id == Residence.unit_id)
        .join(Building, Building.id == Unit.building_id)
        .where(*conditions)
    )


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit that a person owns a share of or lives in; area in 0.01 m², share n/d (0/1 when none)."""

    unit_id: str
    place: HomePlace
    area_c: int
    relation: str
    share_n: int
    share_d: int


@dataclass(frozen=True, slots=True)
class CapacityRow:
    """A capacity with its body and time."""

    id: str
    capacity: str
    body: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything the roster knows of a person."""

    id: str
    number: int
    name: str
    badge: str
    phone: str
    gender: str
    birth_year: int | None
    groups: tuple[str, ...]
    units: tuple[UnitRow, ...]
    capacities: tuple[CapacityRow, ...]
    merged_into: str | None
    forgotten: bool


def _units_of(session: Session, person_id: str) -> tuple[UnitRow, ...]:
    relations = dict(
        session.execute(
            select(Residence.unit_id, Residence.relation).where(
                Residence.person_id == person_id, Residence.until.is_(None)
            )
        ).all()
    )
    owned = select(Ownership).where(Ownership.person_id == person_id, Ownership.until.is_(None))
    shares = {row.unit_id: (row.share_n, row.share_d) for row in session.scalars(owned)}
    wanted = {*relations, *shares}
    rows = session.execute(
        select(Unit, Building.name)
        .join(Building, Building.id == Unit.building_id)
        .where(Unit.id.in_(wanted))
        .order_by(Building.position, Unit.stairway, Unit.room)
    )
    return tuple(
        UnitRow(
            unit.id,
            HomePlace(house, unit.stairway, unit.storey, unit.room),
            unit.area_c,
            relations.get(unit.id, "owner"),
            *shares.get(unit.id, (0, 1)),
        )
        for unit, house in rows
    )


def person_card(session: Session, *, person_id: str) -> PersonCard | None:
    """A person's card; None when there is no such record."""
    person = session.get(Person, person_id)
    if person is None:
        return None
    held = (
        select(Capacity, Body.name)
        .outerjoin(Body, Body.id == Capacity.body_id)
        .where(Capacity.person_id == person_id)
        .order_by(Capacity.since)
    )
    capacities = tuple(
        CapacityRow(row.id, row.capacity, body or "", row.since, row.until)
        for row, body in session.execute(held)
    )
    return PersonCard(
        person.id, person.number, person.name, person.badge, person.phone, person.gender, person.birth_year,
        tuple(group for group in person.groups.split(",") if group), _units_of(session, person_id),
        capacities, person.merged_into, person.forgotten,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class BodyRow:
    """An organisation with its duties."""

    id: str
    kind: str
    name: str
    duties: str
    contact: str
    people: int


def bodies(session: Session) -> tuple[BodyRow, ...]:
    """The organisations in their order."""
    held = select(Capacity.body_id, func.count()).where(Capacity.until.is_(None)).group_by(Capacity.body_id)
    people = dict(session.execute(held).all())
    return tuple(
        BodyRow(row.id, row.kind, row.name, row.duties, row.contact, people.get(row.id, 0))
        for row in session.scalars(select(Body).order_by(Body.position))
    )
