"""The office's own painted parts.

Rows that are buttons, cells of the stage bar, numbers of steps, the line of days.
"""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.labels import chip_width, draw_chip

CHIP_ICONS: Final = {"danger": "circle-alert", "warn": "clock", "plain": "clock", "ok": "check"}


class PaintedButton(QAbstractButton):
    """A button that paints its words; the focus ring is the window's, a hovered one is sunken."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hover = False
        theme.events().changed.connect(self.updateGeometry)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer came."""
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went."""
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def begin(self) -> QPainter:
        """A painter with the ground painted."""
        painter = QPainter(self)
        paint.smooth(painter)
        if self._hover and self.isEnabled():
            painter.fillRect(self.rect(), theme.current().colour("sunken"))
        return painter


class RowButton(PaintedButton):
    """An icon, a title and a line below it; a hairline at the foot."""

    def __init__(self, icon: str, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{title}, {detail}" if detail else title, parent)
        self._icon, self._title, self._detail = icon, title, detail
        self.setText(title)

    def sizeHint(self) -> QSize:
        """A row of a list of papers."""
        return QSize(0, theme.current().size("row_document"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        now = theme.current()
        painter = self.begin()
        side, left = now.size("icon"), 0
        ink = now.colour("ink" if self.isEnabled() else "muted")
        if self._icon:
            icons.draw(painter, self._icon, QRectF(0, (self.height() - side) / 2, side, side), ink.name())
            left = side + now.px(12)
        first, second = now.line("body"), now.line("caption")
        top = (self.height() - first - second) / 2
        width = self.width() - left
        cut = paint.draw_text(painter, QRectF(left, top, width, first), self._title, now.font(), ink)
        below = QRectF(left, top + first, width, second)
        cut = paint.draw_text(painter, below, self._detail, now.font("caption"), now.colour("muted")) or cut
        self.setToolTip(self.accessibleName() if cut else "")
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), now.colour("line"))


class TaskButton(PaintedButton):
    """A task: its text, who does it, and a chip with the days left."""

    def __init__(self, text: str, who: str, chip: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{text}, {who}, {chip}", parent)
        self._text, self._who, self._chip, self._tone = text, who, chip, tone
        self.setText(text)

    def sizeHint(self) -> QSize:
        """Two lines with air."""
        return QSize(0, theme.current().px(77))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the task."""
        now = theme.current()
        painter = self.begin()
        first, second = now.line("body"), now.size("chip")
        top = (self.height() - first - second - now.px(4)) / 2
        cut = paint.draw_text(
            painter, QRectF(0, top, self.width(), first), self._text, now.font(), now.colour("ink")
        )
        width = chip_width(self._chip, icon=True)
        row = top + first + now.px(4)
        draw_chip(
            painter,
            QRectF(self.width() - width, row, width, second),
            self._chip,
            self._tone,
            CHIP_ICONS[self._tone],
        )
        room = QRectF(0, row, self.width() - width - now.px(8), second)
        cut = paint.draw_text(painter, room, self._who, now.font("caption"), now.colour("muted")) or cut
        self.setToolTip(self.accessibleName() if cut else "")
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), now.colour("line"))


class StageButton(PaintedButton):
    """A cell of the stage bar: the stage, how many topics stand there, and some of their names."""

    def __init__(
        self,
        label: str,
        count: str,
        samples: str,
        *,
        highlighted: bool,
        first: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"{label}: {count}", parent)
        self._label, self._count, self._samples = label, count, samples
        self._highlighted, self._first = highlighted, first
        self.setText(label)
        self.setAccessibleDescription(samples)

    def sizeHint(self) -> QSize:
        """High enough for the figure and a line."""
        return QSize(theme.current().px(112), theme.current().px(77))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cell."""
        now = theme.current()
        painter = self.begin()
        if self._highlighted:
            painter.fillRect(self.rect(), now.colour("action_tint"))
        if not self._first:
            painter.fillRect(QRectF(0, 0, 1, self.height()), now.colour("line"))
        pad = now.px(16)
        inner = QRectF(pad, now.px(14), self.width() - 2 * pad, now.line("h2"))
        figure = now.font("h1", bold=False, serif=False)
        ink = now.colour("ink" if self._count != "0" else "muted")
        paint.draw_text(painter, inner, self._count, figure, ink, paint.RIGHT)
        room = inner.adjusted(0, 0, -paint.text_width(figure, self._count) - now.px(8), 0)
        paint.draw_text(painter, room, self._label, now.font("body", bold=True), now.colour("ink"))
        below = QRectF(pad, inner.bottom(), inner.width(), now.line("caption"))
        cut = paint.draw_text(painter, below, self._samples, now.font("caption"), now.colour("muted"))
        self.setToolTip(self._samples if cut else "")


class StepNumber(QWidget):
    """The number of a step in a disc; the heading beside it says the rest."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = str(number)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A disc of 24."""
        return QSize(theme.current().px(24), theme.current().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc."""
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour("ink"))
        painter.drawEllipse(QRectF(self.rect()))
        paint.draw_text(
            painter, QRectF(self.rect()), self._number, now.font("caption"), now.colour("paper"), paint.CENTRE
        )


class DayStop(QWidget):
    """A stop on the line of days: filled while it belongs to the period, hollow for the meeting."""

    def __init__(
        self, day: str, text: str, *, done: bool, first: bool, last: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._day, self._text, self._done, self._first, self._last = day, text, done, first, last
        self.setAccessibleName(f"{day}: {text}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line with air."""
        return QSize(0, theme.current().px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint dot, line, day and words."""
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        middle, x = self.height() / 2, now.px(8)
        painter.setPen(QPen(now.colour("action"), now.px(2)))
        if not self._first:
            painter.drawLine(x, 0, x, round(middle) - now.px(6))
        if not self._last:
            painter.drawLine(x, round(middle) + now.px(6), x, self.height())
        painter.setBrush(now.colour("action" if self._done else "surface"))
        painter.drawEllipse(QRectF(x - now.px(5), middle - now.px(5), now.px(10), now.px(10)))
        font, left = now.font(), now.px(28)
        width = max(now.px(64), paint.text_width(font, self._day))
        paint.draw_text(painter, QRectF(left, 0, width, self.height()), self._day, font, now.colour("ink"))
        room = QRectF(left + width + now.px(12), 0, self.width() - left - width - now.px(12), self.height())
        cut = paint.draw_text(painter, room, self._text, font, now.colour("ink"))
        self.setToolTip(self.accessibleName() if cut else "")
