"""Tasks, feed, bells, staying awake, and what happens after a bug."""

import sys
import threading
import wave
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from meeting_app.domain.refusal import Refusal
from meeting_app.ui.qt import crash
from meeting_app.ui.qt.bells import Bells, strokes
from meeting_app.ui.qt.feed import Feed
from meeting_app.ui.qt.tasks import Tasks
from meeting_app.ui.qt.wake import Wake


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """A pool that is closed with the test."""
    pool = Tasks()
    yield pool
    pool.close()


def test_work_is_done_elsewhere_and_heard_here(qtbot: QtBot, tasks: Tasks) -> None:
    heard: list[tuple[str, str]] = []
    tasks.run(
        lambda: threading.current_thread().name,
        lambda worker: heard.append((worker, threading.current_thread().name)),
    )
    assert tasks.busy == 1
    qtbot.waitUntil(lambda: tasks.busy == 0 and bool(heard))
    assert heard[0][0].startswith("task")
    assert heard[0][1] == threading.main_thread().name


def test_an_error_is_heard_and_a_cancelled_future_is_not(qtbot: QtBot, tasks: Tasks) -> None:
    errors: list[BaseException] = []
    tasks.run(lambda: 1 // 0, failed=errors.append)
    cancelled: Future[int] = Future()
    tasks.then(cancelled, lambda _result: errors.append(AssertionError()), errors.append)
    cancelled.cancel()
    qtbot.waitUntil(lambda: bool(errors) and tasks.busy == 0)
    assert [type(error) for error in errors] == [ZeroDivisionError]


def test_an_error_that_nobody_asked_for_is_a_bug(qtbot: QtBot, tasks: Tasks) -> None:
    with capture_exceptions() as caught:
        tasks.run(lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_after_closing_nothing_is_heard(qtbot: QtBot) -> None:
    pool, heard = Tasks(), list[int]()
    future: Future[int] = Future()
    pool.then(future, heard.append)
    pool.close()
    future.set_result(1)
    qtbot.waitUntil(future.done)
    assert heard == []


@dataclass
class Source:
    """A feed that is filled by hand; fails when it holds an error."""

    waiting: list["Commit"] = field(default_factory=list)
    fault: Exception | None = None

    def poll(self) -> list["Commit"]:
        if self.fault is not None:
            raise self.fault
        taken, self.waiting = self.waiting, []
        return taken


@dataclass(frozen=True)
class Commit:
    """What one transaction changed."""

    rows: dict[str, tuple[str, ...]]


def test_the_feed_tells_kinds_and_ids_once(qtbot: QtBot) -> None:
    source = Source()
    feed = Feed(source.poll, (OSError,))
    told: list[tuple[frozenset[str], frozenset[str]]] = []
    feed.changed.connect(lambda kinds, ids: told.append((kinds, ids)))
    source.waiting = [Commit({"speech": ("a",)}), Commit({"speech": ("b",), "poll": ("c",)})]
    feed.poke()
    qtbot.waitUntil(lambda: bool(told))
    feed.look()
    assert told == [(frozenset({"speech", "poll"}), frozenset("abc"))]


def test_a_poke_on_its_way_is_not_heard_after_the_end(qtbot: QtBot) -> None:
    source = Source(fault=RuntimeError("closed"))
    feed = Feed(source.poll, (OSError,))
    feed.poke()
    feed.stop()
    with capture_exceptions() as caught:
        later = Tasks()
        heard: list[int] = []
        later.run(lambda: 1, heard.append)
        qtbot.waitUntil(lambda: bool(heard))
        later.close()
    assert caught == []


def test_the_feed_looks_by_itself_and_tells_a_fault_once(qtbot: QtBot) -> None:
    source = Source(fault=OSError("gone"))
    feed = Feed(source.poll, (OSError,))
    faults: list[object] = []
    feed.failed.connect(faults.append)
    feed.start()
    qtbot.waitUntil(lambda: bool(faults))
    feed.look()
    source.fault = None
    with qtbot.waitSignal(feed.recovered):
        feed.look()
    feed.stop()
    assert len(faults) == 1


def test_bells_are_seen_always_and_heard_when_wanted(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[Path] = []
    monkeypatch.setattr(Bells, "_play", lambda _bells, file: played.append(file))
    audible = [False]
    bells = Bells(lambda: audible[0])
    seen: list[int] = []
    bells.rang.connect(seen.append)
    bells.ring(1)
    audible[0] = True
    bells.ring(2)
    assert seen == [1, 2]
    assert len(played) == 1
    with wave.open(str(played[0])) as sound:
        assert sound.getnframes() > sound.getframerate()


def test_a_stroke_begins_and_ends_in_silence() -> None:
    with wave.open(BytesIO(strokes(1))) as sound:
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
    assert abs(samples[0]) < 200
    assert max(abs(sample) for sample in samples[-200:]) < 1200
    assert 8_000 < max(abs(sample) for sample in samples) < 32_700


def test_the_laptop_is_held_awake_and_let_go(qtbot: QtBot) -> None:
    wake = Wake()
    wake.hold(True)
    wake.hold(True)
    held = [wake.holding]
    wake.hold(False)
    held.append(wake.holding)
    assert held == [True, False]
    qtbot.waitUntil(lambda: not wake.findChildren(QProcess))


def _program(folder: Path, name: str, script: str) -> None:
    """A program of that name on the path."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", "ascii")
    file.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own way")
@pytest.mark.parametrize(("helper", "able"), [("exec cat", True), ("exit 1", False)])
def test_a_laptop_that_cannot_be_held_awake_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, helper: str, able: bool
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    _program(tmp_path, "systemd-inhibit", helper)
    wake, told = Wake(), []
    wake.be_patient(300)
    wake.unable.connect(lambda: told.append(True))
    wake.hold(True)
    qtbot.waitUntil(lambda: not wake.asking)
    assert (wake.held, told) == (able, [] if able else [True])
    wake.hold(False)
    qtbot.waitUntil(lambda: not wake.findChildren(QProcess))
    assert not wake.held


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own player")
def test_where_one_player_cannot_the_next_one_plays(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    _program(tmp_path, "pw-play", "exit 1")
    _program(tmp_path, "paplay", f'cp "$1" {tmp_path}/heard.wav')
    bells = Bells(lambda: True)
    bells.ring(2)
    qtbot.waitUntil(lambda: not bells.findChildren(QProcess))
    assert (tmp_path / "heard.wav").read_bytes() == strokes(2)
    _program(tmp_path, "paplay", "exit 1")
    _program(tmp_path, "aplay", "exit 1")
    with qtbot.waitSignal(bells.unheard):
        bells.ring(1)
    qtbot.waitUntil(lambda: not bells.findChildren(QProcess))


@pytest.fixture
def console(qtbot: QtBot) -> QWidget:
    """A window that a bug switches off."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def catcher(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Callable[[], str]], crash.Crash]]:
    """Makes a catcher that is not installed as the hook, since the test's own hook watches there."""
    made: list[crash.Crash] = []

    def make(make_safe: Callable[[], str]) -> crash.Crash:
        made.append(crash.Crash(tmp_path, make_safe))
        return made[-1]

    yield make
    for one in made:
        if one.shown is not None:
            one.shown.close_asked.disconnect()
            one.shown.close()
            one.shown.deleteLater()
            one.shown = None


def _bug() -> BaseException:
    try:
        raise RuntimeError("a bug")
    except RuntimeError as error:
        return error


def _catch(catcher: crash.Crash) -> None:
    error = _bug()
    catcher.catch(type(error), error, error.__traceback__)


Catcher = Callable[[Callable[[], str]], crash.Crash]


def test_after_a_bug_the_records_come_first(
    qtbot: QtBot, catcher: Catcher, console: QWidget, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    projector = QWidget()
    projector.setProperty(crash.STAYS, True)
    qtbot.addWidget(projector)
    safe: list[bool] = []

    def make_safe() -> str:
        safe.append(console.isEnabled())
        return "/records/hall.yst"

    caught = catcher(make_safe)
    _catch(caught)
    _catch(caught)  # the echo opens no second window
    qtbot.waitUntil(lambda: caught.shown is not None)
    assert safe == [True]
    assert not console.isEnabled()
    assert projector.isEnabled()
    reports = list((tmp_path / crash.FOLDER).glob("2*.txt"))
    assert len(reports) == 1
    assert "RuntimeError: a bug" in reports[0].read_text("utf-8")
    window = caught.shown
    assert window is not None
    assert "/records/hall.yst" in window.safe.text()
    with qtbot.waitSignal(window.restart_asked):
        window.restart_asked.disconnect(caught._restart)
        QTest.keyClick(window, Qt.Key.Key_Return)


def test_a_second_bug_while_making_safe_does_not_hide_the_first(
    qtbot: QtBot, catcher: Catcher, console: QWidget, capsys: pytest.CaptureFixture[str]
) -> None:
    caught = catcher(lambda: str(1 // 0))
    _catch(caught)
    qtbot.waitUntil(lambda: caught.shown is not None)
    assert "a bug" in caught.report
    assert caught.shown is not None
    assert "No community" in caught.shown.safe.text()


def test_a_report_holds_nobody_s_name() -> None:
    error = KeyError("王桂兰, 13800001111")
    report = crash.report_of(type(error), error, None)
    assert "王" not in report
    assert "1380" not in report
    assert "KeyError" in report


def test_a_known_fault_that_nobody_took_is_told_and_the_console_goes_on(
    qtbot: QtBot, console: QWidget, tmp_path: Path
) -> None:
    known: list[Refusal] = []
    caught = crash.Crash(tmp_path, lambda: "", known.append)
    fault = Refusal("disk_error")
    caught.catch(Refusal, fault, None)
    qtbot.waitUntil(lambda: known == [fault])
    assert caught.shown is None
    assert console.isEnabled()


def test_a_bug_on_another_thread_is_told_too(
    qtbot: QtBot, catcher: Catcher, console: QWidget, capsys: pytest.CaptureFixture[str]
) -> None:
    caught = catcher(lambda: "")
    error = _bug()
    thread = threading.Thread(
        target=caught._catch_in_thread,
        args=[threading.ExceptHookArgs((type(error), error, error.__traceback__, None))],
    )
    thread.start()
    qtbot.waitUntil(lambda: caught.shown is not None)
    thread.join()


def test_a_proper_end_leaves_no_trace_and_a_fault_below_does(tmp_path: Path) -> None:
    hooks = sys.excepthook, threading.excepthook
    caught = crash.Crash(tmp_path, lambda: "")
    caught.begin()
    assert (tmp_path / crash.FOLDER / crash.FAULTS).exists()
    caught.end()
    assert (sys.excepthook, threading.excepthook) == hooks
    assert crash.died_below(tmp_path) == ""
    (tmp_path / crash.FOLDER / crash.FAULTS).write_text("Fatal Python error: Segmentation fault", "utf-8")
    assert "Segmentation" in crash.died_below(tmp_path)
    assert crash.died_below(tmp_path) == ""
