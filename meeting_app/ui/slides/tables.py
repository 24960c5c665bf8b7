"""Small tables: who sits where, and the time that the tables have; six tables a page."""

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, pgettext
from meeting_app.queries.slides_types_floor import TablesSlide
from meeting_app.ui.slides import clockface, frame, item
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, RIGHT, SMALL, TEXT, TITLE, Sheet, Voice
from meeting_app.wording import groups

PER_PAGE = 6
NARROW = 764
GRID_LEFT, GRID_TOP, CELL_HIGH, GAP = 968, 176, 252, 40
KICKER = Voice((LARGE, TEXT), "vermilion", bold=True, stand="middle")
NAMES = Voice((SMALL,), most=4, leading=118)


def page_count(slide: TablesSlide) -> int:
    """How many pages the tables need."""
    return max(1, -(-len(slide.tables) // PER_PAGE))


def shown(slide: TablesSlide) -> list[tuple[int, tuple[str, ...]]]:
    """The tables of the page, by number."""
    first = min(slide.page, page_count(slide) - 1) * PER_PAGE
    numbered = list(enumerate(slide.tables, start=1))
    return numbered[first : first + PER_PAGE]


def paint(sheet: Sheet, slide: TablesSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    sheet.write(LEFT, 171, NARROW, 81, _("Small tables"), KICKER)
    title = item.TITLE_VOICE.but(sizes=(TITLE, HEADING, LARGE, TEXT, SMALL), most=5)
    sheet.write(LEFT, 258, NARROW, 330 if slide.clock else 640, slide.title, title)
    if slide.clock is not None:
        over = slide.clock.remaining(now) < 0
        words = clockface.words(slide.clock, now)
        clockface.figures(sheet, LEFT - 12, 850, NARROW, words, "danger" if over else "ink", calm=True)
        clockface.speech_bar(sheet, slide.clock, now, LEFT, 904, NARROW, 28)
    sheet.fill(GRID_LEFT - 48, 176, 3, 756, "rule")
    wide = (RIGHT - GRID_LEFT - GAP) / 2
    for place, (number, names) in enumerate(shown(slide)):
        row, column = divmod(place, 2)
        left, top = GRID_LEFT + column * (wide + GAP), GRID_TOP + row * CELL_HIGH
        heading = Voice((TEXT,), "vermilion", bold=True)
        sheet.write(left, top - 8, wide, 68, groups.table(str(number)), heading)
        _names(sheet, left, top + 62, wide, names)
    frame.foot(sheet, slide.head, now)


def _names(sheet: Sheet, left: float, top: float, wide: float, names: tuple[str, ...]) -> None:
    """As many names a line as fit, so that no name is broken; what does not fit so is broken as it must."""
    comma = pgettext("slide", ", ")
    lines: list[str] = []
    for place, name in enumerate(names):
        part = name if place == len(names) - 1 else name + comma
        if lines and sheet.width_of((lines[-1] + part).rstrip(), NAMES) <= wide:
            lines[-1] += part
        else:
            lines.append(part)
    pitch = NAMES.sizes[0] * NAMES.leading / 100
    whole = all(sheet.width_of(line.rstrip(), NAMES) <= wide for line in lines)
    if len(lines) * pitch > CELL_HIGH - 70 or not whole:
        sheet.write(left, top, wide, CELL_HIGH - 70, comma.join(names), NAMES)
        return
    for row, line in enumerate(lines):
        sheet.write(left, top + row * pitch, wide, pitch, line.rstrip(), NAMES.but(most=1))


def say(slide: TablesSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    clock = [clockface.words(slide.clock, now)] if slide.clock is not None else []
    lines = [
        f"{groups.table(str(number))}: {pgettext('slide', ', ').join(names)}"
        for number, names in shown(slide)
    ]
    return [_("Small tables"), slide.title, *clock, *lines]
