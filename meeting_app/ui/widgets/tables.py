"""Tables of plain text: columns with a heading, rows of 48, hairlines between rows, selection by identity."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMetaMethod,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.rows import ENTER

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, figures at the right or text at the left, its share of the spare width."""

    heading: str
    figures: bool = False
    stretch: int = 0
    width: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A row: an identity and one text a column; `tone` as for labels, `strong` in bold."""

    id: str
    cells: tuple[str, ...]
    tone: str = ""
    strong: bool = False


class TableModel(QAbstractTableModel):
    """Lines as Qt's views want them."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.lines: tuple[Line, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        return self._align(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _align(self, column: int) -> Qt.AlignmentFlag:
        return paint.RIGHT if self.columns[column].figures else paint.LEFT

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._align(index.column())
        if role == Qt.ItemDataRole.FontRole:
            return theme.current().font(bold=line.strong)
        if role == Qt.ItemDataRole.ForegroundRole and line.tone:
            token = {"ok": "action_text", "warn": "warn_text"}.get(line.tone, line.tone)
            return QColor(theme.current().colour(token))
        return None

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines instead."""
        fresh = tuple(lines)
        if len(fresh) == len(self.lines):
            self.lines = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.lines = fresh
        self.endResetModel()


class _Hairlines(QStyledItemDelegate):
    """Paints the cell as Qt does, with room at its sides and one hairline below, none after the last row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.current()
        box = option.rect
        inner = QStyleOptionViewItem(option)
        inner.rect = box.adjusted(now.px(8), 0, -now.px(8), 0)
        if self._selected(option):
            painter.fillRect(box, now.colour("action_tint"))
        super().paint(painter, inner, index)
        if index.row() < index.model().rowCount() - 1:
            painter.setPen(QPen(now.colour("line"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + theme.current().px(24), hint.height())

    @staticmethod
    def _selected(option: QStyleOptionViewItem) -> bool:
        from PySide6.QtWidgets import QStyle

        return bool(option.state & QStyle.StateFlag.State_Selected)


class Table(QTableView):
    """A table whose rows can be chosen. Enter or a double click opens.

    Signals: chosen(id), opened(id).
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = TableModel(columns, self)
        self.setModel(self.table)
        self.setItemDelegate(_Hairlines(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self._take_theme()
        theme.events().changed.connect(self._take_theme)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_opened)

    def _take_theme(self) -> None:
        now = theme.current()
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(now.size("row"))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(now.size("row_head"))
        for place, column in enumerate(self.table.columns):
            wide = (
                QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.ResizeToContents
            )
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed if column.width else wide)
            if column.width:
                head.resizeSection(place, now.px(column.width))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the marked one stays marked while it is there."""
        marked = self.current_id()
        self.table.show(lines)
        if marked and self.current_id() != marked:
            self.choose(marked)

    def current_id(self) -> str:
        """The identity of the marked line, "" for none."""
        place = self.currentIndex().row()
        return self.table.lines[place].id if 0 <= place < len(self.table.lines) else ""

    def choose(self, line_id: str) -> None:
        """Mark a line; nothing happens when it is gone."""
        for place, line in enumerate(self.table.lines):
            if line.id == line_id:
                self.selectRow(place)
                return

    def _on_current(self, _new: QModelIndex, _old: QModelIndex) -> None:
        if self.current_id():
            self.chosen.emit(self.current_id())

    def _on_opened(self) -> None:
        if self.current_id():
            self.opened.emit(self.current_id())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the marked line; where lines cannot be opened it is the page's main button."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif self.current_id() and self.isSignalConnected(QMetaMethod.fromSignal(self.opened)):
            self._on_opened()
        else:
            event.ignore()
