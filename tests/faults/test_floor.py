"""The floor through a kill, a restart and a clock that was set: same item, speaker and second, and told."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from meeting_app import i18n
from meeting_app.actions import floor, floor_modes, running
from meeting_app.domain.floor_class import SpeechClass
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.queries.live import LiveView, live_view
from meeting_app.storage.boot_clock import system_instant
from meeting_app.storage.store import Store
from meeting_app.ui.console.live import resumed
from tests.actions.hall import Hall, begin, build
from tests.storage.desks import Room, Time

ROOT = Path(__file__).resolve().parents[2]
HOUR = 3_600_000


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """A hall in a file."""
    return build(tmp_path / "hall.yst")


def opened(tmp_path: Path, time: Time) -> Room:
    """A desk over the file."""
    return Room(Store.open_file(tmp_path / "hall.yst", time()), time=time)


@pytest.fixture
def room(tmp_path: Path, hall: Hall) -> Iterator[Room]:
    """The meeting is at its discussion."""
    time = Time()
    time.pass_by(HOUR)
    made = opened(tmp_path, time)
    begin(made, hall, hall.discussion)
    yield made
    made.close()
    made.store.close()


def look(room: Room, hall: Hall) -> QueueView:
    """The floor now."""
    view = room.ask(queue_view, item_id=hall.discussion, now=room.desk.now())
    assert view is not None
    return view


def break_in(room: Room, hall: Hall, kind: SpeechClass) -> None:
    """A minute of a speech, then somebody breaks in for half a minute."""
    item = hall.discussion
    room.do(floor.give_floor, item_id=item, person_id=hall.people[0])
    room.time.pass_by(60_000)
    room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[1], kind=kind)
    room.do(floor.call_next, item_id=item)
    room.time.pass_by(30_000)


def seconds(view: QueueView) -> list[int]:
    """Seconds used by whoever speaks and whoever is held."""
    return [one.used_ms // 1000 for one in (*([view.speaking] if view.speaking else ()), *view.held)]


@pytest.mark.parametrize("kind", [SpeechClass.QUESTION, SpeechClass.ORDER])
@pytest.mark.parametrize("set_by", [-HOUR, HOUR])
def test_a_clock_set_while_somebody_has_broken_in(
    room: Room, hall: Hall, kind: SpeechClass, set_by: int
) -> None:
    told: list[int] = []
    room.desk.clock_jumps.append(told.append)
    break_in(room, hall, kind)
    room.time.wall_ms += set_by
    room.time.pass_by(10_000)
    assert seconds(look(room, hall)) == [40, 60]
    room.do(floor.end_speech, item_id=hall.discussion)
    assert told == [set_by]
    room.time.pass_by(5_000)
    view = look(room, hall)
    assert seconds(view) == [65]
    assert [(one.kind, one.used_ms // 1000) for one in view.done] == [(kind, 40)]
    room.do(floor.end_speech, item_id=hall.discussion)
    done = look(room, hall).done
    assert sorted(one.used_ms // 1000 for one in done) == [40, 65]


def test_a_machine_started_again_while_somebody_has_broken_in(tmp_path: Path, room: Room, hall: Hall) -> None:
    break_in(room, hall, SpeechClass.QUESTION)
    room.time.reboot("boot2", 120_000)
    again = opened(tmp_path, room.time)
    assert seconds(look(again, hall)) == [150, 60]
    again.do(floor.end_speech, item_id=hall.discussion)
    again.time.pass_by(5_000)
    assert seconds(look(again, hall)) == [65]
    again.close()
    again.store.close()


def test_the_clock_of_the_tables_goes_on_too(tmp_path: Path, room: Room, hall: Hall) -> None:
    room.do(floor_modes.draw_tables, item_id=hall.discussion, tables=2)
    room.do(floor_modes.start_table_work, item_id=hall.discussion)
    room.time.pass_by(90_000)
    room.time.wall_ms -= HOUR
    again = opened(tmp_path, room.time)
    now = again.desk.now()
    assert look(again, hall).plan.clock.elapsed(now) // 1000 == 90
    again.close()
    again.store.close()


def killed_in_a_question(tmp_path: Path, hall: Hall) -> dict[str, list[object]]:
    """Kill a process in the middle of a question; what it had told."""
    command = [sys.executable, "-m", "tests.faults.floor_child", str(tmp_path / "hall.yst"), hall.discussion]
    child = subprocess.Popen(
        [*command, *hall.people[:2]], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdin is not None
    try:
        told: dict[str, list[object]] = json.loads(child.stdout.readline())
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
        child.stdin.close()
    return told


def test_killed_in_a_question_it_stands_at_the_same_second(tmp_path: Path, hall: Hall) -> None:
    first = Room(Store.open_file(tmp_path / "hall.yst", system_instant()))
    first.desk.now = system_instant
    begin(first, hall, hall.discussion)
    first.close()
    first.store.close()
    told = killed_in_a_question(tmp_path, hall)
    again = Room(Store.open_file(tmp_path / "hall.yst", system_instant()))
    now = system_instant()
    view = again.ask(queue_view, item_id=hall.discussion, now=now)
    assert view is not None
    assert view.speaking is not None
    gone = now.wall_ms - int(str(told["wall_ms"]))
    assert view.speaking.id == told["speaking"][0]
    assert abs(view.speaking.clock.elapsed(now) - int(str(told["speaking"][1])) - gone) <= 50
    assert [one.id for one in view.held] == [told["held"][0]]
    assert view.held[0].clock.elapsed(now) == told["held"][1]
    again.close()
    again.store.close()


def said(room: Room, hall: Hall) -> str:
    """What the console says when it is started again."""
    now = room.desk.now()
    view = room.ask(live_view, meeting_id=hall.meeting, now=now)
    assert isinstance(view, LiveView)
    return resumed.sentence(view, look(room, hall), now)


def test_the_console_says_where_it_stands(room: Room, hall: Hall) -> None:
    assert said(room, hall) == "The meeting goes on where it stood: item 3, 提问与讨论."
    break_in(room, hall, SpeechClass.QUESTION)
    assert said(room, hall).endswith(
        "李建国 has the floor and has used 0 min 30 s. 王桂兰 goes on afterwards at 1 min 00 s."
    )
    speaking = look(room, hall).speaking
    assert speaking is not None
    room.do(floor.pause_speech, speech_id=speaking.id)
    i18n.set_language("zh_CN")
    assert said(room, hall) == (
        "会议从停下的地方继续：第 3 项，提问与讨论。李建国正在发言，暂停在 0 分 30 秒。"
        "之后王桂兰从 1 分 00 秒处继续。"
    )
    room.do(running.close_meeting, meeting_id=hall.meeting)
    view = room.ask(live_view, meeting_id=hall.meeting, now=room.desk.now())
    assert view is not None
    assert view.state == "closed"
