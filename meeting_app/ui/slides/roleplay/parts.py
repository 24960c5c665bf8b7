"""What the pages of a role-play share: head, time of the act, plates of texts, paging."""

from collections.abc import Sequence
from typing import Final, TypeVar

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _
from meeting_app.queries.slides_head import Head
from meeting_app.queries.slides_types_roleplay import Act
from meeting_app.ui.slides import clockface, frame
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, RIGHT, SMALL, SPAN, TEXT, Sheet, Voice
from meeting_app.wording import groups, times

KICKER: Final = Voice((LARGE, TEXT, SMALL), "vermilion", bold=True, stand="middle")
UNTIL: Final = Voice((LARGE, TEXT), "ink2", stand="middle", align="right")
PLATE_TITLE: Final = Voice((HEADING, LARGE, TEXT, SMALL), bold=True, stand="bottom", leading=115)
PLATE_BESIDE: Final = Voice((SMALL,), "ink2", stand="bottom", align="right", leading=125)
PLATE_TEXT: Final = Voice((LARGE, TEXT, SMALL), most=6, leading=118)
TOP, BOTTOM, BAR = 164, 916, 926
GAP: Final = 64

Item = TypeVar("Item")


def pages(count: int, per_page: int) -> int:
    """How many pages so many things need, at least one."""
    return max(1, -(-count // per_page))


def shown(things: Sequence[Item], per_page: int, page: int) -> Sequence[Item]:
    """The things of a page; one beyond the end is the last."""
    first = min(max(0, page), pages(len(things), per_page) - 1) * per_page
    return things[first : first + per_page]


def act_words(act: Act) -> str:
    """What stands at the right of the head: that it is a role-play, and its act."""
    if not act.number:
        return _("Changing places")
    return _("Role-play: {act}").format(act=act.title)


def until(act: Act, now: Instant) -> str:
    """Until what time of day the act goes on; nothing when its clock stands or is over time."""
    clock = act.clock
    if clock is None or not clock.running or clock.remaining(now) <= 0:
        return ""
    return _("until {time}").format(time=times.clock(times.local(now.wall_ms + clock.remaining(now))))


def begin(sheet: Sheet, head: Head, act: Act, now: Instant, kicker: str) -> None:
    """Head, kicker with the end of the act beside it, and the line of the time at the foot of the body."""
    frame.head(sheet, head.meeting, act_words(act))
    right = until(act, now)
    room = 420 if right else 0
    sheet.write(LEFT, TOP, SPAN - room, 81, kicker, KICKER)
    sheet.write(RIGHT - room, TOP, room, 81, right, UNTIL)
    if act.clock is not None and act.clock.limit_ms:
        clockface.bar(sheet, act.clock, now, LEFT, BAR, SPAN, 8)


def plates(sheet: Sheet, texts: Sequence[tuple[str, str, str]], top: float = 260, columns: int = 2) -> None:
    """Up to four texts of (title, beside, text) on a grid; a single column for one or two."""
    columns = 1 if len(texts) <= 2 else columns
    rows = pages(len(texts), columns)
    wide = (SPAN - GAP * (columns - 1)) / columns
    high = (BOTTOM - top - 36 * (rows - 1)) / max(1, rows)
    told = sheet.common(((text, wide, high - 118) for _title, _beside, text in texts), PLATE_TEXT)
    for place, (title, beside, text) in enumerate(texts):
        row, column = divmod(place, columns)
        left, upper = LEFT + column * (wide + GAP), top + row * (high + 36)
        sheet.fill(left, upper, wide, 6, "ink")
        room = min(wide * 0.5, sheet.width_of(beside, PLATE_BESIDE) + 4) if beside else 0.0
        sheet.write(left, upper + 8, wide - room - (24 if beside else 0), 100, title, PLATE_TITLE)
        sheet.write(left + wide - room, upper + 8, room, 92, beside, PLATE_BESIDE)
        sheet.write(left, upper + 116, wide, high - 118, text, told)


def table(number: int) -> str:
    """Table 3 / 第 3 桌."""
    return groups.table(str(number))


def listed(words: Sequence[str]) -> str:
    """One after the other in a sentence."""
    return _(", ").join(words)
