"""Writing a confirmed list of residents as one batch; undo takes back the whole of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from meeting_app.actions.common import living, today
from meeting_app.actions.newcomers import new_person
from meeting_app.actions.roster.capacity_words import Held, held_of
from meeting_app.actions.roster.organisations import BodyLine
from meeting_app.actions.roster.watch import Watch
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
from meeting_app.storage.work import Work, new_id


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A row of an import as it was confirmed; area in 0.01 m², `share` as numerator and denominator, or None
    for no owner. A line without a name is a unit without anybody.

    Lines with the same `key` (not "") are one person; empty `state` and `purpose` change nothing.
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
    gender: str = ""
    groups: tuple[str, ...] = ()
    capacities: tuple[str, ...] = ()
    state: str = ""
    purpose: str = ""
    key: str = ""


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

    def _building(self, line: RosterLine) -> Building:
        building = self.buildings.get(line.building)
        if building is None:
            building = Building(
                id=new_id(), name=line.building, position=len(self.buildings) + 1,
                stairways=line.stairway, storeys=max(0, line.storey),
            )  # fmt: skip
            self.buildings[line.building] = self.work.add(building)
        building.stairways = max(building.stairways, line.stairway)
        building.storeys = max(building.storeys, line.storey)
        return building

    def unit(self, line: RosterLine) -> Unit:
        """The unit of the line, with what the line says of it."""
        building = self._building(line)
        key = (building.id, line.stairway, line.room)
        unit = self.units.get(key)
        if unit is None:
            self.made += 1
            unit = Unit(
                id=new_id(), building_id=building.id, stairway=line.stairway, storey=line.storey,
                room=line.room, area_c=line.area_c, state=line.state or "sold",
                purpose=line.purpose or "home",
            )  # fmt: skip
            self.units[key] = self.work.add(unit)
            return unit
        unit.area_c = line.area_c or unit.area_c
        unit.state, unit.purpose = line.state or unit.state, line.purpose or unit.purpose
        return unit


class _Held:
    """What is on record, read once: a look into the database for each of 5,000 rows would take minutes."""

    def __init__(self, work: Work) -> None:
        self.work, self.day = work, today(work)
        self.lives = {(row.person_id, row.unit_id) for row in work.all(Residence, Residence.until.is_(None))}
        self.owners: dict[str, dict[str, Ownership]] = defaultdict(dict)
        for row in work.all(Ownership, Ownership.until.is_(None)):
            self.owners[row.unit_id][row.person_id] = row
        self.capacities = [
            (row.person_id, row.capacity, row.body_id, row.until) for row in work.all(Capacity)
        ]
        self.bodies = {body.name: body.id for body in work.all(Body)}
        self.named: dict[str, list[tuple[str, Fraction]]] = defaultdict(list)
        self.groups = _Groups(work)

    def settle(self, person: Person, unit: Unit, line: RosterLine) -> None:
        """Where a person lives, and what the list says that they own."""
        if (person.id, unit.id) not in self.lives:
            self.lives.add((person.id, unit.id))
            self.work.add(
                Residence(person_id=person.id, unit_id=unit.id, relation=line.relation, since=self.day)
            )
        if line.share:
            unit.state = line.state or "sold"
            self.named[unit.id].append((person.id, Fraction(*line.share)))

    def own(self) -> None:
        """Owners as the list names them: the shares of a unit that changed end today and begin anew. Owners
        whom the list does not name stay while the shares leave room for them.
        """
        for unit_id, named in self.named.items():
            held = self.owners[unit_id]
            shares = dict(named)
            others = sum((row.share for key, row in held.items() if key not in shares), Fraction(0))
            changed_hands = others + sum(shares.values()) > 1
            for person_id, row in held.items():
                if (changed_hands and person_id not in shares) or shares.get(
                    person_id, row.share
                ) != row.share:
                    row.until = self.day
            for person_id, share in shares.items():
                if person_id not in held or held[person_id].share != share:
                    self._owns(unit_id, person_id, share)

    def _owns(self, unit_id: str, person_id: str, share: Fraction) -> None:
        self.work.add(
            Ownership(
                unit_id=unit_id, person_id=person_id, since=self.day,
                share_n=share.numerator, share_d=share.denominator,
            )
        )  # fmt: skip

    def act(self, person: Person, capacities: Sequence[str]) -> None:
        """In which capacities a person acts, each once."""
        for held in map(held_of, capacities):
            body_id = self.bodies.get(held.body)
            key = (person.id, held.capacity, body_id, held.until)
            if key not in self.capacities and not self._acts_already(person.id, held):
                self.capacities.append(key)
                since = held.since or self.day
                self.work.add(
                    Capacity(
                        person_id=person.id, capacity=held.capacity, body_id=body_id, since=since,
                        until=held.until,
                    )
                )  # fmt: skip

    def _acts_already(self, person_id: str, held: Held) -> bool:
        """Without dates and organisation any capacity of the name that is still held is meant."""
        vague = held.since is None and not held.body
        return vague and any(
            row[:2] == (person_id, held.capacity) and row[3] is None for row in self.capacities
        )


class _Groups:
    """Groups by code or name; a name that nobody knows becomes a group of the community."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.own = {row.name: f"g{row.number}" for row in work.all(ResidentGroup)}

    def code(self, said: str) -> str:
        """The code of a group as it is kept with a person."""
        if said.isascii():
            return said
        if said not in self.own:
            number = self.work.highest(ResidentGroup.number) + 1
            self.work.add(ResidentGroup(number=number, name=said))
            self.own[said] = f"g{number}"
        return self.own[said]


