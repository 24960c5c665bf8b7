"""The course of a play as a row of segments: what was, what runs and how far, what comes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from meeting_app.i18n import _
from meeting_app.ui.qt import theme

GAP, HIGH = 4, 8


@dataclass(frozen=True, slots=True)
class Segment:
    """A phase: its share of the whole in minutes, its state as in PhaseLine, what of it is over in 0-1000."""

    minutes: int
    state: str
    over: int
    told: str


class CourseStrip(QWidget):
    """Segments as wide as their minutes; the one under way fills up. A skipped one is an outline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self.setAccessibleName(_("Course of the role-play"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(300), now.px(HIGH + 4))

    def show_course(self, segments: Sequence[Segment]) -> None:
        """Show it; paints only what differs."""
        if tuple(segments) != self._segments:
            self._segments = tuple(segments)
            told = next((one.told for one in segments if one.state == "now"), "")
            self.setAccessibleDescription(told)
            self.update()

    def _boxes(self) -> list[QRectF]:
        now = theme.current()
        gap, whole = now.px(GAP), max(1, sum(one.minutes for one in self._segments))
        room = self.width() - gap * (len(self._segments) - 1)
        left, boxes = 0.0, []
        for one in self._segments:
            wide = room * one.minutes / whole
            boxes.append(QRectF(left, now.px(2), wide, now.px(HIGH)))
            left += wide + gap
        return boxes

    def event(self, event: QEvent) -> bool:
        """The phase under the mouse as a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = [
                one.told
                for one, box in zip(self._segments, self._boxes(), strict=True)
                if box.contains(event.pos())
            ]
            QToolTip.showText(event.globalPos(), found[0] if found else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        for one, box in zip(self._segments, self._boxes(), strict=True):
            painter.fillRect(box, now.colour("line"))
            if one.state == "past":
                painter.fillRect(box, now.colour("action"))
            elif one.state == "skipped":
                inner = box.adjusted(1, 1, -1, -1)
                painter.fillRect(box, now.colour("line_strong"))
                painter.fillRect(inner, now.colour("surface"))
            elif one.state == "now":
                done = QRectF(box.left(), box.top(), box.width() * one.over / 1000, box.height())
                painter.fillRect(done, now.colour("action"))
