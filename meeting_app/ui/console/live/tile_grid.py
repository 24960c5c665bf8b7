"""Tiles in rows that a person moves among: mouse, arrow keys, a tool tip with all that a tile says."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TileGrid(QWidget):
    """Arrow keys move, Enter, Space or a click picks. `columns` answers how many tiles stand side by side in
    a width, `box` where a tile lies.

    Signals: picked(place).
    """

    picked = Signal(int)

    def __init__(
        self,
        name: str,
        columns: Callable[[int], int],
        box: Callable[[int], QRectF],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns_in, self._box_of = columns, box
        self._told: tuple[str, ...] = ()
        self.place = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def tell(self, told: Sequence[str]) -> None:
        """What each tile says; there are as many tiles."""
        self._told = tuple(told)
        self.place = min(self.place, max(0, len(told) - 1))
        self.setAccessibleDescription(self._told[self.place] if told else "")

    def _at(self, point: QPoint) -> int | None:
        return next((place for place in range(len(self._told)) if self._box_of(place).contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the tile under the mouse."""
        place = self._at(event.position().toPoint())
        if place is not None:
            self.place = place
            self.picked.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys, open with Enter or Space."""
        columns = self._columns_in(self.width())
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns,
        }  # fmt: skip
        if event.key() in steps:
            place = self.place + steps[Qt.Key(event.key())]
            if 0 <= place < len(self._told):
                self.place = place
                self.setAccessibleDescription(self._told[place])
                self.update()
        elif event.key() in CHOOSING and self._told:
            self.picked.emit(self.place)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """All that a tile says as a tool tip, since parts may be cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self._told[place] if place is not None else "", self)
            return True
        return super().event(event)
