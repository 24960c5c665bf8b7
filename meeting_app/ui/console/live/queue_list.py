"""The queue of people who wait to speak: place, name, where from, why there. A chosen row offers two ways."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
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
from meeting_app.ui.console.live.box import across
from meeting_app.ui.console.live.discussion_presenter import WaitingShown
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import Button, paint
from meeting_app.ui.widgets.labels import chip_width, draw_chip, tone_colour

Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueueModel(QAbstractListModel):
    """The places of the queue for Qt's view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[WaitingShown, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.joined(row.number, row.name, row.place, row.reason)
        return None

    def show(self, rows: Sequence[WaitingShown]) -> None:
        """Show another queue; rows that stay are only painted again."""
        fresh = tuple(rows)
        if fresh == self.rows:
            return
        if len(fresh) == len(self.rows):
            self.rows = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()


class QueueDelegate(QStyledItemDelegate):
    """Paints a place of the queue in four columns."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.current().size("row_queue"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, WaitingShown):
            return
        now, area = theme.current(), QRectF(option.rect)
        paint.smooth(painter)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, now.colour("action_tint"))
        painter.setPen(QPen(now.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        view = option.widget
        taken = view.ways_width() if chosen and isinstance(view, QueueList) else 0
        self._columns(painter, area, row, chip=row.next and not chosen, taken=taken)

    def _columns(self, painter: QPainter, area: QRectF, row: WaitingShown, *, chip: bool, taken: int) -> None:
        now = theme.current()
        wide = area.width()
        name, place = now.px(48), now.px(48) + max(now.px(88), wide * 0.13)
        reason = place + max(now.px(128), wide * 0.29)
        high, top = area.height(), area.top()
        number = QRectF(area.left() + now.px(16), top, now.px(24), high)
        paint.draw_text(painter, number, row.number, now.font(), now.colour("muted"))
        box = QRectF(area.left() + name, top, place - name - now.px(8), high)
        paint.draw_text(painter, box, row.name, now.font("strong"), now.colour("ink"))
        box = QRectF(area.left() + place, top, reason - place - now.px(8), high)
        paint.draw_text(painter, box, row.place, now.font(), now.colour("muted"))
        side = now.size("icon_small")
        mark = QRectF(area.left() + reason, top + (high - side) / 2, side, side)
        icons.draw(
            painter,
            "star" if row.first_time else "mic",
            mark,
            tone_colour("ok" if row.first_time else "muted"),
        )
        right = area.right() - now.px(8) - taken
        if chip:
            width = chip_width(_("next"), icon=False)
            height = now.size("chip")
            draw_chip(
                painter, QRectF(right - width, top + (high - height) / 2, width, height), _("next"), "ok"
            )
            right -= width + now.px(8)
        box = QRectF(mark.right() + now.px(6), top, right - mark.right() - now.px(6), high)
        ink = now.colour("ink" if row.first_time else "muted")
        paint.draw_text(painter, box, row.reason, now.font(), ink)


class QueueList(QListView):
    """Up and Down move, Enter calls the chosen one out of turn, Delete takes the hand down.

    Signals: called(speech_id), withdrawn(speech_id).
    """

    called = Signal(str)
    withdrawn = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = QueueModel(self)
        self.setModel(self.queue)
        self.setItemDelegate(QueueDelegate(self))
        self.setAccessibleName(_("Waiting to speak"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ways = QWidget(self.viewport())
        self.call_button = Button(_("Call now"), icon="mic")
        self.withdraw_button = Button(_("Take off"), icon="x")
        for button in (self.call_button, self.withdraw_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.call_button.clicked.connect(lambda: self._tell(self.called))
        self.withdraw_button.clicked.connect(lambda: self._tell(self.withdrawn))
        self._ways.setLayout(across(self.call_button, self.withdraw_button, margins=(0, 0, 8, 0)))
        self._ways.hide()
        self.selectionModel().currentChanged.connect(self._place)
        self.verticalScrollBar().valueChanged.connect(self._place)

    def ways_width(self) -> int:
        """How much of the chosen row its two buttons take."""
        return self._ways.sizeHint().width()

    def show_rows(self, rows: Sequence[WaitingShown]) -> None:
        """Show another queue; the chosen person stays chosen while there."""
        chosen = self.current_id()
        self.queue.show(rows)
        if chosen != self.current_id():
            self.choose(chosen)
        self._place()

    def current_id(self) -> str:
        """Whose row is chosen; "" for none."""
        row = self.currentIndex().row()
        return self.queue.rows[row].speech_id if 0 <= row < len(self.queue.rows) else ""

    def choose(self, speech_id: str) -> None:
        """Choose somebody's row, or none when gone."""
        for place, row in enumerate(self.queue.rows):
            if row.speech_id == speech_id:
                self.setCurrentIndex(self.queue.index(place))
                return
        self.clear_choice()

    def clear_choice(self) -> None:
        """Choose nobody."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def _place(self, *_args: object) -> None:
        """Put the two buttons at the right of the chosen row."""
        index = self.currentIndex()
        if not index.isValid():
            self._ways.hide()
            return
        area = self.visualRect(index)
        wide = self._ways.sizeHint().width()
        self._ways.setGeometry(area.right() - wide, area.top() + 1, wide, area.height() - 2)
        self._ways.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _tell(self, signal: SignalInstance) -> None:
        speech = self.current_id()
        if speech:
            signal.emit(speech)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter calls, Delete takes off, the rest moves."""
        if event.key() in ENTER and self.current_id():
            self._tell(self.called)
        elif event.key() == Qt.Key.Key_Delete and self.current_id():
            self._tell(self.withdrawn)
        else:
            super().keyPressEvent(event)
