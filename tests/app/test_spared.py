"""A mistake in one page for the hall: the community's name takes its place, and the meeting goes on."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meeting_app.actions import attendance, running
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.app.program import Program
from meeting_app.queries import slides
from meeting_app.queries.live import check_in_view
from meeting_app.queries.slides_types import BackdropSlide, ItemSlide, Slide
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.qt.crash import Crash
from meeting_app.ui.slides import paint, slide_image

Begin = Callable[..., Program]


@pytest.fixture
def crash(tmp_path: Path) -> Iterator[Crash]:
    """What tells of mistakes, as the program has it."""
    made = Crash(tmp_path / "profile", lambda: "community.yst", lambda _refusal: None)
    made.begin()
    yield made
    made.end()
    for window in (made.shown, made.remark):
        if window is not None:
            window.close()
            window.deleteLater()
    made.deleteLater()


def at_check_in(program: Program) -> tuple[LiveShell, str]:
    """The meeting of the day, enough people there."""
    assert program.session is not None
    meeting = demonstration_ids().meeting_id
    desk, office = program.session.opened.desk, program.session.office
    for member in office.ask(check_in_view, meeting_id=meeting).members[:40]:
        desk.do(attendance.check_in, meeting_id=meeting, person_id=member.person_id).result(60)
    program.go("live", meeting_id=meeting)
    page = program.window.page()
    assert isinstance(page, LiveShell)
    program.window.activateWindow()
    return page, meeting


def same_as_backdrop(program: Program) -> bool:
    """Whether the hall's window has the picture of the backdrop, to the pixel."""
    assert program.session is not None
    window, desk = program.session.projector.window, program.session.opened.desk
    picture = window.picture().toImage()
    spare = slide_image(BackdropSlide("晨光社区"), picture.size(), desk.now(), paint.scheme())
    return picture.convertToFormat(spare.format()) == spare


def test_a_mistake_in_a_painter_costs_one_page(
    begin: Begin, community: Path, crash: Crash, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: Any) -> None:
        raise ZeroDivisionError("a clock without a plan")

    program = begin("open", str(community))
    _shell, meeting = at_check_in(program)
    monkeypatch.setitem(paint.PAGES, ItemSlide, (broken, paint.PAGES[ItemSlide][1]))
    assert program.session is not None
    program.session.opened.desk.do(running.open_meeting, meeting_id=meeting).result(60)
    qtbot.waitUntil(lambda: same_as_backdrop(program))
    qtbot.waitUntil(lambda: crash.remark is not None)
    assert crash.shown is None
    assert crash.remark is not None
    assert "ZeroDivisionError" in crash.remark.text.toPlainText()
    QTest.keyClick(crash.remark, Qt.Key.Key_Return)
    assert not crash.remark.isVisible()
    assert program.window.isEnabled()
    # Started again on the same file it stands there again, is told once, and keys lead on to the next item.
    program.shut()
    again = begin("open", str(community))
    page = again.window.page()
    assert isinstance(page, LiveShell)
    assert same_as_backdrop(again)
    again.window.activateWindow()
    qtbot.waitUntil(lambda: page.hasFocus() and not page.live.busy)
    before = page.live.view.current
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: page.live.view.current != before and not page.live.busy)
    assert len(list((Path(crash._folder)).glob("2*.txt"))) == 1


def test_a_mistake_in_making_a_page_costs_that_page(
    begin: Begin, community: Path, crash: Crash, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: Any) -> Slide:
        raise KeyError("a name of somebody")

    program = begin("open", str(community))
    shell, meeting = at_check_in(program)
    monkeypatch.setattr(slides, "_item", broken)
    assert program.session is not None
    program.session.opened.desk.do(running.open_meeting, meeting_id=meeting).result(60)
    qtbot.waitUntil(lambda: isinstance(shell.hall.thumb.slide(), BackdropSlide))
    qtbot.waitUntil(lambda: same_as_backdrop(program))
    qtbot.waitUntil(lambda: crash.remark is not None)
    assert crash.shown is None
    page = shell.live.view.current
    shell.to_deck()
    QTest.keyClick(shell, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: shell.live.view.current != page and not shell.live.busy)
