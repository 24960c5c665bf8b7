"""Somebody who has never seen the program sets up a community and brings in the roster, by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meeting_app import settings
from meeting_app.app.program import Program
from meeting_app.storage.backup import backups_of
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.roster import RosterPage
from meeting_app.ui.console.office.roster_import import ImportPage
from meeting_app.ui.console.office.shell import OfficeShell
from meeting_app.ui.console.office.start import StartPage
from meeting_app.ui.console.office.today import TodayPage
from tests.console_office.keyboard import enter, focused, tab_to, write

Begin = Callable[..., Program]
ROSTER = """楼号,单元,房号,姓名,面积,电话,关系
1号楼,1,101,王桂芳,78.5,13800000001,业主
1号楼,1,102,李建国,78.5,13800000002,业主
"""


def _page(program: Program) -> Page | None:
    shell = program.window.page()
    return shell.page if isinstance(shell, OfficeShell) else None


@pytest.fixture
def fresh(begin: Begin, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The first start for a person whose folder of documents was never made; the window becomes active
    only after its page is there.
    """
    monkeypatch.setenv("HOME", str(tmp_path))
    program = begin()
    program.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return program


def test_from_the_first_start_to_a_roster(fresh: Program, qtbot: QtBot, tmp_path: Path) -> None:
    start = fresh.window.page()
    assert isinstance(start, StartPage)
    assert focused() is start.demonstration
    tab_to("Set up our own community")
    enter()
    write("Elm Court and its neighbours by the river bank")
    enter()
    qtbot.waitUntil(lambda: isinstance(_page(fresh), TodayPage))
    file = next(tmp_path.glob("*.yst"))
    assert len(file.stem) <= 40
    assert focused().property("text") == "Import a list"
    enter()
    qtbot.waitUntil(lambda: isinstance(_page(fresh), ImportPage))
    listed = tmp_path / "名 册#%&（终稿）.csv"
    listed.write_text(ROSTER, "utf-8")
    page = _page(fresh)
    assert isinstance(page, ImportPage)
    page.read(listed)
    qtbot.waitUntil(page.table.hasFocus)
    enter()
    qtbot.waitUntil(lambda: isinstance(_page(fresh), RosterPage))
    fresh.go("today")
    assert focused().property("text") == "Call a meeting"


def test_the_last_backup_goes_to_the_second_place_too(begin: Begin, community: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    program = begin("open", str(community))
    program.settings.put(settings.BACKUP_FOLDER, str(stick))
    program.shut()
    assert len(backups_of(community, stick)) == 1
