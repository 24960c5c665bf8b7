"""What each option got: a line an option with its bar on one axis, and the line that had to be reached."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint

HEAD, LINE, FIGURE, MARK, BAR = 28, 36, 136, 28, 12
# Of many options more are seen at once in closer lines.
MANY, CLOSE = 8, 28


@dataclass(frozen=True, slots=True)
class OptionLine:
    """An option; `share` of the axis in thousandths, `chosen` in the result, `tied` while equal votes wait
    for the lot.
    """

    name: str
    figure: str
    share: int
    chosen: bool
    tied: bool = False


@dataclass(frozen=True, slots=True)
class OptionsShown:
    """All lines; `head` says what the figures are, `needed` where the line stands in thousandths (0 = none),
    `needed_words` what it is.
    """

    head: str
    lines: tuple[OptionLine, ...] = ()
    needed: int = 0
    needed_words: str = ""


class OptionBars(QWidget):
    """The lines, as high as they are many."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = OptionsShown("")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_options(self, shown: OptionsShown) -> None:
        """Show other lines."""
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleDescription("; ".join(_said(shown.lines)))
            self.updateGeometry()
            self.update()

    @property
    def _high(self) -> int:
        """How high a line is, in pixels."""
        return theme.current().px(CLOSE if len(self._shown.lines) > MANY else LINE)

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(320), now.px(HEAD) + self._high * len(self._shown.lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        figure, mark = now.px(FIGURE), now.px(MARK)
        names = self.width() * 0.44
        axis = QRectF(names, 0, self.width() - names - figure, 0)
        caption, muted = now.font("caption"), now.colour("muted")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        head = QRectF(axis.right(), 0, figure - mark, now.px(HEAD))
        paint.draw_text(painter, head, self._shown.head, caption, muted, right)
        told = QRectF(0, 0, axis.right() - now.px(8), now.px(HEAD))
        paint.draw_text(painter, told, self._shown.needed_words, caption, muted, right)
        for place, line in enumerate(self._shown.lines):
            self._paint_line(painter, axis, now.px(HEAD) + place * self._high, line)
        if self._shown.needed:
            x = axis.left() + axis.width() * self._shown.needed / 1000
            foot = self._high * len(self._shown.lines)
            painter.fillRect(QRectF(x - 1, now.px(HEAD), 2, foot), now.colour("ink"))

    def _paint_line(self, painter: QPainter, axis: QRectF, top: float, line: OptionLine) -> None:
        now = theme.current()
        high, bar, mark = self._high, now.px(BAR), now.px(MARK)
        font = now.font(bold=line.chosen or line.tied)
        name = QRectF(0, top, axis.left() - now.px(16), high)
        paint.draw_text(painter, name, line.name, font, now.colour("ink"))
        well = QRectF(axis.left(), top + (high - bar) / 2, axis.width(), bar)
        painter.fillRect(well, now.colour("sunken"))
        well.setWidth(axis.width() * line.share / 1000)
        painter.fillRect(well, now.colour("action" if line.chosen else "muted"))
        figure = QRectF(axis.right(), top, now.px(FIGURE) - mark, high)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        paint.draw_text(painter, figure, line.figure, font, now.colour("ink"), right)
        if line.chosen:
            side = now.px(20)
            tick = QRectF(figure.right() + (mark - side), top + (high - side) / 2, side, side)
            icons.draw(painter, "check", tick, now.colour("action").name())
        painter.fillRect(QRectF(0, top + high - 1, self.width(), 1), now.colour("line"))


def _said(lines: Sequence[OptionLine]) -> list[str]:
    return [f"{line.name} {line.figure}{' √' if line.chosen else ''}" for line in lines]
