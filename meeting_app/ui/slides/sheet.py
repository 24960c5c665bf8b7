"""The virtual page of 1920 x 1080 that every slide is painted on, and its one way of setting text.

A text is set in the largest size of its list at which it fits its box: first broken by sense, then a step
down the scale. What fits at no size is squeezed as a whole, so that nothing is cut and nothing leaves its
box.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from meeting_app.ui.qt import fonts
from meeting_app.ui.qt.tokens import SlidePalette
from meeting_app.ui.slides.lines import break_lines

WIDTH: Final = 1920
HEIGHT: Final = 1080
LEFT: Final = 112
RIGHT: Final = 1808
SPAN: Final = RIGHT - LEFT
# The scale: no other sizes on any page.
SMALL, TEXT, LARGE, HEADING, TITLE, GREAT, CLOCK, GIANT = 45, 54, 64, 84, 112, 150, 300, 420
SQUEEZE_STEP: Final = 0.05


@dataclass(frozen=True, slots=True)
class Voice:
    """How a text is set: sizes to try, colour token, weight, face; `leading` in per cent of the size.

    `most` lines at most; `align` left, right or centre; `stand` top, middle or bottom of the box; `ground`
    is the token that lies behind the text.
    """

    sizes: tuple[int, ...]
    colour: str = "ink"
    bold: bool = False
    serif: bool = False
    leading: int = 125
    most: int = 1
    align: str = "left"
    stand: str = "top"
    ground: str = "paper"

    def but(self, **changes: object) -> "Voice":
        """The same voice with some things different."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it was set: what it took of its box. `squeeze` below 1 means that it fitted at no size."""

    text: str
    box: QRectF
    ink: QRectF
    size: int
    colour: str
    ground: str
    squeeze: float = 1.0


@cache
def face(size: int, *, bold: bool = False, serif: bool = False) -> QFont:
    """The shipped face of a size, in pixels of the page."""
    fonts.load()
    return fonts.font(fonts.SERIF if serif else fonts.SANS, size, bold=bold)


@cache
def digits(size: int) -> QFont:
    """The face of the running clocks."""
    fonts.load()
    return fonts.font(fonts.DIGITS, size)


@cache
def metrics(size: int, *, bold: bool = False, serif: bool = False) -> QFontMetricsF:
    """The measures of a face."""
    return QFontMetricsF(face(size, bold=bold, serif=serif))


@dataclass(frozen=True, slots=True)
class _Setting:
    """A choice of size, lines and squeeze for a box."""

    size: int
    lines: list[str]
    squeeze: float

    def height(self, voice: Voice) -> float:
        return len(self.lines) * self.size * voice.leading / 100 * self.squeeze


@lru_cache(maxsize=512)  # a running clock paints the same texts every second
def _settle(text: str, width: float, height: float, voice: Voice) -> _Setting:
    """The largest size at which the text fits."""
    for size in voice.sizes:
        most = min(voice.most, int(height * 100 / (size * voice.leading) + 0.01))
        lines = break_lines(text, width, _measure(size, voice), most) if most else None
        if lines is not None:
            return _Setting(size, lines, 1.0)
    return _squeezed(text, width, height, voice)


def _measure(size: int, voice: Voice) -> Callable[[str], float]:
    return metrics(size, bold=voice.bold, serif=voice.serif).horizontalAdvance


def _squeezed(text: str, width: float, height: float, voice: Voice) -> _Setting:
    """Smaller than the scale allows: only for what should have been refused at entry."""
    size = voice.sizes[-1]
    share = 1.0
    while True:
        most = max(1, int(height / share * 100 / (size * voice.leading) + 0.01))
        lines = break_lines(text, width / share, _measure(size, voice), most, chop=True)
        if lines is not None or share <= SQUEEZE_STEP * 2:
            return _Setting(size, lines or [text], share)
        share -= SQUEEZE_STEP


def text_height(text: str, width: float, height: float, voice: Voice) -> float:
    """How high a text will be in a box of this size."""
    return _settle(text, width, height, voice).height(voice)


def fits(text: str, width: float, height: float, voice: Voice) -> bool:
    """Whether a text fits a box at one of the voice's sizes."""
    return not text.strip() or _settle(text, width, height, voice).squeeze == 1.0


