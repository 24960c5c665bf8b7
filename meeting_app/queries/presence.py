"""Presence as a time series: who was in the room, and for whom they acted, at any instant."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain import attendance
from meeting_app.domain.proxy_rule import Mandate, represented
from meeting_app.queries.basics import local, once
from meeting_app.queries.people import PersonHit, people_hits
from meeting_app.storage.tables import AgendaItem, Meeting, Person, Proxy, Stay


def stays_of(session: Session, meeting_id: str) -> tuple[attendance.Stay, ...]:
    """Every stay of a meeting."""

    def ask() -> tuple[attendance.Stay, ...]:
        rows = session.execute(
            select(Stay.person_id, Stay.came_ms, Stay.left_ms).where(Stay.meeting_id == meeting_id)
        )
        return tuple(attendance.Stay(*row) for row in rows)

    return once(session, ("stays", meeting_id), ask)


def mandates_of(session: Session, meeting_id: str) -> tuple[Mandate, ...]:
    """Every proxy of a meeting, also those that were withdrawn."""

    def ask() -> tuple[Mandate, ...]:
        rows = session.scalars(select(Proxy).where(Proxy.meeting_id == meeting_id).order_by(Proxy.given_ms))
        return tuple(mandate_of(row) for row in rows)

    return once(session, ("mandates", meeting_id), ask)


def mandate_of(row: Proxy) -> Mandate:
    """A proxy as the rules see it."""
    items = frozenset(item for item in row.items.split(",") if item)
    return Mandate(row.principal_id, row.holder_id, row.given_ms, row.withdrawn_ms, items)


@dataclass(frozen=True, slots=True)
class Room:
    """Who was there at an instant (UTC ms): ids of people, and principal to holder of the represented."""

    at_ms: int
    present: frozenset[str]
    represented: dict[str, str]


def room_at(session: Session, *, meeting_id: str, at_ms: int, item_id: str | None = None) -> Room:
    """Who was in the room, or represented there for the item, at the instant."""
    present = attendance.present_at(stays_of(session, meeting_id), at_ms)
    return Room(at_ms, present, represented(mandates_of(session, meeting_id), present, at_ms, item_id))


def room_now(session: Session, meeting_id: str, item_id: str | None = None) -> Room:
    """Who is there now: whoever has not left, whatever the machine's clock says."""
    present = frozenset(stay.person_id for stay in stays_of(session, meeting_id) if stay.left_ms is None)
    open_ones = [mandate for mandate in mandates_of(session, meeting_id) if mandate.withdrawn_ms is None]
    latest = max((mandate.given_ms for mandate in open_ones), default=0)
    return Room(latest, present, represented(open_ones, present, latest, item_id))


@dataclass(frozen=True, slots=True)
class RoomCount:
    """How many were there from an instant until the next one; local time."""

    at: datetime
    present: int
    represented: int


def presence_series(session: Session, *, meeting_id: str) -> tuple[RoomCount, ...]:
    """How many were in the room, and represented, from each change to the next."""
    stays, mandates = stays_of(session, meeting_id), mandates_of(session, meeting_id)
    moments = {stay.came_ms for stay in stays} | {stay.left_ms for stay in stays if stay.left_ms is not None}
    moments |= {mandate.given_ms for mandate in mandates}
    moments |= {mandate.withdrawn_ms for mandate in mandates if mandate.withdrawn_ms is not None}
    series: list[RoomCount] = []
    for at_ms in sorted(moments):
        here = attendance.present_at(stays, at_ms)
        count = RoomCount(local(at_ms), len(here), len(represented(mandates, here, at_ms)))
        if not series or (series[-1].present, series[-1].represented) != (count.present, count.represented):
            series.append(count)
    return tuple(series)


@dataclass(frozen=True, slots=True)
class ProxyRow:
    """A proxy in force: the two people as a search shows them; `items` titles, empty for the whole meeting.
    `works`: the holder is here and the principal is not.
    """

    id: str
    principal: PersonHit
    holder: PersonHit
    items: tuple[str, ...]
    limits: str
    document: str
    given_at: datetime
    works: bool


def proxies(session: Session, *, meeting_id: str) -> tuple[ProxyRow, ...]:
    """The proxies in force, by the holder's name."""
    query = select(Proxy).where(Proxy.meeting_id == meeting_id, Proxy.withdrawn_ms.is_(None))
    rows = session.scalars(query.order_by(Proxy.given_ms)).all()
    ids = list(dict.fromkeys(person for row in rows for person in (row.principal_id, row.holder_id)))
    hits = {hit.person_id: hit for hit in people_hits(session, ids, meeting_id)}
    agenda = select(AgendaItem.id, AgendaItem.title).where(AgendaItem.meeting_id == meeting_id)
    titles = dict(session.execute(agenda).all())
    found = [_proxy_row(row, hits, titles) for row in rows]
    return tuple(sorted(found, key=lambda row: (row.holder.number, row.principal.number)))


def _proxy_row(row: Proxy, hits: dict[str, PersonHit], titles: dict[str, str]) -> ProxyRow:
    principal, holder = hits[row.principal_id], hits[row.holder_id]
    items = tuple(titles[item] for item in row.items.split(",") if item in titles)
    works = holder.state == "present" and principal.state != "present"
    return ProxyRow(row.id, principal, holder, items, row.limits, row.document, local(row.given_ms), works)


@dataclass(frozen=True, slots=True)
class PersonProxy:
    """A proxy on a person's card, with the meeting's title: `acts` whether the person acts for the other, or
    the other for him.
    """

    other: str
    meeting: str
    acts: bool
    given_at: datetime
    withdrawn_at: datetime | None


def proxies_of(session: Session, *, person_id: str) -> tuple[PersonProxy, ...]:
    """Every proxy that a person gave or holds, newest first."""
    query = select(Proxy).where((Proxy.principal_id == person_id) | (Proxy.holder_id == person_id))
    rows = session.scalars(query.order_by(Proxy.given_ms.desc())).all()
    ids = {row.principal_id for row in rows} | {row.holder_id for row in rows}
    names = dict(session.execute(select(Person.id, Person.name).where(Person.id.in_(ids))).all())
    held = {row.meeting_id for row in rows}
    titles = dict(session.execute(select(Meeting.id, Meeting.title).where(Meeting.id.in_(held))).all())
    return tuple(
        PersonProxy(
            names[row.principal_id if row.holder_id == person_id else row.holder_id],
            titles[row.meeting_id],
            row.holder_id == person_id,
            local(row.given_ms),
            local(row.withdrawn_ms) if row.withdrawn_ms is not None else None,
        )
        for row in rows
    )
