"""What stands beside a form that scrolls, and stays in sight while the form goes by."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from meeting_app.ui.qt import theme

NARROW, WIDE = 216, 320
# A form of at least this width leaves the wide column to what stands beside it.
ROOMY = 760


class Following(QWidget):
    """Holds `part` as a column beside a form. It keeps to the upper edge of what is seen of the form, never
    leaves its column, and comes wholly into sight when a field of the form takes the keyboard.
    """

    def __init__(self, part: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._area: QScrollArea | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        part.installEventFilter(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self.follow)
        self.setFixedWidth(theme.current().px(NARROW))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focused)

    def showEvent(self, event: QShowEvent) -> None:
        """Find the nearest part that scrolls."""
        super().showEvent(event)
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None and parent is not self._area:
            self._area = parent
            parent.verticalScrollBar().valueChanged.connect(self._scrolled)
            parent.viewport().installEventFilter(self)
        self._settle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room: another place."""
        super().resizeEvent(event)
        self._room_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words may need another height."""
        words = watched is self._part and event.type() == QEvent.Type.LayoutRequest
        if words or (watched is not self._part and event.type() == QEvent.Type.Resize):
            self._room_changed()
        return super().eventFilter(watched, event)

    @Slot()
    def _scrolled(self) -> None:
        """Keep up after the scrolling is done."""
        self._settle.start()

    def _room_changed(self) -> None:
        """Other words or another window: stay in sight while a field of the form has the keyboard."""
        self._settle.start()
        self._focused(None, QApplication.focusWidget())

    def _high(self) -> int:
        width = self.width()
        return max(self._part.heightForWidth(width), self._part.minimumSizeHint().height())

    @Slot()
    def follow(self) -> None:
        """Take the width that the form leaves, and the place at which it is seen."""
        now, body, area = theme.current(), self.parentWidget(), self._area
        if body is None or area is None or not self.isVisible():
            return
        self.setFixedWidth(now.px(WIDE if body.width() >= now.px(ROOMY) else NARROW))
        above = -body.mapTo(area.viewport(), QPoint(0, 0)).y()
        top = max(0, min(above, body.height() - self._high()))
        if self._column.contentsMargins().top() != top:
            self._column.setContentsMargins(0, top, 0, 0)

    @Slot(QWidget, QWidget)
    def _focused(self, _left: QWidget | None, now: QWidget | None) -> None:
        body = self.parentWidget()
        if now is not None and body is not None and self.isVisible() and body.isAncestorOf(now):
            QTimer.singleShot(0, self, self._bring)

    @Slot()
    def _bring(self) -> None:
        """Scroll on until the whole column is seen, where it fits, or else as much as leaves the field."""
        body, area = self.parentWidget(), self._area
        if body is None or area is None or not self.isVisible():
            return
        bar = area.verticalScrollBar()
        first = body.mapTo(area.viewport(), QPoint(0, 0)).y() + bar.value()
        seen = area.viewport().height()
        need = first + min(self._high(), seen) - seen
        if bar.value() < need:
            bar.setValue(need)
        self.follow()
