"""Keys that come before the answer to the key before them: in order, on what is shown then, or not at all."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from meeting_app.ui.qt.commands import Command, CommandTable
from meeting_app.ui.qt.keys import KeyRouter
from meeting_app.ui.qt.waiting_keys import MOST, PATIENCE_S, WaitingKeys
from meeting_app.ui.widgets import Button


class Hall(QWidget):
    """A window whose every command orders something that ends when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.busy = False
        self.now = 0.0
        self.field, self.button = QLineEdit(), Button("Print")
        self.pressed = 0
        self.button.clicked.connect(self._count)
        box = QVBoxLayout(self)
        box.addWidget(self.field)
        box.addWidget(self.button)
        table = CommandTable()
        for name, keys in (("a", ("A",)), ("b", ("B",)), ("up", ("Up",)), ("y", ("Y",)), ("s", ("S",))):
            table.add(Command(name, name, lambda name=name: self.order(name), keys, "live", repeats=True))  # type: ignore[misc]
        table.add(Command("find", "find", self.to_field, ("F",), "live"))
        self.router = KeyRouter(self, table, lambda: self.busy)
        self.router.contexts = ("live",)
        self.router.waiting = WaitingKeys(self, lambda: self.busy, lambda: self.now)
        self.scanned: list[str] = []
        self.router.catch_scans("YST*", self.scanned.append)

    def _count(self) -> None:
        self.pressed += 1

    def order(self, name: str) -> None:
        """Begin something."""
        assert not self.busy
        self.done.append(name)
        self.busy = True

    def to_field(self) -> None:
        """Into the field, at once."""
        self.field.setFocus()

    def end(self) -> None:
        """What was ordered has ended."""
        self.busy = False
        self.router.waiting.give()

    def type(self, text: str) -> None:
        """Keys to whatever has the keyboard."""
        for letter in text:
            focus: QWidget | None = self.focusWidget()
            QTest.keyClicks(self if focus is None else focus, letter)


def _pressed(letter: str, key: Qt.Key, *, repeated: bool = False) -> QKeyEvent:
    """A press; a key that is held down is told as presses that repeat."""
    return QKeyEvent(QEvent.Type.KeyPress, key.value, Qt.KeyboardModifier.NoModifier, letter, repeated)


@pytest.fixture
def hall(qtbot: QtBot) -> Hall:
    """A window in front, with the keyboard on the deck."""
    window = Hall()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    return window


def test_keys_wait_in_order_and_act_one_after_the_other(hall: Hall) -> None:
    hall.type("abab")
    assert hall.done == ["a"]
    hall.end()
    assert hall.done == ["a", "b"]
    hall.type("a")
    for _time in range(4):
        hall.end()
    assert hall.done == ["a", "b", "a", "b", "a"]
    hall.type("b")
    assert hall.done[-1] == "b"


def test_what_waits_goes_where_the_keyboard_is_then(hall: Hall) -> None:
    hall.type("af7a")
    assert hall.field.text() == ""
    hall.end()
    assert (hall.done, hall.field.text()) == (["a"], "7a")


def test_a_button_gets_its_press_and_its_release(hall: Hall) -> None:
    hall.type("a")
    hall.button.setFocus()
    QTest.keyClick(hall.button, Qt.Key.Key_Space)
    assert hall.pressed == 0
    hall.end()
    assert (hall.pressed, hall.button.isDown()) == (1, False)


def test_no_more_than_a_few_wait_and_a_held_key_not_at_all(hall: Hall) -> None:
    hall.type("a" + "b" * (MOST + 3))
    for _time in range(MOST + 5):
        hall.end()
    assert len(hall.done) == 1 + MOST
    hall.type("a")
    QTest.keyPress(hall, Qt.Key.Key_Up)
    for _time in range(3):
        QApplication.sendEvent(hall, _pressed("", Qt.Key.Key_Up, repeated=True))
    for _time in range(5):
        hall.end()
    assert hall.done.count("up") == 1


def test_who_turns_to_something_else_means_them_no_more(qtbot: QtBot, hall: Hall) -> None:
    hall.type("ab")
    QTest.mouseClick(hall, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    hall.end()
    assert hall.done == ["a"]
    hall.type("ab")
    QApplication.sendEvent(hall, QEvent(QEvent.Type.WindowDeactivate))
    hall.end()
    assert hall.done == ["a", "a"]
    hall.type("ab")
    hall.now += PATIENCE_S + 1
    hall.end()
    assert hall.done == ["a", "a", "a"]
    hall.type("b")
    assert hall.done[-1] == "b"


def test_a_badge_is_scanned_while_something_is_under_way(qtbot: QtBot, hall: Hall) -> None:
    hall.type("a")
    hall.type("YST*0123456")
    QTest.keyClick(hall, Qt.Key.Key_Return)
    hall.end()
    assert (hall.scanned, hall.done) == (["YST*0123456"], ["a"])
    hall.type("a")
    hall.field.setFocus()
    hall.type("yst*abc")
    hall.end()
    QTest.keyClick(hall.field, Qt.Key.Key_Return)
    assert (hall.scanned[1:], hall.field.text()) == (["YST*ABC"], "")


def test_only_what_may_begin_a_badge_is_held(qtbot: QtBot, hall: Hall) -> None:
    hall.type("s")
    assert hall.done == ["s"]  # at once: a badge begins with Y
    hall.end()
    hall.type("y")
    assert hall.done == ["s"]
    hall.type("b")  # no badge goes on so: both keys are a person's
    hall.end()
    assert hall.done == ["s", "y", "b"]
    hall.end()
    hall.type("y")
    QTest.keyClick(hall, Qt.Key.Key_Up)
    hall.end()
    assert hall.done == ["s", "y", "b", "y", "up"]
    hall.end()
    hall.type("y")
    qtbot.waitUntil(lambda: len(hall.done) == 6)


def test_what_an_input_method_composed_keeps_its_place(hall: Hall) -> None:
    hall.type("a")
    hall.field.setFocus()
    hall.type("1")
    event = QInputMethodEvent("", [])
    event.setCommitString("赵")
    QApplication.sendEvent(hall.field, event)
    assert hall.field.text() == ""
    hall.end()
    assert hall.field.text() == "1赵"


def test_a_key_of_the_other_window_acts_only_as_a_command(hall: Hall) -> None:
    hall.type("a")
    hall.field.setFocus()
    assert hall.router.press(_pressed("x", Qt.Key.Key_X))
    hall.end()
    assert hall.field.text() == ""


def test_a_key_that_a_field_passes_on_has_one_turn_only(hall: Hall) -> None:
    hall.field.returnPressed.connect(lambda: hall.order("field"))
    hall.field.setFocus()
    QTest.keyClick(hall.field, Qt.Key.Key_Return)
    hall.end()
    assert hall.done == ["field"]


def test_records_that_do_not_answer_lose_no_text(qtbot: QtBot, hall: Hall) -> None:
    hall.router.waiting.be_patient(0.02)
    hall.type("a")
    hall.field.setFocus()
    hall.type("12")
    qtbot.waitUntil(lambda: hall.field.text() == "12")
    hall.type("3")  # nobody waits for what does not answer
    assert hall.field.text() == "123"
    hall.setFocus()
    hall.end()
    hall.type("ab")
    qtbot.waitUntil(lambda: not hall.router.waiting.presses())
    hall.end()
    assert hall.done == ["a", "a"]  # a key of the deck is let go instead
