"""One item and its calm clock. Past its time it counts up in red like every clock of the hall, but in thin
figures and without a hatched bar: the hall sees it and is not blamed.
"""

from meeting_app.domain.clock import Clock, Instant
from meeting_app.i18n import _
from meeting_app.queries.slides_types import ItemSlide
from meeting_app.ui.slides import agenda, clockface, frame
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, SMALL, SPAN, TEXT, TITLE, Sheet, Voice
from meeting_app.wording import labels, times

KICKER = Voice((LARGE,), "vermilion", bold=True)
TITLE_VOICE = Voice((TITLE, HEADING, LARGE), bold=True, serif=True, leading=130, most=3)
PRESENTER = Voice((LARGE, TEXT, SMALL), "ink2", most=2)
BASELINE, NARROW_BASELINE, BAR = 842, 754, 908
LABEL_GAP = 26


def clock_words(clock: Clock, now: Instant) -> tuple[str, str]:
    """What the clock shows, and how long the item is meant to take."""
    left = clock.remaining(now)
    label = _("time left") if left >= 0 else _("longer than planned")
    planned = agenda.minutes(times.minutes(clock.limit_ms))
    if clock.running and left > 0:
        end = times.clock(times.local(now.wall_ms + left))
        return label, _("{minutes} for this item, until {time}").format(minutes=planned, time=end)
    return label, _("{minutes} for this item").format(minutes=planned)


def presented(slide: ItemSlide) -> str:
    """Who presents the item."""
    return _("Presented by {name}").format(name=slide.presenter) if slide.presenter else ""


def paint(sheet: Sheet, slide: ItemSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    if slide.clock is None:
        _words(sheet, slide, 468)
    else:
        _words(sheet, slide, 176)
        calm_clock(sheet, slide.clock, now, SPAN)
    frame.foot(sheet, slide.head, now)


def _words(sheet: Sheet, slide: ItemSlide, top: int) -> None:
    """Kind, title and presenter, one below the other."""
    sheet.write(LEFT, top, SPAN, 80, labels.label(labels.ITEM_KINDS, slide.kind), KICKER)
    title = sheet.write(LEFT, top + 90, SPAN, 252, slide.title, TITLE_VOICE)
    if slide.presenter:
        below = title.ink.bottom() + 8
        sheet.write(LEFT, below, SPAN, top + 440 - below, presented(slide), PRESENTER)


def _tone(clock: Clock, now: Instant) -> str:
    """Whether the time is over is seen from the last row."""
    return "danger" if clock.remaining(now) < 0 else "ink"


def calm_clock(sheet: Sheet, clock: Clock, now: Instant, width: int) -> None:
    """The item's clock with its bar and what it means; `width` is that of the bar."""
    label, planned = clock_words(clock, now)
    words = clockface.words(clock, now)
    face = clockface.figures(sheet, LEFT - 10, BASELINE, width * 0.69, words, _tone(clock, now), calm=True)
    left = max(face.ink.right() + 48, 976 if width == SPAN else 0)
    room = LEFT + width - left
    voice = Voice((LARGE, TEXT, SMALL), bold=True, most=3, stand="bottom")
    written = sheet.write(left, 684, room, 172, planned, voice)
    sheet.write(left, written.ink.top() - 76, room, 68, label, Voice((TEXT, SMALL), "ink2", stand="bottom"))
    clockface.bar(sheet, clock, now, LEFT, BAR, width, 20)


def narrow_clock(sheet: Sheet, clock: Clock, now: Instant, width: int) -> None:
    """The same in a column: what the clock means stands in one line below it."""
    label, planned = clock_words(clock, now)
    words, tone = clockface.words(clock, now), _tone(clock, now)
    clockface.figures(sheet, LEFT - 10, NARROW_BASELINE, width, words, tone, calm=True)
    plain, strong = Voice((TEXT,), "ink2", stand="middle"), Voice((TEXT,), bold=True, stand="middle")
    if sheet.width_of(label, plain) + sheet.width_of(planned, strong) + LABEL_GAP > width:
        plain, strong = plain.but(sizes=(SMALL,)), strong.but(sizes=(SMALL,))
    left = sheet.width_of(label, plain) + LABEL_GAP
    sheet.write(LEFT, NARROW_BASELINE + 44, left, 72, label, plain)
    sheet.write(LEFT + left, NARROW_BASELINE + 44, width - left, 72, planned, strong)
    clockface.bar(sheet, clock, now, LEFT, BAR, width, 20)


def say(slide: ItemSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [labels.label(labels.ITEM_KINDS, slide.kind), slide.title, presented(slide)]
    if slide.clock is not None:
        label, planned = clock_words(slide.clock, now)
        lines += [f"{label} {clockface.words(slide.clock, now)}", planned]
    return lines
