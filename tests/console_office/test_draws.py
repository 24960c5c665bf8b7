"""Drawing people by lot through the window: freeze the list, change places, type the number."""

import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from meeting_app.actions import attendance, meetings, running
from meeting_app.queries.draws import DrawView, draw_list, draw_view, whole_drawing
from meeting_app.queries.meetings import invited_people as meetings_invited
from meeting_app.queries.paper_list import paper_list
from meeting_app.queries.slides import current_slide
from meeting_app.queries.slides_types_draw import DrawSlide
from meeting_app.ui.console.office.draws import DrawsPage
from meeting_app.ui.widgets.steppers import Stepper
from tests.console_office.conftest import MORNING, NAMES, Desktop

NUMBER = "40729"


@pytest.fixture
def page(desktop: Desktop) -> DrawsPage:
    """The page of draws, opened."""
    desktop.go("draws")
    shown = desktop.shell.page
    assert isinstance(shown, DrawsPage)
    return shown


def _view(desktop: Desktop, draw_id: str) -> DrawView:
    view = desktop.ask(draw_view, draw_id=draw_id)
    assert isinstance(view, DrawView)
    return view


def _freeze(page: DrawsPage, qtbot: QtBot, *features: str, seats: int = 3, meeting: str = "") -> str:
    """Fill the form and freeze a list of the representatives; returns the draw's id."""
    page.add.click()
    page.form.form.fill(title="议事会成员", among="representatives", meeting_id=meeting)
    page.form.seats.set_value(seats)
    for code in features:
        page.form.features[code].click()  # type: ignore[index]
    page.form.save.click()
    qtbot.waitUntil(lambda: page.card.isVisible() and page.view is not None)
    assert page.view is not None
    return page.view.row.id


def _stepper(page: DrawsPage, name: str) -> Stepper:
    return next(
        one for one in page.places.findChildren(Stepper) if one.accessibleName().startswith(f"Places: {name}")
    )


def test_an_empty_page_says_what_to_do(page: DrawsPage) -> None:
    assert page.empty.isVisible()
    assert not page.list.isVisible()
    assert not page.card.isVisible()


def test_a_purpose_is_needed(page: DrawsPage, desktop: Desktop) -> None:
    page.add.click()
    page.form.save.click()
    assert page.form.form.fields["title"].problem()
    assert desktop.ask(draw_list) == ()
    assert page.escape()
    assert not page.escape()


def test_from_the_list_to_the_drawn(page: DrawsPage, desktop: Desktop, qtbot: QtBot) -> None:
    draw = _freeze(page, qtbot)
    view = _view(desktop, draw)
    assert (view.row.people, view.row.seats, view.row.drawn) == (8, 3, False)
    assert not page.result_head.isVisible()
    page.draw.click()
    assert page.rolled.fields["number"].problem()
    page.rolled.fill(number="12", drawn_by="")
    page.draw.click()
    assert page.rolled.fields["drawn_by"].problem()
    page.rolled.fill(drawn_by="赵永康")
    page.draw.click()
    qtbot.waitUntil(lambda: bool(page.rolled.fields["number"].problem()))
    assert not _view(desktop, draw).row.drawn
    page.rolled.fill(number=" 407 29 ")
    page.draw.click()
    qtbot.waitUntil(page.result_head.isVisible)
    view = _view(desktop, draw)
    assert (view.drawn.number, view.drawn_by, len(view.chosen)) == (NUMBER, "赵永康", 3)
    shown = [label.text() for label in page.card.findChildren(type(page.title)) if label.isVisible()]
    for entry in view.chosen:
        assert any(f"  {entry.text}  " in text for text in shown)
    assert {name for _number, name in view.names} <= set(NAMES), "the office sees whom to call"
    assert all(any(name in text for text in shown) for _number, name in view.names)
    assert not page.draw.isVisible()
    assert not page.drop.isVisible()
    _filed_once(page, desktop, qtbot)


def _filed_once(page: DrawsPage, desktop: Desktop, qtbot: QtBot) -> None:
    """A draw outside any meeting has its record; asked for again, the filed one is shown."""
    assert page.view is not None
    draw = page.view.row.id
    for _time in range(2):
        page.record.click()
        qtbot.waitUntil(lambda: desktop.went[-1][0] == "papers")
        (filed,) = desktop.ask(paper_list)
        assert (filed.kind, filed.title, filed.meeting_id) == ("draw", "议事会成员抽签记录", None)
        assert desktop.went[-1][1]["paper_id"] == filed.id
        desktop.go("draws", draw_id=draw)
        shown = desktop.shell.page
        assert isinstance(shown, DrawsPage)
        page = shown


def test_the_text_to_draw_again_holds_everything(page: DrawsPage, desktop: Desktop, qtbot: QtBot) -> None:
    draw = _freeze(page, qtbot, "age")
    page.rolled.fill(number=NUMBER, drawn_by="赵永康")
    page.draw.click()
    qtbot.waitUntil(page.copy.isVisible)
    page.copy.click()
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: draw in clipboard.text())
    text = clipboard.text()
    drawing = desktop.ask(whole_drawing, draw_id=draw)
    assert all(one in text for one in (draw, drawing.pool_hash, NUMBER, "赵永康"))
    for line in drawing.tickets:
        assert f"{line.digest}  {line.entry.text}" in text


