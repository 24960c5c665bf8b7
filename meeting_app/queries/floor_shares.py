"""Who has had the floor, by groups: on an item or in the whole meeting, up to this moment."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Instant
from meeting_app.domain.floor_shares import FloorShares, Spoken, floor_shares, several_shares
from meeting_app.queries.basics import clock_of, local, once
from meeting_app.queries.floor import people_here
from meeting_app.queries.floor_groups import groups_in, several_in
from meeting_app.queries.floor_order import COUNTED_KINDS
from meeting_app.queries.floor_rules import SEVERAL
from meeting_app.storage.tables import Speech

HEARD = ("done", "speaking", "held")


def shares_view(
    session: Session, *, meeting_id: str, item_id: str | None, by: str, now: Instant
) -> FloorShares:
    """The shares of the groups made `by` building, stairway, capacity, age or group of residents; of one
    item, or (None) of the whole meeting. Questions and points of order do not count.
    """
    key = ("shares", meeting_id, item_id, by)
    return once(session, key, lambda: _shares(session, meeting_id, item_id, by, now))


def classes_view(session: Session, *, meeting_id: str, item_id: str | None) -> dict[str, int]:
    """How many speeches of each class were given or are under way, of one item or (None) the whole meeting:
    points of order and questions are told beside the shares, which leave them out.
    """
    wanted = [Speech.meeting_id == meeting_id, Speech.state.in_(HEARD)]
    if item_id is not None:
        wanted.append(Speech.item_id == item_id)
    rows = session.execute(select(Speech.kind, func.count()).where(*wanted).group_by(Speech.kind))
    return {kind: count for kind, count in rows}  # noqa: C416  rows are no pairs of names


def _shares(session: Session, meeting_id: str, item_id: str | None, by: str, now: Instant) -> FloorShares:
    columns = [
        column for column in Speech.__table__.columns if "clock" in column.name or "since" in column.name
    ]
    wanted = [Speech.meeting_id == meeting_id, Speech.state.in_(HEARD), Speech.kind.in_(COUNTED_KINDS)]
    if item_id is not None:
        wanted.append(Speech.item_id == item_id)
    rows: Sequence[Any] = session.execute(
        select(Speech.person_id, *columns).where(*wanted).order_by(Speech.began_ms, Speech.asked)
    ).all()
    seen: set[str] = set()
    spoken = []
    for row in rows:
        spoken.append(Spoken(row.person_id, clock_of(row).elapsed(now), row.person_id not in seen))
        seen.add(row.person_id)
    here = people_here(session, meeting_id)
    year = local(now.wall_ms).year
    if by == SEVERAL:
        several = several_in(session, meeting_id, year)
        return several_shares(
            {person: several[person] for person in here}, spoken,
            {person: several[person] for person in seen - here},
        )  # fmt: skip
    groups = groups_in(session, meeting_id, by, year)
    return floor_shares(
        {person: groups.get(person, "") for person in here},
        spoken,
        {person: groups.get(person, "") for person in seen - here},
    )
