"""Walking in: in the room at once, a vote only when recognised."""

from meeting_app.actions import attendance, walk_ins
from meeting_app.queries.live import check_in_view
from meeting_app.queries.people import person_card
from meeting_app.queries.walk_ins import walk_ins as waiting
from meeting_app.storage.tables import Unit
from tests.actions.hall import Hall
from tests.people.street import Street
from tests.storage.desks import Room


def unit(street: Street, room: str) -> str:
    with street.room.store.read() as session:
        return str(session.query(Unit).filter_by(room=room).one().id)


def test_no_vote_until_recognised_and_one_voice_a_household(street: Street) -> None:
    room, meeting = street.room, street.meeting("residents_assembly")
    came = room.do(walk_ins.walk_in, meeting_id=meeting, name="钱五", claim="3-1-302")
    guest = room.do(walk_ins.walk_in, meeting_id=meeting, name="过客")
    assert not came.votes
    assert [row.name for row in room.ask(waiting, meeting_id=meeting)] == ["钱五"]
    home = {"meeting_id": meeting, "person_id": came.person_id}
    room.do(attendance.check_in, meeting_id=meeting, person_id=street.people["赵四"])
    assert room.refused(walk_ins.recognise, **home).code == "recognise_no_home"
    assert room.refused(walk_ins.recognise, **home, unit_id=unit(street, "301")).code == "household_has_voice"
    room.do(walk_ins.recognise, **home, unit_id=unit(street, "302"))
    desk = room.ask(check_in_view, meeting_id=meeting)
    assert desk is not None
    assert (desk.present, desk.guests) == (2, 1)
    assert room.ask(waiting, meeting_id=meeting) == ()
    card = room.ask(person_card, person_id=came.person_id)
    assert card is not None
    assert [one.place.room for one in card.units] == ["302"]
    assert room.ask(person_card, person_id=guest.person_id) is not None


def test_the_voice_of_a_household_passes_to_whoever_of_it_came(street: Street) -> None:
    room, meeting = street.room, street.meeting("residents_assembly")
    room.do(attendance.check_in, meeting_id=meeting, person_id=street.people["赵小四"])
    assert [row.name for row in room.ask(waiting, meeting_id=meeting)] == ["赵小四"]
    room.do(walk_ins.recognise, meeting_id=meeting, person_id=street.people["赵小四"])
    desk = room.ask(check_in_view, meeting_id=meeting)
    assert desk is not None
    assert (desk.present, desk.voters, desk.guests) == (1, 4, 0)


def test_a_walk_in_who_is_on_the_roster_becomes_that_person(street: Street) -> None:
    room, meeting = street.room, street.meeting("residents_assembly")
    came = room.do(walk_ins.walk_in, meeting_id=meeting, name="赵小四", claim="3-1-301")
    known = room.ask(waiting, meeting_id=meeting)[0].known
    assert [hit.name for hit in known][:2] == ["赵小四", "赵四"]
    room.do(
        walk_ins.recognise_as, meeting_id=meeting, person_id=came.person_id, known_id=street.people["赵四"]
    )
    desk = room.ask(check_in_view, meeting_id=meeting)
    assert desk is not None
    assert (desk.present, desk.guests) == (1, 0)
    room.do(attendance.check_out, meeting_id=meeting, person_id=street.people["赵四"])


def test_owners_and_representatives_are_not_made_at_the_door(street: Street, room: Room, hall: Hall) -> None:
    meeting = street.meeting("owners_meeting")
    came = street.room.do(walk_ins.walk_in, meeting_id=meeting, name="钱五", claim="3-1-302")
    refused = street.room.refused(
        walk_ins.recognise, meeting_id=meeting, person_id=came.person_id, unit_id=unit(street, "302")
    )
    assert refused.code == "recognise_no_owner"
    stranger = room.do(walk_ins.walk_in, meeting_id=hall.meeting, name="钱五", claim="3-1-302")
    ids = {"meeting_id": hall.meeting, "person_id": stranger.person_id}
    assert room.refused(walk_ins.recognise, **ids).code == "recognise_not_called"
    council = street.meeting("hearing")
    one = street.room.do(walk_ins.walk_in, meeting_id=council, name="钱六", claim="3-1-302")
    assert (
        street.room.refused(walk_ins.recognise, meeting_id=council, person_id=one.person_id).code
        == "recognise_no_votes"
    )
    assert street.room.refused(walk_ins.recognise, meeting_id=council, person_id="x").code == "gone"
