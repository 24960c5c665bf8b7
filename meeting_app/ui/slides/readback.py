"""What was written down is read back: decisions, tasks with who and when, parked matters."""

from datetime import date

from meeting_app.domain.clock import Instant
from meeting_app.i18n import N_, _
from meeting_app.queries.slides_types_agenda import ReadBackLine, ReadBackSlide
from meeting_app.ui.slides import frame, marks
from meeting_app.ui.slides.motion import page_words
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, SMALL, SPAN, TEXT, Sheet, Voice
from meeting_app.wording import labels, times

ROWS = 3
TOP, PITCH = 318, 206
BESIDE = 260
KINDS = {"decision": N_("Decision"), "task": N_("Task"), "parking": N_("Parked")}
KIND = Voice((TEXT, SMALL), "vermilion", bold=True, stand="middle")
WORDS = Voice((LARGE, TEXT, SMALL), bold=True, most=2)
DETAIL = Voice((SMALL,), "ink2")


def page_count(slide: ReadBackSlide) -> int:
    """How many pages there are; never fewer than one."""
    return max(1, -(-len(slide.lines) // ROWS))


def shown(slide: ReadBackSlide) -> tuple[ReadBackLine, ...]:
    """The lines of the page."""
    page = min(slide.page, page_count(slide) - 1)
    return slide.lines[page * ROWS : (page + 1) * ROWS]


def detail(line: ReadBackLine) -> str:
    """Who does it by when and who watches; who raised it and what became of it."""
    parts = [line.who]
    if line.due:
        parts.append(_("by {day}").format(day=times.day(date.fromisoformat(line.due))))
    if line.supervisor:
        parts.append(_("watched by {name}").format(name=line.supervisor))
    if line.fate:
        parts.append(labels.label(labels.FATES, line.fate))
    return ("\uff0c" if times.is_chinese() else ", ").join(part for part in parts if part)


def paint(sheet: Sheet, slide: ReadBackSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    heading = Voice((HEADING, LARGE), bold=True, serif=True, leading=130)
    sheet.write(LEFT, 164, SPAN, 110, _("What was written down"), heading)
    marks.hairline(sheet, LEFT, 284, SPAN, "ink", 4)
    if not slide.lines:
        sheet.write(LEFT, TOP + 40, SPAN, 90, _("Nothing yet."), Voice((LARGE,), "ink2"))
    for place, line in enumerate(shown(slide)):
        _line(sheet, line, TOP + place * PITCH)
    count = page_count(slide)
    words = page_words(min(slide.page, count - 1), count)
    if count > 1:
        frame.foot_words(sheet, slide.head, _("newest first"), words)
    else:
        frame.foot(sheet, slide.head, now)


def _line(sheet: Sheet, line: ReadBackLine, top: int) -> None:
    sheet.write(LEFT, top, BESIDE - 24, 80, labels.label(KINDS, line.kind), KIND)
    text = sheet.write(LEFT + BESIDE, top, SPAN - BESIDE, 146, line.text, WORDS)
    told = detail(line)
    if told:
        sheet.write(LEFT + BESIDE, text.ink.bottom(), SPAN - BESIDE, 57, told, DETAIL)


def say(slide: ReadBackSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [
        f"{labels.label(KINDS, line.kind)}: {line.text}" + (f" ({told})" if (told := detail(line)) else "")
        for line in shown(slide)
    ]
    return [_("What was written down"), *(lines or [_("Nothing yet.")])]
