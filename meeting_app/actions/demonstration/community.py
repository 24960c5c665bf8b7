"""The community itself, its organisations, and who acts in which capacity: 48 members of the representatives'
meeting.

Seven sit in the residents' committee and 41 are representatives, so that at least four fifths of the meeting
are representatives (law of residents' committees, article 28).
"""

from dataclasses import dataclass

from meeting_app.actions.demonstration.ground import Ground, texts
from meeting_app.actions.demonstration.people import Residents
from meeting_app.storage.tables import Body, Capacity, Community, Person

MEMBERS = 48
TERM_BEGAN = -540
YOUNGEST, OLDEST = 27, 76


@dataclass(frozen=True, slots=True)
class Offices:
    """Organisations by key, members of the representatives' meeting by number, and those who act for
    a body.
    """

    bodies: dict[str, Body]
    members: list[Person]
    capacity: dict[str, str]
    delegates: list[Person]


def found(ground: Ground) -> dict[str, Body]:
    """The community and its organisations."""
    told = texts("people")
    ground.add(Community(id=ground.named("community"), demonstration=True, **told["community"]))
    bodies: dict[str, Body] = {}
    for position, entry in enumerate(told["body"], start=1):
        fields = {name: entry[name] for name in ("kind", "name", "duties", "contact")}
        body = Body(id=ground.named(f"body {entry['key']}"), position=position, **fields)
        ground.add(body)
        bodies[entry["key"]] = body
    return bodies


def appoint(ground: Ground, residents: Residents) -> Offices:
    """Give everybody his capacities."""
    offices = Offices(found(ground), [], {}, [])
    for entry in texts("people")["cast"]:
        person = residents.named[entry["name"]]
        if entry.get("party") and "party_member" not in person.groups:
            person.groups = ",".join(filter(None, (person.groups, "party_member")))
        for told in entry["capacities"]:
            capacity, _blank, body = told.partition(" ")
            _give(ground, offices, person, capacity, body)
    _elect(ground, residents, offices)
    _heads(ground, residents, offices)
    offices.members.sort(key=lambda person: person.number)
    return offices


def _give(ground: Ground, offices: Offices, person: Person, capacity: str, body: str = "") -> None:
    body_id = offices.bodies[body].id if body else None
    since = ground.day(TERM_BEGAN)
    ground.add(Capacity(person_id=person.id, body_id=body_id, capacity=capacity, since=since))
    offices.capacity.setdefault(person.id, capacity)
    if body and person not in offices.delegates:
        offices.delegates.append(person)
    if capacity in ("committee_member", "representative"):
        offices.members.append(person)


def _may_stand(ground: Ground, person: Person) -> bool:
    age = ground.anchor.year - (person.birth_year or 0)
    return YOUNGEST <= age <= OLDEST and bool(person.phone)


def _elect(ground: Ground, residents: Residents, offices: Offices) -> None:
    """Representatives from all buildings in turn, until the meeting has its members."""
    chance = ground.chance("representatives")
    named = {person.id for person in residents.named.values()}
    number = 0
    while len(offices.members) < MEMBERS:
        building = number % 12 + 1
        number += 1
        standing = [
            person
            for person in residents.voices_of(building)
            if person.id not in offices.capacity and person.id not in named and _may_stand(ground, person)
        ]
        _give(ground, offices, chance.choice(standing), "representative")


def _heads(ground: Ground, residents: Residents, offices: Offices) -> None:
    """One head for each building, a representative who lives there."""
    told = {
        residents.building[residents.named[entry["name"]].id]
        for entry in texts("people")["cast"]
        if "building_head" in entry["capacities"]
    }
    for building in sorted(set(range(1, 13)) - told):
        person = next(
            person
            for person in reversed(offices.members)
            if residents.building[person.id] == building and offices.capacity[person.id] == "representative"
        )
        _give(ground, offices, person, "building_head")
