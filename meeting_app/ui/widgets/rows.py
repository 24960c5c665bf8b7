"""Lists of painted rows: a model of plain data, a delegate that paints, a view that keeps its selection by
identity.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMetaMethod,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.labels import chip_width, draw_chip, tone_colour

Index = QModelIndex | QPersistentModelIndex
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a number or mark at the left, the title, a detail, and at the right a remark or a chip.

    `detail_below` puts the detail under the title (rows of 56 and more); else it stands beside it from
    `tab` on, as a share of the width in per cent. `tone` colours the icon, `faded` rows are muted.
    """

    id: str
    title: str
    detail: str = ""
    lead: str = ""
    icon: str = ""
    tone: str = "muted"
    trail: str = ""
    chip: str = ""
    chip_tone: str = "plain"
    chip_icon: str = ""
    strong: bool = False
    faded: bool = False

    def spoken(self) -> str:
        """The row as one sentence for a screen reader."""
        return ", ".join(part for part in (self.lead, self.title, self.detail, self.trail, self.chip) if part)


class RowModel(QAbstractListModel):
    """Rows as Qt's views want them; a changed list touches only the rows that differ."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        return row if role == Qt.ItemDataRole.UserRole else None

    def row_at(self, index: Index) -> Row | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, row_id: str) -> int:
        """Where a row stands, -1 when it is gone."""
        return next((place for place, row in enumerate(self._rows) if row.id == row_id), -1)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows instead."""
        fresh = list(rows)
        if [row.id for row in fresh] == [row.id for row in self._rows]:
            for place, (old, new) in enumerate(zip(self._rows, fresh, strict=True)):
                if old != new:
                    self._rows[place] = new
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()


class RowDelegate(QStyledItemDelegate):
    """Paints a row; two lines where the detail stands below."""

    def __init__(self, *, height: int, detail_below: bool, tab: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._height, self._below, self._tab = height, detail_below, tab

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.current().px(80), theme.current().px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Row):
            return
        now = theme.current()
        painter.save()
        paint.smooth(painter)
        box = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, now.colour("action_tint"))
            painter.fillRect(QRectF(box.left(), box.top(), now.px(3), box.height()), now.colour("action"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, now.colour("sunken"))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), now.colour("line"))
        self._paint_row(painter, box, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRectF, row: Row) -> None:
        now = theme.current()
        left, right = box.left() + now.px(12), box.right() - now.px(12)
        if row.lead:
            wide = max(now.px(24), paint.text_width(now.font(), row.lead))
            lead = QRectF(left, box.top(), wide, box.height())
            paint.draw_text(painter, lead, row.lead, now.font(), now.colour("muted"), paint.CENTRE)
            left += wide + now.px(12)
        if row.icon:
            side = now.size("icon")
            icons.draw(
                painter,
                row.icon,
                QRectF(left, box.center().y() - side / 2, side, side),
                tone_colour(row.tone),
            )
            left += side + now.px(12)
        right = self._paint_end(painter, box, row, right)
        self._paint_words(painter, QRectF(left, box.top(), right - left, box.height()), row)

    def _paint_end(self, painter: QPainter, box: QRectF, row: Row, right: float) -> float:
        """The chip and the remark at the right; answers where they begin."""
        now = theme.current()
        if row.chip:
            wide, high = chip_width(row.chip, icon=bool(row.chip_icon)), now.size("chip")
            chip = QRectF(right - wide, box.center().y() - high / 2, wide, high)
            draw_chip(painter, chip, row.chip, row.chip_tone, row.chip_icon)
            right -= wide + now.px(12)
        if row.trail:
            font = now.font("caption")
            wide = paint.text_width(font, row.trail)
            trail = QRectF(right - wide, box.top(), wide, box.height())
            paint.draw_text(painter, trail, row.trail, font, now.colour("muted"), paint.RIGHT)
            right -= wide + now.px(12)
        return right

    def _paint_words(self, painter: QPainter, box: QRectF, row: Row) -> None:
        now = theme.current()
        ink = now.colour("muted" if row.faded else "ink")
        font = now.font("strong" if row.strong and not self._below else "body", bold=row.strong)
        if self._below and row.detail:
            first, second = now.line("body"), now.line("caption")
            top = box.center().y() - (first + second) / 2
            paint.draw_text(painter, QRectF(box.left(), top, box.width(), first), row.title, font, ink)
            below = QRectF(box.left(), top + first, box.width(), second)
            paint.draw_text(painter, below, row.detail, now.font("caption"), now.colour("muted"))
            return
        tab = box.width() * self._tab / 100 if row.detail else box.width()
        wide = min(tab, box.width())
        paint.draw_text(
            painter, QRectF(box.left(), box.top(), wide - now.px(8), box.height()), row.title, font, ink
        )
        if row.detail:
            rest = QRectF(box.left() + tab, box.top(), max(0.0, box.width() - tab), box.height())
            paint.draw_text(painter, rest, row.detail, now.font(), now.colour("muted"))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole row as a tool tip, since any part may have been cut."""
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Row):
            QToolTip.showText(event.globalPos(), row.spoken(), view)
            return True
        return super().helpEvent(event, view, option, index)


class RowList(QListView):
    """A list of rows. Up and Down move, Enter or a double click opens.

    Signals: chosen(id) when another row is marked, opened(id) at Enter or a click with `open_on_click`.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        height: int = 56,
        detail_below: bool = True,
        tab: int = 40,
        open_on_click: bool = False,
        on_paper: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height = height
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(height=height, detail_below=detail_below, tab=tab, parent=self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if on_paper:
            self.setProperty("ground", "paper")
        self.selectionModel().currentChanged.connect(self._on_current)
        (self.clicked if open_on_click else self.doubleClicked).connect(self._on_opened)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the marked one stays marked while it is there."""
        marked = self.current_id()
        self.rows.show(rows)
        if marked and self.current_id() != marked and self.rows.place_of(marked) >= 0:
            self.choose(marked)

    def current_id(self) -> str:
        """The identity of the marked row, "" for none."""
        row = self.rows.row_at(self.currentIndex())
        return row.id if row else ""

    def choose(self, row_id: str) -> None:
        """Mark a row; nothing happens when it is gone."""
        place = self.rows.place_of(row_id)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))

    def step(self, by: int) -> None:
        """Mark the row that many further on."""
        place = self.currentIndex().row() + by
        if 0 <= place < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(place))

    def fit_height(self, most: int) -> None:
        """As high as the rows, at most that many."""
        self.setFixedHeight(theme.current().px(self._height) * min(most, max(1, self.rows.rowCount())) + 2)

    def _on_current(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self.chosen.emit(row.id)

    def _on_opened(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self.opened.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the marked row; where rows cannot be opened it is the page's main button."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif self.currentIndex().isValid() and self.isSignalConnected(QMetaMethod.fromSignal(self.opened)):
            self._on_opened(self.currentIndex())
        else:
            event.ignore()
