"""A table to type into: arrow keys move, typing or F2 begins, Enter ends and goes down, Tab leaves.

Pasting a copied stretch of a table or several paragraphs fills cells and makes rows. Alt+Up and Alt+Down move
a row, Ctrl+Delete takes it away.
"""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from meeting_app.i18n import _
from meeting_app.ui.console.office.scenario_editor.entries import Unreadable
from meeting_app.ui.console.office.scenario_editor.grid_presenter import AMOUNTS, CHOSEN, GridPresenter
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets.fields import Choice, Field, TextArea
from meeting_app.ui.widgets.rows import ENTER

Index = QModelIndex | QPersistentModelIndex
PAD = 8


class GridModel(QAbstractTableModel):
    """The presenter's cells as Qt's views want them."""

    said = Signal(str)

    def __init__(self, presenter: GridPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._shown = 0

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._shown

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.presenter.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.presenter.columns[section].words()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self._shown:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.presenter.text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            column = self.presenter.columns[index.column()].words()
            return f"{column}: {self.presenter.text(index.row(), index.column())}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        try:
            self.presenter.put(index.row(), index.column(), str(value))
        except Unreadable as problem:
            self.said.emit(str(problem))
            return False
        self.said.emit("")
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def show(self) -> None:
        """The parts may have changed."""
        rows = len(self.presenter.items()) + 1
        if rows > self._shown:
            self.beginInsertRows(QModelIndex(), self._shown, rows - 1)
            self._shown = rows
            self.endInsertRows()
        elif rows < self._shown:
            self.beginRemoveRows(QModelIndex(), rows, self._shown - 1)
            self._shown = rows
            self.endRemoveRows()
        self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, self.columnCount() - 1))


class CellText(TextArea):
    """A cell with several lines while it is typed in."""

    def _take_theme(self) -> None:
        self.setFont(theme.current().font())


class Cells(QStyledItemDelegate):
    """Paints wrapped text and makes the field for a cell."""

    def __init__(self, grid: "Grid") -> None:
        super().__init__(grid)
        self._grid = grid

    def _text(self, index: Index) -> tuple[str, bool]:
        """What the cell says, and whether it is only a hint."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if text or index.column() or index.row() < index.model().rowCount() - 1:
            return text, False
        return _("type here to add"), True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, box = theme.current(), option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, now.colour("action_tint"))
        text, hint = self._text(index)
        painter.setFont(now.font())
        painter.setPen(now.colour("muted" if hint else "ink"))
        inner = box.adjusted(now.px(PAD), now.px(PAD), -now.px(PAD), -now.px(PAD))
        painter.drawText(inner, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setPen(QPen(now.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(now.colour("action_text"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        now = theme.current()
        wide = max(now.px(40), self._grid.columnWidth(index.column()) - 2 * now.px(PAD))
        box = QFontMetrics(now.font()).boundingRect(
            QRect(0, 0, wide, now.px(4000)), int(Qt.TextFlag.TextWordWrap), self._text(index)[0]
        )
        return QSize(wide, max(now.size("control"), box.height() + 2 * now.px(PAD)))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        presenter = self._grid.cells.presenter
        entry = presenter.columns[index.column()]
        if entry.kind in CHOSEN:
            made = Choice(entry.words(), parent)
            made.offer([("", ""), *presenter.offered(index.row(), index.column())])
            made.chosen.connect(lambda _value: self._done(made))
            return made
        kind = CellText if entry.kind == "text" else Field
        return kind(entry.words(), parent=parent)

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        presenter = self._grid.cells.presenter
        if isinstance(editor, Choice):
            editor.set_value(presenter.value(index.row(), index.column()) or "")
        elif isinstance(editor, CellText):
            editor.setPlainText(presenter.text(index.row(), index.column()))
        elif isinstance(editor, Field):
            editor.setText(presenter.text(index.row(), index.column()))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, Choice):
            if editor.value():
                model.setData(index, editor.value())
        elif isinstance(editor, CellText):
            model.setData(index, editor.toPlainText())
        elif isinstance(editor, Field):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box = option.rect
        if isinstance(editor, CellText):
            high = max(box.height(), 3 * theme.current().line("body") + theme.current().px(18))
            box.setHeight(min(high, max(box.height(), self._grid.viewport().height() - box.top())))
        editor.setGeometry(box)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter ends typing also in several lines; Shift+Enter is a new line there."""
        if (
            isinstance(editor, CellText | Field)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in ENTER
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._done(editor)
            self._grid.down()
            return True
        return super().eventFilter(editor, event)


class Grid(QTableView):
    """The table. `said` tells what is wrong with what was typed; "" when nothing is."""

    said = Signal(str)

    def __init__(self, presenter: GridPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = GridModel(presenter, self)
        self.cells.said.connect(self.said)
        self.setModel(self.cells)
        self.setItemDelegate(Cells(self))
        self.setAccessibleName(presenter.entry.words())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self._take_theme()
        theme.events().changed.connect(self._take_theme)
        self.cells.dataChanged.connect(lambda *_places: self.fit())

    def _take_theme(self) -> None:
        head = self.horizontalHeader()
        head.setFixedHeight(theme.current().size("row_head"))
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self) -> None:
        """Columns share the width, rows are as high as their texts, the table as high as its rows."""
        now, entries = theme.current(), self.cells.presenter.columns
        shares = [{"text": 5, "number": 1, "money": 2, "area": 2}.get(entry.kind, 3) for entry in entries]
        least = [now.px(72 if entry.kind in AMOUNTS else 96) for entry in entries]
        spare = max(0, self.viewport().width() - sum(least))
        for at, share in enumerate(shares):
            self.horizontalHeader().resizeSection(at, least[at] + spare * share // sum(shares))
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.cells.rowCount()))
        wide = sum(self.columnWidth(at) for at in range(self.cells.columnCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.viewport().width() else 0
        self.setFixedHeight(self.horizontalHeader().height() + rows + bar + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def show_parts(self) -> None:
        """The parts may have changed; the keyboard stays where it is."""
        self.cells.show()

    def show_columns(self) -> None:
        """The columns may be others."""
        if self.horizontalHeader().count() != self.cells.columnCount():
            self.cells.beginResetModel()
            self.cells.endResetModel()
        self.cells.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.cells.columnCount() - 1)

    def down(self) -> None:
        """One row further down in the same column."""
        here = self.currentIndex()
        self.setCurrentIndex(self.cells.index(min(here.row() + 1, self.cells.rowCount() - 1), here.column()))
        self.setFocus()

    def step(self, by: int) -> None:
        """Move the row with the keyboard."""
        here = self.currentIndex()
        if here.isValid():
            to = self.cells.presenter.move(here.row(), by)
            self.setCurrentIndex(self.cells.index(to, here.column()))

    def take_away(self) -> None:
        """Take the row with the keyboard away."""
        if self.currentIndex().isValid():
            self.cells.presenter.remove(self.currentIndex().row())

    def paste(self) -> None:
        """Fill cells from the clipboard, from the current one on."""
        here = self.currentIndex()
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.cells.presenter.paste(max(0, here.row()), max(0, here.column()), text)

    def focusInEvent(self, event: Any) -> None:
        """The keyboard finds a cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.cells.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take_away()
        elif key == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.cells.setData(self.currentIndex(), "")
        elif key in ENTER:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
