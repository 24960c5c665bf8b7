"""The queue of people who wait to speak: place, name, where from, why there. A chosen row offers its ways."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.queries.floor import SpeechView
from meeting_app.ui.console.live import floor_words, words
from meeting_app.ui.console.live.box import across
from meeting_app.ui.console.live.painted_list import PaintedDelegate, PaintedList, PaintedModel
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import Button, paint
from meeting_app.ui.widgets.labels import chip_width, draw_chip, tone_colour

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SIDES = {"+": "for", "-": "against"}


def _said(row: SpeechView, place: int) -> str:
    return words.joined(str(place + 1), row.name, words.storey(row.place), floor_words.reason(row))


class QueueDelegate(PaintedDelegate):
    """Paints a place of the queue in four columns."""

    high = "row_queue"

    def columns(self, painter: QPainter, area: QRectF, row: SpeechView, *, place: int, chosen: bool) -> None:
        now = theme.current()
        wide, high, top = area.width(), area.height(), area.top()
        name, home = now.px(48), now.px(48) + max(now.px(88), wide * 0.13)
        reason = home + max(now.px(128), wide * 0.29)
        number = QRectF(area.left() + now.px(16), top, now.px(28), high)
        paint.draw_text(painter, number, str(place + 1), now.font(), now.colour("muted"))
        box = QRectF(area.left() + name, top, home - name - now.px(8), high)
        paint.draw_text(painter, box, row.name, now.font("strong"), now.colour("ink"))
        box = QRectF(area.left() + home, top, reason - home - now.px(8), high)
        paint.draw_text(painter, box, words.storey(row.place), now.font(), now.colour("muted"))
        right = self._right(painter, area, next_=place == 0 and not chosen, chosen=chosen)
        self._reason(painter, QRectF(area.left() + reason, top, right - area.left() - reason, high), row)

    def _right(self, painter: QPainter, area: QRectF, *, next_: bool, chosen: bool) -> float:
        """The chip of the first, or the room that the buttons of the chosen row take."""
        now, view = theme.current(), self.parent()
        right = area.right() - now.px(8)
        if chosen and isinstance(view, QueueList):
            return right - view.ways_width()
        if not next_:
            return right
        width, height = chip_width(_("next"), icon=False), now.size("chip")
        box = QRectF(right - width, area.top() + (area.height() - height) / 2, width, height)
        draw_chip(painter, box, _("next"), "ok")
        return right - width - now.px(8)

    def _reason(self, painter: QPainter, box: QRectF, row: SpeechView) -> None:
        now, mark = theme.current(), floor_words.mark(row)
        side = now.size("icon_small")
        icon = QRectF(box.left(), box.top() + (box.height() - side) / 2, side, side)
        icons.draw(painter, mark.icon, icon, tone_colour(mark.tone))
        text = box.adjusted(side + now.px(6), 0, 0, 0)
        ink = now.colour("ink" if mark.strong else "muted")
        paint.draw_text(painter, text, floor_words.reason(row), now.font(), ink)


class QueueList(PaintedList[SpeechView]):
    """Up and Down move, Enter calls the chosen one out of turn, Delete takes the hand down, P lets the turn
    pass, + and - note the side.

    Signals: called(speech_id), withdrawn(speech_id), passed(speech_id), sided(speech_id, side).
    """

    called = Signal(str)
    withdrawn = Signal(str)
    passed = Signal(str)
    sided = Signal(str, str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        model = PaintedModel[SpeechView](lambda row: row.id, _said)
        super().__init__(_("Waiting to speak"), model, QueueDelegate(), parent)
        self.queue = model
        self._ways = QWidget(self.viewport())
        self.call_button = Button(_("Call now"), icon="mic")
        self.withdraw_button = Button(_("Take off"), icon="x")
        for button in (self.call_button, self.withdraw_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.call_button.clicked.connect(lambda: self._tell(self.called))
        self.withdraw_button.clicked.connect(lambda: self._tell(self.withdrawn))
        self._ways.setLayout(across(self.call_button, self.withdraw_button, margins=(0, 0, 8, 0)))
        self._ways.hide()
        self.selectionModel().currentChanged.connect(self._on_current)
        self.verticalScrollBar().valueChanged.connect(self._place)

    def ways_width(self) -> int:
        """How much of the chosen row its two buttons take."""
        return self._ways.sizeHint().width()

    def show_rows(self, rows: Sequence[SpeechView]) -> None:
        """Show another queue; the chosen person stays chosen while there."""
        chosen = self.current_id()
        self.queue.show(rows)
        if chosen != self.current_id():
            self.choose(chosen)
        if not self.current_id():
            self.scrollToTop()  # whoever is called next is what one looks for
        self._place()

    def choose(self, speech_id: str) -> None:
        """Choose somebody's row, or none when gone."""
        if not self.choose_place(self.queue.place_of(speech_id)):
            self.clear_choice()

    def clear_choice(self) -> None:
        """Choose nobody."""
        if self.currentIndex().isValid():
            self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def _on_current(self, *_args: object) -> None:
        self._place()
        self.chosen.emit(self.current_id())

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

    def _tell(self, signal: SignalInstance, *more: str) -> None:
        speech = self.current_id()
        if speech:
            signal.emit(speech, *more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter calls, Delete takes off, P passes, + and - say the side; the rest moves."""
        if not self.current_id():
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            self._tell(self.called)
        elif event.key() == Qt.Key.Key_Delete:
            self._tell(self.withdrawn)
        elif event.key() == Qt.Key.Key_P:
            self._tell(self.passed)
        elif event.text() in SIDES:
            self._tell(self.sided, SIDES[event.text()])
        else:
            super().keyPressEvent(event)
