"""The feed: numbers without gaps whoever writes, and every follower sees every change exactly once."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from meeting_app.actions import people, topics
from meeting_app.actions.people import RosterLine
from meeting_app.queries.journal import broken_link
from meeting_app.queries.records import Records
from meeting_app.storage.feed import Change
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Topic
from tests.storage.desks import Room

ROOT = Path(__file__).resolve().parents[2]
CHILD = "tests.storage.writer_child"
EACH = 25


def test_a_tail_tells_each_change_once(room: Room) -> None:
    tail = room.records.tail()
    assert tail.poll() == ()
    topic = room.do(topics.add_topic, title="甲")
    changes = tail.poll()
    assert [change.number for change in changes] == [1]
    assert changes[0].rows["topic"] == (topic,)
    assert tail.poll() == ()
    room.do(topics.add_topic, title="乙")
    room.do(topics.add_topic, title="丙")
    assert [change.number for change in tail.poll()] == [2, 3]
    tail.close()


def test_a_tail_begins_now_or_where_one_left_off(room: Room) -> None:
    for title in "甲乙丙":
        room.do(topics.add_topic, title=title)
    late, back = room.records.tail(), room.records.tail(after=1)
    assert late.poll() == ()
    assert [change.number for change in back.poll()] == [2, 3]
    late.close()
    back.close()


def test_a_tail_that_was_closed_unused_is_no_trouble(room: Room) -> None:
    room.records.tail().close()


def test_very_many_rows_are_told_as_a_whole(room: Room) -> None:
    tail = room.records.tail()
    rows = [RosterLine(f"王{n}", "3号楼", 1, 1, str(n), 8_000, "owner", "", None, (1, 1)) for n in range(201)]
    room.do(people.import_roster, rows=rows)
    change = tail.poll()[0]
    assert change.rows["person"] == ("*",)
    assert len(change.rows["building"]) == 1
    tail.close()


def test_two_writers_in_one_process(room: Room, reopen: Callable[[], Store]) -> None:
    second = reopen()
    other = Room(second, station="s2")
    tail = room.records.tail()
    futures = [
        desk.do(topics.add_topic, title=f"{desk.seat.station}-{number}")
        for number in range(10)
        for desk in (room.desk, other.desk)
    ]
    for future in futures:
        future.result(60)
    assert [change.number for change in tail.poll()] == list(range(1, 21))
    assert room.ask(broken_link) is None
    tail.close()
    other.close()
    second.close()


def _children(where: str) -> "list[subprocess.Popen[bytes]]":
    return [
        subprocess.Popen([sys.executable, "-m", CHILD, where, station, str(EACH)], cwd=ROOT)
        for station in ("s2", "s3")
    ]


def _still_running(child: "subprocess.Popen[bytes]") -> bool:
    try:
        child.wait(timeout=0.01)
    except subprocess.TimeoutExpired:
        return True
    return False


def test_two_writers_in_two_processes(store: Store) -> None:
    where = str(store.file) if store.file else store.url.render_as_string(hide_password=False)
    records = Records(store)
    tail = records.tail()
    seen: list[Change] = []
    children = _children(where)
    while sum(map(_still_running, children)):
        seen += tail.poll()
    seen += tail.poll()
    assert [child.returncode for child in children] == [0, 0]
    assert [change.number for change in seen] == list(range(1, 2 * EACH + 1))
    assert len({change.rows["topic"] for change in seen}) == 2 * EACH
    assert records.ask(broken_link) is None
    with store.read() as session:
        numbers = session.scalars(select(Topic.number).order_by(Topic.number)).all()
    assert numbers == list(range(1, 2 * EACH + 1))
    tail.close()
