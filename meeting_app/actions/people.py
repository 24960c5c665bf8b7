"""The roster: persons, where they live, what they own, in which capacity they act (decisions.md 9 and 10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from meeting_app.actions.common import (
    BADGE_LENGTH,
    initials_of,
    living,
    pinyin_of,
    random_code,
    text_of,
    today,
)
from meeting_app.actions.desk import final
from meeting_app.actions.merging import merge_people as merge_people
from meeting_app.domain import voting_right
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import (
    Body,
    Building,
    Capacity,
    Ownership,
    Person,
    Residence,
    Unit,
)
from meeting_app.storage.undo import blank_images
from meeting_app.storage.work import Work, new_id


def new_person(
    work: Work, name: str, *, number: int | None = None, phone: str = "", birth_year: int | None = None
) -> Person:
    """A person with search keys and a badge code of their own."""
    name = text_of(name, 80, "name")
    return work.add(
        Person(
            id=new_id(),
            number=number or work.highest(Person.number) + 1,
            name=name,
            initials=initials_of(name),
            pinyin=pinyin_of(name),
            phone=text_of(phone, 40, "phone", needed=False),
            birth_year=birth_year,
            badge=random_code(BADGE_LENGTH),
        )
    )


def add_person(
    work: Work,
    *,
    name: str,
    unit_id: str | None = None,
    relation: str = "family",
    phone: str = "",
    birth_year: int | None = None,
) -> str:
    """Add a person to the roster, living in or belonging to a unit. Returns the id."""
    person = new_person(work, name, phone=phone, birth_year=birth_year)
    if unit_id:
        unit = work.get(Unit, unit_id)
        work.add(Residence(person_id=person.id, unit_id=unit.id, relation=relation, since=today(work)))
    return person.id


def edit_person(work: Work, *, person_id: str, name: str, phone: str, birth_year: int | None = None) -> None:
    """Correct a person's name, phone and year of birth."""
    person = living(work, person_id)
    person.name = text_of(name, 80, "name")
    person.initials, person.pinyin = initials_of(person.name), pinyin_of(person.name)
    person.phone = text_of(phone, 40, "phone", needed=False)
    person.birth_year = birth_year


def set_owners(work: Work, *, unit_id: str, owners: Sequence[tuple[str, int, int]]) -> None:
    """Say who owns a unit from today: (person, numerator, denominator) each; the shares add up to one."""
    unit = work.get(Unit, unit_id)
    day = today(work)
    for _person, numerator, denominator in owners:
        if numerator < 1 or denominator < 1:
            raise Refusal("shares_not_one", unit_id=unit.id, numerator=numerator, denominator=denominator)
    shares = [voting_right.Ownership(unit.id, person, Fraction(n, d), day) for person, n, d in owners]
    voting_right.check_shares(shares, day)
    for row in work.all(Ownership, Ownership.unit_id == unit.id, Ownership.until.is_(None)):
        row.until = day
    for share in shares:
        work.add(
            Ownership(
                unit_id=unit.id,
                person_id=living(work, share.person_id).id,
                share_n=share.share.numerator,
                share_d=share.share.denominator,
                since=day,
            )
        )
    unit.state = "sold" if owners else "unsold"


def give_capacity(work: Work, *, person_id: str, capacity: str, body_id: str | None = None) -> str:
    """Let a person act in a capacity from today. Returns the record's id."""
    living(work, person_id)
    if body_id:
        work.get(Body, body_id)
    held = work.one(
        Capacity, Capacity.person_id == person_id, Capacity.capacity == capacity, Capacity.until.is_(None)
    )
    if held is not None:
        raise Refusal("capacity_held")
    return work.add(Capacity(person_id=person_id, body_id=body_id, capacity=capacity, since=today(work))).id


def end_capacity(work: Work, *, capacity_id: str) -> None:
    """End a capacity today; that it was held stays on record."""
    held = work.get(Capacity, capacity_id)
    held.until = held.until or today(work)


@final
def forget_person(work: Work, *, person_id: str) -> None:
    """Blank what is known of a person and keep the id, so that counts of the past still add up. It cannot be
    taken back: the images of earlier actions forget the person too.
    """
    person = work.get(Person, person_id)
    for name in ("name", "initials", "pinyin", "phone", "gender", "groups"):
        setattr(person, name, "")
    person.birth_year, person.forgotten = None, True
    kinds: tuple[Any, ...] = (Residence, Capacity)
    for kind in kinds:
        for row in work.all(kind, kind.person_id == person.id, kind.until.is_(None)):
            row.until = today(work)
    blank_images(work.session, Person, person.id)


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A row of an import as it was confirmed; area in 0.01 m², `share` as numerator and denominator, or None
    for no owner.
    """

    name: str
    building: str
    stairway: int
    storey: int
    room: str
    area_c: int
    relation: str
    phone: str
    birth_year: int | None
    share: tuple[int, int] | None
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did."""

    added: int
    changed: int
    units: int


class _Houses:
    """Buildings and units by name, made when they are missing."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.buildings = {building.name: building for building in work.all(Building)}
        self.units = {(unit.building_id, unit.stairway, unit.room): unit for unit in work.all(Unit)}
        self.made = 0

    def unit(self, line: RosterLine) -> Unit:
        building = self.buildings.get(line.building)
        if building is None:
            building = Building(
                id=new_id(),
                name=line.building,
                position=len(self.buildings) + 1,
                stairways=line.stairway,
                storeys=line.storey,
            )
            self.buildings[line.building] = self.work.add(building)
        building.stairways = max(building.stairways, line.stairway)
        building.storeys = max(building.storeys, line.storey)
        key = (building.id, line.stairway, line.room)
        unit = self.units.get(key)
        if unit is None:
            self.made += 1
            state = "sold" if line.share else "unsold"
            unit = Unit(
                id=new_id(),
                building_id=building.id,
                stairway=line.stairway,
                storey=line.storey,
                room=line.room,
                area_c=line.area_c,
                state=state,
            )
            self.units[key] = self.work.add(unit)
        elif line.area_c and unit.area_c != line.area_c:
            unit.area_c = line.area_c
        return unit


def import_roster(work: Work, *, rows: Sequence[RosterLine]) -> ImportResult:
    """Write a confirmed import as one batch; undo takes back the whole of it."""
    houses = _Houses(work)
    number = work.highest(Person.number)
    day = today(work)
    added = changed = 0
    for line in rows:
        unit = houses.unit(line)
        person = work.session.get(Person, line.person_id) if line.person_id else None
        if person is None:
            number += 1
            added += 1
            person = new_person(work, line.name, number=number, phone=line.phone, birth_year=line.birth_year)
        else:
            changed += 1
            person.phone = line.phone or person.phone
            person.birth_year = line.birth_year or person.birth_year
        _settle(work, person, unit, line, day, known=line.person_id is not None)
    return ImportResult(added, changed, houses.made)


def _settle(work: Work, person: Person, unit: Unit, line: RosterLine, day: object, *, known: bool) -> None:
    if (
        not known
        or work.one(Residence, Residence.person_id == person.id, Residence.unit_id == unit.id) is None
    ):
        work.add(Residence(person_id=person.id, unit_id=unit.id, relation=line.relation, since=day))
    owned = (
        known
        and work.one(Ownership, Ownership.person_id == person.id, Ownership.unit_id == unit.id) is not None
    )
    if line.share and not owned:
        unit.state = "sold"
        numerator, denominator = line.share
        work.add(
            Ownership(unit_id=unit.id, person_id=person.id, share_n=numerator, share_d=denominator, since=day)
        )
