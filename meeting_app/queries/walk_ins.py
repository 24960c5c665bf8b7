"""Who walked in and waits to be recognised, and who of the roster it may be."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.queries.basics import local
from meeting_app.queries.people import PersonHit, find_people
from meeting_app.storage.tables import Invitee, Person, Stay

MOST_KNOWN = 4


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody in the room without a vote who says to belong to `claim`; `known` are people of the roster who
    live there or have the same name, the likeliest first.
    """

    person_id: str
    name: str
    claim: str
    came_at: datetime
    known: tuple[PersonHit, ...]


def walk_ins(session: Session, *, meeting_id: str) -> tuple[WalkIn, ...]:
    """Who waits to be recognised, in the order of coming."""
    rows = session.execute(
        select(Invitee.person_id, Invitee.claim, Person.name, Stay.came_ms)
        .join(Person, Person.id == Invitee.person_id)
        .join(Stay, (Stay.person_id == Invitee.person_id) & (Stay.meeting_id == Invitee.meeting_id))
        .where(Invitee.meeting_id == meeting_id, Invitee.claim != "", Invitee.votes.is_(False))
        .where(Stay.left_ms.is_(None), Person.merged_into.is_(None))
        .order_by(Stay.came_ms)
    )
    return tuple(
        WalkIn(person, name, claim, local(came), _known(session, meeting_id, person, name, claim))
        for person, claim, name, came in rows
    )


def _known(session: Session, meeting_id: str, person_id: str, name: str, claim: str) -> tuple[PersonHit, ...]:
    """People of the place that is claimed, those of that name first; else those of that name anywhere."""
    there = find_people(session, text=claim, meeting_id=meeting_id, limit=20)
    named = find_people(session, text=name, meeting_id=meeting_id, limit=20)
    found = {hit.person_id: hit for hit in sorted(there, key=lambda hit: hit.name != name)}
    found.update((hit.person_id, hit) for hit in named if hit.name == name)
    return tuple(hit for hit in found.values() if hit.person_id != person_id)[:MOST_KNOWN]
