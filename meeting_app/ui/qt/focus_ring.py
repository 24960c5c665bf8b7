"""The ring around the control that has the focus: 2 px, 2 px outside, in every theme.

Qt's style sheets cannot draw outside a control, so one transparent widget per window follows the focus. It is
shown when the keyboard moved the focus (not after a click), and not on text fields, which mark themselves.
"""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from meeting_app.ui.qt import theme

MARK_THEMSELVES = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)


class _Ring(QWidget):
    """The ring itself; lets every click through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus_ring")

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.colour("action_text"), 2))
        radius = now.size("r_box") + 3
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class FocusRings(QObject):
    """Shows the ring where the keyboard is. One per application; made by `install`."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not clicked and not isinstance(new, MARK_THEMSELVES):
            self._follow(new)

    def _leave(self) -> None:
        # A window that is torn down loses its inner parts first, and only then says that the focus is gone.
        for widget in filter(isValid, self._followed):
            widget.removeEventFilter(self)
        self._followed = []
        self._target = None
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()

    def _follow(self, target: QWidget) -> None:
        window = target.window()
        if self._ring is None or not isValid(self._ring) or self._ring.parentWidget() is not window:
            self._ring = _Ring(window)
        self._target = target
        widget: QWidget | None = target
        while widget is not None and widget is not window:
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _place(self) -> None:
        # Nothing is forgotten when a former target dies: it often dies after the focus has moved on, and a
        # ring that is forgotten while it is shown would stand on the page for ever.
        if self._ring is None or self._target is None or not (isValid(self._ring) and isValid(self._target)):
            return
        box = QRect(
            self._target.mapTo(self._target.window(), self._target.rect().topLeft()), self._target.size()
        )
        self._ring.setGeometry(box.adjusted(-4, -4, 4, 4))
        self._ring.setVisible(self._target.isVisible())
        self._ring.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a target that moves or hides, and the parents that carry it."""
        if event.type() in MOVED and self._target is not None and watched in self._followed:
            self._place()
        return False


def install(app: QApplication) -> FocusRings:
    """Switch the rings on for an application; a second call answers the same rings."""
    rings = app.findChild(FocusRings)
    return rings if isinstance(rings, FocusRings) else FocusRings(app)
