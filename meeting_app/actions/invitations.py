"""Whom a kind of meeting calls by default, from the roster and the topic."""

from sqlalchemy import ColumnElement

from meeting_app.actions.common import local_day, today
from meeting_app.domain.meeting_kind import Called, MeetingKind
from meeting_app.storage.tables import (
    Capacity,
    Invitee,
    Meeting,
    Ownership,
    Person,
    Residence,
    Support,
    Topic,
)
from meeting_app.storage.work import Work

CHILD_YEARS = 18


def invite_by_kind(work: Work, meeting: Meeting, kind: MeetingKind) -> None:
    """Invite everybody whom the kind calls; who was forgotten or merged is left out."""
    found = _FINDERS[kind.called](work, meeting)
    gone = {row.id for row in work.all(Person, Person.forgotten.is_(True))}
    for person_id, capacity in found.items():
        if person_id not in gone:
            work.add(Invitee(meeting_id=meeting.id, person_id=person_id, capacity=capacity, votes=kind.votes))


def _held(meeting: Meeting) -> ColumnElement[bool]:
    """Capacities that are held on the day of the meeting."""
    return Capacity.held_on(local_day(meeting.starts_ms))


def _representatives(work: Work, meeting: Meeting) -> dict[str, str]:
    held = ("representative", "committee_member")
    rows = work.all(Capacity, Capacity.capacity.in_(held), _held(meeting), order=Capacity.id)
    return {row.person_id: row.capacity for row in rows}


def _bodies(work: Work, meeting: Meeting) -> dict[str, str]:
    rows = work.all(Capacity, Capacity.body_id.is_not(None), _held(meeting), order=Capacity.id)
    return {row.person_id: row.capacity for row in rows}


def _owners(work: Work, _meeting: Meeting) -> dict[str, str]:
    rows = work.all(Ownership, Ownership.until.is_(None), order=Ownership.id)
    return {row.person_id: "owner" for row in rows}


def _voices(work: Work) -> dict[str, Residence]:
    """One voice a household: its owner who lives there, else its tenant."""
    chosen: dict[str, Residence] = {}
    for row in work.all(Residence, Residence.until.is_(None), order=Residence.id):
        best = chosen.get(row.unit_id)
        if best is None or (best.relation != "owner" and row.relation == "owner"):
            chosen[row.unit_id] = row
    return chosen


def _households(work: Work, _meeting: Meeting) -> dict[str, str]:
    return {row.person_id: "household" for row in _voices(work).values()}


def _families(work: Work, _meeting: Meeting) -> dict[str, str]:
    """One voice of every household in which somebody of less than 18 years lives."""
    year = today(work).year - CHILD_YEARS
    children = {row.id for row in work.all(Person, Person.birth_year > year)}
    lived = work.all(Residence, Residence.until.is_(None), Residence.person_id.in_(children))
    units = {row.unit_id for row in lived}
    return {row.person_id: "household" for unit, row in _voices(work).items() if unit in units}


def _concerned(work: Work, meeting: Meeting) -> dict[str, str]:
    """Who proposed the topic and who backs it."""
    topic = work.session.get(Topic, meeting.topic_id) if meeting.topic_id else None
    if topic is None:
        return {}
    backing = work.all(Support, Support.topic_id == topic.id, order=Support.id)
    people = [topic.proposer_id, *(row.person_id for row in backing)]
    return {person_id: "household" for person_id in people if person_id}


_FINDERS = {
    Called.REPRESENTATIVES: _representatives,
    Called.HOUSEHOLDS: _households,
    Called.OWNERS: _owners,
    Called.BODIES: _bodies,
    Called.FAMILIES: _families,
    Called.CONCERNED: _concerned,
}
