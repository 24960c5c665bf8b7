"""Keys that were pressed before the answer to the key before them wait, in order, and act on what is shown
then.

Without this a second press would meet a page that does not know yet what the first one did: it would be
lost, or act on somebody who has just been called. Waiting keys are given to whatever has the keyboard when
their turn comes, so that a quick hand and a slow one end at the same place. They are forgotten, all of them,
when the person turns to something else (the mouse, another window, a menu) or has waited so long that the
hall has moved on. When the records themselves do not answer for so long, keys wait no more, and what was
typed into a field stands in it.
"""

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

MOST: Final = 8
PATIENCE_S: Final = 2.0
MODIFIERS: Final = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)
TURNED_AWAY: Final = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.ApplicationDeactivate})

TEXT_CONTROLS: Final = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
Kept = tuple[QEvent, float, Callable[[QKeyEvent], object] | None]


def copied(event: QKeyEvent) -> QKeyEvent:
    """A key event that outlives its moment."""
    return QKeyEvent(
        event.type(), event.key(), event.modifiers(), event.nativeScanCode(), event.nativeVirtualKey(),
        event.nativeModifiers(), event.text(), event.isAutoRepeat(), event.count(),
    )  # fmt: skip


class WaitingKeys(QObject):
    """The keys that wait in one window. `busy` tells whether something that a key ordered is still under way;
    whoever knows that it has ended calls `give`.
    """

    def __init__(
        self, window: QWidget, busy: Callable[[], bool], clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(window)
        self._window, self._busy, self._clock = window, busy, clock
        self._kept: deque[Kept] = deque()
        self.giving = False  # one of them is having its turn
        self._watching = False
        self._typed_into: QWidget | None = None  # where the keyboard was when the first of them came
        self._stalled = False
        self.limit = QTimer(self)
        self.limit.setSingleShot(True)
        self.limit.timeout.connect(self._no_answer)
        self.be_patient(PATIENCE_S)

    def be_patient(self, seconds: float) -> None:
        """How long a key waits at most."""
        self._patience_s = seconds
        self.limit.setInterval(round(seconds * 1000))

    def must_wait(self) -> bool:
        """Whether a key that comes now has to wait."""
        return not (self.giving or self._stalled) and (bool(self._kept) or self._busy())

    def take(self, event: QKeyEvent, to: Callable[[QKeyEvent], object] | None = None) -> bool:
        """Let a key wait if it has to; answers whether it does. `to` = who gets it instead of the window.

        A key that is held down does not pile up, and of more than eight presses the last are lost.
        """
        if not self.must_wait() or Qt.Key(event.key()) in MODIFIERS:
            return False
        press = event.type() == QEvent.Type.KeyPress
        if not press and not self._kept:
            return False  # the release of a key that has acted
        if not (press and event.isAutoRepeat()):
            self.put(copied(event), to)
        return True

    def put(self, event: QKeyEvent, to: Callable[[QKeyEvent], object] | None = None) -> None:
        """Put a key behind those that wait, if there is room for it."""
        if event.type() != QEvent.Type.KeyPress or self.presses() < MOST:
            self._keep(event, to)

    def take_text(self, event: QInputMethodEvent) -> bool:
        """Let what an input method has composed wait behind the keys that do."""
        if self.giving or not self._kept:
            return False
        self._keep(event.clone(), None)
        return True

    def presses(self) -> int:
        """How many presses wait."""
        return sum(event.type() == QEvent.Type.KeyPress for event, _at, _to in self._kept)

    def _keep(self, event: QEvent, to: Callable[[QKeyEvent], object] | None) -> None:
        if not self._kept:
            self._typed_into = self._window.focusWidget()
            self.limit.start()
        self._kept.append((event, self._clock(), to))
        app = QCoreApplication.instance()
        if not self._watching and app is not None:
            self._watching = True
            app.installEventFilter(self)

    def give(self) -> None:
        """Nothing is under way: give the keys their turn, up to the first that orders something again."""
        self._stalled = False
        while self._kept and not self.giving and not self._busy():
            event, at, to = self._kept.popleft()
            if self._clock() - at > self._patience_s or QApplication.activePopupWidget() is not None:
                self.drop()
                return
            self._give(event, to)
        if not self._kept:
            self._unwatch()

    def _no_answer(self) -> None:
        """What was ordered takes too long: nobody waits for it any more."""
        self._stalled = self._busy()
        self._part()

    def _part(self) -> None:
        """The keys are let go, but what was typed into a field stays there."""
        focus: QWidget | None = self._window.focusWidget()
        if isinstance(focus, TEXT_CONTROLS) and focus is self._typed_into:
            for event, _at, to in tuple(self._kept):
                if to is None:
                    self._give(event, None)
        self.drop()

    def _give(self, event: QEvent, to: Callable[[QKeyEvent], object] | None) -> None:
        self.giving = True
        try:
            if to is not None and isinstance(event, QKeyEvent):
                to(event)
            else:
                focus: QWidget | None = self._window.focusWidget()
                QCoreApplication.sendEvent(self._window if focus is None else focus, event)
        finally:
            self.giving = False

    def drop(self) -> None:
        """Forget all of them."""
        self._kept.clear()
        self._unwatch()

    def _unwatch(self) -> None:
        self.limit.stop()
        app = QCoreApplication.instance()
        if self._watching and app is not None:
            self._watching = False
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The person turns to something else: what was pressed before is not meant any more."""
        away = event.type() == QEvent.Type.WindowDeactivate and watched is self._window
        if away or event.type() in TURNED_AWAY:
            self._part()
        return False
