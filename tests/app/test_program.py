"""Starting, opening, what goes wrong at the door, languages, resuming, leaving."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meeting_app import settings
from meeting_app.actions import attendance, projection, running
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.app.program import Program
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.live import check_in_view, live_view
from meeting_app.queries.slides_types import ItemSlide, MotionSlide, WelcomeSlide
from meeting_app.queries.start import nav_counts
from meeting_app.storage.backup import backups_of, folder_beside
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.console.office.shell import OfficeShell
from meeting_app.ui.console.office.start import StartPage
from meeting_app.ui.console.office.start_presenter import CommunityDetails
from meeting_app.ui.qt.instance import FileLock

Begin = Callable[..., Program]
ROOT = Path(__file__).resolve().parents[2]
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _said(program: Program) -> str:
    """The sentence of the start page's banner."""
    page = program.window.page()
    assert isinstance(page, StartPage)
    return page.problem.text()


def _live(program: Program) -> LiveShell:
    page = program.window.page()
    assert isinstance(page, LiveShell)
    return page


@pytest.mark.parametrize("words", [(), ("--language", "en", "--profile", "here")], ids=["bare", "words"])
def test_without_a_display_it_says_so(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Also when the program is started as most people start it: by its name and nothing else."""
    gone = (*DISPLAYS, "LC_ALL", "LC_MESSAGES", "LANGUAGE")
    bare = {name: value for name, value in os.environ.items() if name not in gone} | {"LANG": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "meeting_app", *words],
        env=bare | {"PYTHONPATH": str(ROOT)}, cwd=tmp_path, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "no display" in done.stderr


def test_first_start_shows_the_choices(begin: Begin) -> None:
    assert isinstance(begin().window.page(), StartPage)


def test_a_community_is_opened_and_remembered(begin: Begin, community: Path) -> None:
    program = begin("open", str(community))
    assert isinstance(program.window.page(), OfficeShell)
    assert program.settings.get(settings.LAST_COMMUNITY) == str(community)
    copy = community.with_name("copy.yst")
    copy.write_bytes(community.read_bytes())
    program.go("open", file=copy)
    assert program.session is not None
    assert program.session.opened.file == copy


def test_the_community_of_last_time_opens_by_itself(begin: Begin, community: Path) -> None:
    begin("open", str(community)).shut()
    assert isinstance(begin().window.page(), OfficeShell)


def test_a_new_community_from_the_form(begin: Begin, tmp_path: Path) -> None:
    program = begin()
    file = tmp_path / "ours.yst"
    program.create_community(file, CommunityDetails("Elm Court", "EC", "Committee of Elm Court"))
    assert isinstance(program.window.page(), OfficeShell)
    assert program.session is not None
    assert program.session.office.ask(nav_counts, today=program.session.office.today()).topics == 0


def test_a_new_community_never_takes_the_place_of_a_file(begin: Begin, community: Path) -> None:
    before = community.read_bytes()
    program = begin()
    program.create_community(community, CommunityDetails("Elm Court", "EC", "Committee"))
    assert "already" in _said(program)
    assert community.read_bytes() == before


def _garbage(file: Path) -> None:
    file.write_bytes(b"not a database at all" * 100)


def _foreign(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE things (name TEXT)")
    connection.close()


def _newer(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def _one_page_broken(file: Path) -> None:
    """Only one page, and none that the first screen reads: found by reading the whole file."""
    connection = sqlite3.connect(file)
    page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'support'").fetchone()[0]
    connection.close()
    whole = bytearray(file.read_bytes())
    whole[(page - 1) * 4096 : (page - 1) * 4096 + 64] = b"\xff" * 64
    file.write_bytes(whole)


def _gone(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("harm", [_one_page_broken, _gone])
def test_a_damaged_or_lost_file_comes_back_from_its_backup_by_keys(
    begin: Begin, community: Path, qtbot: QtBot, harm: Callable[[Path], None]
) -> None:
    begin("open", str(community)).shut()
    harm(community)
    harmed = community.read_bytes() if community.exists() else b""
    program = begin()
    page = program.window.page()
    assert isinstance(page, StartPage)
    page.restore.setFocus()
    QTest.keyClick(page.restore, Qt.Key.Key_Return)
    assert page.restoring.choice.chosen() is not None
    assert (
        "when the community was closed"
        in page.restoring.choice.list.rows.row_at(  # type: ignore[union-attr]
            page.restoring.choice.list.currentIndex()
        ).detail
    )
    QTest.keyClick(page.restoring.choice.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.window.page(), OfficeShell))
    shell = program.window.page()
    assert isinstance(shell, OfficeShell)
    assert "was restored from the backup of" in shell.banner.text()
    assert program.session is not None
    opened = program.session.opened.file
    assert opened is not None
    assert (opened.parent, opened != community) == (community.parent, True)
    assert (community.read_bytes() if community.exists() else b"") == harmed


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (_garbage, "not a community"),
        (_foreign, "not a community"),
        (_newer, "newer version"),
        (_gone, "not there"),
        (_one_page_broken, "Restore a backup"),
    ],
)
def test_what_cannot_be_opened_is_told_at_the_door(
    begin: Begin, community: Path, harm: Callable[[Path], None], words: str
) -> None:
    harm(community)
    before = community.read_bytes() if community.exists() else b""
    assert words in _said(begin("open", str(community)))
    assert not before or community.read_bytes() == before
    assert not list(community.parent.glob("community.backups/*")), "a damaged file was backed up"


def test_a_second_console_is_refused(begin: Begin, community: Path) -> None:
    lock = FileLock(community)
    program = begin("open", str(community))
    assert "another window" in _said(program)
    link = community.with_name("link.yst")
    link.symlink_to(community)
    program.open_community(link)
    assert "another window" in _said(program), "the same file by another name"
    second = community.with_name("second.yst")
    second.hardlink_to(community)
    program.open_community(second)
    assert "another window" in _said(program), "the same file in another place"
    lock.release()
    program.open_community(community)
    assert isinstance(program.window.page(), OfficeShell)


def test_the_language_changes_while_it_runs(begin: Begin, community: Path) -> None:
    program = begin("open", str(community))
    program.go("topics")
    before = program.window.windowTitle()
    program.change_language("zh_CN")
    assert program.window.windowTitle() != before
    page = program.window.page()
    assert isinstance(page, OfficeShell)
    assert page.where()[0] == "topics"
    assert program.settings.get(settings.LANGUAGE) == "zh_CN"


def _convene(program: Program, come: int) -> str:
    """Check in members of the meeting of the day."""
    assert program.session is not None
    meeting = demonstration_ids().meeting_id
    desk, office = program.session.opened.desk, program.session.office
    for member in office.ask(check_in_view, meeting_id=meeting).members[:come]:
        desk.do(attendance.check_in, meeting_id=meeting, person_id=member.person_id).result(60)
    return meeting


def test_a_meeting_goes_on_where_it_stood(begin: Begin, community: Path, qtbot: QtBot) -> None:
    program = begin("open", str(community))
    meeting = _convene(program, 40)
    program.go("live", meeting_id=meeting)
    assert program.session is not None
    projector = program.session.projector
    assert isinstance(projector.shown(), WelcomeSlide)
    program.session.opened.desk.do(running.open_meeting, meeting_id=meeting).result(60)
    qtbot.waitUntil(lambda: isinstance(projector.shown(), ItemSlide))
    program.shut()
    again = begin("open", str(community))
    assert _live(again).live.meeting_id == meeting
    assert "goes on where it stood: item 1" in _live(again).banner.text()
    assert again.session is not None
    assert isinstance(again.session.projector.shown(), ItemSlide)


def test_the_hall_reads_a_long_text_page_by_page(begin: Begin, community: Path, qtbot: QtBot) -> None:
    program = begin("open", str(community))
    meeting = _convene(program, 40)
    program.go("live", meeting_id=meeting)
    assert program.session is not None
    desk, projector = program.session.opened.desk, program.session.projector
    desk.do(running.open_meeting, meeting_id=meeting).result(60)
    view = program.session.office.ask(live_view, meeting_id=meeting, now=desk.now())
    vote = next(item for item in view.items if item.kind == "vote")
    desk.do(running.go_to_item, item_id=vote.id).result(60)
    shell = _live(program)
    qtbot.waitUntil(shell.hall.turn.isVisible)
    QTest.keyClick(shell, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    def second_page() -> bool:
        slide = projector.shown()
        return isinstance(slide, MotionSlide) and slide.page == 1

    qtbot.waitUntil(second_page)
    shell.hall.turn.click()
    qtbot.waitUntil(lambda: not second_page())


def test_each_step_of_a_meeting_leaves_a_backup(begin: Begin, community: Path, qtbot: QtBot) -> None:
    program = begin("open", str(community))
    meeting = _convene(program, 40)
    assert program.session is not None
    program.session.opened.desk.do(running.open_meeting, meeting_id=meeting).result(60)
    qtbot.waitUntil(
        lambda: any("live" in one.name for one in backups_of(community, folder_beside(community)))
    )
    qtbot.waitUntil(lambda: program.session is not None and program.session.wake.holding)


def test_a_clock_set_back_is_told_and_nothing_is_lost(begin: Begin, community: Path, qtbot: QtBot) -> None:
    program = begin("open", str(community))
    assert program.session is not None
    desk = program.session.opened.desk
    honest = desk.now
    desk.do(attendance.open_check_in, meeting_id=demonstration_ids().meeting_id).result(60)
    desk.now = lambda: replace(honest(), wall_ms=honest().wall_ms - 3_600_000)
    _convene(program, 1)
    page = program.window.page()
    assert isinstance(page, OfficeShell)
    qtbot.waitUntil(lambda: "set back by 60 min" in page.banner.text())
    view = program.session.office.ask(check_in_view, meeting_id=demonstration_ids().meeting_id)
    assert view.present == 1


def test_a_clock_set_back_while_nothing_is_done_is_told_beside_where_it_stands(
    begin: Begin, community: Path, qtbot: QtBot
) -> None:
    program = begin("open", str(community))
    meeting = _convene(program, 40)
    assert program.session is not None
    program.session.opened.desk.do(running.open_meeting, meeting_id=meeting).result(60)
    program.shut()
    again = begin("open", str(community))
    assert again.session is not None
    desk = again.session.opened.desk
    desk.do(projection.show_mode, meeting_id=meeting, mode="black").result(60)
    honest = desk.now
    desk.now = lambda: replace(honest(), wall_ms=honest().wall_ms - 3_600_000)
    qtbot.waitUntil(lambda: "set back by 60 min" in _live(again).banner.text())
    again.refuse(Refusal("may_sleep"))
    for told in ("goes on where it stood", "set back by 60 min", "may go to sleep"):
        assert told in _live(again).banner.text()


def test_what_the_program_says_does_not_hide_what_it_said_before(begin: Begin, community: Path) -> None:
    program = begin("open", str(community))
    program.go("live", meeting_id=_convene(program, 1))
    banner = _live(program).banner
    for _twice in range(2):
        program.refuse(Refusal("clock_set_back", minutes=60))
        program.refuse(Refusal("may_sleep"))
    assert banner.text().count("set back by 60 min") == 1
    assert banner.text().count("may go to sleep") == 1


def test_leaving_a_meeting_asks_once(begin: Begin, community: Path) -> None:
    program = begin("open", str(community))
    program.go("live", meeting_id=_convene(program, 1))
    assert program.window.close() is False
    assert "goes on" in _live(program).banner.text()
    assert program.window.close() is True


def test_closing_frees_the_file(begin: Begin, community: Path) -> None:
    begin("open", str(community)).shut()
    FileLock(community).release()
    assert not community.with_name(community.name + "-wal").exists()


def test_a_profile_that_cannot_be_written_has_no_demonstration(
    begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "profile").write_bytes(b"")  # in the way of the folder, for root too
    program = begin()
    for door in (program.open_demonstration, program.open_rehearsal):
        door()
        qtbot.waitUntil(lambda: "The demonstration could not be made" in _said(program))
        assert str(tmp_path / "profile") in _said(program)
        program.show_start()


def test_the_demonstration_is_made_and_kept_for_the_day(begin: Begin, qtbot: QtBot) -> None:
    program = begin("open", "--demonstration")
    qtbot.waitUntil(lambda: isinstance(program.window.page(), OfficeShell))
    program.leave()
    program.open_rehearsal()
    qtbot.waitUntil(lambda: isinstance(program.window.page(), LiveShell))
