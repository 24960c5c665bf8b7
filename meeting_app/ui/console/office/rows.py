"""The shared list of rows with headings between groups, and with one row always chosen while there is one.

A heading is a row whose identity begins with HEAD; it is read and painted, and the keyboard passes it by.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.labels import tone_colour
from meeting_app.ui.widgets.rows import Index, Row, RowDelegate, RowModel
from meeting_app.ui.widgets.rows import RowList as SharedList

HEAD: Final = "#"
QUIET_TONES: Final = ("", "plain", "muted")
CHIP_ICONS: Final = {"danger": "circle-alert", "warn": "clock", "ok": "check"}

__all__ = ["HEAD", "Row", "RowList", "heading", "line"]


def line(
    row_id: str, title: str, detail: str = "", right: str = "", tone: str = "plain", icon: str = ""
) -> Row:
    """A row whose word at the right is a chip when its tone says something, else a quiet remark."""
    if not right or tone in QUIET_TONES:
        return Row(row_id, title, detail, trail=right, icon=icon)
    return Row(
        row_id,
        title,
        detail,
        icon=icon,
        tone=tone,
        chip=right,
        chip_tone=tone,
        chip_icon=CHIP_ICONS.get(tone, ""),
    )


def heading(code: str, title: str, count: str = "", tone: str = "ink", icon: str = "") -> Row:
    """A heading over the rows that follow, with how many they are."""
    return Row(HEAD + code, title, trail=count, tone="ink" if tone == "plain" else tone, icon=icon)


class HeadedModel(RowModel):
    """A heading cannot be chosen. Rows can be moved and dropped between others, in a list that allows it."""

    def supportedDropActions(self) -> Qt.DropAction:
        """A row is moved; Qt would take copies only, and no drop within the list at all."""
        return Qt.DropAction.MoveAction

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is only read; between rows, which is in none of them, one may be dropped."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        row = self.row_at(index)
        if row is None or row.id.startswith(HEAD):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled


class HeadedDelegate(RowDelegate):
    """Paints headings on a sunken ground, rows as everywhere."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is 40 high."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        if row.id.startswith(HEAD):
            return QSize(0, theme.current().size("row_head"))
        return super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading, or a row."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        if not row.id.startswith(HEAD):
            super().paint(painter, option, index)
            return
        now = theme.current()
        painter.save()
        paint.smooth(painter)
        box = QRectF(option.rect)
        painter.fillRect(box, now.colour("sunken"))
        left, side = box.left() + now.px(12), now.size("icon")
        colour = tone_colour(row.tone)
        if row.icon:
            icons.draw(painter, row.icon, QRectF(left, box.center().y() - side / 2, side, side), colour)
            left += side + now.px(12)
        font = now.font(bold=True)
        wide = paint.text_width(font, row.title)
        paint.draw_text(painter, QRectF(left, box.top(), wide, box.height()), row.title, font, colour)
        rest = QRectF(left + wide + now.px(8), box.top(), max(0.0, box.right() - left - wide), box.height())
        paint.draw_text(painter, rest, row.trail, now.font(), colour)
        painter.restore()


class RowList(SharedList):
    """Keeps what is chosen when the records change, else chooses the first row."""

    def __init__(self, name: str, *, height: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(name, height=height, on_paper=True, parent=parent)
        self.rows = HeadedModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(HeadedDelegate(height=height, detail_below=True, tab=40, parent=self))
        self.setMinimumHeight(theme.current().px(112))
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; one of them is chosen, the same as before when it is still there."""
        # Rows of one height need not be measured one by one.
        self.setUniformItemSizes(not any(row.id.startswith(HEAD) for row in rows))
        super().show_rows(rows)
        if not self.current_id():
            self.step(1)

    def choose(self, row_id: str) -> None:
        """Choose a row and bring it into view; nothing happens when it is gone."""
        super().choose(row_id)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def current_id(self) -> str:
        """The chosen row's identity; "" when none is chosen."""
        row_id = super().current_id()
        return "" if row_id.startswith(HEAD) else row_id

    def step(self, by: int) -> None:
        """Choose the next row (1) or the one before (-1), past headings."""
        place = self.currentIndex().row() + by
        while 0 <= place < self.rows.rowCount():
            index = self.rows.index(place)
            if self.rows.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return
            place += by

    def ids(self) -> tuple[str, ...]:
        """The rows in their order, without headings."""
        places = (self.rows.row_at(self.rows.index(place)) for place in range(self.rows.rowCount()))
        return tuple(row.id for row in places if row is not None and not row.id.startswith(HEAD))

    def titles(self) -> tuple[str, ...]:
        """The titles as shown, without headings."""
        places = (self.rows.row_at(self.rows.index(place)) for place in range(self.rows.rowCount()))
        return tuple(row.title for row in places if row is not None and not row.id.startswith(HEAD))

    def _on_opened(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None and not row.id.startswith(HEAD):
            self.opened.emit(row.id)
