"""The page of the kinds: copy one, change it by the keyboard, call a meeting with it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from meeting_app.domain.meeting_kind import MeetingKind
from meeting_app.queries.kinds import all_kinds
from meeting_app.ui.console.office.draft import DraftPage
from meeting_app.ui.console.office.kind_presenter import facts
from meeting_app.ui.console.office.kinds import KindsPage
from tests.console_office import keyboard
from tests.console_office.conftest import Desktop

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desktop: Desktop, qtbot: QtBot) -> KindsPage:
    """The page with a copy of the hearing, its form open."""
    desktop.go("kinds", code="hearing")
    shown = desktop.shell.page
    assert isinstance(shown, KindsPage)
    qtbot.waitUntil(shown.list.hasFocus)
    assert shown.change.isHidden()
    keyboard.press(Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: keyboard.focused().accessibleName() == "Name of the kind")
    return shown


def own(desktop: Desktop) -> MeetingKind:
    """The only kind of our own."""
    found: list[MeetingKind] = [kind for kind in desktop.ask(all_kinds).values() if kind.own]
    return found[0]


def test_a_copy_gets_a_name_and_days_of_its_own(desktop: Desktop, page: KindsPage, qtbot: QtBot) -> None:
    assert own(desktop).name == "Hearing 2"
    keyboard.write("价格听证会")
    keyboard.tab_to("Full days of notice")
    keyboard.write("x")
    keyboard.enter()
    assert page.form.form.fields["days"].problem() == "A whole number of days, at most 60."
    keyboard.write("7")
    keyboard.enter()
    qtbot.waitUntil(lambda: (own(desktop).name, own(desktop).notice_days) == ("价格听证会", 7))
    qtbot.waitUntil(page.list.hasFocus)
    desktop.go("call")
    draft = desktop.shell.page
    assert isinstance(draft, DraftPage)
    assert "价格听证会" in draft.form.list.titles()


def test_its_agenda_is_changed_by_keys(desktop: Desktop, page: KindsPage, qtbot: QtBot) -> None:
    keyboard.press(Qt.Key.Key_Escape)
    before = own(desktop).template
    page.agenda.setFocus()
    page.agenda.choose("0")
    keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.focused().accessibleName().startswith("Minutes of the chosen item")
    page.agenda.setFocus()
    keyboard.press(Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: own(desktop).template[:2] == (before[1], before[0]))
    qtbot.waitUntil(lambda: page.agenda.current_id() == "1")
    keyboard.press(Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: own(desktop).template[1].minutes == before[0].minutes + 1)
    keyboard.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(own(desktop).template) == len(before) - 1)


def test_an_item_is_added_and_changed(desktop: Desktop, page: KindsPage, qtbot: QtBot) -> None:
    keyboard.press(Qt.Key.Key_Escape)
    page.add.click()
    keyboard.write("专家说明")
    keyboard.tab_to("At least, in minutes")
    keyboard.write("99")
    keyboard.enter()
    problem = page.item.form.fields["minimum"].problem()
    assert problem == "A whole number of minutes, not above the planned ones."
    keyboard.write("4")
    keyboard.enter()
    qtbot.waitUntil(lambda: own(desktop).template[-2].title == "专家说明")
    assert (own(desktop).template[-2].minutes, own(desktop).template[-2].minimum) == (10, 4)


def test_a_taken_name_is_said_at_its_field(desktop: Desktop, page: KindsPage, qtbot: QtBot) -> None:
    keyboard.write("居民议事会")
    keyboard.enter()
    qtbot.waitUntil(lambda: "already" in page.form.form.fields["name"].problem())
    assert own(desktop).name == "Hearing 2"


def test_an_unused_kind_is_taken_away(desktop: Desktop, page: KindsPage, qtbot: QtBot) -> None:
    keyboard.press(Qt.Key.Key_Escape)
    page.remove.click()
    qtbot.waitUntil(lambda: not any(kind.own for kind in desktop.ask(all_kinds).values()))


def test_an_own_quorum_and_an_own_number_of_proxies(desktop: Desktop, page: KindsPage, qtbot: QtBot) -> None:
    fields = page.form.form.fields
    for name, value in (("votes", "everybody"), ("quorum", "3/4/least"), ("proxies", "2")):
        fields[name].set_text(value)
    keyboard.enter()
    qtbot.waitUntil(lambda: own(desktop).most_proxies == 2)
    quorum = own(desktop).quorum
    assert quorum is not None
    assert (quorum.numerator, quorum.denominator, quorum.law) == (3, 4, "")
    said = dict(facts(own(desktop), {}))
    assert said["Quorum"] == "at least 3/4 of the persons (our own)"
    assert said["Proxies"] == "for 2 voters at most"
