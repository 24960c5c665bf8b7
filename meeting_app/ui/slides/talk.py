"""The one microphone: the name of who has it in a ring that closes as the time runs, the clock beside it."""

from PySide6.QtCore import QRectF

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, pgettext
from meeting_app.queries.slides_types import SpeakerSlide
from meeting_app.ui.slides import clockface, frame
from meeting_app.ui.slides.sheet import (
    GREAT,
    HEADING,
    LARGE,
    LEFT,
    RIGHT,
    SMALL,
    SPAN,
    TEXT,
    TITLE,
    Sheet,
    Voice,
)

RADIUS, THICK, X, Y = 312, 32, 440, 596
INNER = 500
CLOCK_LEFT, BASELINE = 868, 676
KICKER = Voice((LARGE, TEXT), "vermilion", bold=True, stand="middle")
NAME = Voice((GREAT, TITLE, HEADING, LARGE), bold=True, most=2, leading=112, align="centre", stand="middle")
NEXT = Voice((LARGE, TEXT, SMALL), "ink2", stand="middle")
TURN = 16  # Qt counts sixteenths of a degree


def _ring(sheet: Sheet, slide: SpeakerSlide, now: Instant) -> None:
    """The whole ring as a hairline, what is left of the time as an arc that ends at the top."""
    box = QRectF(X - RADIUS, Y - RADIUS, 2 * RADIUS, 2 * RADIUS)
    sheet.pen("rule", 4)
    sheet.painter.drawEllipse(box)
    left = slide.clock.remaining(now)
    if left > 0 and slide.clock.limit_ms:
        sheet.pen("ink", THICK)
        span = min(360 * TURN, 360 * TURN * left // slide.clock.limit_ms)
        sheet.painter.drawArc(box, 90 * TURN, span)


def kicker() -> str:
    """What stands above the name."""
    return _("Who has the microphone speaks")


def paint(sheet: Sheet, slide: SpeakerSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    sheet.write(LEFT, 160, SPAN, 81, kicker(), KICKER)
    _ring(sheet, slide, now)
    sheet.write(X - INNER / 2, Y - 170, INNER, 340, slide.name, NAME)
    over = slide.clock.remaining(now) < 0
    words = clockface.words(slide.clock, now)
    room = RIGHT - CLOCK_LEFT
    clockface.figures(sheet, CLOCK_LEFT - 12, BASELINE, room, words, "danger" if over else "ink", small=True)
    if slide.following:
        heading = pgettext("slide", "Next")
        wide = min(300.0, sheet.width_of(heading, NEXT) + 32)
        sheet.write(CLOCK_LEFT, 780, wide, 104, heading, NEXT)
        name = NEXT.but(colour="ink", bold=True, most=2, leading=110)
        sheet.write(CLOCK_LEFT + wide, 762, room - wide, 140, slide.following[0], name)
    frame.foot(sheet, slide.head, now)


def say(slide: SpeakerSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [slide.item, f"{kicker()}: {slide.name}", clockface.words(slide.clock, now)]
    return [*lines, *([f"{pgettext('slide', 'Next')}: {slide.following[0]}"] if slide.following else [])]
