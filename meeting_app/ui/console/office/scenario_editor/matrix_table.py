"""The score table as a grid: arrow keys move, digits type, Enter goes down, Alt with an arrow raises or
lowers an option in the role's order, pasting fills from the current cell on.
"""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
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
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.matrix import Figures, Matrix
from meeting_app.ui.console.office.scenario_editor.names import called
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.fields import Field
from meeting_app.ui.widgets.rows import ENTER

Index = QModelIndex | QPersistentModelIndex
HEAT: Final = ("surface", "heat_1", "heat_2", "heat_3")
NAMES, LEAST, HEAD, HIGH = 144, 60, 52, 36


class MatrixModel(QAbstractTableModel):
    """The first column holds the options' names, then one column a role."""

    said = Signal(str)

    def __init__(self, manuscript: Manuscript, kind: type[Figures], parent: QWidget) -> None:
        super().__init__(parent)
        self._manuscript, self._kind = manuscript, kind
        self.matrix = kind.of(manuscript.scenario)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.matrix.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.matrix.roles) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            if section == 0:
                return _("Option")
            return called(self.matrix.roles[section - 1].name, section - 1)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.matrix.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if index.column() == 0:
                return line.title
            value = self.matrix.value(index.row(), index.column() - 1)
            return "" if value is None else str(value)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column():
            value = self.matrix.value(index.row(), index.column() - 1)
            who = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{who}, {line.title}: {'' if value is None else value}"
        return line.title if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0 else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        try:
            changed = self.matrix.typed(index.row(), index.column() - 1, str(value))
        except Unreadable as problem:
            self.said.emit(str(problem))
            return False
        self.said.emit("")
        self._manuscript.take(changed)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.matrix.rows[index.row()]
        if not line.typed or index.column() == 0:
            return Qt.ItemFlag.ItemIsEnabled
        fixed = self.matrix.fixed(index.row())
        open_ = Qt.ItemFlag.NoItemFlags if fixed else Qt.ItemFlag.ItemIsEditable
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | open_

    def show(self) -> bool:
        """Show the scenario as it is now; whether rows or columns are others."""
        fresh = self._kind.of(self._manuscript.scenario)
        same = (fresh.rows, [role.id for role in fresh.roles]) == (
            self.matrix.rows, [role.id for role in self.matrix.roles]
        )  # fmt: skip
        if same:
            self.matrix = fresh
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        else:
            self.beginResetModel()
            self.matrix = fresh
            self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))
        return not same


