"""A list whose rows wrap: a mark, where it stands, what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from meeting_app.i18n import _
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.labels import tone_colour
from meeting_app.ui.widgets.rows import ENTER, Index

WHERE, WHAT, BLOCKS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class _Rows(QStyledItemDelegate):
    def _wide(self) -> int:
        view = self.parent()
        assert isinstance(view, QListWidget)
        return view.viewport().width() - theme.current().px(44)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        now = theme.current()
        box = QFontMetrics(now.font()).boundingRect(
            QRect(0, 0, max(40, self._wide()), now.px(2000)),
            int(Qt.TextFlag.TextWordWrap),
            str(index.data(WHAT)),
        )
        return QSize(now.px(80), box.height() + now.line("caption") + now.px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, box = theme.current(), QRectF(option.rect)
        paint.smooth(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, now.colour("action_tint"))
        icon, tone = ("circle-alert", "danger") if index.data(BLOCKS) else ("triangle-alert", "warn")
        side, left = now.size("icon"), box.left() + now.px(4)
        icons.draw(painter, icon, QRectF(left, box.top() + now.px(8), side, side), tone_colour(tone))
        text = QRectF(left + side + now.px(8), box.top() + now.px(8), self._wide(), now.line("caption"))
        paint.draw_text(painter, text, str(index.data(WHERE)), now.font("caption"), now.colour("muted"))
        painter.setFont(now.font())
        painter.setPen(now.colour("ink"))
        below = QRectF(text.left(), text.bottom(), text.width(), box.bottom() - text.bottom() - now.px(4))
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), str(index.data(WHAT)))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), now.colour("line"))


class FindingList(QListWidget):
    """Signals: opened(place) at Enter or a click."""

    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "paper")
        self.setItemDelegate(_Rows(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.opened.emit(self.row(item)))

    def show_lines(self, lines: Sequence[tuple[bool, str, str]]) -> None:
        """Show (blocks, where, what)."""
        at = self.currentRow()
        self.clear()
        for blocks, where, what in lines:
            item = QListWidgetItem(_("{place}: {what}").format(place=where, what=what))
            for role, value in ((WHERE, where), (WHAT, what), (BLOCKS, blocks)):
                item.setData(role, value)
            self.addItem(item)
        self.setCurrentRow(min(max(at, 0), self.count() - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
            return
        super().keyPressEvent(event)
