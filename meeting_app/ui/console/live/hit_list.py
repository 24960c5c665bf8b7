"""The people that a search at the desk found, in columns: name, place, capacity, how they stand."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
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

from meeting_app.i18n import _
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.check_in_presenter import HitShown
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.labels import tone_colour

Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """The hits for Qt's view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[HitShown, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.joined(row.name, row.number, row.place, row.capacity, row.state)
        return None

    def show(self, rows: Sequence[HitShown]) -> None:
        """Show other hits."""
        fresh = tuple(rows)
        if [row.person_id for row in fresh] == [row.person_id for row in self.rows]:
            self.rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()


class HitDelegate(QStyledItemDelegate):
    """Paints a hit in four columns."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.current().size("row_list"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, HitShown):
            return
        now, area = theme.current(), QRectF(option.rect)
        paint.smooth(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, now.colour("action_tint"))
        painter.setPen(QPen(now.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        narrow = area.width() < now.px(720)
        third, fourth = (0.52, 1.0) if narrow else (0.37, 0.74)
        stops = [now.px(16), now.px(104), area.width() * third, area.width() * fourth, area.width()]
        boxes = [
            QRectF(area.left() + left, area.top(), right - left - now.px(8), area.height())
            for left, right in pairwise(stops)
        ]
        paint.draw_text(painter, boxes[0], row.name, now.font("strong"), now.colour("ink"))
        paint.draw_text(painter, boxes[1], row.place, now.font(), now.colour("ink"))
        side = now.size("icon_small")
        mark = QRectF(boxes[2].left(), area.top() + (area.height() - side) / 2, side, side)
        icons.draw(painter, row.icon, mark, tone_colour(row.tone))
        state = boxes[2].adjusted(side + now.px(6), 0, 0, 0)
        paint.draw_text(painter, state, row.state, now.font(), tone_colour(row.tone))
        if not narrow:
            paint.draw_text(painter, boxes[3], row.capacity, now.font("caption"), now.colour("muted"))


class HitList(QListView):
    """The field above keeps the keyboard; Up and Down there move here.

    Signals: chosen(person_id) when another row is marked, taken(person_id) at a click.
    """

    chosen = Signal(str)
    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(self))
        self.setAccessibleName(_("People found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda _index: self.taken.emit(self.current_id()))
        self.selectionModel().currentChanged.connect(lambda *_a: self.chosen.emit(self.current_id()))

    def show_hits(self, rows: Sequence[HitShown]) -> None:
        """Show other hits; the marked one stays marked while there, else the first is marked."""
        marked = self.current_id()
        self.hits.show(rows)
        places = [row.person_id for row in self.hits.rows]
        if places:
            self.setCurrentIndex(self.hits.index(places.index(marked) if marked in places else 0))

    def current_id(self) -> str:
        """Who is marked; "" for nobody."""
        row = self.currentIndex().row()
        return self.hits.rows[row].person_id if 0 <= row < len(self.hits.rows) else ""

    def step(self, by: int) -> None:
        """Mark the row that many further on."""
        place = self.currentIndex().row() + by
        if 0 <= place < len(self.hits.rows):
            self.setCurrentIndex(self.hits.index(place))
