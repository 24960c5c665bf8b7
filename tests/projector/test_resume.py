"""A meeting that is killed in the middle of a speech is back on the hall's screen with the same page."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from meeting_app.actions import attendance, floor, running
from meeting_app.actions.communities import Opened, open_community
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.app import doors
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS
from meeting_app.queries.live import check_in_view, live_frame
from meeting_app.queries.slides import current_slide
from meeting_app.queries.slides_types import SpeakerSlide
from meeting_app.storage.boot_clock import system_instant

STEPS = Path(__file__).with_name("resume_steps.py")
PATIENCE_S = 30.0


@dataclass(frozen=True)
class Back:
    """What the program said when the hall saw its page: the page, CPU seconds since the process was born,
    milliseconds on the clock, the picture.
    """

    slide: str
    cpu_s: float
    remaining_ms: int
    wall_ms: int
    picture: QImage


def _speaking(file: Path) -> None:
    """Bring the meeting of the day to its discussion: one speaks, two wait."""
    opened = open_community(file, "resume")
    try:
        _play(opened, demonstration_ids().meeting_id)
    finally:
        opened.close()


def _play(opened: Opened, meeting: str) -> None:
    desk = opened.desk
    desk_view = opened.records.ask(check_in_view, meeting_id=meeting)
    assert desk_view is not None
    here = [member.person_id for member in desk_view.members][:40]
    for person in here:
        desk.do(attendance.check_in, meeting_id=meeting, person_id=person).result(60)
    desk.do(running.open_meeting, meeting_id=meeting).result(60)
    frame = opened.records.ask(live_frame, meeting_id=meeting, now=desk.now())
    assert frame is not None
    item = next(item.id for item in frame.items if item.kind == "discussion")
    desk.do(running.go_to_item, item_id=item).result(60)
    for person in here[:3]:
        desk.do(floor.ask_to_speak, item_id=item, person_id=person).result(60)
    desk.do(floor.call_next, item_id=item).result(60)


@contextmanager
def _program(profile: Path, file: Path, picture: Path) -> Iterator["subprocess.Popen[str]"]:
    """The real program in a process of its own, on two screens."""
    command = [sys.executable, str(STEPS), str(picture), "--profile", str(profile), "open", str(file)]
    surroundings = {**os.environ, "PYTHONPATH": str(STEPS.parents[2])}
    process = subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True)
    watch = threading.Timer(PATIENCE_S, process.kill)
    watch.start()
    try:
        yield process
    finally:
        watch.cancel()
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def _killed_when_shown(profile: Path, file: Path, picture: Path) -> Back:
    with _program(profile, file, picture) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, "the hall's page never came"
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        process.wait()
    return Back(**json.loads(line), picture=QImage(str(picture)))


@pytest.fixture
def speaking(tmp_path: Path) -> Path:
    """A community in the middle of a speech."""
    file = tmp_path / "community.yst"
    doors.plant(file, ANCHOR, MeetingTime(MORNING_MS))
    _speaking(file)
    return file


def test_after_a_kill_the_hall_sees_the_same_page_with_its_clock_running_on(
    speaking: Path, tmp_path: Path
) -> None:
    before = _killed_when_shown(tmp_path / "profile", speaking, tmp_path / "before.png")
    after = _killed_when_shown(tmp_path / "profile", speaking, tmp_path / "after.png")
    # The same page, down to the stopwatch, and so at any moment the same picture.
    assert after.slide == before.slide
    assert before.slide.startswith("SpeakerSlide(")
    gone = after.wall_ms - before.wall_ms
    assert gone > 0
    assert abs(before.remaining_ms - gone - after.remaining_ms) <= 20
    assert not before.picture.isNull()
    assert before.picture.width() == 1920
    # The column of those who wait does not depend on the moment.
    assert before.picture.copy(1264, 0, 656, 940) == after.picture.copy(1264, 0, 656, 940)
    # Of the processor and not of the clock on the wall: other tests run beside this one.
    assert after.cpu_s < 5.0
    opened = open_community(speaking, "resume")
    meeting = demonstration_ids().meeting_id
    slide = opened.records.ask(current_slide, meeting_id=meeting, now=system_instant())
    opened.close()
    assert isinstance(slide, SpeakerSlide)
    assert repr(slide) == before.slide
