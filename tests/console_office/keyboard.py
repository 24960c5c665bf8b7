"""A person who has no mouse: keys go to whatever has the focus, Tab moves on, and nothing else is touched."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MOST_TABS = 60


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key."""
    QTest.keyClick(focused(), key, modifier)


def enter() -> None:
    """Press Enter."""
    press(Qt.Key.Key_Return)


def control(key: Qt.Key) -> None:
    """Press a key with Ctrl."""
    press(key, Qt.KeyboardModifier.ControlModifier)


def tab_to(name: str) -> QWidget:
    """Go on with Tab until the control of that accessible name has the keyboard."""
    seen: list[str] = []
    for _step in range(MOST_TABS):
        if focused().accessibleName() == name:
            return focused()
        seen.append(focused().accessibleName())
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name!r}, only to {seen}")


def write(text: str) -> None:
    """Type into what has the keyboard, in the place of what was there; Chinese comes from an input method."""
    widget = focused()
    control(Qt.Key.Key_A)
    press(Qt.Key.Key_Delete)
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    committed = QInputMethodEvent()
    committed.setCommitString(text)
    QApplication.sendEvent(widget, committed)
