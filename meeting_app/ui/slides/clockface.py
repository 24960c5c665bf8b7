"""Clocks large enough for the last row: figures of one width, a raised colon, a bar that shrinks to the
left.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from meeting_app.domain.clock import Clock, Instant
from meeting_app.ui.slides import marks
from meeting_app.ui.slides.sheet import CLOCK, GIANT, GREAT, LARGE, Sheet, Written, digits, face
from meeting_app.wording import times

# The colon of the text face is raised by this share of the size; that of the digits' face is made higher.
RAISED = 0.07
CAPITALS = 0.733


def spacing(size: int) -> int:
    """Letter spacing of a clock of this size, in pixels."""
    return -6 if size >= GIANT else -4 if size >= CLOCK else -2


def _width(text: str, size: int, font: QFont) -> float:
    measure = QFontMetricsF(font)
    return sum(measure.horizontalAdvance(character) + spacing(size) for character in text)


def figures(
    sheet: Sheet,
    left: float,
    baseline: float,
    width: float,
    text: str,
    colour: str,
    *,
    calm: bool = False,
    small: bool = False,
) -> Written:
    """A clock's figures on a baseline: 420 pixels, 300 where these do not fit; a calm one begins at 300, and
    so does a small one.
    """
    sizes = (CLOCK, GREAT, LARGE) if calm or small else (GIANT, CLOCK, GREAT, LARGE)
    size = next((size for size in sizes if _width(text, size, _font(size, calm=calm)) <= width), sizes[-1])
    font = _font(size, calm=calm)
    measure = QFontMetricsF(font)
    sheet.painter.setFont(font)
    sheet.painter.setPen(sheet.colour(colour))
    x = left
    for character in text:
        raised = size * RAISED if calm and character == ":" else 0
        sheet.painter.drawText(QPointF(x, baseline - raised), character)
        x += measure.horizontalAdvance(character) + spacing(size)
    ink = QRectF(left, baseline - size * CAPITALS, x - left, size * CAPITALS)
    return sheet.note(Written(text, QRectF(left, ink.top(), width, ink.height()), ink, size, colour, "paper"))


def _font(size: int, *, calm: bool) -> QFont:
    return face(size) if calm else digits(size)


def words(clock: Clock, now: Instant) -> str:
    """2:14 left, +0:34 over."""
    return times.countdown(clock.remaining(now))


def bar(
    sheet: Sheet, clock: Clock, now: Instant, left: float, top: float, width: float, height: float
) -> None:
    """What is left of the time; the hairline is the whole of it."""
    remaining = min(max(0, clock.remaining(now)), clock.limit_ms)
    sheet.fill(left, top + height / 2 - 1.5, width, 3, "rule")
    if clock.limit_ms:
        sheet.fill(left, top, width * remaining / clock.limit_ms, height, "ink")


def speech_bar(
    sheet: Sheet, clock: Clock, now: Instant, left: float, top: float, width: float, height: float
) -> None:
    """A speech's bar: hatched in the colour of danger once over time."""
    if clock.remaining(now) < 0:
        marks.overtime_bar(sheet, QRectF(left, top, width, height))
    else:
        bar(sheet, clock, now, left, top, width, height)
