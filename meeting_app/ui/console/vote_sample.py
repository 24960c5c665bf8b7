"""A filled sample ballot, drawn: no option of the vote stands on it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.domain.tally.count import Setup
from meeting_app.i18n import _
from meeting_app.queries.vote_sample import MARK, SAMPLES, sample_marks
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint

WIDE, HEAD, LINE, SIDE, EDGE, FOOT = 216, 28, 30, 22, 16, 6
TICK = ((5, 12), (9, 17), (20, 3))


class SampleBallot(QWidget):
    """The sample of one way of counting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method, self._setup = "", Setup(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_method(self, method: str, setup: Setup) -> None:
        """Fill it as a voter would."""
        self._method, self._setup = method, setup
        self.setAccessibleName(_("Sample"))
        said = (f"{name} {mark}" for name, mark in zip(self._names(), self._marks(), strict=True))
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def _names(self) -> tuple[str, ...]:
        return tuple(_(name) for name in SAMPLES[self._method == "yes_no"])

    def _marks(self) -> tuple[str, ...]:
        return sample_marks(self._method, self._setup)

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(WIDE), now.px(HEAD + 3 * LINE + FOOT))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        box = QRectF(self.rect())
        paint.draw_box(painter, box, now.size("r_box"), now.colour("paper"), now.colour("line_strong"))
        head = QRectF(0, 0, box.width(), now.px(HEAD))
        ink = now.colour("muted")
        paint.draw_text(painter, head, _("Sample"), now.font("caption"), ink, Qt.AlignmentFlag.AlignCenter)
        for place, (name, mark) in enumerate(zip(self._names(), self._marks(), strict=True)):
            self._paint_line(painter, now.px(HEAD + place * LINE), name, mark)

    def _paint_line(self, painter: QPainter, top: int, name: str, mark: str) -> None:
        now = theme.current()
        side, edge = now.px(SIDE), now.px(EDGE)
        square = QRectF(edge, top + (now.px(LINE) - side) / 2, side, side)
        painter.setPen(QPen(now.colour("ink"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square)
        if mark == MARK:
            painter.setPen(QPen(now.colour("ink"), 3))
            points = [
                QPointF(square.left() + x * side / SIDE, square.top() + y * side / SIDE) for x, y in TICK
            ]
            painter.drawPolyline(points)
        elif mark:
            centre = Qt.AlignmentFlag.AlignCenter
            paint.draw_text(painter, square, mark, now.font(bold=True), now.colour("ink"), centre)
        rest = QRectF(edge * 2 + side, top, self.width() - edge * 3 - side, now.px(LINE))
        paint.draw_text(painter, rest, name, now.font(bold=bool(mark)), now.colour("ink"))
