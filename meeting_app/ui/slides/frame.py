"""Head and foot of a page: mark and meeting, the item's number, the agenda line, the wall clock, the
banner.
"""

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, pgettext
from meeting_app.queries.slides_types import Head
from meeting_app.ui.slides import marks
from meeting_app.ui.slides.sheet import HEIGHT, LARGE, LEFT, RIGHT, SMALL, SPAN, TEXT, WIDTH, Sheet, Voice
from meeting_app.wording import times

HEAD = Voice((SMALL,), "ink2", most=2, stand="middle")
FOOT = Voice((SMALL,), "ink2")
WALL_CLOCK = Voice((SMALL,), "ink2", align="right")
# Above so many items the stops get no ring, above the second number only the line and the dot are left.
RINGED, STOPPED = 12, 20
GAP = 48


def number_words(head: Head) -> str:
    """Item 3 of 6."""
    return _("Item {number} of {count}").format(number=head.number, count=head.of) if head.number else ""


def head(sheet: Sheet, name: str, right: str = "") -> None:
    """The head line."""
    marks.ring(sheet, LEFT, 60, 56)
    beside = _beside(sheet, right)
    sheet.write(184, 31, RIGHT - 184 - beside - (GAP if right else 0), 113, name, HEAD)
    if right:
        sheet.write(RIGHT - beside, 31, beside, 113, right, HEAD.but(align="right"))


def _beside(sheet: Sheet, words: str) -> float:
    """What the words at the right take of a line."""
    return min(600.0, sheet.width_of(words, FOOT) + 2) if words else 0.0


def item_head(sheet: Sheet, of: Head) -> None:
    """The head line of a page that belongs to an item."""
    head(sheet, of.meeting, number_words(of))


def wall_clock(sheet: Sheet, now: Instant, top: int = 974) -> None:
    """The time of day, at the right of the foot."""
    sheet.write(1608, top, 200, 57, times.clock(times.local(now.wall_ms)), WALL_CLOCK)


def foot(sheet: Sheet, of: Head, now: Instant) -> None:
    """Agenda line and wall clock, or the banner in their place."""
    if banner(sheet, of):
        return
    agenda_line(sheet, of.stops)
    wall_clock(sheet, now)


def foot_words(sheet: Sheet, of: Head, words: str, right: str = "") -> None:
    """A foot of words, or the banner in their place."""
    if banner(sheet, of) or not (words or right):
        return
    beside = _beside(sheet, right)
    room = SPAN - beside - (GAP if right else 0)
    sheet.write(LEFT, 947, room, 113, words, FOOT.but(most=2, stand="middle"))
    if right:
        sheet.write(RIGHT - beside, 947, beside, 113, right, FOOT.but(align="right", stand="middle"))


def agenda_line(sheet: Sheet, stops: tuple[str, ...]) -> None:
    """One stop an item: done, now, to come."""
    if not stops:
        return
    left, right, y = LEFT + 6, LEFT + 1472, 1002
    sheet.fill(left, y - 1.5, right - left, 3, "rule")
    step = (right - left) / max(1, len(stops) - 1)
    for number, state in enumerate(stops):
        _stop(sheet, left + number * step, y, state, len(stops))


def _stop(sheet: Sheet, x: float, y: float, state: str, count: int) -> None:
    if state == "now":
        sheet.dot(x, y, 22, "paper")
        sheet.dot(x, y, 15, "vermilion")
    elif count > STOPPED:
        return
    elif state == "done" or count > RINGED:
        sheet.dot(x, y, 9 if count <= RINGED else 6, "ink2" if state == "done" else "rule")
    else:
        sheet.dot(x, y, 11, "ink2")
        sheet.dot(x, y, 7, "paper")


def banner(sheet: Sheet, of: Head) -> bool:
    """The line over the foot; answers whether there is one."""
    if not of.banner:
        return False
    sheet.fill(0, 952, WIDTH, HEIGHT - 952, "ink")
    plate = Voice((TEXT,), "on_solid", bold=True, align="centre", stand="middle", ground="vermilion")
    word = pgettext("slide", "Notice")
    width = max(168, sheet.width_of(word, plate) + 48)
    sheet.fill(LEFT, 978, width, 76, "vermilion")
    sheet.write(LEFT, 978, width, 76, word, plate)
    text = Voice((LARGE, TEXT, SMALL), "paper", most=2, stand="middle", ground="ink")
    sheet.write(LEFT + width + 32, 956, RIGHT - LEFT - width - 32, 120, of.banner, text)
    return True
