"""The editor's window by its keys: what is typed is kept, steps go back, findings lead to their fields."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meeting_app.actions.roleplay.scenarios import rename_scenario
from meeting_app.ui.console.office.scenario_editor.controls import TableBox
from meeting_app.ui.console.office.scenario_editor.section_views import FormSection, ListSection
from meeting_app.ui.console.office.scenario_editor.sections import SECTIONS
from tests.console_office.conftest import Desktop
from tests.console_office.keyboard import control, enter, focused, press, tab_to, write
from tests.scenario_editor.conftest import Open, kept, settled


def keys(text: str) -> None:
    """Type letter by letter: the first one opens the cell, the others go into it."""
    for letter in text:
        QTest.keyClicks(focused(), letter)


def test_every_section_opens_and_every_control_has_a_name(edit: Open, qtbot: QtBot) -> None:
    page = edit("lift")
    for section in SECTIONS:
        page.sections.choose(section.id)
        assert page.view is not None
        assert page.view.isVisible()
        nameless = [
            one for one in page.findChildren(QWidget)
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.accessibleName()
        ]  # fmt: skip
        assert nameless == [], section.id
    assert kept_rows(page) == [section.id for section in SECTIONS]


def kept_rows(page: object) -> list[str]:
    """The sections in the list at the left."""
    rows = page.sections.rows  # type: ignore[attr-defined]
    return [rows.row_at(rows.index(at)).id for at in range(rows.rowCount())]


def test_what_is_typed_is_kept_a_moment_later(edit: Open, desktop: Desktop, qtbot: QtBot) -> None:
    page = edit()
    enter()
    tab_to("Title of the scenario")
    write("广场舞之夜")
    assert not page.desk.is_kept()
    settled(page, qtbot)
    assert kept(desktop, page).identity.title == "广场舞之夜"
    assert page.title.text() == "广场舞之夜"
    assert "kept" not in desktop.shell.foot.toast_text(), "nobody is told at every letter"
    tab_to("Fewest players")
    write("five")
    box = page.view.form.box(("players", "least"))  # type: ignore[union-attr]
    assert box.message.text()
    write("6")
    settled(page, qtbot)
    assert kept(desktop, page).players.least == 6
    press(Qt.Key.Key_Escape)
    control(Qt.Key.Key_Z)
    settled(page, qtbot)
    assert kept(desktop, page).players.least == 4
    control(Qt.Key.Key_Y)
    assert page.manuscript.scenario.players.least == 6


def test_leaving_the_page_keeps_what_was_typed(edit: Open, desktop: Desktop, qtbot: QtBot) -> None:
    page = edit()
    page.manuscript.put(("setting",), "一条小街")
    desktop.go("today")
    qtbot.waitUntil(lambda: kept(desktop, page).setting == "一条小街")


def test_roles_come_by_ins_and_by_the_clipboard(edit: Open, desktop: Desktop, qtbot: QtBot) -> None:
    page = edit(section="roles")
    control(Qt.Key.Key_N)
    assert focused().accessibleName() == "Name"
    QGuiApplication.clipboard().setText("姓名：吴阿婆\n公开介绍：住六层\n密卡：膝盖不好")
    control(Qt.Key.Key_V)
    view = page.view
    assert isinstance(view, ListSection)
    role = page.manuscript.scenario.roles[0]
    assert (role.name, role.public, role.secret) == ("吴阿婆", "住六层", "膝盖不好")
    view.list.setFocus()
    press(Qt.Key.Key_Insert)
    write("林小雨")
    view.list.setFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.name for one in page.manuscript.scenario.roles] == ["林小雨", "吴阿婆"]
    press(Qt.Key.Key_Delete)
    settled(page, qtbot)
    assert [one.name for one in kept(desktop, page).roles] == ["吴阿婆"]
    assert page.side.preview.heading.text() == "吴阿婆"


def test_a_table_is_typed_into_by_keys(edit: Open, desktop: Desktop, qtbot: QtBot) -> None:
    page = edit(section="setting")
    view = page.view
    assert isinstance(view, FormSection)
    box = view.form.box(("facts",))
    assert isinstance(box, TableBox)
    box.grid.setFocus()
    for words in ("House", "Money"):
        keys(words)
        enter()
    assert [one.title for one in page.manuscript.scenario.facts] == ["House", "Money"]
    assert box.grid.currentIndex().row() == 2
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Right)
    keys("Two")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    keys("lines")
    enter()
    box.grid.setCurrentIndex(box.grid.cells.index(1, 0))
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    settled(page, qtbot)
    assert [(one.title, one.text) for one in kept(desktop, page).facts] == [("Money", "Two\nlines")]


def test_a_finding_leads_to_its_field(edit: Open, qtbot: QtBot) -> None:
    page = edit("lift", "identity")
    page.manuscript.put(("roles", 2, "public"), "很好。" * 21)
    page.manuscript.put(("scores",), page.manuscript.scenario.scores[:-1])
    settled(page, qtbot)
    page.side.turn("left")
    shown = [page.side.findings.list.item(at).text() for at in range(page.side.findings.list.count())]
    assert len(shown) == 2
    assert page.side.tabs.button("left").accessibleName() == "To do (2)"
    page.side.findings.list.setFocus()
    page.side.findings.list.setCurrentRow(1)
    enter()
    assert page.sections.current_id() == "roles"
    assert focused().accessibleName() == "Public brief"
    view = page.view
    assert isinstance(view, ListSection)
    assert (view.at(), view.form.box(("public",)).message.isVisible()) == (2, True)  # type: ignore[union-attr]
    page.side.findings.list.setFocus()
    page.side.findings.list.setCurrentRow(0)
    enter()
    assert page.sections.current_id() == "scores"
    keys("2")
    enter()
    settled(page, qtbot)
    assert page.judged is not None
    assert page.judged.errors() == 0


def test_a_change_from_elsewhere_is_taken_over(edit: Open, desktop: Desktop, qtbot: QtBot) -> None:
    page = edit("lift")
    desktop.do(rename_scenario, scenario_id=page.scenario_id, title="另一个名字")
    qtbot.waitUntil(lambda: page.title.text() == "另一个名字")
    page.undo()
    settled(page, qtbot)
    assert kept(desktop, page).identity.title == "云桥里的电梯"


def test_the_hall_and_the_printed_card_are_shown_by_their_own_painters(edit: Open, qtbot: QtBot) -> None:
    page = edit("lift", "roles")
    preview = page.side.preview
    qtbot.waitUntil(preview.card.isVisible)
    first = preview.card.grab().toImage()
    view = page.view
    assert isinstance(view, ListSection)
    view.choose(4)
    qtbot.waitUntil(lambda: preview.card.grab().toImage() != first)
    assert not preview.slide.isVisible()
    page.sections.choose("issues")
    assert preview.slide.isVisible()
    assert not preview.card.isVisible()
    assert "先不装" in preview.slide.accessibleDescription()
    page.manuscript.put(("roles", 0, "secret"), "太长了。" * 300)
    page.sections.choose("roles")
    settled(page, qtbot)
    view.choose(0)
    qtbot.waitUntil(lambda: not preview.card.isVisible())
    assert preview.full.tone() == "warn"
