"""Who was in the room at the instants that matter later: opening, each vote, the end."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.queries.basics import NOWHERE, HomePlace, homes_of, local
from meeting_app.queries.presence import presence_series, room_at
from meeting_app.queries.quorum import QuorumView, quorum_at
from meeting_app.storage.tables import AgendaItem, Meeting, Person, Poll


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant of a meeting (UTC ms): code opened, vote, change or closed; `title` of the item voted on;
    after a change so many are `present` and `represented`.
    """

    code: str
    at_ms: int
    at: datetime
    title: str = ""
    item_id: str = ""
    present: int = 0
    represented: int = 0


@dataclass(frozen=True, slots=True)
class WasThere:
    """A person at an instant: in the room, or represented `by` somebody who was; `acts_for` names whom the
    person acted for.
    """

    person_id: str
    number: int
    name: str
    place: HomePlace
    by: str
    acts_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoomThen:
    """Everybody at an instant by number, with the quorum of that instant."""

    present: int
    represented: int
    quorum: QuorumView | None
    people: tuple[WasThere, ...]


def moments(session: Session, *, meeting_id: str) -> tuple[Moment, ...]:
    """The opening, the end of each vote (the vote's own instant), each change of who was there, the end."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return ()
    found = [
        Moment(code, at, local(at))
        for code, at in (("opened", meeting.opened_ms), ("closed", _before(meeting.closed_ms)))
        if at is not None
    ]
    polls = session.execute(
        select(Poll.opened_ms, Poll.closed_ms, AgendaItem.title, AgendaItem.id)
        .join(AgendaItem, AgendaItem.id == Poll.item_id)
        .where(Poll.meeting_id == meeting_id)
    )
    for opened, closed, title, item in polls:
        at = closed if closed is not None else opened
        found.append(Moment("vote", at, local(at), title, item))
    named = {moment.at_ms for moment in found}
    for count in presence_series(session, meeting_id=meeting_id):
        at = round(count.at.timestamp() * 1000)
        if at not in named:
            found.append(Moment("change", at, count.at, present=count.present, represented=count.represented))
    return tuple(sorted(found, key=lambda moment: moment.at_ms))


def _before(closed_ms: int | None) -> int | None:
    """At the end everybody leaves: the last instant before it is meant."""
    return None if closed_ms is None else closed_ms - 1


def room_then(session: Session, *, meeting_id: str, at_ms: int, item_id: str = "") -> RoomThen:
    """Who was there at the instant, for an item when proxies speak of items."""
    room = room_at(session, meeting_id=meeting_id, at_ms=at_ms, item_id=item_id or None)
    ids = [*room.present, *room.represented]
    people = {
        row.id: row
        for row in session.execute(select(Person.id, Person.number, Person.name).where(Person.id.in_(ids)))
    }
    homes = homes_of(session, ids)
    acts: dict[str, list[str]] = {}
    for principal, holder in room.represented.items():
        acts.setdefault(holder, []).append(people[principal].name)
    rows = [
        WasThere(
            one, people[one].number, people[one].name, homes.get(one, NOWHERE),
            people[room.represented[one]].name if one in room.represented else "", tuple(acts.get(one, ())),
        )
        for one in ids
    ]  # fmt: skip
    return RoomThen(
        len(room.present), len(room.represented), quorum_at(session, meeting_id=meeting_id, at_ms=at_ms),
        tuple(sorted(rows, key=lambda row: row.number)),
    )  # fmt: skip
