"""The agenda as a list that is put in order by dragging or Alt+Up and Alt+Down.

The chosen item has its minutes at hand.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.call_presenter import AgendaLine
from meeting_app.ui.console.office.rows import RowList, line
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.labels import chip_width, draw_chip
from meeting_app.ui.widgets.rows import Index, Row

GRIP: Final = 16
NUMBER: Final = 32
START: Final = 96
MINUTES: Final = 168
MINUTES_END: Final = 56


class AgendaDelegate(QStyledItemDelegate):
    """Grip, number, title, planned start, minutes; the chosen row leaves the minutes to the stepper."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: dict[str, AgendaLine] = {}
        self.editable = True

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every item is 48 px high."""
        return QSize(0, theme.current().size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        item = self.lines.get(row.id)
        if item is None:
            return
        now = theme.current()
        painter.save()
        paint.smooth(painter)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, now.colour("action_tint"))
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), now.colour("line"))
        right = self._paint_end(painter, box, item, stepper=chosen and self.editable)
        self._paint_words(painter, box, item, right)
        painter.restore()

    def _paint_end(self, painter: QPainter, box: QRectF, item: AgendaLine, *, stepper: bool) -> float:
        """Planned start and minutes; answers where they begin."""
        now = theme.current()
        right = box.right() - now.px(MINUTES)
        if not stepper:
            minutes = QRectF(right, box.top(), now.px(MINUTES - MINUTES_END), box.height())
            text = _("{n} min").format(n=item.minutes)
            paint.draw_text(painter, minutes, text, now.font(), now.colour("ink"), paint.RIGHT)
        start = QRectF(right - now.px(START), box.top(), now.px(START), box.height())
        paint.draw_text(painter, start, item.starts, now.font(), now.colour("muted"), paint.RIGHT)
        return start.left()

    def _paint_words(self, painter: QPainter, box: QRectF, item: AgendaLine, right: float) -> None:
        now = theme.current()
        left = box.left() + now.px(8)
        if self.editable:
            side = now.px(GRIP)
            grip = QRectF(left, box.center().y() - side / 2, side, side)
            icons.draw(painter, "grip-vertical", grip, now.colours.muted)
        left += now.px(GRIP + 8)
        number = QRectF(left, box.top(), now.px(NUMBER - 8), box.height())
        paint.draw_text(painter, number, item.number, now.font(), now.colour("muted"), paint.CENTRE)
        left += now.px(NUMBER)
        if item.problem:
            wide = chip_width(item.problem, icon=True)
            high = now.size("chip")
            right -= wide + now.px(8)
            chip = QRectF(right, box.center().y() - high / 2, wide, high)
            draw_chip(painter, chip, item.problem, "warn", "triangle-alert")
        title = QRectF(left, box.top(), right - left - now.px(8), box.height())
        paint.draw_text(painter, title, item.title, now.font(), now.colour("ink"))


class AgendaList(RowList):
    """Places are counted from 1, as they are read out."""

    moved = Signal(str, int)
    removed = Signal(str)
    minutes_changed = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Agenda"), parent=parent)
        self.painter_of_rows = AgendaDelegate(self)
        self.setItemDelegate(self.painter_of_rows)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.stepper = parts.stepper(_("Minutes of the chosen item"), 1, 600, _("{n} min"), self.viewport())
        self.stepper.changed.connect(self._minutes_put)
        self.chosen.connect(lambda _id: self._place_stepper())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place_stepper())

    def show_lines(self, lines: Sequence[AgendaLine], *, editable: bool) -> None:
        """Show the agenda; the chosen item stays chosen."""
        self.painter_of_rows.lines = {item.item_id: item for item in lines}
        self.painter_of_rows.editable = editable
        self.setDragEnabled(editable)
        self.show_rows([line(item.item_id, item.title, item.kind, item.starts) for item in lines])
        self.viewport().update()
        self._place_stepper()

    def _item(self) -> AgendaLine | None:
        return self.painter_of_rows.lines.get(self.current_id())

    def _place_stepper(self) -> None:
        item = self._item()
        self.stepper.setVisible(item is not None and self.painter_of_rows.editable)
        if item is None:
            return
        now = theme.current()
        box = self.visualRect(self.currentIndex())
        width = self.stepper.sizeHint().width()
        height = now.size("control")
        self.stepper.setGeometry(
            box.right() - width - now.px(8), box.center().y() - height // 2, width, height
        )
        self.stepper.set_value(item.minutes)

    def _minutes_put(self, minutes: int) -> None:
        item = self._item()
        if item is not None and minutes != item.minutes:
            self.minutes_changed.emit(item.item_id, minutes)

    def _shift(self, by: int) -> None:
        place = self.currentIndex().row() + by
        if self.current_id() and 0 <= place < self.rows.rowCount():
            self.moved.emit(self.current_id(), place + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the item, + and - change its minutes, Delete takes it off."""
        if not self.painter_of_rows.editable:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            self._shift(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal):
            self.stepper.step_by(-1 if event.key() == Qt.Key.Key_Minus else 1)
        elif event.key() == Qt.Key.Key_Delete and self.current_id():
            self.removed.emit(self.current_id())
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """An item was dragged to another place: tell it, and let the records say how the agenda is then."""
        target = self.indexAt(event.position().toPoint())
        moving = self.current_id()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if moving:
            self.drop_at(target, below=self._is_below(target, event))

    def _is_below(self, target: QModelIndex, event: QDropEvent) -> bool:
        return event.position().y() > self.visualRect(target).center().y()

    def drop_at(self, target: QModelIndex, *, below: bool) -> None:
        """Move the chosen item before or behind another one; to the end when it was dropped on none."""
        here = self.currentIndex().row()
        there = target.row() if target.isValid() else self.rows.rowCount() - 1
        place = there + (1 if below and target.isValid() else 0)
        if place > here:
            place -= 1
        if not target.isValid():
            place = there
        if place != here:
            self.moved.emit(self.current_id(), place + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stepper follows its row."""
        super().resizeEvent(event)
        self._place_stepper()
