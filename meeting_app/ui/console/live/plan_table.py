"""The table of the agenda: rows are put in order by dragging; the keys are the window's."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.plan_presenter import PlanLine
from meeting_app.ui.qt.keys import DECK
from meeting_app.ui.widgets import Column, Line, Table
from meeting_app.ui.widgets.tables import Index, TableModel

PREVIEWS: Final = (5, 6, 7)


class _Movable(TableModel):
    """Rows that can be dragged, and dropped between others."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row may be dragged; the records say whether it may be moved."""
        plain = super().flags(index)
        return plain | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """A row is moved."""
        return Qt.DropAction.MoveAction


class PlanTable(Table):
    """Signals: moved(item_id, place from 1). It counts as the deck: single keys and badges work over it."""

    moved = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = (
            Column("", figures=True, width=44),
            Column(_("Item"), stretch=1),
            Column("", width=200),
            Column(_("Planned"), figures=True, width=96),
            Column(_("Now"), figures=True, width=132),
            Column(_("1 evenly"), figures=True, width=100),
            Column(_("2 from it"), figures=True, width=100),
            Column(_("3 out"), figures=True, width=100),
        )
        super().__init__(_("Agenda and time"), columns, parent)
        self.table = _Movable(columns, self)
        self.setModel(self.table)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self._take_theme()
        self.setProperty(DECK, True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def show_plan(self, lines: Sequence[PlanLine]) -> None:
        """Show the agenda; the chosen item stays chosen, else the current one is."""
        chosen = self.current_id()
        self.show_lines([Line(line.item_id, line.cells, line.tone, line.strong) for line in lines])
        if not self.current_id() or chosen not in [line.item_id for line in lines]:
            self.choose(next((line.item_id for line in lines if line.strong), ""))

    def show_previews(self, *, shown: bool) -> None:
        """The columns of the three ways, only while something is to be won."""
        for column in PREVIEWS:
            self.setColumnHidden(column, not shown)

    def step(self, by: int) -> None:
        """Choose the item above (-1) or below (1)."""
        place = self.currentIndex().row() + by
        if 0 <= place < len(self.table.lines):
            self.selectRow(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen item stays in sight when a question above the page takes room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        """An item was dragged: tell it, and let the records say how the agenda is then."""
        target = self.indexAt(event.position().toPoint())
        below = target.isValid() and event.position().y() > self.visualRect(target).center().y()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.drop_at(target, below=below)

    def drop_at(self, target: QModelIndex, *, below: bool) -> None:
        """Move the chosen item before or behind another one; to the end when it was dropped on none."""
        here = self.currentIndex().row()
        last = len(self.table.lines) - 1
        place = target.row() + below if target.isValid() else last + 1
        place -= place > here
        if self.current_id() and place != here:
            self.moved.emit(self.current_id(), place + 1)
