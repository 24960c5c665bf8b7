"""The scripted meeting runs to an adopted motion, and goes on exactly where it was broken off."""

import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from meeting_app.actions.communities import Opened, open_community
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.actions.demonstration.ground import texts
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import MORNING_MS, STATION, ScriptedMeeting
from meeting_app.queries.journal import broken_link, journal_lines
from meeting_app.queries.live import LiveView, live_view
from meeting_app.queries.meeting_papers import notice_paper
from meeting_app.queries.polls import hands_view
from tests.demonstration import contents
from tests.demonstration.conftest import python
from tests.demonstration.test_past_meetings import MARK
from tests.storage.desks import quick_folder

MEETING = demonstration_ids().meeting_id


def opened_at(file: Path) -> tuple[Opened, MeetingTime]:
    clock = MeetingTime(MORNING_MS)
    return open_community(file, STATION, clock), clock


def frame(opened: Opened) -> LiveView:
    view = opened.records.ask(live_view, meeting_id=MEETING, now=opened.desk.now())
    assert view is not None
    return view


@dataclass(frozen=True)
class Played:
    """The community on the evening after the meeting, and who was called to speak."""

    file: Path
    called: list[str]


@pytest.fixture(scope="module")
def played(planted_file: Path) -> Iterator[Played]:
    with quick_folder() as folder:
        file = folder / "evening.yst"
        shutil.copyfile(planted_file, file)
        opened, clock = opened_at(file)
        try:
            script = ScriptedMeeting(opened.desk, opened.records, demonstration_ids(), clock)
            results = [(step.verb, step.run()) for step in script.steps()]
        finally:
            opened.close()
        yield Played(file, [result for verb, result in results if verb == "call_next"])


def test_it_ends_closed_with_the_motion_adopted(played: Played) -> None:
    opened, _clock = opened_at(played.file)
    try:
        view = frame(opened)
        vote = next(item for item in view.items if item.kind == "vote")
        hands = opened.records.ask(hands_view, item_id=vote.id)
        assert hands is not None
        assert hands.outcome is not None
        lines = opened.records.ask(journal_lines, meeting_id=MEETING, limit=1000)
        assert opened.records.ask(broken_link) is None
        assert opened.integrity() == "ok"
        assert opened.records.ask(notice_paper, meeting_id=MEETING, mark=MARK).rule is not None
        script = ScriptedMeeting(opened.desk, opened.records, demonstration_ids())
        assert list(script.steps()) == []
    finally:
        opened.close()
    assert view.state == "closed"
    outcome = hands.outcome
    assert (outcome.verdict, outcome.published) == ("adopted", True)
    assert (outcome.present, outcome.for_, outcome.against, outcome.abstain) == (41, 29, 8, 3)
    # The way of the second vote was changed after the notice, and the minutes say so.
    assert {note.kind for note in view.notes} == {"note", "parking", "decision", "task", "vote_changed"}
    assert all(item.used_ms > 0 for item in view.items)
    assert len(lines) == script.done()
    assert 50 * 60 <= sum(item.used_ms for item in view.items) // 1000 <= 75 * 60


def test_speakers_come_in_the_order_that_the_texts_tell(played: Played) -> None:
    told = [speech["who"] for speech in texts("script")["speech"]]
    assert played.called == told


def test_every_piece_begun_again_comes_to_the_same_end(own_file: Path, played: Played) -> None:
    """Some steps a session: each new script finds its place in the records."""
    numbers = []
    while True:
        opened, clock = opened_at(own_file)
        try:
            script = ScriptedMeeting(opened.desk, opened.records, demonstration_ids(), clock)
            some = [step for step, _place in zip(script.steps(), range(47), strict=False)]
            for step in some:
                step.run()
                numbers.append(step.number)
            shown = _shape(frame(opened))
        finally:
            opened.close()
        if not some:
            break
    assert numbers == list(range(1, len(numbers) + 1))
    opened, _clock = opened_at(played.file)
    try:
        assert _shape(frame(opened)) == shown
    finally:
        opened.close()


def _shape(view: LiveView) -> tuple[object, ...]:
    items = [(item.title, item.state, item.used_ms) for item in view.items]
    return view.state, items, [(note.kind, note.text) for note in view.notes], view.closed_at


@pytest.mark.parametrize("after", [31, 104])
def test_a_killed_child_goes_on_with_nothing_lost_and_nothing_twice(own_file: Path, after: int) -> None:
    child = python("-m", "meeting_app.cli.script", str(own_file))
    assert child.stdout is not None
    heard = [child.stdout.readline().split() for _line in range(after)]
    child.send_signal(signal.SIGKILL)
    rest = [line.split() for line in child.stdout.read().splitlines() if line.count(" ") == 2]
    child.wait(30)
    child.stdout.close()
    acknowledged = [*heard, *rest]
    opened, clock = opened_at(own_file)
    try:
        script = ScriptedMeeting(opened.desk, opened.records, demonstration_ids(), clock)
        done = script.done()
        lines = opened.records.ask(journal_lines, meeting_id=MEETING, limit=1000)
        written = [line.verb for line in reversed(lines)]
        assert opened.integrity() == "ok"
        assert opened.records.ask(broken_link) is None
        step = next(script.steps(), None)
        assert step is None or step.number == done + 1
        if step is not None:
            step.run()
    finally:
        opened.close()
    assert [verb for _ack, _number, verb in acknowledged] == written[: len(acknowledged)]
    assert len(acknowledged) <= done <= len(acknowledged) + 1


def test_the_digest_of_contents_sees_a_change(own_file: Path) -> None:
    opened, clock = opened_at(own_file)
    try:
        before = opened.records.ask(contents.whole)
        next(ScriptedMeeting(opened.desk, opened.records, demonstration_ids(), clock).steps()).run()
        assert opened.records.ask(contents.whole) != before
    finally:
        opened.close()
