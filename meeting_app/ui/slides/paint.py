"""Paints any slide on the virtual page; the projector, the thumbnails and the printed hand-out all use this.

Painting is a function of a slide, a moment and a colour scheme: the same three give the same picture.
"""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from meeting_app.domain.clock import Clock, Instant
from meeting_app.i18n import _, pgettext
from meeting_app.queries.slides_types import (
    AgendaSlide,
    BackdropSlide,
    BlackSlide,
    BreakSlide,
    CheckingSlide,
    ClosedSlide,
    FloorSlide,
    HandsSlide,
    ItemSlide,
    MotionSlide,
    ResultSlide,
    Slide,
    SpeakerSlide,
    WelcomeSlide,
)
from meeting_app.queries.slides_types_agenda import AttachmentSlide, ReadBackSlide
from meeting_app.queries.slides_types_draw import DrawSlide
from meeting_app.queries.slides_types_floor import RulesSlide, SharesSlide, TablesSlide
from meeting_app.queries.slides_types_roleplay import RolePlayPage
from meeting_app.queries.slides_types_votes import (
    HowToVoteSlide,
    ReceivedSlide,
    SealedSlide,
    VoteResultSlide,
)
from meeting_app.ui.qt import fonts, tokens
from meeting_app.ui.qt.spared import Edge, spared
from meeting_app.ui.qt.tokens import SlidePalette
from meeting_app.ui.slides import (
    agenda,
    attachment,
    draw,
    frame,
    hands,
    item,
    motion,
    readback,
    rest,
    result,
    roleplay,
    rules_card,
    shares,
    speaker,
    tables,
    vote_how,
    vote_open,
    vote_result,
    welcome,
)
from meeting_app.ui.slides.sheet import HEIGHT, WIDTH, Sheet, Written

Paint = Callable[[Sheet, Any, Instant], None]
Say = Callable[[Any, Instant], list[str]]

PAGES: Mapping[type, tuple[Paint, Say]] = {
    WelcomeSlide: (welcome.paint, welcome.say),
    AgendaSlide: (agenda.paint, agenda.say),
    ItemSlide: (item.paint, item.say),
    SpeakerSlide: (speaker.paint, speaker.say),
    FloorSlide: (speaker.paint_floor, speaker.say_floor),
    MotionSlide: (motion.paint, motion.say),
    ReadBackSlide: (readback.paint, readback.say),
    AttachmentSlide: (attachment.paint, attachment.say),
    HandsSlide: (hands.paint, hands.say),
    CheckingSlide: (hands.paint_checking, hands.say_checking),
    ResultSlide: (result.paint, result.say),
    BreakSlide: (rest.paint_break, rest.say_break),
    ClosedSlide: (rest.paint_closed, rest.say_closed),
    BackdropSlide: (rest.paint_backdrop, rest.say_backdrop),
    HowToVoteSlide: (vote_how.paint, vote_how.say),
    ReceivedSlide: (vote_open.paint, vote_open.say),
    SealedSlide: (vote_open.paint_sealed, vote_open.say_sealed),
    VoteResultSlide: (vote_result.paint, vote_result.say),
    TablesSlide: (tables.paint, tables.say),
    SharesSlide: (shares.paint, shares.say),
    RulesSlide: (rules_card.paint, rules_card.say),
    DrawSlide: (draw.paint, draw.say),
    **roleplay.PAGES,
}
# Pages that show the time of day, so that they change with the minute.
WITH_TIME = (
    AttachmentSlide,
    ReadBackSlide,
    WelcomeSlide,
    AgendaSlide,
    ItemSlide,
    SpeakerSlide,
    FloorSlide,
    HandsSlide,
    CheckingSlide,
    ClosedSlide,
    HowToVoteSlide,
    ReceivedSlide,
    SealedSlide,
    TablesSlide,
    SharesSlide,
    RulesSlide,
    *roleplay.PAGES,
)


def scheme(name: str = "light") -> SlidePalette:
    """The colours of the pages: "light", or "dark" for dark halls."""
    return tokens.slide_palette(name)


def paint_slide(
    painter: QPainter,
    slide: Slide,
    now: Instant,
    scheme: SlidePalette,
    record: list[Written] | None = None,
) -> None:
    """Paint a slide on the virtual page of 1920 x 1080; the caller scales. `record` notes every text
    (tests).
    """
    fonts.load()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    sheet = Sheet(painter, scheme, record)
    if isinstance(slide, BlackSlide):
        rest.paint_black(sheet)
        return
    sheet.fill(0, 0, WIDTH, HEIGHT, "paper")
    PAGES[type(slide)][0](sheet, slide, now)


def page_area(size: QSize) -> QRectF:
    """Where the page lies in a picture of this size: as large as its shape allows, in the middle."""
    share = min(size.width() / WIDTH, size.height() / HEIGHT)
    width, height = WIDTH * share, HEIGHT * share
    return QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)


def slide_image(slide: Slide, size: QSize, now: Instant, scheme: SlidePalette) -> QImage:
    """The slide as a picture of this many pixels; what lies beside the page has the page's ground. A page
    that cannot be painted gives way to the backdrop.
    """
    spare = BackdropSlide(Edge.community)
    return spared(
        lambda: _image(slide, size, now, scheme),
        lambda: spared(
            lambda: _image(spare, size, now, scheme), lambda: _image(BlackSlide(), size, now, scheme)
        ),
    )


def _image(slide: Slide, size: QSize, now: Instant, scheme: SlidePalette) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    if not isinstance(slide, BlackSlide):
        painter.fillRect(image.rect(), Sheet(painter, scheme).colour("paper"))
    area = page_area(size)
    painter.translate(area.topLeft())
    painter.scale(area.width() / WIDTH, area.height() / HEIGHT)
    try:
        paint_slide(painter, slide, now, scheme)
    finally:
        painter.end()
    return image


def accessible_text(slide: Slide, now: Instant) -> str:
    """What a screen reader says of the page, a line each."""
    return spared(lambda: _said(slide, now), lambda: Edge.community)


def _said(slide: Slide, now: Instant) -> str:
    if isinstance(slide, BlackSlide):
        return _("The projector is black")
    parts = [slide.head.meeting, frame.number_words(slide.head), *PAGES[type(slide)][1](slide, now)]
    if slide.head.banner:
        parts.append(f"{pgettext('slide', 'Notice')}: {slide.head.banner}")
    return "\n".join(part for part in parts if part.strip())


def _clock(slide: Slide) -> Clock | None:
    if isinstance(slide, RolePlayPage):
        return slide.act.clock
    return slide.clock if isinstance(slide, ItemSlide | SpeakerSlide | FloorSlide | TablesSlide) else None


def ticks(slide: Slide) -> bool:
    """Whether a clock runs on the page, so that it changes every second."""
    clock = _clock(slide)
    return clock is not None and clock.running


def next_change_ms(slide: Slide, now: Instant) -> int | None:
    """In how many milliseconds the page looks different: at the clock's next second, at the next minute, or
    never.
    """
    return spared(lambda: _wait_ms(slide, now), lambda: None)


def _wait_ms(slide: Slide, now: Instant) -> int | None:
    waits = []
    clock = _clock(slide)
    if clock is not None and clock.running:
        # A countdown changes at each whole second that is left.
        waits.append(clock.remaining(now) % 1000 or 1000)
    if isinstance(slide, WITH_TIME):
        waits.append(60_000 - now.wall_ms % 60_000)
    return min(waits, default=None)
