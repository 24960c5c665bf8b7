"""What is taken from the last look is what a fresh look would find."""

from dataclasses import replace
from typing import Any

from meeting_app.actions import agenda, attendance, floor, notes, projection, repeating, running
from meeting_app.queries.live import BESIDE_THE_FRAME, LiveView, live_again, live_view
from tests.actions.hall import Hall, begin
from tests.storage.desks import Room


def seen(room: Room, hall: Hall) -> LiveView:
    """A fresh look."""
    view = room.ask(live_view, meeting_id=hall.meeting, now=room.desk.now(), station="s1")
    assert view is not None
    return view


def again(room: Room, before: LiveView, *kinds: str) -> LiveView:
    """A look that knows what changed."""
    view = room.ask(live_again, before=before, kinds=frozenset(kinds), now=room.desk.now(), station="s1")
    assert view is not None
    return view


def still(view: LiveView) -> dict[str, Any]:
    """A view without what moves by itself: used times and the end that follows from them."""
    items = tuple(replace(item, used_ms=0) for item in view.items)
    fields = {name: getattr(view, name) for name in view.__slots__}
    gone = dict.fromkeys(("plan", "projected_end", "late_ms", "current"))
    return {**fields, **gone, "items": items, "at": view.current.id if view.current else ""}


def test_the_floor_and_the_notes(room: Room, hall: Hall) -> None:
    item = begin(room, hall, hall.discussion)
    view = seen(room, hall)
    steps: tuple[tuple[Any, dict[str, Any], str], ...] = (
        (floor.ask_to_speak, {"item_id": item, "person_id": hall.people[0]}, "speech"),
        (floor.call_next, {"item_id": item}, "speech"),
        (notes.add_note, {"meeting_id": hall.meeting, "kind": "parking", "text": "x"}, "note"),
        (notes.add_decision, {"meeting_id": hall.meeting, "text": "y"}, "decision"),
        (notes.add_task, {"meeting_id": hall.meeting, "text": "z"}, "task"),
        (projection.show_mode, {"meeting_id": hall.meeting, "mode": "black"}, "projection"),
        (floor.end_speech, {"item_id": item}, "speech"),
    )
    for action, arguments, kind in steps:
        assert kind in BESIDE_THE_FRAME
        room.do(action, **arguments)
        view = again(room, view, kind)
        assert still(view) == still(seen(room, hall)), action.__name__


def test_the_agenda_leaves_who_is_here_and_whose_turn_it_is(room: Room, hall: Hall) -> None:
    item = begin(room, hall, hall.discussion)
    room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[0])
    view = seen(room, hall)
    assert (view.next_step.code, view.quorum is not None) == ("call_next", True)
    last = view.items[-1].id
    steps: tuple[tuple[Any, dict[str, Any]], ...] = (
        (agenda.allot_item, {"item_id": last, "minutes": 9}),
        (agenda.mark_item, {"item_id": last, "droppable": True}),
        (agenda.move_item, {"item_id": last, "to": len(view.items) - 1}),
        (running.skip_item, {"item_id": last}),
        (repeating.repeat_item, {"item_id": hall.discussion}),
    )
    for action, arguments in steps:
        room.do(action, **arguments)
        view = again(room, view, "agenda_item", "motion")
        assert still(view) == still(seen(room, hall)), action.__name__


def test_everything_else_is_looked_at_afresh(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.discussion)
    before = seen(room, hall)
    room.do(attendance.check_in, meeting_id=hall.meeting, person_id=hall.people[8])
    assert again(room, before, "stay").present_voters == before.present_voters + 1
    room.do(running.next_item, meeting_id=hall.meeting)
    after = again(room, before, "agenda_item", "meeting", "speech")
    assert after.current is not None
    assert after.current.id == hall.vote
