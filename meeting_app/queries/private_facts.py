"""What the records hold of people that no public paper may tell."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.privacy import mask_name
from meeting_app.queries.basics import community_view, once
from meeting_app.storage.tables import Invitee, Meeting, Person, Unit

# In these capacities somebody is at a meeting as a resident; in all others for a body or an office.
RESIDENTS = ("guest", "owner", "household", "representative")


@dataclass(frozen=True, slots=True)
class PrivateFacts:
    """Names, phones (digits only) and room numbers of all people; `offices` are names of those who act for
    the committee or a body in the meeting.
    """

    names: frozenset[str]
    phones: frozenset[str]
    rooms: frozenset[str]
    offices: frozenset[str]


def private_facts(session: Session, *, meeting_id: str) -> PrivateFacts:
    """All of it, with the offices of this meeting."""
    people = session.execute(select(Person.id, Person.name, Person.phone)).all()
    names = {row.id: row.name for row in people}
    phones = frozenset("".join(filter(str.isdigit, row.phone)) for row in people if row.phone)
    community = community_view(session)
    office_phone = "".join(filter(str.isdigit, community.phone)) if community else ""
    return PrivateFacts(
        frozenset(name for name in names.values() if name),
        phones - {office_phone, ""},
        frozenset(room for room in session.scalars(select(Unit.room)) if room),
        frozenset(_offices(session, meeting_id, names)) | ({community.contact} if community else set()),
    )


def _offices(session: Session, meeting_id: str, names: dict[str, str]) -> set[str]:
    meeting = session.get(Meeting, meeting_id)
    found = {meeting.chair_id, meeting.recorder_id} if meeting else set()
    query = select(Invitee.person_id).where(
        Invitee.meeting_id == meeting_id, Invitee.capacity.not_in(RESIDENTS)
    )
    found |= set(session.scalars(query))
    return {names[person] for person in found if person in names}


def public_presenter(session: Session, meeting_id: str, presenter: str) -> str:
    """Who presents an item, as a public paper says it: a resident without an office here is masked."""
    if not presenter:
        return ""
    facts = once(session, ("private", meeting_id), lambda: private_facts(session, meeting_id=meeting_id))
    for name in sorted(facts.names - facts.offices, key=len, reverse=True):
        if len(name) > 1 and name in presenter:
            presenter = presenter.replace(name, mask_name(name))
    return presenter
