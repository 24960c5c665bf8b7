"""Badges that are scanned while the keyboard is in a field or on a button: nothing of the burst stays there.

A scanner types its code in a few milliseconds a key and ends with Enter. On the deck the key router holds
keys back; in a field they appear at once, as every key does, and when Enter ends a burst that begins with the
badge's prefix, the field gets back the text that it had before.
"""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from meeting_app.domain.codes import BADGE_PREFIX

GAP_S = 0.05
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Burst:
    """Keys typed faster than a person can, with the text that the field held before the first of them."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._typed = ""
        self._before = ""
        self._last = float("-inf")

    def key(self, text: str, before: str) -> None:
        """A printable key; `before` is the field's text before it."""
        at = self._clock()
        if at - self._last > GAP_S:
            self._typed, self._before = "", before
        self._typed += text
        self._last = at

    def end(self) -> tuple[str, str] | None:
        """Enter: (what was scanned, the text before it) when it was a badge, else None."""
        fast = self._clock() - self._last <= GAP_S
        typed, before = self._typed, self._before
        self._typed, self._last = "", float("-inf")
        return (typed, before) if fast and typed.startswith(BADGE_PREFIX) else None


class FieldScans(QObject):
    """Watches what has the keyboard inside a window, but not the window itself, whose keys the router holds.

    `on_scan` is told the scanned text; neither a field nor a button sees the Enter that ends it.
    """

    def __init__(
        self, inside: QWidget, on_scan: Callable[[str], None], clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(inside)
        self._inside, self._on_scan = inside, on_scan
        self._burst = Burst(clock)
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and self._inside.isAncestorOf(new):
            self._watched = new
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every key pass but the Enter that ends a badge."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in ENTER:
            return self._end(watched)
        if event.text() and event.text().isprintable():
            self._burst.key(event.text(), watched.text() if isinstance(watched, QLineEdit) else "")
        return False

    def _end(self, watched: QObject) -> bool:
        scanned = self._burst.end()
        if scanned is None:
            return False
        typed, before = scanned
        if isinstance(watched, QLineEdit):
            watched.setText(before)
        self._on_scan(typed)
        return True
