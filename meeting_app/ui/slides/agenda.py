"""Where we are, what is next, when we go home."""

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext, pgettext
from meeting_app.queries.slides_types import AgendaLine, AgendaSlide
from meeting_app.ui.slides import frame, marks
from meeting_app.ui.slides.sheet import LARGE, LEFT, SMALL, SPAN, TEXT, Sheet, Voice
from meeting_app.wording import times

ROWS = 6
TOP, PITCH = 168, 126
TITLE_LEFT = 256


def shown(slide: AgendaSlide) -> tuple[AgendaLine, ...]:
    """The lines on the page: at most six, the current one second or third when there are more."""
    lines = slide.lines
    if len(lines) <= ROWS:
        return lines
    current = next((place for place, line in enumerate(lines) if line.state == "now"), 0)
    first = min(max(0, current - 1), len(lines) - ROWS)
    return lines[first : first + ROWS]


def minutes(count: int) -> str:
    """20 min."""
    return ngettext("{count} min", "{count} min", count).format(count=count)


def whole(slide: AgendaSlide) -> str:
    """6 items, about 1 h 55 min."""
    hours, rest = divmod(sum(line.minutes for line in slide.lines), 60)
    if hours and rest:
        length = _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    else:
        length = _("{hours} h").format(hours=hours) if hours else minutes(rest)
    count = len(slide.lines)
    return ngettext("{count} item, about {length}", "{count} items, about {length}", count).format(
        count=count, length=length
    )


def end(slide: AgendaSlide) -> str:
    """When we go home."""
    return _("At this pace we finish at {time}").format(time=times.clock(slide.ends_at))


def state_words(line: AgendaLine) -> str:
    """Now, next, or nothing."""
    return {"now": pgettext("slide", "now"), "next": pgettext("slide", "next")}.get(line.state, "")


def paint(sheet: Sheet, slide: AgendaSlide, now: Instant) -> None:
    """The page."""
    frame.head(sheet, slide.head.meeting, whole(slide))
    lines = shown(slide)
    for row, line in enumerate(lines):
        _row(sheet, line, TOP + row * PITCH)
        following = lines[row + 1] if row + 1 < len(lines) else line
        if "now" not in (line.state, following.state) and following is not line:
            marks.hairline(sheet, TITLE_LEFT, TOP + row * PITCH + PITCH - 1, 1552)
    if not frame.banner(sheet, slide.head):
        sheet.write(LEFT, 964, 1400, 68, end(slide), Voice((TEXT,), "ink2"))
        frame.wall_clock(sheet, now)


def _row(sheet: Sheet, line: AgendaLine, top: int) -> None:
    current, ground = line.state == "now", "paper"
    if current:
        ground = "surface"
        sheet.frame(LEFT, top + 2, SPAN, 122)
        sheet.fill(LEFT, top + 2, 14, 122, "vermilion")
    colour = "ink2" if line.state == "done" else "ink"
    title = Voice((LARGE, TEXT, SMALL), colour, bold=current, most=2, stand="middle", ground=ground)
    if line.state == "done":
        marks.done(sheet, 152, top + 35)
    else:
        number = title.but(
            sizes=(LARGE, TEXT), colour="vermilion" if current else "ink", bold=True, align="centre", most=1
        )
        sheet.write(140, top + 6, 80, 114, str(line.number), number)
    beside = state_words(line)
    sheet.write(TITLE_LEFT, top + 6, 1080 if beside else 1240, 114, line.title, title)
    _right(sheet, line, beside, top, ground)


def _right(sheet: Sheet, line: AgendaLine, beside: str, top: int, ground: str) -> None:
    voice = Voice((TEXT,), "ink2", align="right", stand="middle", ground=ground)
    if beside:
        now = line.state == "now"
        sheet.write(
            1352, top + 6, 168, 114, beside, voice.but(colour="vermilion", bold=True) if now else voice
        )
    words = pgettext("slide", "done") if line.state == "done" else minutes(line.minutes)
    sheet.write(1536, top + 6, 240, 114, words, voice)


def say(slide: AgendaSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [
        _("{number}. {title}").format(number=line.number, title=line.title)
        + (
            f" ({words})"
            if (words := pgettext("slide", "done") if line.state == "done" else state_words(line))
            else ""
        )
        for line in slide.lines
    ]
    return [whole(slide), *lines, end(slide)]
