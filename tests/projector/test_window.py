"""The hall's window fades, ticks only while a clock runs, forwards keys and is not closed by accident."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meeting_app import i18n
from meeting_app.queries.slides_types import Slide
from meeting_app.ui.projector.window import ProjectorWindow
from meeting_app.ui.qt import crash
from meeting_app.ui.slides import scheme
from tests.conftest import SCREENS
from tests.projector.conftest import Make
from tests.projector.desk import Time
from tests.slides import samples


@pytest.fixture
def window(qtbot: QtBot, time: Time) -> Iterator[ProjectorWindow]:
    """A shown window."""
    made = ProjectorWindow(time, scheme())
    made.resize(480, 270)
    made.show_slide(samples.RESULT)
    made.show()
    yield made
    made.shut()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_one_page_gives_way_to_the_next_in_a_fade(window: ProjectorWindow, qtbot: QtBot) -> None:
    window.show_slide(samples.HANDS)
    assert window.fading
    window.show_slide(samples.SPEAKER)  # in the middle of the fade
    qtbot.waitUntil(lambda: not window.fading)
    assert window.grab().toImage().size() == window.size()
    window.show_slide(samples.SPEAKER)
    assert not window.fading


def test_a_clock_that_is_set_is_shown_at_once(window: ProjectorWindow, qtbot: QtBot) -> None:
    window.show_slide(samples.SPEAKER)
    qtbot.waitUntil(lambda: not window.fading)
    before = window.picture().toImage()
    paused = replace(samples.SPEAKER, clock=samples.paused(180))
    window.show_slide(paused)
    assert not window.fading
    assert window.picture().toImage() != before
    window.show_slide(replace(paused, name="许志强"))
    assert window.fading


def test_the_finished_window_shows_the_picture(window: ProjectorWindow, qtbot: QtBot) -> None:
    window.show_slide(samples.HANDS)
    qtbot.waitUntil(lambda: not window.fading)
    shown = window.grab().toImage().convertToFormat(window.picture().toImage().format())
    assert shown == window.picture().toImage()


def test_it_ticks_only_while_a_clock_runs(window: ProjectorWindow) -> None:
    def ticks(slide: Slide) -> bool:
        window.show_slide(slide)
        return window.ticking

    assert ticks(samples.SPEAKER)
    assert not ticks(samples.RESULT)  # no clock at all
    assert ticks(replace(samples.SPEAKER, clock=samples.paused(180)))  # the wall clock, once a minute
    window.hide()
    assert not ticks(samples.HANDS)


def test_a_tick_shows_the_next_second(window: ProjectorWindow, time: Time, qtbot: QtBot) -> None:
    time.pass_ms(990)
    window.show_slide(samples.SPEAKER)
    before = window.picture().toImage()
    time.pass_ms(20)
    qtbot.waitUntil(lambda: window.picture().toImage() != before)


def test_it_is_not_closed_by_accident(window: ProjectorWindow) -> None:
    window.close()
    assert window.isVisible()


def test_keys_are_forwarded(window: ProjectorWindow) -> None:
    pressed: list[int] = []

    def take(event: QKeyEvent) -> bool:
        pressed.append(event.key())
        return True

    window.forward_keys(take)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert pressed == [Qt.Key.Key_PageDown, Qt.Key.Key_Escape]
    assert window.isVisible()


def test_the_cursor_is_hidden_but_for_the_small_window(window: ProjectorWindow) -> None:
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor
    window.as_rehearsal()
    assert window.cursor().shape() == Qt.CursorShape.ArrowCursor
    window.show()
    window.resize(900, 700)
    assert window.picture().size() == window.size()


def test_a_screen_reader_hears_the_page(window: ProjectorWindow) -> None:
    window.show_slide(samples.HANDS)
    assert "raise your hands" in window.accessibleDescription()
    assert window.accessibleName() == "Picture for the hall"
    i18n.set_language("zh_CN")
    window.reword()
    assert "请举手" in window.accessibleDescription()


@pytest.fixture
def console(qtbot: QtBot) -> QWidget:
    """Some window on the laptop's own screen."""
    made = QWidget()
    qtbot.addWidget(made)
    laptop = SCREENS[0]
    made.setGeometry(40, 40, 300, 200)
    made.show()
    assert made.screen().name() == laptop["name"]
    return made


def test_on_two_screens_of_qt_the_right_one_is_covered(console: QWidget, make: Make) -> None:
    """The offscreen platform has a laptop and a beamer; the beamer is where nobody works."""
    controller = make(None)
    controller.set_mode("content")
    controller.show(samples.SPEAKER)
    controller.open()
    beamer = SCREENS[1]
    assert controller.status.screen == beamer["name"]
    assert controller.window.isFullScreen()
    area = controller.window.geometry()
    assert (area.x(), area.width(), area.height()) == (beamer["x"], beamer["width"], beamer["height"])
    assert controller.window.picture().width() == beamer["width"]
    assert not area.intersects(console.screen().geometry())


def test_the_picture_stays_when_the_program_tells_of_a_bug(window: ProjectorWindow, tmp_path: Path) -> None:
    """The console is switched off; the hall's window is neither disabled nor covered nor changed."""
    before = window.picture().toImage()
    caught = crash.Crash(tmp_path, lambda: "/records/hall.yst")
    caught._show("/records/hall.yst", "")
    assert caught.shown is not None
    assert window.isEnabled()
    assert window.isVisible()
    assert window.picture().toImage() == before
    caught.shown.close()
    caught.shown.deleteLater()


@pytest.mark.parametrize("gone", [0, 300, 999])
def test_a_running_clock_is_painted_when_its_second_changes(
    gone: int, window: ProjectorWindow, time: Time
) -> None:
    time.pass_ms(gone)
    window.show_slide(samples.SPEAKER)
    assert window._tick.interval() == 1000 - gone
    picture = window.picture().cacheKey()
    window.show_slide(replace(samples.SPEAKER))  # what the records say is the same: nothing is painted anew
    assert window.picture().cacheKey() == picture
