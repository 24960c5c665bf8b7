"""Nobody gets the floor on an item that was left."""

from meeting_app.actions import attendance, floor, floor_order, running
from tests.actions.hall import Hall
from tests.storage.desks import Room


def _discussion(room: Room, hall: Hall) -> str:
    room.do(running.open_meeting, meeting_id=hall.meeting)
    item = hall.discussion
    room.do(running.go_to_item, item_id=item)
    return item


def test_the_last_speaker_of_an_item_that_was_left(room: Room, hall: Hall) -> None:
    item = _discussion(room, hall)
    room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[0])
    room.do(floor.call_next, item_id=item)
    room.do(running.go_to_item, item_id=hall.items[0])
    assert room.refused(floor_order.speak_again, item_id=item).code == "item_not_current"


def test_who_passed_and_then_left_the_room(room: Room, hall: Hall) -> None:
    item, person = _discussion(room, hall), hall.people[0]
    hand = room.do(floor.ask_to_speak, item_id=item, person_id=person)
    room.do(floor_order.pass_turn, speech_id=hand)
    room.do(floor.ask_to_speak, item_id=item, person_id=person)
    assert room.refused(floor.call_speaker, speech_id=hand).code == "already_waiting"
    room.do(attendance.check_out, meeting_id=hall.meeting, person_id=person)
    assert room.refused(floor.call_speaker, speech_id=hand).code == "not_present"
    room.do(attendance.check_in, meeting_id=hall.meeting, person_id=person)
    room.do(running.go_to_item, item_id=hall.items[0])
    assert room.refused(floor.call_speaker, speech_id=hand).code == "item_not_current"
