"""Lists whose rows are painted: only what is seen is made into words, whatever the list holds."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")


class PaintedModel(QAbstractListModel, Generic[R]):
    """Rows for Qt's view. `identity` tells which rows are the same, `said` makes a row's words for a screen
    reader when it is asked for them.
    """

    def __init__(
        self, identity: Callable[[R], str], said: Callable[[R, int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._identity, self._said = identity, said
        self._places: dict[str, int] = {}
        self.rows: tuple[R, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row, index.row())
        return None

    def place_of(self, identity: str) -> int:
        """Where a row stands, -1 when it is not there."""
        return self._places.get(identity, -1)

    def identity_at(self, place: int) -> str:
        """Whose row stands there; "" beyond the list."""
        return self._identity(self.rows[place]) if 0 <= place < len(self.rows) else ""

    def show(self, rows: Sequence[R]) -> None:
        """Show other rows; while their number stays they are only painted again."""
        fresh = tuple(rows)
        if fresh == self.rows:
            return
        places = {self._identity(row): place for place, row in enumerate(fresh)}
        if len(fresh) == len(self.rows):
            self.rows, self._places = fresh, places
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self.rows, self._places = fresh, places
        self.endResetModel()


class PaintedDelegate(QStyledItemDelegate):
    """Ground, selection and hairline of a row; what stands in it is painted by `columns`."""

    high = "row_list"  # the size of the theme that a row is high

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.current().size(self.high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if row is None:
            return
        now, area = theme.current(), QRectF(option.rect)
        paint.smooth(painter)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, now.colour("action_tint"))
        painter.setPen(QPen(now.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self.columns(painter, area, row, place=index.row(), chosen=chosen)

    def columns(self, painter: QPainter, area: QRectF, row: Any, *, place: int, chosen: bool) -> None:
        """Paint what stands in the row; a plain row has nothing."""


class PaintedList(QListView, Generic[R]):
    """One column of painted rows of one height; the chosen row is known by its identity."""

    def __init__(
        self, name: str, model: PaintedModel[R], delegate: PaintedDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.painted = model
        model.setParent(self)
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # At once, so that other rows are painted together with what else a key changes; Qt would wait.
        model.modelReset.connect(self.doItemsLayout)

    def current_id(self) -> str:
        """Whose row is chosen; "" for none."""
        return self.painted.identity_at(self.currentIndex().row())

    def choose_place(self, place: int) -> bool:
        """Choose the row at a place; answers whether there is one."""
        there = 0 <= place < len(self.painted.rows)
        if there:
            self.setCurrentIndex(self.painted.index(place))
        return there

    def step(self, by: int) -> None:
        """Choose the row that many further on."""
        self.choose_place(self.currentIndex().row() + by)
