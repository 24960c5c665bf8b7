"""Backing up and restoring through the window, by keys."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from meeting_app import settings
from meeting_app.actions.backups import backup_list
from meeting_app.ui.console.office.backups_page import BackupsPage
from tests.console_office import keyboard
from tests.console_office.conftest import Desktop


def test_a_backup_is_made_and_restored_into_a_new_file(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    desktop.go("settings")
    desktop.shell.page.backups.click()  # type: ignore[union-attr]
    page = desktop.shell.page
    assert isinstance(page, BackupsPage)
    file = desktop.office.records.file
    assert file is not None
    assert page.choice.empty.text()
    assert not page.restore.isVisible()
    keyboard.enter()
    qtbot.waitUntil(lambda: "Backed up" in desktop.shell.banner.text())
    (row,) = backup_list(file)
    assert page.choice.chosen() == row
    page.choice.list.setFocus()
    keyboard.tab_to("Restore into a new file")
    keyboard.enter()
    qtbot.waitUntil(page.open.isVisible)
    assert "was not touched" in page.outcome.text()
    keyboard.enter()
    page_name, arguments = desktop.went[-1]
    assert (page_name, arguments["file"].parent) == ("open", file.parent)
    assert arguments["file"] != file


def test_a_stick_that_is_not_there_is_told_and_the_other_backup_made(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    desktop.office.settings.put(settings.BACKUP_FOLDER, str(tmp_path / "media" / "stick"))
    desktop.go("backups")
    page = desktop.shell.page
    assert isinstance(page, BackupsPage)
    page.now.click()
    qtbot.waitUntil(lambda: "No backup could be written" in desktop.shell.banner.text())
    assert len(page.choice.rows) == 1
    page.restore_file(tmp_path / "nothing.yst")
    assert "not there" in desktop.shell.banner.text()
