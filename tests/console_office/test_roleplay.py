"""Role-play in the office by hand: from the library to a cast, the list for handing out and the poll."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from meeting_app import i18n
from meeting_app.actions import agenda, attendance, meetings
from meeting_app.actions.roleplay import casting, preparing, running
from meeting_app.actions.roleplay import scenarios as acts
from meeting_app.domain.agenda import ItemKind
from meeting_app.queries.people import roster
from meeting_app.queries.roleplay.casting import CastingView, casting_view, play_list
from meeting_app.queries.roleplay.polls import poll_desk
from meeting_app.queries.roleplay.scenarios import own_scenarios
from meeting_app.scenarios import library, read_package, write_text
from meeting_app.ui.console.office.roleplay.library import ScenariosPage
from meeting_app.ui.console.office.roleplay.play import PlayPage
from meeting_app.ui.console.office.roleplay.play_presenter import HIDDEN
from meeting_app.ui.console.office.shell import OfficeShell
from tests.console_office.conftest import MORNING, Desktop


@pytest.fixture
def shelf(desktop: Desktop, qtbot: QtBot) -> ScenariosPage:
    """The library, read."""
    desktop.go("scenarios")
    page = desktop.shell.page
    assert isinstance(page, ScenariosPage)
    qtbot.waitUntil(lambda: bool(page.cards))
    return page


def _people(desktop: Desktop) -> list[str]:
    return [row.person_id for row in desktop.ask(roster).rows]


def _open(desktop: Desktop, play: str, part: str = "") -> PlayPage:
    desktop.go("play", play_id=play, part=part)
    page = desktop.shell.page
    assert isinstance(page, PlayPage)
    return page


def _view(desktop: Desktop, play: str) -> CastingView:
    view = desktop.ask(casting_view, play_id=play)
    assert isinstance(view, CastingView)
    return view


@pytest.fixture
def play(desktop: Desktop) -> str:
    """A play of ten people, cast."""
    made: str = desktop.do(preparing.prepare_play, source="shipped:lift", minutes=60)
    takings = [preparing.Taking(person, {"storey": "low"}) for person in _people(desktop)]
    desktop.do(preparing.set_players, play_id=made, players=takings)
    desktop.do(casting.cast_play, play_id=made, seed=7)
    return made


def test_from_the_library_to_a_cast(shelf: ScenariosPage, desktop: Desktop, qtbot: QtBot) -> None:
    meeting = desktop.do(
        meetings.draft_meeting, kind="topic_consultation", title="电梯专题会", place="二楼", starts_at=MORNING
    )
    desktop.do(agenda.add_item, meeting_id=meeting, kind=ItemKind.ROLE_PLAY, title="换位体验", minutes=60)
    shelf.list.choose("shipped:lift")
    assert shelf.title.text() == "云桥里的电梯"
    QTest.keyClick(shelf.list, Qt.Key.Key_Return)
    assert shelf.form.isVisible()
    assert "换位体验" in shelf.form.form.fields["item_id"].typed.currentText()  # type: ignore[union-attr]
    QTest.keyClick(shelf.form.first(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page, PlayPage))
    page: Any = desktop.shell.page
    assert not page.players.cast_button.isEnabled()
    for person in _people(desktop)[:7]:
        desktop.do(attendance.check_in, meeting_id=meeting, person_id=person)
    page.players.all_here.click()
    qtbot.waitUntil(lambda: "7" in page.players.sentence.text())
    page.players.choices["storey"].set_value("high")
    page.players.choices["storey"].chosen.emit("high")
    page.players.watches.click()  # before the page can have heard of the answer
    qtbot.waitUntil(lambda: "6" in page.players.sentence.text())
    assert [dict(one.attributes) for one in page.view.players if one.watches] == [{"storey": "high"}]
    page.players.cast_button.click()
    qtbot.waitUntil(lambda: len(page.seats.board.tiles) == 7)
    qtbot.waitUntil(lambda: page.tabs.value() == "seats")
    assert page.view.play.item == "换位体验"


def test_every_part_fits_the_smallest_window(desktop: Desktop, play: str) -> None:
    too_wide = {}
    for language, part in product(("en", "zh_CN"), ("players", "seats", "handout", "poll")):
        i18n.set_language(language)
        shell = OfficeShell(desktop.office)
        shell.show_page("play", play_id=play, part=part)
        shell.resize(1024, 600)
        least = shell.minimumSizeHint()
        if least.width() > 1024 or least.height() > 600:
            too_wide[language, part] = (least.width(), least.height())
        shell.deleteLater()
    assert not too_wide


def test_people_are_found_kept_apart_and_taken_out(desktop: Desktop, play: str, qtbot: QtBot) -> None:
    page = _open(desktop, play, "players")
    first, second = page.players.list.ids()[:2]
    page.players.list.choose(first)
    page.players.foe.chosen.emit(second)
    qtbot.waitUntil(lambda: _view(desktop, play).apart != ())
    qtbot.waitUntil(lambda: bool(_named(page, "May sit with")))
    _named(page, "May sit with")[0].click()
    qtbot.waitUntil(lambda: _view(desktop, play).apart == ())
    page.players.remove.click()
    qtbot.waitUntil(lambda: len(_view(desktop, play).players) == 9)
    assert _view(desktop, play).play.state == "prepared"
    page.players.finder.field.setFocus()
    QTest.keyClicks(page.players.finder.field, "wgf")
    QTest.keyClick(page.players.finder.field, Qt.Key.Key_Return)
    assert page.players.finder.field.text() == ""


def _named(page: PlayPage, words: str) -> list[QAbstractButton]:
    return [one for one in page.players.side.findChildren(QAbstractButton) if words in one.accessibleName()]


def test_seats_change_by_keys_and_by_dragging(desktop: Desktop, play: str, qtbot: QtBot) -> None:
    page = _open(desktop, play, "seats")
    board = page.seats.board
    before = {one.person_id: (one.table, one.role) for one in _view(desktop, play).players}

    def seat(person: str) -> tuple[int, str]:
        return next((one.table, one.role) for one in _view(desktop, play).players if one.person_id == person)

    one, other, third = list(board.tiles)[:3]
    board.tiles[one].setFocus()
    QTest.keyClick(board.tiles[one], Qt.Key.Key_Return)
    assert board.held == one
    assert page.escape()
    QTest.keyClick(board.tiles[one], Qt.Key.Key_Return)
    QTest.keyClick(board.tiles[one], Qt.Key.Key_Down)
    assert board.tiles[other].hasFocus()
    page.seats.reason.setText("老同事")
    QTest.keyClick(board.tiles[other], Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any(player.reason == "老同事" for player in _view(desktop, play).players if player.by_hand)
    )
    assert (seat(one), seat(other)) == (before[other], before[one])
    qtbot.waitUntil(lambda: page.view is not None and any(one.by_hand for one in page.view.players))
    assert board.tiles[other].hasFocus()
    start, goal = board.tiles[third], board.tiles[one]
    qtbot.waitUntil(lambda: start.mapTo(board, QPoint()) != goal.mapTo(board, QPoint()))
    spot = start.mapFromGlobal(goal.mapToGlobal(QPoint(10, 10)))
    QTest.mousePress(start, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(10, 10))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(spot), QPointF(start.mapToGlobal(spot)), left, left, none
    )
    QApplication.sendEvent(start, moved)  # a pointer that is held keeps its widget, unlike QTest's
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    qtbot.waitUntil(lambda: seat(third) == before[other])


def test_a_player_draws_again_watches_or_moves(desktop: Desktop, play: str, qtbot: QtBot) -> None:
    page = _open(desktop, play, "seats")
    person = next(iter(page.seats.board.tiles))

    def one() -> Any:
        return next(player for player in _view(desktop, play).players if player.person_id == person)

    role = one().role
    page.seats.board.tiles[person].setFocus()
    page.seats.draw_again.click()
    qtbot.waitUntil(lambda: one().redrawn)
    assert one().role != role
    qtbot.waitUntil(lambda: not page.seats.draw_again.isEnabled())
    said: list[Any] = []
    page.told.connect(lambda sentence, tone: said.append((sentence, tone)))
    page.seats.moved.emit(person, 1, "nobody")
    qtbot.waitUntil(lambda: bool(said))
    page.seats.let_watch.click()
    qtbot.waitUntil(lambda: one().watches)
    page.seats.seed.setText("000042")
    page.seats.again.click()
    qtbot.waitUntil(lambda: _view(desktop, play).seed == 42)


def test_roles_are_hidden_until_asked_for(desktop: Desktop, play: str, qtbot: QtBot) -> None:
    page = _open(desktop, play, "handout")

    def trails() -> set[str]:
        rows = page.handout.list.rows
        found = [rows.row_at(rows.index(place)) for place in range(rows.rowCount())]
        return {row.trail for row in found if row is not None and not row.id.startswith("#")}

    assert trails() == {HIDDEN}
    page.handout.show_roles.click()
    assert HIDDEN not in trails()
    page.turn_to("poll")
    page.turn_to("handout")
    assert trails() == {HIDDEN}


def test_sheets_are_typed_by_code(desktop: Desktop, play: str, qtbot: QtBot) -> None:
    page = _open(desktop, play, "poll")
    page.poll.number.set_value(12)
    page.poll.make.click()
    qtbot.waitUntil(lambda: desktop.ask(poll_desk, play_id=play).progress.sheets == 12)
    codes = desktop.do(preparing.issue_codes, play_id=play, number=12)
    fields = page.poll.form.fields
    for wave in ("before", "after"):
        page.poll.wave.set_value(wave)
        for code in codes[:5]:
            page.poll.form.fill(code=code, digits="34 05")
            QTest.keyClick(fields["digits"].control, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: fields["code"].text() == "")
    assert desktop.ask(poll_desk, play_id=play).progress.paired == 5
    qtbot.waitUntil(page.poll.moved_head.isVisible)
    page.poll.form.fill(code=codes[0], digits="3405")
    page.poll.keep.click()
    qtbot.waitUntil(lambda: bool(fields["code"].problem()))
    page.poll.form.fill(code=codes[7], digits="99")
    page.poll.keep.click()
    assert fields["digits"].problem()
    page.poll.take_out.click()
    qtbot.waitUntil(lambda: desktop.ask(poll_desk, play_id=play).progress.after == 4)


def test_a_play_that_is_over_tells_nothing_of_its_cast(desktop: Desktop, play: str) -> None:
    desktop.do(running.start_play, play_id=play)
    desktop.do(running.end_play, play_id=play)
    page = _open(desktop, play)
    assert page.tabs.value() == "poll"
    page.turn_to("seats")
    assert page.seats.empty.isVisible()
    assert page.seats.board.tiles == {}


def test_scenarios_come_and_go_as_files(
    shelf: ScenariosPage, desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    shelf.list.choose("shipped:dogs")
    shelf.save_package(tmp_path / "dogs.zip")
    qtbot.waitUntil((tmp_path / "dogs.zip").is_file)
    scenario = library.shipped("dogs").scenario
    assert read_package((tmp_path / "dogs.zip").read_bytes()).scenario == scenario
    (tmp_path / "lift.yaml").write_text(write_text(library.shipped("lift").scenario), "utf-8")
    shelf.bring_in(tmp_path / "lift.yaml")
    qtbot.waitUntil(lambda: any(not card.source.startswith("shipped:") for card in shelf.cards))
    own = next(card.source for card in shelf.cards if not card.source.startswith("shipped:"))
    shelf.list.choose(own)
    qtbot.waitUntil(shelf.drop.isVisible)
    shelf.drop.click()
    qtbot.waitUntil(lambda: all(card.source.startswith("shipped:") for card in shelf.cards))
    said: list[Any] = []
    shelf.told.connect(lambda sentence, tone: said.append((sentence, tone)))
    shelf.bring_in(tmp_path / "nowhere.yaml")
    qtbot.waitUntil(lambda: bool(said))
    assert "nowhere.yaml" in said[-1][0]


def test_a_shipped_scenario_is_copied_to_be_changed(
    shelf: ScenariosPage, desktop: Desktop, qtbot: QtBot
) -> None:
    shelf.list.choose("shipped:dogs")
    shelf.change.click()
    qtbot.waitUntil(lambda: desktop.went[-1][0] == "scenario")
    copied = desktop.went[-1][1]["scenario_id"]
    assert [card.source for card in desktop.ask(own_scenarios)] == [copied]
    desktop.go("scenarios")
    page = desktop.shell.page
    assert isinstance(page, ScenariosPage)
    page.begin()
    assert desktop.went[-1][0] == "scenario_new"


def test_a_play_is_found_again_and_dropped(
    shelf: ScenariosPage, desktop: Desktop, play: str, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: f"play:{play}" in shelf.list.ids())
    shelf.list.choose(f"play:{play}")
    assert shelf.open.isVisible()
    shelf.drop.click()
    qtbot.waitUntil(lambda: desktop.ask(play_list) == ())
    made = desktop.do(acts.start_scenario, text=write_text(library.shipped("lift").scenario))
    qtbot.waitUntil(lambda: made in shelf.list.ids())
    shelf.list.choose(made)
    assert not shelf.prepare.isVisible(), "a draft is not played"
