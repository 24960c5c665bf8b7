"""A wall clock that was set in the middle of a meeting: told, and no stopwatch is wrong because of it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from meeting_app.actions import floor, meetings, people, running
from meeting_app.actions.attendance import check_in, check_out
from meeting_app.queries import live
from meeting_app.queries.basics import ZONE
from meeting_app.queries.floor import queue_view
from meeting_app.queries.journal import last_instant
from meeting_app.queries.states import live_meeting_id
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Stay
from tests.actions import invariants
from tests.storage.desks import Room, Time

HOUR = 3_600_000


@pytest.fixture
def room(file: Path) -> Iterator[Room]:
    """A desk over the file."""
    made = Room(Store.open_file(file, Time()()))
    yield made
    made.close()
    made.store.close()


def live_meeting(room: Room) -> tuple[str, str]:
    """(meeting, current item) of a hearing under way with one person speaking."""
    meeting = room.do(
        meetings.draft_meeting, kind="hearing", title="听证会", place="二楼",
        starts_at=datetime(2026, 11, 28, 19, 0, tzinfo=ZONE),
    )  # fmt: skip
    person = room.do(people.add_person, name="王桂兰")
    room.do(check_in, meeting_id=meeting, person_id=person)
    room.do(running.open_meeting, meeting_id=meeting)
    item = room.do(running.next_item, meeting_id=meeting)
    room.do(floor.ask_to_speak, item_id=item, person_id=person)
    room.do(floor.call_next, item_id=item)
    return meeting, item


def used(room: Room, meeting: str, item: str) -> tuple[int, int]:
    """(ms used of the item, ms spoken), to the second."""
    now = room.desk.now()
    view = room.ask(live.live_view, meeting_id=meeting, now=now)
    queue = room.ask(queue_view, item_id=item, now=now)
    assert view is not None
    assert view.current is not None
    assert queue is not None
    assert queue.speaking is not None
    return round(view.current.used_ms, -3), round(queue.speaking.used_ms, -3)


@pytest.mark.parametrize("set_by", [-HOUR, HOUR, -24 * HOUR])
def test_set_in_the_middle_of_a_speech(room: Room, set_by: int) -> None:
    meeting, item = live_meeting(room)
    told: list[int] = []
    room.desk.clock_jumps.append(told.append)
    room.time.pass_by(60_000)
    room.time.wall_ms += set_by
    room.time.pass_by(30_000)
    assert used(room, meeting, item) == (90_000, 90_000)
    room.do(floor.end_speech, item_id=item)
    assert told == [set_by]
    done = room.ask(queue_view, item_id=item, now=room.desk.now())
    assert done is not None
    assert round(done.done[0].used_ms, -3) == 90_000
    room.do(running.pause_item_clock, item_id=item)
    assert told == [set_by]  # told once


def test_presence_and_speeches_keep_their_order(room: Room) -> None:
    meeting, item = live_meeting(room)
    other = room.do(people.add_person, name="李梅")
    room.do(check_in, meeting_id=meeting, person_id=other)
    room.time.wall_ms -= HOUR
    room.do(floor.ask_to_speak, item_id=item, person_id=other)
    room.do(floor.call_next, item_id=item)
    room.do(floor.end_speech, item_id=item)
    room.do(check_out, meeting_id=meeting, person_id=other)
    assert room.do(check_in, meeting_id=meeting, person_id=other).again
    queue = room.ask(queue_view, item_id=item, now=room.desk.now())
    assert queue is not None
    assert [speech.name for speech in queue.done] == ["王桂兰", "李梅"]
    with room.store.read() as session:
        invariants.check(session, meeting)
        stays = session.scalars(select(Stay).where(Stay.person_id == other).order_by(Stay.left_ms.is_(None)))
        first, second = stays.all()
    assert first.left_ms is not None
    assert first.came_ms <= first.left_ms <= second.came_ms
    room.do(running.close_meeting, meeting_id=meeting)
    with room.store.read() as session:
        invariants.check(session, meeting)


def test_the_machine_was_started_again(room: Room, file: Path) -> None:
    meeting, item = live_meeting(room)
    room.time.pass_by(60_000)
    room.time.reboot("boot2", 120_000)
    again = Room(Store.open_file(file, room.time()), time=room.time)
    assert again.ask(live_meeting_id) == meeting
    assert used(again, meeting, item) == (180_000, 180_000)
    again.time.pass_by(10_000)
    again.do(running.pause_item_clock, item_id=item)
    assert used(again, meeting, item)[0] == 190_000
    again.close()
    again.store.close()


def test_after_a_restart_the_clock_lies_before_the_last_record(room: Room) -> None:
    from meeting_app.domain.clock import wall_jump_ms

    meeting, item = live_meeting(room)
    last = room.ask(last_instant)
    assert last is not None
    room.time.reboot("boot2", -HOUR)
    assert wall_jump_ms(last, room.desk.now()) < -2_000
    assert used(room, meeting, item) == (0, 0)  # never negative
