"""The papers of a play through the window: a look, a print, a second secret copy, a folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from meeting_app.actions.roleplay import casting, preparing
from meeting_app.queries.people import roster
from meeting_app.queries.roleplay.staging import play_papers
from meeting_app.ui.console.office.papers import PapersPage
from meeting_app.ui.console.office.play_papers import PlayPapersPage
from meeting_app.ui.console.office.roleplay.play import PlayPage
from meeting_app.ui.qt.printing import PrintJob, PrintReport
from tests.console_office import keyboard
from tests.console_office.conftest import Desktop


@pytest.fixture
def play(desktop: Desktop) -> str:
    """A play with players who have no seats yet."""
    made: str = desktop.do(preparing.prepare_play, source="shipped:lift", minutes=60)
    people = [preparing.Taking(row.person_id) for row in desktop.ask(roster, limit=8).rows]
    desktop.do(preparing.set_players, play_id=made, players=people)
    return made


@pytest.fixture
def page(desktop: Desktop, play: str, qtbot: QtBot) -> PlayPapersPage:
    """The papers of the play when it is cast."""
    desktop.do(casting.cast_play, play_id=play, seed=7)
    desktop.go("play_papers", play_id=play)
    shown = desktop.shell.page
    assert isinstance(shown, PlayPapersPage)
    qtbot.waitUntil(shown.view.page.has_image)
    return shown


def _sent(page: PlayPapersPage) -> list[PrintJob]:
    """What goes to the printer from now on."""
    jobs: list[PrintJob] = []

    def send(job: PrintJob) -> None:
        jobs.append(job)
        page.printing.finished.emit(PrintReport(job, "办公室"))

    page.printing.send = send  # type: ignore[method-assign]
    return jobs


def _detail(page: PlayPapersPage, place: int) -> str:
    row = page.list.rows.row_at(page.list.rows.index(place))
    return row.detail if row else ""


def test_a_secret_paper_is_looked_at_printed_and_printed_again_by_keys(
    desktop: Desktop, play: str, page: PlayPapersPage, qtbot: QtBot
) -> None:
    jobs = _sent(page)
    assert page.list.titles()[:2] == ("Facilitator's script", "Role cards (A5)")
    page.list.setFocus()
    keyboard.press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.view.state.text() == "page 2 of 5")
    assert page.title.text() == "Role cards (A5)"
    keyboard.control(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(jobs) == 1)
    assert jobs[0].title == "云桥里的电梯角色卡 晨居角〔2026〕1号"
    qtbot.waitUntil(lambda: "1 copy" in _detail(page, 2))
    keyboard.control(Qt.Key.Key_P)
    qtbot.waitUntil(page.again.isVisible)
    assert "went out already (晨居角〔2026〕1号). Make sure" in desktop.shell.banner.text()
    assert not page.main.isVisible()
    keyboard.press(Qt.Key.Key_Escape)
    assert page.main.isVisible()
    keyboard.control(Qt.Key.Key_P)
    qtbot.waitUntil(page.again.hasFocus)
    keyboard.enter()
    qtbot.waitUntil(lambda: len(jobs) == 2)
    known = desktop.ask(play_papers, play_id=play)
    assert [one.row.number_label for one in known.out] == ["晨居角〔2026〕2号", "晨居角〔2026〕1号"]


def test_pages_are_turned_and_made_when_they_are_looked_at(page: PlayPapersPage, qtbot: QtBot) -> None:
    page.list.choose("play_cards_large")
    qtbot.waitUntil(lambda: page.view.state.text() == "page 2 of 9")
    for number in range(3, 10):
        page.view.after.click()
        qtbot.waitUntil(lambda number=number: page.view.state.text() == f"page {number} of 9")  # type: ignore[misc]
    assert not page.view.after.isEnabled()
    assert len(page.view._pages) == 6
    for number in range(8, 1, -1):
        page.view.before.click()
        qtbot.waitUntil(lambda number=number: page.view.state.text() == f"page {number} of 9")  # type: ignore[misc]


def test_polls_are_as_many_as_are_asked_for(
    desktop: Desktop, play: str, page: PlayPapersPage, qtbot: QtBot
) -> None:
    jobs = _sent(page)
    page.list.choose("play_polls")
    assert page.sheets.isVisible()
    assert page.sheets.value() == 10
    page.sheets.set_value(3)
    page.print_chosen()
    qtbot.waitUntil(lambda: len(jobs) == 1)
    assert desktop.ask(play_papers, play_id=play).codes == 3
    page.list.choose("play_tents")
    assert not page.sheets.isVisible()


def test_a_whole_set_goes_into_a_folder_with_names_that_people_read(
    desktop: Desktop, play: str, page: PlayPapersPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.write_all(tmp_path / "set")
    qtbot.waitUntil(lambda: "10 papers written." in desktop.shell.banner.text(), timeout=20_000)
    names = sorted(file.name for file in (tmp_path / "set").iterdir())
    assert len(names) == 10
    assert "晨居稿〔2026〕1号 云桥里的电梯主持稿.pdf" in names
    page.write_all(tmp_path / "again")
    qtbot.waitUntil(page.again.isVisible)
    assert not (tmp_path / "again").exists()
    (tmp_path / "file").write_text("", "utf-8")
    page.write_all(tmp_path / "file" / "set", again=True)
    qtbot.waitUntil(lambda: "cannot be written" in desktop.shell.banner.text())
    page.list.choose("play_hosts")
    page.write_pdf(tmp_path / "hosts.pdf")
    qtbot.waitUntil((tmp_path / "hosts.pdf").exists)
    page.write_pdf(tmp_path / "nowhere" / "hosts.pdf")
    qtbot.waitUntil(lambda: "cannot be written" in desktop.shell.banner.text())


def test_the_papers_are_one_key_from_the_play_and_back(
    desktop: Desktop, play: str, page: PlayPapersPage, qtbot: QtBot
) -> None:
    page.back.click()
    assert isinstance(desktop.shell.page, PlayPage)
    keyboard.control(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page, PlayPapersPage))


def test_before_casting_the_page_says_what_to_do(desktop: Desktop, play: str, qtbot: QtBot) -> None:
    desktop.go("play_papers", play_id=play)
    page = desktop.shell.page
    assert isinstance(page, PlayPapersPage)
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.text().startswith("Cast the play first")
    assert not page.columns.isVisible()
    page.print_chosen()
    assert desktop.ask(play_papers, play_id=play).out == ()


def test_the_register_says_why_a_secret_paper_has_no_pages(
    desktop: Desktop, page: PlayPapersPage, qtbot: QtBot
) -> None:
    jobs = _sent(page)
    page.print_chosen()
    qtbot.waitUntil(lambda: len(jobs) == 1)
    desktop.go("papers")
    shown = desktop.shell.page
    assert isinstance(shown, PapersPage)
    assert shown.list.titles() == ("Facilitator's script",)
    assert not shown.main.isVisible()
    assert not shown.save.isVisible()
    assert not shown.view.page.has_image()