def _add_bodies(work: Work, bodies: Sequence[BodyLine]) -> None:
    """Organisations that nobody knows yet; a known one stays as it is."""
    known = {body.name for body in work.all(Body)}
    position = work.highest(Body.position)
    for place, body in enumerate((one for one in bodies if one.name not in known), start=position + 1):
        work.add(
            Body(kind=body.kind, name=body.name, duties=body.duties, contact=body.contact, position=place)
        )


def import_roster(
    work: Work, *, rows: Sequence[RosterLine], bodies: Sequence[BodyLine] = (), watch: Watch | None = None
) -> ImportResult:
    """Write a confirmed import as one batch. `watch` hears of the progress and may stop it: then nothing is
    written (Refusal import_stopped).
    """
    watch = watch or Watch()
    watch.begin(len(rows))
    _add_bodies(work, bodies)
    houses, held = _Houses(work), _Held(work)
    people = _People(work)
    for line in rows:
        watch.step()
        unit = houses.unit(line)
        if line.name:
            person = people.person(line)
            held.settle(person, unit, line)
            _describe(person, line, held)
            held.act(person, line.capacities)
    held.own()
    return ImportResult(people.added, people.changed, houses.made)


class _People:
    """The people of the list, each made or found once."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self._number = work.highest(Person.number)
        self._made: dict[str, Person] = {}
        self.added = self.changed = 0

    def person(self, line: RosterLine) -> Person:
        """The person of the line."""
        known = self._made.get(line.key) if line.key else None
        if known is not None:
            return known
        if line.person_id:
            self.changed += 1
            person = living(self.work, line.person_id)
        else:
            self._number += 1
            self.added += 1
            person = new_person(self.work, line.name, number=self._number)
        if line.key:
            self._made[line.key] = person
        return person


def _describe(person: Person, line: RosterLine, held: _Held) -> None:
    """What the list says of a person; an empty cell changes nothing."""
    person.phone = line.phone or person.phone
    person.birth_year = line.birth_year or person.birth_year
    person.gender = line.gender or person.gender or ""
    codes = [code for code in (person.groups or "").split(",") if code]
    person.groups = ",".join(dict.fromkeys([*codes, *map(held.groups.code, line.groups)]))
