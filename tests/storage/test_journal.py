"""The journal is a chain: whatever is changed, cut out or put in later is found; and it names nobody."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from meeting_app.actions import attendance, community, floor, meetings, notes, people, topics
from meeting_app.actions.undo import undo_last
from meeting_app.domain.clock import Instant
from meeting_app.queries.basics import ZONE
from meeting_app.queries.journal import broken_link, clock_jumps, last_instant
from meeting_app.storage.engines import schema_engine
from meeting_app.storage.store import Store
from meeting_app.storage.tables import ChangeRow, JournalRow, UndoImage
from meeting_app.storage.work import NO_HASH
from tests.storage.desks import Room, Time


def link_broken_by(store: Store, *statements: str) -> int | None:
    """Where the chain breaks when the records are changed past the product; the change is undone again."""
    engine = schema_engine(store.url)
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
        found = broken_link(Session(connection))
        connection.rollback()
    engine.dispose()
    return found


def five_topics(room: Room) -> None:
    """Five journal rows."""
    for number in range(5):
        room.do(topics.add_topic, title=f"议题{number}")


def test_the_chain_of_empty_and_of_new_records_is_whole(room: Room) -> None:
    assert room.ask(broken_link) is None
    five_topics(room)
    assert room.ask(broken_link) is None
    with room.store.read() as session:
        rows = session.scalars(select(JournalRow).order_by(JournalRow.number)).all()
    assert [row.previous for row in rows] == [NO_HASH, *(row.hash for row in rows[:-1])]


COPY = (
    "INSERT INTO journal (number, wall_ms, mono_ms, boot, station, operator, verb, arguments,"
    " meeting_id, undone_by, digest, previous, hash) SELECT 6, wall_ms, mono_ms, boot, station, operator,"
    " verb, arguments, meeting_id, undone_by, digest, hash, hash FROM journal WHERE number = 5"
)


TAMPERED = {
    "UPDATE journal SET verb = 'close_meeting' WHERE number = 3": 3,
    "UPDATE journal SET wall_ms = wall_ms + 1 WHERE number = 1": 1,
    "UPDATE journal SET mono_ms = mono_ms + 1 WHERE number = 5": 5,
    "UPDATE journal SET station = 's2' WHERE number = 2": 2,
    "UPDATE journal SET operator = '' WHERE number = 2": 2,
    "UPDATE journal SET boot = '' WHERE number = 2": 2,
    "UPDATE journal SET arguments = '{}' || ' ' WHERE number = 4": 4,
    "UPDATE journal SET meeting_id = 'x' WHERE number = 4": 4,
    "UPDATE journal SET digest = previous WHERE number = 4": 4,
    "UPDATE journal SET hash = previous WHERE number = 4": 4,
    "DELETE FROM journal WHERE number = 3": 4,
    "DELETE FROM journal WHERE number = 1": 2,
    "DELETE FROM journal WHERE number = 5": 5,
    COPY: 6,
}


def test_any_tampering_is_found(room: Room) -> None:
    five_topics(room)
    found = {statement: link_broken_by(room.store, statement) for statement in TAMPERED}
    assert found == TAMPERED
    swapped = (
        "UPDATE journal SET number = 99 WHERE number = 2",
        "UPDATE journal SET number = 2 WHERE number = 3",
        "UPDATE journal SET number = 3 WHERE number = 99",
    )
    assert link_broken_by(room.store, *swapped) == 2
    assert room.ask(broken_link) is None


SECRET = "秘密标记"


def test_neither_journal_nor_feed_names_anybody(room: Room) -> None:
    room.do(community.create_community, name=SECRET, short="晨居", committee=SECRET)
    person = room.do(people.add_person, name=f"王{SECRET}", phone="13900001111")
    room.do(people.edit_person, person_id=person, name=f"李{SECRET}", phone="13900001111")
    room.do(people.give_capacity, person_id=person, capacity="representative")
    topic = room.do(topics.add_topic, title=SECRET, summary=SECRET, contact_point=SECRET)
    meeting = room.do(
        meetings.draft_meeting, kind="hearing", title=SECRET, place=SECRET, topic_id=topic,
        starts_at=datetime(2026, 11, 28, 19, 0, tzinfo=ZONE),
    )  # fmt: skip
    room.do(attendance.add_guest, meeting_id=meeting, name=SECRET)
    room.do(notes.add_note, meeting_id=meeting, kind="note", text=SECRET)
    room.do(notes.add_task, meeting_id=meeting, text=SECRET, assignee=SECRET, due_on=date(2026, 12, 1))
    with room.store.read() as session:
        for row in session.scalars(select(JournalRow)):
            assert SECRET not in row.arguments
            assert "1390000" not in row.arguments
        assert all(SECRET not in row.rows for row in session.scalars(select(ChangeRow)))
        guest = session.scalars(select(JournalRow).where(JournalRow.verb == "add_guest")).one()
        assert meeting in guest.arguments
        task = session.scalars(select(JournalRow).where(JournalRow.verb == "add_task")).one()
        assert '"due_on":"2026-12-01"' in task.arguments


def test_undo_is_itself_in_the_chain_and_says_what_it_took_back(room: Room) -> None:
    five_topics(room)
    room.do(undo_last)
    with room.store.read() as session:
        last = session.get(JournalRow, 6)
        taken = session.get(JournalRow, 5)
    assert last is not None
    assert taken is not None
    assert (last.verb, last.arguments) == ("undo_last", '{"takes_back":5}')
    assert taken.undone_by == 6
    assert room.ask(broken_link) is None


def test_forgetting_a_person_empties_the_images_too(room: Room) -> None:
    person = room.do(people.add_person, name=SECRET)
    room.do(people.edit_person, person_id=person, name=f"{SECRET}二", phone="1")
    room.do(people.forget_person, person_id=person)
    with room.store.read() as session:
        assert all(SECRET not in image.before for image in session.scalars(select(UndoImage)))
    assert room.refused(undo_last).code == "undo_final"


@pytest.mark.parametrize(
    ("change", "jump"),
    [
        (lambda time: time.pass_by(3_600_000), 0),
        (lambda time: setattr(time, "wall_ms", time.wall_ms - 3_600_000), -3_600_000),
        (lambda time: setattr(time, "wall_ms", time.wall_ms + 60_000), 60_000),
        (lambda time: time.reboot("boot2"), 0),
        (lambda time: time.reboot("boot2", -86_400_000), -86_399_990),
    ],
)
def test_a_wall_clock_that_was_set_is_in_the_journal(
    room: Room, change: Callable[[Time], None], jump: int
) -> None:
    five_topics(room)
    last = room.ask(last_instant)
    assert last == Instant(room.time.wall_ms, room.time.mono_ms, "boot1")
    change(room.time)
    told: list[int] = []
    room.desk.clock_jumps.append(told.append)
    room.do(topics.add_topic, title="后来")
    expected = [jump] if jump else []
    assert told == expected
    assert [ms for _number, ms in room.ask(clock_jumps)] == expected


def test_new_records_have_no_last_instant(room: Room) -> None:
    assert room.ask(last_instant) is None


def test_the_journal_names_whom_it_is_about_from_the_records(room: Room) -> None:
    from meeting_app.queries.journal import journal_lines

    person = room.do(people.add_person, name="王桂兰")
    meeting = room.do(
        meetings.draft_meeting, kind="hearing", title="听证会", place="二楼",
        starts_at=datetime(2026, 11, 28, 19, 0, tzinfo=ZONE),
    )  # fmt: skip
    room.do(attendance.check_in, meeting_id=meeting, person_id=person)
    from meeting_app.actions import running

    room.do(running.open_meeting, meeting_id=meeting)
    item = room.do(running.next_item, meeting_id=meeting)
    speech = room.do(floor.ask_to_speak, item_id=item, person_id=person)
    room.do(floor.call_speaker, speech_id=speech)
    room.do(running.pause_item_clock, item_id=item)
    lines = room.ask(journal_lines, meeting_id=meeting)
    subjects = {line.verb: line.subject for line in lines}
    assert subjects["check_in"] == "王桂兰"
    assert subjects["call_speaker"] == "王桂兰"
    assert subjects["pause_item_clock"]
