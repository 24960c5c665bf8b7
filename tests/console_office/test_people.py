"""The roster through the window: finding, adding, correcting, merging, forgetting; organisations."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from meeting_app.queries import people as people_queries
from meeting_app.ui.console.office.roster import RosterPage
from tests.console_office import keyboard
from tests.console_office.conftest import NAMES, Desktop


@pytest.fixture
def page(desktop: Desktop) -> RosterPage:
    """The roster."""
    desktop.go("roster")
    shown = desktop.shell.page
    assert isinstance(shown, RosterPage)
    return shown


def names(page: RosterPage) -> list[str]:
    """The names in the table."""
    return [line.cells[1] for line in page.table.table.lines]


def card(desktop: Desktop, person_id: str) -> Any:
    """A person in the records."""
    return desktop.ask(people_queries.person_card, person_id=person_id)


def test_somebody_is_found_while_typing(page: RosterPage) -> None:
    found = {"zhou": "周志远", "oyh": "欧阳海", "1-201": "李建国", "敏": "张敏"}
    for typed, name in found.items():
        keyboard.write(typed)
        assert names(page) == [name]
        assert page.card.name.text() == name


def test_nobody_found_says_how_to_look(page: RosterPage) -> None:
    keyboard.write("xyzzy")
    assert names(page) == []
    assert "Try the name, its initials, or building-room" in page.empty.text()


def test_a_house_narrows_the_list(page: RosterPage) -> None:
    page.houses.setFocus()
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Down)
    assert names(page) == NAMES[5:]
    assert page.counted.text() == "5 people"


def test_a_person_is_added_by_the_keyboard(desktop: Desktop, page: RosterPage, qtbot: QtBot) -> None:
    keyboard.control(Qt.Key.Key_N)
    keyboard.enter()
    assert page.form.form.fields["name"].problem() == "A name is needed."
    keyboard.write("钱多多")
    keyboard.tab_to("Year of birth")
    keyboard.write("56")
    keyboard.enter()
    assert page.form.form.fields["birth_year"].problem() == "Four digits, for example 1956."
    keyboard.write("1956")
    keyboard.enter()
    qtbot.waitUntil(lambda: page.card.name.text() == "钱多多")
    assert page.card.card is not None
    stored = card(desktop, page.card.card.id)
    assert (stored.name, stored.birth_year) == ("钱多多", 1956)


def test_data_are_corrected(desktop: Desktop, page: RosterPage, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    person_id = page.table.current_id()
    page.card.edit.click()
    keyboard.tab_to("Phone")
    keyboard.write("13911112222")
    keyboard.enter()
    qtbot.waitUntil(lambda: card(desktop, person_id).phone == "13911112222")
    qtbot.waitUntil(lambda: "13911112222" in page.card.number.text())


def test_two_records_are_merged_after_a_sentence(desktop: Desktop, page: RosterPage, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    keep = page.table.current_id()
    gone = page.table.table.lines[1].id
    page.card.merge.click()
    keyboard.write("ljg")
    keyboard.enter()
    assert page.card.sentence.text().startswith("“李建国” and “王桂芳” are one person")
    assert keyboard.focused() is page.card.sure
    keyboard.enter()
    qtbot.waitUntil(lambda: card(desktop, gone).merged_into == keep)
    qtbot.waitUntil(lambda: "李建国" not in names(page))


def test_forgetting_is_said_before_it_is_done(desktop: Desktop, page: RosterPage, qtbot: QtBot) -> None:
    page.table.selectRow(2)
    person_id = page.table.current_id()
    page.card.forget.click()
    assert "cannot be taken back" in page.card.sentence.text()
    keyboard.press(Qt.Key.Key_Escape)
    assert page.card.sure.isHidden() or not page.card.sure.isVisible()
    assert card(desktop, person_id).name == "张敏"
    page.card.forget.click()
    page.card.sure.click()
    qtbot.waitUntil(lambda: card(desktop, person_id).forgotten)
    qtbot.waitUntil(lambda: "张敏" not in names(page))


def test_a_capacity_is_given_and_ended(desktop: Desktop, page: RosterPage, qtbot: QtBot) -> None:
    page.open_person(page.table.table.lines[-1].id)
    person_id = page.card.card.id if page.card.card else ""
    page.card.capacities.capacity.set_value("supervisor")
    page.card.capacities.give.click()

    def held() -> list[tuple[str, bool]]:
        return [(one.capacity, one.until is None) for one in card(desktop, person_id).capacities]

    qtbot.waitUntil(lambda: held() == [("supervisor", True)])
    name = "End: supervisor, since 9 November 2026"

    def end() -> QAbstractButton | None:
        buttons = page.card.capacities.findChildren(QAbstractButton)
        return next((one for one in buttons if one.accessibleName() == name), None)

    qtbot.waitUntil(lambda: end() is not None)
    button = end()
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: held() == [("supervisor", False)])


def test_an_organisation_is_added_and_changed(desktop: Desktop, page: RosterPage, qtbot: QtBot) -> None:
    page.show_tab("bodies")
    page.bodies.begin()
    page.bodies.form.fields["kind"].set_text("property")
    keyboard.write("安居物业")
    page.bodies.save.click()
    qtbot.waitUntil(lambda: "安居物业" in page.bodies.list.titles())
    page.bodies.list.choose(page.bodies.list.ids()[-1])
    page.bodies.form.fields["duties"].set_text("电梯与门禁")
    page.bodies.save.click()
    qtbot.waitUntil(lambda: body(desktop).duties == "电梯与门禁")
    assert body(desktop).kind == "property"


def body(desktop: Desktop) -> Any:
    """The property company in the records."""
    return next(one for one in desktop.ask(people_queries.bodies) if one.name == "安居物业")
