"""Importing a roster through the window: each row, questions, one batch, and taking it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from meeting_app.queries import people as people_queries
from meeting_app.ui.console.office.roster import RosterPage
from meeting_app.ui.console.office.roster_import import ImportPage
from tests.console_office import keyboard
from tests.console_office.conftest import NAMES, Desktop

HEAD = "姓名,楼号,单元,房号,电话,面积"


@pytest.fixture
def page(desktop: Desktop) -> ImportPage:
    """The page before a file is chosen."""
    desktop.go("import")
    shown = desktop.shell.page
    assert isinstance(shown, ImportPage)
    return shown


def write(folder: Path, *rows: str) -> Path:
    """A list as a spreadsheet program saves it."""
    file = folder / "名单.csv"
    file.write_text("\n".join((HEAD, *rows)) + "\n", "utf-8-sig")
    return file


def count(desktop: Desktop) -> int:
    """How many people are on the roster."""
    total: int = desktop.ask(people_queries.roster).total
    return total


def test_rows_are_told_apart_and_written_as_one_batch(
    desktop: Desktop, page: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = write(
        tmp_path,
        "钱多多,1号楼,1,301,13900001111,88.6",
        f"{NAMES[0]},1号楼,1,101,13800000000,88.6",
        "12,1号楼,1,302,13900002222,88.6",
    )
    page.read(file)
    qtbot.waitUntil(page.table.isVisible)
    labels = [line.cells[1] for line in page.table.table.lines]
    assert labels[0] in ("New", "Please confirm")
    assert "Unchanged" in labels
    assert "Cannot be taken" in labels
    assert count(desktop) == len(NAMES)
    page.filters.buttons["error"].click()
    assert [line.cells[1] for line in page.table.table.lines] == ["Cannot be taken"]
    assert page.question.text() == "“12” is not a name; correct it in the file"
    page.filters.buttons[""].click()
    _confirm_questions(page)
    page.take.click()
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page, RosterPage))
    assert "1 person was added" in desktop.shell.banner.text()
    assert count(desktop) == len(NAMES) + 1
    keyboard.press(Qt.Key.Key_Tab)
    desktop.shell.undo()
    qtbot.waitUntil(lambda: count(desktop) == len(NAMES))


def _confirm_questions(page: ImportPage) -> None:
    for line in page.table.table.lines:
        if line.cells[1] == "Please confirm":
            page.table.choose(line.id)
            page.same_person.click()


def test_a_file_that_is_no_list_is_told_and_nothing_happens(
    desktop: Desktop, page: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "bild.xlsx"
    file.write_bytes(b"\x89PNG no list at all")
    page.read(file)
    qtbot.waitUntil(lambda: "othing was changed" in desktop.shell.banner.text())
    assert page.choose.isVisible()
    assert count(desktop) == len(NAMES)


def test_an_example_and_the_roster_itself_are_saved_and_read_again(
    desktop: Desktop, page: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    example = tmp_path / "例子.xlsx"
    page.write_example(example)
    qtbot.waitUntil(lambda: "Saved as" in desktop.shell.banner.text())
    assert example.is_file()
    desktop.go("roster")
    roster = desktop.shell.page
    assert isinstance(roster, RosterPage)
    saved = tmp_path / "名册.xlsx"
    roster.save_list(saved)
    qtbot.waitUntil(lambda: "名册.xlsx" in desktop.shell.banner.text())
    desktop.go("import", file=str(saved))
    again = desktop.shell.page
    assert isinstance(again, ImportPage)
    qtbot.waitUntil(again.table.isVisible)
    assert {line.cells[1] for line in again.table.table.lines} == {"Unchanged"}
    assert not again.take.isEnabled()
