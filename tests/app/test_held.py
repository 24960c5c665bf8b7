"""The hall is black when whoever leads wants it so, also while nothing can be saved."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meeting_app.actions import attendance, projection, running
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.app.program import Program
from meeting_app.queries.live import check_in_view
from meeting_app.queries.slides_types import BlackSlide, ItemSlide, Slide
from meeting_app.queries.states import projection_mode
from meeting_app.storage.backup import copy_to
from meeting_app.ui.console.live.shell import LiveShell
from tests.disks import fill, small_disk

Begin = Callable[..., Program]


class Hall:
    """The real program at an item of a meeting, as the one at the laptop and the hall see it."""

    def __init__(self, program: Program, bot: QtBot) -> None:
        assert program.session is not None
        self.program, self.session, self.bot = program, program.session, bot
        self.meeting = demonstration_ids().meeting_id
        self.desk = self.session.opened.desk
        members = self.session.office.ask(check_in_view, meeting_id=self.meeting).members
        for member in members[:40]:
            self.desk.do(attendance.check_in, meeting_id=self.meeting, person_id=member.person_id).result(60)
        self.desk.do(running.open_meeting, meeting_id=self.meeting).result(60)
        program.go("live", meeting_id=self.meeting)
        page = program.window.page()
        assert isinstance(page, LiveShell)
        self.shell = page
        program.window.activateWindow()
        self.until(lambda: self.sees(ItemSlide))

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the program work until it holds."""
        self.bot.waitUntil(lambda: holds() and not self.shell.live.busy)

    def press(self) -> None:
        """The key for black, and back."""
        self.shell.to_deck()
        QTest.keyClick(self.shell, Qt.Key.Key_Period)

    def sees(self, kind: type[Slide]) -> bool:
        """Whether the hall's window, and the small picture of it, show such a page."""
        window, small = self.session.projector.window.slide, self.shell.hall.thumb.slide()
        return isinstance(window, kind) and isinstance(small, kind)

    def recorded(self) -> str:
        """What the records say."""
        return str(self.session.office.ask(projection_mode, meeting_id=self.meeting))


@pytest.fixture
def photos(tmp_path: Path) -> Iterator[Path]:
    """What fills the disk on which it lies."""
    with small_disk(tmp_path / "disk", 64) as place:
        yield place / "photos"


@pytest.fixture
def hall(photos: Path, planted: Path, begin: Begin, qtbot: QtBot) -> Iterator[Hall]:
    """The meeting of the day, its file on a small disk."""
    file = photos.with_name("community.yst")
    copy_to(planted, file)
    program = begin("open", str(file))
    yield Hall(program, qtbot)
    program.shut()


def test_black_and_back_on_a_full_disk(hall: Hall, photos: Path) -> None:
    fill(photos)
    hall.press()
    hall.until(lambda: hall.sees(BlackSlide))
    assert hall.recorded() == "content"
    said = hall.shell.banner.text()
    assert "The disk is full" in said
    assert "all the same: Black" in said
    assert hall.shell.hall.modes.value() == "black"
    hall.press()
    hall.until(lambda: hall.sees(ItemSlide))
    assert hall.shell.hall.modes.value() == "content"
    assert not hall.session.projector.status.held


def test_the_foot_says_saved_only_while_it_is_so(hall: Hall, photos: Path) -> None:
    saved = hall.shell.foot.strip.saved
    assert saved.text() == "Saved"
    fill(photos)
    hall.press()
    hall.until(lambda: saved.text() == "Not saving now. Last saved:")
    assert not hall.shell.foot.toast_text()
    assert hall.shell.foot.strip.last.text()
    photos.unlink()
    hall.until(lambda: hall.sees(BlackSlide))
    assert saved.text() != "Saved"  # until something is written again
    hall.press()
    hall.press()
    hall.until(lambda: saved.text() == "Saved")


def test_what_the_hall_is_shown_is_written_when_there_is_room_again(hall: Hall, photos: Path) -> None:
    fill(photos)
    hall.press()
    hall.until(lambda: hall.sees(BlackSlide))
    photos.unlink()
    hall.desk.do(running.next_item, meeting_id=hall.meeting).result(60)
    hall.until(lambda: hall.recorded() == "black" and not hall.session.projector.status.held)
    assert hall.sees(BlackSlide)


def test_a_hall_that_was_black_gets_its_picture_back(hall: Hall, photos: Path) -> None:
    hall.press()
    hall.until(lambda: hall.recorded() == "black" and hall.sees(BlackSlide))
    fill(photos)
    hall.press()
    hall.until(lambda: hall.sees(ItemSlide))
    assert hall.recorded() == "black"
    photos.unlink()
    hall.desk.do(projection.show_mode, meeting_id=hall.meeting, mode="backdrop").result(60)
    hall.until(lambda: not hall.session.projector.status.held)
    hall.until(lambda: hall.session.projector.mode == "backdrop")
