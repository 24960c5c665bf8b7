"""Which key acts and when: deck, text fields, composing input methods, remotes, badge scanners."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from meeting_app import i18n
from meeting_app.ui.qt.commands import Command, CommandClash, CommandTable, key_name
from meeting_app.ui.qt.keys import KeyRouter
from meeting_app.ui.widgets import Button

KEYS = {
    "pause": "Space", "next": "PgDown", "black": ".", "main": "Return", "add": "A", "note": "Ctrl+K",
    "undo": "Ctrl+Z", "help": "F1", "longer": "Up",
}  # fmt: skip


class Hall(QWidget):
    """A window with a deck, a field, a long text and a button; notes what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.field, self.text, self.button = QLineEdit(), QPlainTextEdit(), Button("Print")
        box = QVBoxLayout(self)
        for part in (self.field, self.text, self.button):
            box.addWidget(part)
        self.table = CommandTable()
        for name, key in KEYS.items():
            self.table.add(Command(name, name, self._noting(name), (key,), "live"))
        self.router = KeyRouter(self, self.table)
        self.router.contexts = ("live",)

    def _noting(self, name: str) -> Callable[[], None]:
        return lambda: self.done.append(name)


@pytest.fixture
def hall(qtbot: QtBot) -> Hall:
    """A hall's window in front, with the focus on the deck."""
    window = Hall()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    return window


def _press(qtbot: QtBot, window: QWidget) -> None:
    target = QApplication.focusWidget() or window
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_Up):
        QTest.keyClick(target, key)
    QTest.keyClicks(target, ".a")
    QTest.keyClick(target, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def test_on_the_deck_every_key_acts(qtbot: QtBot, hall: Hall) -> None:
    _press(qtbot, hall)
    assert hall.done == ["pause", "main", "next", "longer", "black", "add", "note"]


def test_in_a_field_only_the_remote_and_strong_keys_act(qtbot: QtBot, hall: Hall) -> None:
    hall.field.setFocus()
    _press(qtbot, hall)
    assert hall.done == ["next", "note"]
    assert hall.field.text() == " .a"
    QTest.keyClick(hall.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "undo" not in hall.done


def test_in_a_long_text_paging_is_the_texts_own(qtbot: QtBot, hall: Hall) -> None:
    hall.text.setFocus()
    QTest.keyClick(hall.text, Qt.Key.Key_PageDown)
    QTest.keyClick(hall.text, Qt.Key.Key_F1)
    assert hall.done == ["help"]


def test_a_button_with_the_focus_keeps_space_and_enter(qtbot: QtBot, hall: Hall) -> None:
    pressed: list[bool] = []
    hall.button.clicked.connect(lambda: pressed.append(True))
    hall.button.setFocus()
    QTest.keyClick(hall.button, Qt.Key.Key_Space)
    QTest.keyClick(hall.button, Qt.Key.Key_Return)
    assert (hall.done, len(pressed)) == ([], 2)


def test_a_composing_input_method_keeps_every_key(qtbot: QtBot, hall: Hall) -> None:
    for target in (hall.field, hall.text):
        target.setFocus()
        QApplication.sendEvent(target, QInputMethodEvent("zhao", []))
        _press(qtbot, hall)
        assert hall.done == []
        end = QInputMethodEvent("", [])
        end.setCommitString("赵")
        QApplication.sendEvent(target, end)
    QTest.keyClick(hall.text, Qt.Key.Key_F1)
    assert hall.done == ["help"]


def test_composing_ends_when_the_focus_leaves(qtbot: QtBot, hall: Hall) -> None:
    hall.field.setFocus()
    QApplication.sendEvent(hall.field, QInputMethodEvent("zhao", []))
    hall.field.clearFocus()
    hall.setFocus()
    QTest.keyClick(hall, Qt.Key.Key_Space)
    assert hall.done == ["pause"]


def test_a_badge_on_the_deck_is_a_scan_and_nothing_else(qtbot: QtBot, hall: Hall) -> None:
    scanned: list[str] = []
    hall.router.catch_scans("YB", scanned.append)
    QTest.keyClicks(hall, "YB7A.1A")
    QTest.keyClick(hall, Qt.Key.Key_Return)
    assert (scanned, hall.done) == (["YB7A.1A"], [])
    QTest.keyClicks(hall, "a")
    qtbot.waitUntil(lambda: hall.done == ["add"])


def test_a_badge_without_its_end_does_nothing(qtbot: QtBot, hall: Hall) -> None:
    hall.router.catch_scans("YB", lambda _text: None)
    QTest.keyClicks(hall, "YBA.")
    qtbot.waitUntil(lambda: not hall.router._held)
    assert hall.done == []


def test_a_command_that_is_not_enabled_takes_its_key_and_does_nothing(qtbot: QtBot, hall: Hall) -> None:
    hall.table.add(Command("vote", "Vote", hall._noting("vote"), ("V",), "live", enabled=lambda: False))
    QTest.keyClicks(hall, "v")
    assert hall.done == []
    assert not hall.table.get("vote").go()


def test_two_commands_cannot_have_one_key() -> None:
    table = CommandTable()
    table.add(Command("one", "One", lambda: None, ("Ctrl+K",), "live"))
    table.add(Command("two", "Two", lambda: None, ("Ctrl+K",), "office"))
    for clash in (
        Command("three", "Three", lambda: None, ("ctrl+k",), "live"),
        Command("four", "Four", lambda: None, ("Ctrl+K",)),
        Command("one", "Other", lambda: None),
    ):
        with pytest.raises(CommandClash):
            table.add(clash)
    with pytest.raises(ValueError, match="no such key"):
        table.add(Command("five", "Five", lambda: None, ("Nokey!",)))
    table.remove_context("office")
    assert table.find("Ctrl+K", ("office",)) is None
    assert [one.id for one in table] == ["one"]


def test_keys_are_named_as_on_the_caps() -> None:
    assert [key_name(key) for key in ("Return", "Ctrl+K", "PgDown", "Up", "+")] == [
        "Enter",
        "Ctrl+K",
        "PgDn",
        "↑",
        "+",
    ]
    i18n.set_language("zh_CN")
    assert key_name("Space") == "空格"