class Points(QStyledItemDelegate):
    """Paints the shade of a cell: the darker, the better for the role within the issue."""

    def __init__(self, table: "MatrixTable") -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.current().px(LEAST), theme.current().px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, box = theme.current(), option.rect
        matrix = self._table.cells.matrix
        line = matrix.rows[index.row()]
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        heading = bool(line.issue) and not line.option
        bold = heading or not line.issue
        ground = "sunken" if heading else "surface"
        if index.column() and line.option:
            ground = HEAT[matrix.heat(index.row(), index.column() - 1)]
        painter.fillRect(box, now.colour(ground))
        inner = box.adjusted(now.px(8), 0, -now.px(4), 0)
        align = paint.CENTRE if index.column() else paint.LEFT
        paint.draw_text(painter, inner.toRectF(), text, now.font(bold=bold), now.colour("ink"), align)
        painter.setPen(QPen(now.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.column() and line.typed and not text:
            side = now.px(8)
            hole = QRect(box.center().x() - side // 2, box.center().y(), side, now.px(2))
            painter.fillRect(hole, now.colour("warn_fill"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(now.colour("action_text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = Field(str(index.data(Qt.ItemDataRole.AccessibleTextRole)), parent=parent)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setProperty("cell", "true")
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, Field):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, Field):
            model.setData(index, editor.text())

    def eventFilter(self, editor: Any, event: Any) -> bool:
        """Enter ends typing and goes down, as in a table program."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and event.key() in ENTER:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self._table.step(1)
            return True
        return super().eventFilter(editor, event)


class MatrixTable(QTableView):
    """The table. Signals: said(sentence) when what was typed is no number, here(column) of the keyboard."""

    said = Signal(str)
    here = Signal(int)

    def __init__(
        self,
        manuscript: Manuscript,
        kind: type[Figures] = Matrix,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._manuscript = manuscript
        self.cells = MatrixModel(manuscript, kind, self)
        self.cells.said.connect(self.said)
        self.setModel(self.cells)
        self.setItemDelegate(Points(self))
        self.setAccessibleName(name or _("Score table"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.verticalHeader().hide()
        self._take_theme()
        theme.events().changed.connect(self._take_theme)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._spans()

    def _take_theme(self) -> None:
        now, head = theme.current(), self.horizontalHeader()
        head.setFixedHeight(now.px(HEAD))
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        self.verticalHeader().setDefaultSectionSize(now.px(HIGH))
        self._fit()

    def _fit(self) -> None:
        now, roles = theme.current(), max(1, len(self.cells.matrix.roles))
        each = max(now.px(LEAST), (self.viewport().width() - now.px(NAMES)) // roles)
        each = min(each, now.px(120))
        self.setColumnWidth(0, max(now.px(NAMES), self.viewport().width() - each * roles))
        for column in range(1, roles + 1):
            self.setColumnWidth(column, each)

    def _spans(self) -> None:
        self.clearSpans()
        for at, line in enumerate(self.cells.matrix.rows):
            if not line.typed and self.cells.columnCount() > 1:
                self.setSpan(at, 0, 1, self.cells.columnCount())

    def refresh(self) -> None:
        """Show the scenario as it is now."""
        if self.cells.show():
            self._spans()
            self._fit()

    def fit_rows(self) -> None:
        """As high as all rows, for a table among others that scrolls with them."""
        rows = len(self.cells.matrix.rows) * theme.current().px(HIGH)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().height() + rows + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_current(self, index: QModelIndex, _old: QModelIndex) -> None:
        self.here.emit(index.column() - 1)

    def _next(self, row: int, by: int) -> int:
        """The next row that is typed into."""
        at = row + by
        while 0 <= at < len(self.cells.matrix.rows) and not self.cells.matrix.rows[at].typed:
            at += by
        return at if 0 <= at < len(self.cells.matrix.rows) else row

    def step(self, by: int) -> None:
        """Up or down by one row that is typed into."""
        here = self.currentIndex()
        self.setCurrentIndex(self.cells.index(self._next(here.row(), by), here.column()))
        self.setFocus()

    def go_to(self, row: int, column: int) -> None:
        """Put the keyboard on a cell."""
        self.setFocus()
        self.setCurrentIndex(self.cells.index(self._next(row - 1, 1), column + 1))

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if self.currentIndex().column() < 1 and self.cells.columnCount() > 1:
            self.setCurrentIndex(self.cells.index(self._next(-1, 1), 1))

    def paste(self) -> None:
        """Fill cells from the clipboard, from the current one on."""
        here = self.currentIndex()
        text = QGuiApplication.clipboard().text()
        row, column = (here.row(), here.column() - 1) if here.column() > 0 else (0, 0)
        if text.strip() and self.cells.matrix.roles:
            changed, _taken = self.cells.matrix.pasted(row, column, text)
            self._manuscript.take(changed)

    def rank(self, by: int) -> None:
        """Raise or lower the current option in the role's order."""
        here = self.currentIndex()
        if here.column() > 0:
            changed, _row = self.cells.matrix.raised(here.row(), here.column() - 1, by)
            self._manuscript.take(changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = event.key(), self.currentIndex()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = -1 if key == Qt.Key.Key_Up else 1
            self.rank(-by) if alt else self.step(by)
        elif key == Qt.Key.Key_Left and here.column() <= 1:
            event.accept()
        elif key == Qt.Key.Key_Delete and here.column() > 0:
            self.cells.setData(here, "")
        elif key in ENTER and here.column() > 0:
            self.edit(here)
        else:
            super().keyPressEvent(event)
