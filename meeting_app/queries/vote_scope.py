"""Which houses an owners' vote concerns: all, or some buildings and stairways.

A lift is a matter of one stairway or one building (民法典 art. 278 counted by that scope); the owners of
other houses neither vote nor stand in any base.
"""

import re
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.share import Amount
from meeting_app.domain.vote_plan import PollState
from meeting_app.domain.voting_right import total_of
from meeting_app.queries.basics import local_day
from meeting_app.queries.meeting_rule import meeting_pack, vote_pack
from meeting_app.queries.owners import OWNING, owners_rights
from meeting_app.queries.people import HOUSES, ROOM_SIGNS
from meeting_app.queries.rule_packs import all_packs, pack_for
from meeting_app.storage.tables import Building, Meeting, Poll, Unit

# Between two houses as people type them.
_BETWEEN = re.compile("[\\s,;\uff0c\uff1b\u3001]+")
Place = tuple[str, int]


def places_of(scope: str) -> tuple[Place, ...]:
    """(building's id, stairway with 0 = the whole building) of a kept scope."""
    found = (one.partition("/") for one in scope.split(",") if one)
    return tuple((building, int(stairway or 0)) for building, _slash, stairway in found)


def read_scope(session: Session, text: str) -> str:
    """The scope as it is kept, of what was typed ("3 5-2"). Refuses a house that is not there with
    `scope_unknown`.
    """
    buildings = session.scalars(select(Building)).all()
    kept: dict[str, None] = {}
    for word in filter(None, _BETWEEN.split(text.strip())):
        building, stairway = _place(buildings, word)
        kept[f"{building.id}/{stairway}" if stairway else building.id] = None
    return ",".join(kept)


def _place(buildings: Iterable[Building], word: str) -> tuple[Building, int]:
    parts = [part for part in ROOM_SIGNS.split(word) if part]
    for building in buildings:
        if building.name == word:
            return building, 0
        house = bool(parts) and building.name in {parts[0] + sign for sign in HOUSES}
        if house and len(parts) == 1:
            return building, 0
        if house and len(parts) == 2 and parts[1].isdecimal() and 0 < int(parts[1]) <= building.stairways:
            return building, int(parts[1])
    raise Refusal("scope_unknown", place=word)


def scope_places(session: Session, scope: str) -> tuple[Place, ...]:
    """(building's name, stairway with 0 = the whole building) of a kept scope."""
    names = {row.id: row.name for row in session.scalars(select(Building))} if scope else {}
    return tuple((names.get(building, ""), stairway) for building, stairway in places_of(scope))


def units_in(session: Session, scope: str) -> frozenset[str] | None:
    """The units of a scope; None = all there are."""
    places = places_of(scope)
    if not places:
        return None
    rows = session.execute(select(Unit.id, Unit.building_id, Unit.stairway)).all()
    return frozenset(
        unit for unit, building, stairway in rows if {(building, 0), (building, stairway)} & set(places)
    )


def whole_of(session: Session, day: date, scope: str, *, parking: bool) -> Amount:
    """All voices of a scope and their area, as they are told before the vote."""
    return total_of(owners_rights(session, day, parking=parking, units=units_in(session, scope)))


def concerned(session: Session, *, meeting_id: str, rule: str, places: str) -> Amount | None:
    """All voices and their area (0.01 m²) that a vote under a rule ("" = the meeting's) would concern in the
    houses that were typed; None where nobody votes as an owner. Refuses as `read_scope`.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return None
    day = local_day(meeting.starts_ms)
    pack = pack_for(session, rule, day) if rule else meeting_pack(session, meeting)
    if pack is None or pack.electorate not in OWNING:
        return None
    return whole_of(session, day, read_scope(session, places), parking=pack.owners.parking)


def voices_of_vote(session: Session, poll: Poll) -> Amount | None:
    """All voices of a prepared vote and their area; None where nobody votes as an owner."""
    meeting = session.get_one(Meeting, poll.meeting_id)
    pack = vote_pack(session, poll)
    if pack is None or pack.electorate not in OWNING:
        return None
    return whole_of(session, local_day(meeting.starts_ms), poll.scope, parking=pack.owners.parking)


def meeting_scope(session: Session, meeting: Meeting, item_id: str | None = None) -> str:
    """The houses of which the owners count towards the quorum: those of the item's own vote; without one
    those of all votes of owners in the meeting together, "" as soon as one of them is of all houses.
    """
    rows = session.scalars(
        select(Poll)
        .where(Poll.meeting_id == meeting.id, Poll.state != PollState.ANNULLED)
        .order_by(Poll.round)
    ).all()
    if not any(poll.scope for poll in rows):
        return ""
    owning = [poll for poll in rows if (pack := vote_pack(session, poll)) and pack.electorate in OWNING]
    of_item = [poll.scope for poll in owning if poll.item_id == item_id]
    if of_item:
        return of_item[-1]
    if not all(poll.scope for poll in owning):
        return ""
    return ",".join(dict.fromkeys(place for poll in owning for place in poll.scope.split(",")))


def owners_rules(session: Session, *, meeting_id: str) -> frozenset[str]:
    """The codes of the rules under which owners vote; "" among them when the meeting's own is one."""
    meeting = session.get(Meeting, meeting_id)
    own = meeting_pack(session, meeting) if meeting is not None else None
    codes = {pack.code for pack in all_packs(session) if pack.electorate in OWNING}
    return frozenset(codes | {""}) if own is not None and own.electorate in OWNING else frozenset(codes)
