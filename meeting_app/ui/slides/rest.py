"""The pages of rest: break, end of the meeting, backdrop."""

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext, pgettext
from meeting_app.queries.slides_types import BackdropSlide, BreakSlide, ClosedSlide
from meeting_app.ui.slides import frame, marks, welcome
from meeting_app.ui.slides.sheet import (
    GREAT,
    HEADING,
    HEIGHT,
    LARGE,
    LEFT,
    SMALL,
    SPAN,
    TEXT,
    TITLE,
    WIDTH,
    Sheet,
    Voice,
    text_height,
)
from meeting_app.wording import times

RING_X, RING_Y = 1460, 540
# Where texts beside the rings must end.
COLUMN = 940
GREAT_SERIF = Voice((GREAT, TITLE, HEADING, LARGE), bold=True, serif=True, leading=130, most=3)
COMMUNITY = Voice((LARGE, TEXT, SMALL), "vermilion", bold=True, most=2, stand="bottom")
DECISION = Voice((HEADING, LARGE, TEXT, SMALL), most=2, leading=125)
LIST_TOP, LIST_BOTTOM = 400, 950
LIST_GAP, WIDEST_GAP = 24, 64


def goes_on(slide: BreakSlide) -> str:
    """When we go on; empty when it is not fixed."""
    return _("We go on at {time}").format(time=times.clock(slide.until)) if slide.until else ""


def paint_break(sheet: Sheet, slide: BreakSlide, now: Instant) -> None:
    """A break."""
    marks.rings(sheet, RING_X, RING_Y)
    title = slide.title or pgettext("slide", "Break")
    sheet.write(LEFT, 200, COLUMN, 340, title, GREAT_SERIF.but(stand="bottom", most=3))
    sheet.write(
        LEFT, 570, COLUMN, 300, goes_on(slide), Voice((TITLE, HEADING), bold=True, leading=130, most=2)
    )
    frame.banner(sheet, slide.head)


def say_break(slide: BreakSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [slide.title or pgettext("slide", "Break"), goes_on(slide)]


def paint_backdrop(sheet: Sheet, slide: BackdropSlide, now: Instant) -> None:
    """Nothing is going on."""
    marks.rings(sheet, RING_X, RING_Y)
    sheet.write(LEFT, 220, COLUMN, 160, welcome.hall(slide.community), COMMUNITY)
    slogan = GREAT_SERIF.but(leading=132, most=2)
    sheet.write(LEFT, 410, COLUMN, 400, _("Ours to discuss,\nours to decide"), slogan)
    frame.banner(sheet, slide.head)


def say_backdrop(slide: BackdropSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [welcome.hall(slide.community), _("Ours to discuss,\nours to decide").replace("\n", " ")]


def paint_closed(sheet: Sheet, slide: ClosedSlide, now: Instant) -> None:
    """The meeting is over: thanks, and what was decided."""
    if not slide.decisions:
        _thanks(sheet, slide)
        return
    frame.head(sheet, slide.head.meeting or welcome.hall(slide.community))
    sheet.write(
        LEFT,
        164,
        SPAN,
        80,
        _("The meeting is closed, thank you all"),
        Voice((LARGE, TEXT), "vermilion", bold=True),
    )
    heading = Voice((HEADING, LARGE), bold=True, serif=True, leading=130)
    sheet.write(LEFT, 254, SPAN, 110, _("What was decided"), heading)
    marks.hairline(sheet, LEFT, 378, SPAN, "ink", 4)
    _decisions(sheet, slide.decisions)
    if not frame.banner(sheet, slide.head):
        frame.wall_clock(sheet, now)


def _thanks(sheet: Sheet, slide: ClosedSlide) -> None:
    marks.rings(sheet, RING_X, RING_Y)
    sheet.write(LEFT, 220, COLUMN, 160, slide.head.meeting or welcome.hall(slide.community), COMMUNITY)
    sheet.write(LEFT, 410, COLUMN, 450, _("The meeting is closed,\nthank you all"), GREAT_SERIF)
    frame.banner(sheet, slide.head)


def _height(text: str, size: int) -> float:
    return text_height(text, SPAN - 100, 900, DECISION.but(sizes=(size,))) + LIST_GAP


def _fitting(decisions: tuple[str, ...], size: int, room: float) -> int:
    """How many of the decisions fit at this size."""
    used = 0.0
    for count, text in enumerate(decisions):
        used += _height(text, size)
        if used - LIST_GAP > room:
            return count
    return len(decisions)


def _gap(decisions: tuple[str, ...], size: int, room: float) -> float:
    """What lies between two decisions, in pixels: more when there are few."""
    free = room - sum(_height(text, size) for text in decisions)
    return LIST_GAP + max(0.0, min(WIDEST_GAP - LIST_GAP, free / len(decisions)))


def _decisions(sheet: Sheet, decisions: tuple[str, ...]) -> None:
    """All at the largest size at which they fit; what does not fit at all is counted and found on the
    board.
    """
    room = LIST_BOTTOM - LIST_TOP
    size = next((size for size in DECISION.sizes if _fitting(decisions, size, room) == len(decisions)), SMALL)
    count = _fitting(decisions, size, room)
    if count < len(decisions):
        count = max(1, _fitting(decisions, size, room - 57 - LIST_GAP))
    top, gap = float(LIST_TOP), _gap(decisions, size, room)
    for number, text in enumerate(decisions[:count], 1):
        height = min(_height(text, size) - LIST_GAP, room)
        voice = DECISION.but(sizes=(size,))
        sheet.write(LEFT, top, 92, size * 1.25, str(number), voice.but(colour="vermilion", bold=True, most=1))
        sheet.write(LEFT + 100, top, SPAN - 100, height, text, voice)
        top += height + gap
    hidden = len(decisions) - count
    if hidden:
        more = ngettext("{count} more: see the notice board", "{count} more: see the notice board", hidden)
        sheet.write(LEFT + 100, top, SPAN - 100, 57, more.format(count=hidden), Voice((SMALL,), "ink2"))


def say_closed(slide: ClosedSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [_("The meeting is closed, thank you all")]
    if slide.decisions:
        lines += [_("What was decided"), *slide.decisions]
    return lines


def paint_black(sheet: Sheet) -> None:
    """Nothing at all, in every scheme."""
    from PySide6.QtCore import Qt

    sheet.painter.fillRect(0, 0, WIDTH, HEIGHT, Qt.GlobalColor.black)
