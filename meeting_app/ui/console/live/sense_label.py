"""A title that breaks by sense, as on the hall's pages: no last character alone on a line of its own."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from meeting_app.ui.slides.lines import break_lines
from meeting_app.ui.widgets import Label
from meeting_app.ui.widgets.labels import tone_colour

# A title of more lines is broken by the toolkit.
MOST = 6


class SenseLabel(Label):
    """A wrapping label; `text()` stays the whole text, only its lines are chosen."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, role, wrap=True, parent=parent)

    def lines(self, width: int) -> list[str]:
        """The lines at a width in pixels; none where the text does not fit into them."""
        measure = QFontMetricsF(self.font()).horizontalAdvance
        return break_lines(self.text(), width, measure, MOST) or []

    def paintEvent(self, event: QPaintEvent) -> None:
        lines, room = self.lines(self.width()), self.contentsRect()
        high = self.fontMetrics().lineSpacing()
        if len(lines) < 2 or len(lines) * high > room.height() + high // 2:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(tone_colour(self.property("tone") or ""))
        top = room.top() + (room.height() - len(lines) * high) // 2
        for place, line in enumerate(lines):
            box = QRect(room.left(), top + place * high, room.width(), high)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
