"""Voting rights are worked out anew when they changed, and only then; large meetings show who is missing."""

from meeting_app.actions import attendance, people
from meeting_app.actions.undo import undo_last
from meeting_app.queries.live import check_in_view
from meeting_app.queries.quorum import quorum_of
from meeting_app.queries.units import units
from tests.people.street import Street


def area(street: Street, meeting: str) -> int:
    quorum = street.room.ask(quorum_of, meeting_id=meeting)
    assert quorum is not None
    assert quorum.area is not None
    return quorum.area.whole_c


def test_rights_follow_every_change_and_its_undo(street: Street) -> None:
    room, meeting = street.room, street.meeting("owners_meeting")
    unit = room.ask(units, text="3-1-101").rows[0]
    assert area(street, meeting) == 54_000
    change = {"unit_id": unit.unit_id, "state": "sold", "purpose": "home"}
    for centi in (9_000, 9_500):
        room.do(people.edit_unit, area_c=centi, **change)
        assert area(street, meeting) == 46_000 + centi
        room.do(undo_last)
        assert area(street, meeting) == 54_000
    room.do(attendance.check_in, meeting_id=meeting, person_id=street.people["张一"])
    assert area(street, meeting) == 54_000


def test_of_many_members_the_missing_ones_are_shown(street: Street) -> None:
    room, meeting = street.room, street.meeting("owners_meeting")
    everybody = room.ask(check_in_view, meeting_id=meeting)
    assert everybody is not None
    room.do(attendance.check_in, meeting_id=meeting, person_id=everybody.members[0].person_id)
    few = room.ask(check_in_view, meeting_id=meeting, most=2)
    assert few is not None
    assert few.voters == len(everybody.members) == 5
    assert [hit.person_id for hit in few.members] == [hit.person_id for hit in everybody.members[1:3]]