def test_places_are_changed_and_proved(page: DrawsPage, desktop: Desktop, qtbot: QtBot) -> None:
    """Eight representatives were born in 1950 to 1957: all are 60 and older."""
    draw = _freeze(page, qtbot, "age", "building")
    qtbot.waitUntil(lambda: "proved" in page.places.told.text())
    first = _view(desktop, draw).features[1][1]
    assert [(group.code, group.people, group.places) for group in first] == [("1号楼", 5, 2), ("2号楼", 3, 1)]
    _stepper(page, "1号楼").step_by(-1)
    assert "2" in page.places.told.text()
    assert _view(desktop, draw).features[1][1] == first, "nothing is kept while the sum is wrong"
    _stepper(page, "2号楼").step_by(1)
    qtbot.waitUntil(lambda: _view(desktop, draw).features[1][1] != first)
    qtbot.waitUntil(lambda: "proved" in page.places.told.text())


def test_an_impossible_wish_gets_the_smallest_change(page: DrawsPage, desktop: Desktop, qtbot: QtBot) -> None:
    draw = _freeze(page, qtbot, "building", seats=5)
    for name, by in (("1号楼", -2), ("2号楼", 2)):
        _stepper(page, name).step_by(by)
    qtbot.waitUntil(lambda: _view(desktop, draw).quotas[0]["2号楼"] == 4)
    qtbot.waitUntil(page.places.take.isVisible)
    assert "4 → 3" in page.places.told.text()
    page.places.take.click()
    qtbot.waitUntil(lambda: _view(desktop, draw).quotas[0]["2号楼"] == 3)
    qtbot.waitUntil(lambda: "proved" in page.places.told.text())


def test_a_list_can_be_dropped(page: DrawsPage, desktop: Desktop, qtbot: QtBot) -> None:
    _freeze(page, qtbot)
    page.drop.click()
    qtbot.waitUntil(page.empty.isVisible)
    assert desktop.ask(draw_list) == ()


def test_what_the_list_cannot_give_is_told_above_the_page(
    page: DrawsPage, desktop: Desktop, qtbot: QtBot
) -> None:
    page.add.click()
    page.form.form.fill(title="评议员", among="representatives")
    page.form.seats.set_value(9)
    said: list[Any] = []
    page.told.connect(lambda sentence, tone: said.append((sentence, tone)))
    page.form.save.click()
    qtbot.waitUntil(lambda: bool(said))
    assert "9" in said[-1][0]
    assert desktop.ask(draw_list) == ()


def test_the_hall_sees_the_draw_of_its_meeting(page: DrawsPage, desktop: Desktop, qtbot: QtBot) -> None:
    meeting = desktop.do(
        meetings.draft_meeting,
        kind="hearing",
        title="代表会议",
        place="二楼",
        starts_at=MORNING,
    )
    draw = _freeze(page, qtbot, meeting=meeting)
    assert not page.show_hall.isVisible(), "only while the meeting is in session"
    desktop.do(meetings.post_notice, meeting_id=meeting, posted_on=MORNING.date())
    for row in desktop.ask(meetings_invited, meeting_id=meeting):
        desktop.do(attendance.check_in, meeting_id=meeting, person_id=row.person_id)
    desktop.do(running.open_meeting, meeting_id=meeting)
    qtbot.waitUntil(page.show_hall.isVisible)
    page.show_hall.click()

    def slide() -> Any:
        return desktop.ask(current_slide, meeting_id=meeting, now=desktop.office.now())

    qtbot.waitUntil(lambda: isinstance(slide(), DrawSlide))
    assert slide().code == _view(desktop, draw).code


def test_the_bundle_draws_the_same_without_the_program(
    page: DrawsPage, desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    _freeze(page, qtbot, "building")
    page.rolled.fill(number=NUMBER, drawn_by="赵永康")
    page.draw.click()
    qtbot.waitUntil(page.keep.isVisible)
    file = tmp_path / "draw.zip"
    page.save_bundle(file)
    qtbot.waitUntil(file.is_file)
    with ZipFile(file) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    (tmp_path / "retally.py").write_bytes(files["retally.py"])
    command = [sys.executable, "-I", "-S", str(tmp_path / "retally.py"), str(file)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout.decode()
    assert "README.md" in files


def test_a_place_that_cannot_be_written_is_told(
    page: DrawsPage, desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    _freeze(page, qtbot)
    page.rolled.fill(number=NUMBER, drawn_by="赵永康")
    page.draw.click()
    qtbot.waitUntil(page.keep.isVisible)
    said: list[Any] = []
    page.told.connect(lambda sentence, tone: said.append((sentence, tone)))
    page.save_bundle(tmp_path / "nowhere" / "draw.zip")
    qtbot.waitUntil(lambda: bool(said))
    assert "draw.zip" in said[-1][0]
