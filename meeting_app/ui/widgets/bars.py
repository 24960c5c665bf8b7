"""Figures as pictures: bars with a threshold, the marks of votes, clocks, the line of stages, the mark of
the house.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.ui.qt import icons, mark, theme
from meeting_app.ui.widgets import paint


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar: kind for, against, abstain, void, act, warn, danger or rest; `amount` in any
    whole unit.
    """

    kind: str
    amount: int


class Bar(QWidget):
    """Parts of a whole side by side, each with its own fill, and a threshold as an ink line across.

    `total` may be larger than the parts together; what is missing is a well. `height` is 16, 8 for a
    speaker's time, 24 for results.
    """

    def __init__(self, name: str, *, height: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._height = name, height
        self._parts: tuple[Part, ...] = ()
        self._total = 0
        self._threshold: int | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(
        self, parts: Sequence[Part], total: int, threshold: int | None = None, words: str = ""
    ) -> None:
        """Show these parts of `total`, with a line at `threshold`; `words` says the same to a screen
        reader.
        """
        shown = (tuple(part for part in parts if part.amount > 0), total, threshold)
        if shown != (self._parts, self._total, self._threshold):
            self._parts, self._total, self._threshold = shown
            self.update()
        self.setAccessibleDescription(words)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(120), theme.current().px(self._height + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        high = now.px(self._height)
        box = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.save()
        painter.setClipPath(paint.box_path(box, min(now.px(4), high / 2)))
        painter.fillRect(box, now.colour("sunken"))
        self._paint_parts(painter, box)
        painter.restore()
        if self._threshold is not None and self._total > 0:
            x = min(box.width() - 2, round(box.width() * self._threshold / self._total))
            painter.fillRect(QRectF(x, box.top() - now.px(4), 2, high + now.px(8)), now.colour("ink"))

    def _paint_parts(self, painter: QPainter, box: QRectF) -> None:
        now = theme.current()
        left, seen = 0.0, 0
        for part in self._parts:
            seen += part.amount
            right = round(box.width() * seen / self._total) if self._total else 0
            brush = paint.fill_brush(part.kind, now, self.devicePixelRatioF())
            painter.fillRect(QRectF(left, box.top(), right - left, box.height()), brush)
            left = right


class FillSwatch(QWidget):
    """A sample of a fill for a legend, 24 x 16."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(24), theme.current().px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipPath(paint.box_path(QRectF(self.rect()), 2))
        painter.fillRect(self.rect(), paint.fill_brush(self._kind, theme.current(), self.devicePixelRatioF()))


class VoteMark(QWidget):
    """The drawn mark of a choice, in its frame or filled. `side` is 20 or 24."""

    def __init__(
        self, choice: str, *, filled: bool = False, side: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choice, self._filled, self._side = choice, filled, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_choice(self, choice: str) -> None:
        """Show another choice: for, against, abstain."""
        self._choice = choice
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.draw_vote_mark(painter, QRectF(self.rect()), self._choice, theme.current(), filled=self._filled)


class ClockLabel(QWidget):
    """Running figures of one width each, right-aligned unless told otherwise; tone ink, danger or muted."""

    def __init__(
        self, name: str, *, pixels: int = 128, align_left: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._pixels, self._left = name, pixels, align_left
        self._text, self._tone = "", "ink"
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_time(self, text: str, tone: str = "ink") -> None:
        """Show figures, e.g. 1:24 or +0:12."""
        if (text, tone) == (self._text, self._tone):
            return
        longer = len(text) != len(self._text)
        self._text, self._tone = text, tone
        self.setAccessibleName(f"{self._name}: {text}")
        if longer:
            self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The figures."""
        return self._text

    def set_pixels(self, pixels: int) -> None:
        """Another size (unscaled), for another size of window."""
        self._pixels = pixels
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = theme.current().clock_font(self._pixels)
        return QSize(
            paint.text_width(font, self._text or "0:00") + 2, theme.current().px(self._pixels * 0.88)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        font = now.clock_font(self._pixels)
        painter.setFont(font)
        painter.setPen(now.colour(self._tone))
        width = paint.text_width(font, self._text)
        # Figures reach from the baseline to 0.735 of their size; centre that, not the line of the face.
        baseline = (self.height() + 0.735 * font.pixelSize()) / 2
        painter.drawText(QPointF(0 if self._left else self.width() - width, baseline), self._text)


class RingMark(QWidget):
    """The mark of the house: twelve seats at the same distance, one speaks. Paper colour on the vermilion
    square.
    """

    def __init__(self, side: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme.current().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mark.draw_seal(painter, QRectF(self.rect()))


@dataclass(frozen=True, slots=True)
class Stage:
    """A stop of the line: state done, now, skipped or ahead; two short lines below."""

    title: str
    state: str
    line1: str = ""
    line2: str = ""


class StageLine(QWidget):
    """The stages of a matter from left to right, with what was done in each."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._stages: tuple[Stage, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Show these stops."""
        self._stages = tuple(stages)
        self.setAccessibleDescription(
            "; ".join(f"{stage.title} {stage.line1}".strip() for stage in self._stages)
        )
        self.update()

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(600), now.px(24 + 12) + now.line("body") + 2 * now.line("caption"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        if not self._stages:
            return
        step = self.width() / len(self._stages)
        for place, stage in enumerate(self._stages):
            self._paint_stage(painter, stage, place * step, step, last=place == len(self._stages) - 1)

    def _paint_stage(self, painter: QPainter, stage: Stage, left: float, step: float, *, last: bool) -> None:
        now = theme.current()
        side = now.px(24)
        node = QRectF(left + 1, 1, side - 2, side - 2)
        done, current = stage.state == "done", stage.state == "now"
        if not last:
            colour = now.colour("action" if done else "line")
            painter.fillRect(QRectF(left + side + 4, side / 2 - 1, step - side - 8, 2), colour)
        edge = now.colour("action" if done or current else "line_strong")
        pen = QPen(edge, 2, Qt.PenStyle.DashLine if stage.state == "skipped" else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(now.colour("action" if done else "action_tint" if current else "surface"))
        painter.drawEllipse(node)
        if done:
            small = now.size("icon_small")
            inner = QRectF(node.center().x() - small / 2, node.center().y() - small / 2, small, small)
            icons.draw(painter, "check", inner, now.colour("on_action").name())
        elif current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("action"))
            painter.drawEllipse(node.center(), now.px(4), now.px(4))
        self._paint_words(painter, stage, left, step)

    def _paint_words(self, painter: QPainter, stage: Stage, left: float, step: float) -> None:
        now = theme.current()
        top = now.px(36)
        title = QRectF(left, top, step - 8, now.line("body"))
        ink = now.colour("action_text" if stage.state == "now" else "ink")
        paint.draw_text(painter, title, stage.title, now.font(bold=True), ink)
        high = now.line("caption")
        for line, text in enumerate((stage.line1, stage.line2)):
            box = QRectF(left, title.bottom() + line * high, step - 8, high)
            paint.draw_text(painter, box, text, now.font("caption"), now.colour("muted"))
