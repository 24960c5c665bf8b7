"""Who is here without a vote and may be recognised: who walked in, and guests who live here."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.queries.basics import NOWHERE, HomePlace, homes_of, local
from meeting_app.queries.people import PersonHit, by_room, find_people
from meeting_app.storage.tables import Building, Invitee, Person, Stay, Unit

MOST_KNOWN = 4


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody in the room without a vote. `claim` is where a stranger says to belong, "" for a guest of the
    roster, whose `place` is known; `known` are people of the roster whom a stranger may be, the likeliest
    first; `unit_id` is the home that is claimed, "" when there is none such.
    """

    person_id: str
    name: str
    claim: str
    place: HomePlace
    unit_id: str
    came_at: datetime
    known: tuple[PersonHit, ...]


def walk_ins(session: Session, *, meeting_id: str) -> tuple[WalkIn, ...]:
    """Who may be recognised, strangers first, then in the order of coming."""
    rows = session.execute(
        select(Invitee.person_id, Invitee.claim, Person.name, Stay.came_ms)
        .join(Person, Person.id == Invitee.person_id)
        .join(Stay, (Stay.person_id == Invitee.person_id) & (Stay.meeting_id == Invitee.meeting_id))
        .where(Invitee.meeting_id == meeting_id, Invitee.votes.is_(False), Stay.left_ms.is_(None))
        .where(Person.merged_into.is_(None))
        .order_by(Stay.came_ms)
    ).all()
    homes = homes_of(session, [row.person_id for row in rows])
    found = [
        WalkIn(
            person, name, claim, homes.get(person, NOWHERE), _unit(session, claim), local(came),
            _known(session, meeting_id, person, name, claim) if claim else (),
        )
        for person, claim, name, came in rows
        if claim or person in homes
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: not row.claim))


def _unit(session: Session, claim: str) -> str:
    """The one home that a claim names."""
    condition = by_room(claim) if claim else None
    if condition is None:
        return ""
    found = session.scalars(
        select(Unit.id).join(Building, Building.id == Unit.building_id).where(condition).limit(2)
    ).all()
    return found[0] if len(found) == 1 else ""


def _known(session: Session, meeting_id: str, person_id: str, name: str, claim: str) -> tuple[PersonHit, ...]:
    """People of the place that is claimed, those of that name first; else those of that name anywhere."""
    there = find_people(session, text=claim, meeting_id=meeting_id, limit=20)
    named = find_people(session, text=name, meeting_id=meeting_id, limit=20)
    found = {hit.person_id: hit for hit in sorted(there, key=lambda hit: hit.name != name)}
    found.update((hit.person_id, hit) for hit in named if hit.name == name)
    others = (hit for hit in found.values() if hit.person_id != person_id and hit.state != "present")
    return tuple(others)[:MOST_KNOWN]