class Sheet:
    """A painter on the virtual page. With `record` given, every text is noted there (for tests)."""

    def __init__(self, painter: QPainter, scheme: SlidePalette, record: list[Written] | None = None) -> None:
        self.painter = painter
        self.scheme = scheme
        self._record = record

    def colour(self, token: str) -> QColor:
        """A colour of the scheme."""
        return QColor(getattr(self.scheme, token))

    def note(self, written: Written) -> Written:
        """Remember a text for the tests."""
        if self._record is not None:
            self._record.append(written)
        return written

    def fill(self, left: float, top: float, width: float, height: float, token: str) -> None:
        """A plain rectangle."""
        self.painter.fillRect(QRectF(left, top, width, height), self.colour(token))

    def frame(self, left: float, top: float, width: float, height: float, thick: int = 3) -> None:
        """A plate: surface with a hairline of `thick` pixels inside its edge."""
        self.fill(left, top, width, height, "rule")
        self.fill(left + thick, top + thick, width - 2 * thick, height - 2 * thick, "surface")

    def dot(self, x: float, y: float, radius: float, token: str) -> None:
        """A filled circle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour(token))
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def pen(self, token: str, thick: float, *, round_ends: bool = False) -> None:
        """Draw lines of this colour from here on, with nothing filled."""
        pen = QPen(self.colour(token), thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if round_ends else Qt.PenJoinStyle.MiterJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def width_of(self, text: str, voice: Voice) -> float:
        """How wide a text is in one line at the voice's first size."""
        return _measure(voice.sizes[0], voice)(text)

    def fits(self, text: str, width: float, height: float, voice: Voice) -> bool:
        """Whether a text fits its box at one of the voice's sizes."""
        return fits(text, width, height, voice)

    def common(self, boxes: Iterable[tuple[str, float, float]], voice: Voice) -> Voice:
        """The voice in sizes that all of these texts fit at, so that what stands side by side is set alike.

        A box is (text, width, height).
        """
        size = min((_settle(*box, voice).size for box in boxes if box[0].strip()), default=voice.sizes[0])
        return voice.but(sizes=tuple(one for one in voice.sizes if one <= size))

    def shortened(self, text: str, width: float, height: float, voice: Voice) -> str:
        """As much of a text as fits its box, with an ellipsis where it is not all."""
        if self.fits(text, width, height, voice):
            return text
        ends = range(1, len(text))
        too_long = bisect_left(
            ends, True, key=lambda end: not self.fits(f"{text[:end]}…", width, height, voice)
        )
        return f"{text[: max(1, too_long)].rstrip()}…"

    def write(self, left: float, top: float, width: float, height: float, text: str, voice: Voice) -> Written:
        """Set a text in a box, answer what it took."""
        box = QRectF(left, top, width, height)
        if not text.strip():
            return Written(text, box, QRectF(left, top, 0, 0), voice.sizes[0], voice.colour, voice.ground)
        setting = _settle(text, width, height, voice)
        used = setting.height(voice)
        slack = {"top": 0.0, "middle": (height - used) / 2, "bottom": height - used}[voice.stand]
        ink = self._lines(box, top + slack, setting, voice)
        return self.note(Written(text, box, ink, setting.size, voice.colour, voice.ground, setting.squeeze))

    def _lines(self, box: QRectF, top: float, setting: _Setting, voice: Voice) -> QRectF:
        """Draw the lines; answers the rectangle of their line boxes."""
        share, painter = setting.squeeze, self.painter
        measure = metrics(setting.size, bold=voice.bold, serif=voice.serif)
        pitch = setting.size * voice.leading / 100
        baseline = (pitch - measure.ascent() - measure.descent()) / 2 + measure.ascent()
        painter.save()
        painter.translate(box.left(), top)
        painter.scale(share, share)
        painter.setFont(face(setting.size, bold=voice.bold, serif=voice.serif))
        painter.setPen(self.colour(voice.colour))
        widest, leftmost = 0.0, box.width()
        for number, line in enumerate(setting.lines):
            width = measure.horizontalAdvance(line)
            x = self._shift(box.width() / share, width, voice)
            painter.drawText(QPointF(x, number * pitch + baseline), line)
            widest, leftmost = max(widest, width * share), min(leftmost, x * share)
        painter.restore()
        return QRectF(box.left() + leftmost, top, widest, setting.height(voice))

    @staticmethod
    def _shift(room: float, width: float, voice: Voice) -> float:
        return {"left": 0.0, "centre": (room - width) / 2, "right": room - width}[voice.align]
