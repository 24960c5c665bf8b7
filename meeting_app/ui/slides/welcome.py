"""People come in: what is this, how do I check in, are we enough yet."""

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext
from meeting_app.queries.slides_types import WelcomeSlide
from meeting_app.ui.slides import frame, marks
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, SMALL, TEXT, TITLE, Sheet, Voice
from meeting_app.wording import amounts, sources, times

COLUMN = 1096
TITLE_VOICE = Voice((TITLE, HEADING, LARGE, TEXT), bold=True, serif=True, leading=130, most=4)
PLATE_LEFT, PLATE_WIDTH = 1264, 544


def hall(community: str) -> str:
    """The name of the community's hall."""
    return _("{community} meeting hall").format(community=community) if community else _("Meeting hall")


def when_and_where(slide: WelcomeSlide) -> str:
    """Saturday 28 November, 14:30, hall on the second floor."""
    words = _("{weekday} {day}, {time}").format(
        day=times.day(slide.starts_at.date()),
        weekday=times.weekday(slide.starts_at.date()),
        time=times.clock(slide.starts_at),
    )
    return _("{when}, {place}").format(when=words, place=slide.place) if slide.place else words


def counted(slide: WelcomeSlide) -> str:
    """What stands behind the number of those present."""
    words = _("checked in, of {eligible}").format(eligible=f"{slide.eligible:,}")
    if not slide.scope:
        return words
    return _("{counted}; {guests}").format(
        counted=words, guests=_("counted: owners of {places}").format(places=sources.places(slide.scope))
    )


def quorum(slide: WelcomeSlide) -> tuple[str, str]:
    """What is needed, and whether it is there; both empty when nothing is asked."""
    if not slide.needed:
        return "", ""
    missing = slide.needed - slide.present
    state = (
        _("that is enough")
        if missing <= 0
        else ngettext("{count} still missing", "{count} still missing", missing).format(count=f"{missing:,}")
    )
    return _("{needed} are needed to begin,").format(needed=f"{slide.needed:,}"), state


def guests(slide: WelcomeSlide) -> str:
    """How many are here without a vote."""
    if not slide.guests:
        return ""
    return ngettext("and {count} guest", "and {count} guests", slide.guests).format(count=slide.guests)


def represented(slide: WelcomeSlide) -> str:
    """How many of those counted are not in the room."""
    return ngettext("{count} of them by proxy", "{count} of them by proxy", slide.represented).format(
        count=slide.represented
    )


def area(slide: WelcomeSlide) -> tuple[str, str]:
    """The floor area that is needed, and what is missing of it; both empty where only persons count."""
    if not slide.area_c:
        return "", ""
    needed = _("{area} m² needed,").format(area=amounts.area(slide.area_needed_c))
    missing = slide.area_needed_c - slide.area_here_c
    state = (
        _("that is enough") if missing <= 0 else _("{area} still missing").format(area=amounts.area(missing))
    )
    return needed, state


def paint(sheet: Sheet, slide: WelcomeSlide, now: Instant) -> None:
    """The page."""
    frame.head(sheet, hall(slide.community))
    sheet.write(LEFT, 176, COLUMN, 80, _("Welcome to"), Voice((LARGE,), "vermilion", bold=True))
    title = sheet.write(LEFT, 270, COLUMN, 292 - _lift(slide), slide.title, TITLE_VOICE)
    _place(sheet, slide, title.ink.bottom() + 10)
    _count(sheet, slide)
    _bar(sheet, slide)
    _caption(sheet, slide)
    _plate(sheet)
    if not frame.banner(sheet, slide.head):
        frame.wall_clock(sheet, now, 990)


def _place(sheet: Sheet, slide: WelcomeSlide, top: float) -> None:
    """When and where: rather a smaller line than two."""
    words, line = when_and_where(slide), Voice((TEXT, SMALL), "ink2", leading=120)
    small = line.but(sizes=(SMALL,))
    fits = sheet.width_of(words, small) <= COLUMN
    sheet.write(LEFT, top, COLUMN, 116, words, line if fits else small.but(most=2))


def counted_with_guests(slide: WelcomeSlide) -> str:
    """What stands behind the number, with those who are here without a vote."""
    words = counted(slide)
    if slide.represented:
        words = _("{counted}; {guests}").format(counted=words, guests=represented(slide))
    if not slide.guests:
        return words
    return _("{counted}; {guests}").format(counted=words, guests=guests(slide))


def _lift(slide: WelcomeSlide) -> int:
    """A second line of what is needed takes its room from above."""
    return 56 if slide.area_c else 0


def _count(sheet: Sheet, slide: WelcomeSlide) -> None:
    up = _lift(slide)
    number = sheet.write(
        LEFT, 708 - up, 500, 130, f"{slide.present:,}", Voice((TITLE,), bold=True, leading=115)
    )
    left = number.ink.right() + 20
    room, voice = LEFT + COLUMN - left, Voice((TEXT, SMALL), "ink2", stand="bottom")
    words = counted_with_guests(slide)
    one_line = sheet.width_of(words, voice.but(sizes=(SMALL,))) <= room
    if one_line:
        sheet.write(left, 756 - up, room, 68, words, voice)
    else:  # five figures each, or long words: two lines
        sheet.write(left, 712 - up, room, 114, words, voice.but(sizes=(SMALL,), most=2))


def _bar(sheet: Sheet, slide: WelcomeSlide) -> None:
    """How many of all are here, with the line that must be reached."""
    whole, top = max(1, slide.eligible), 856 - _lift(slide)
    sheet.frame(LEFT, top, COLUMN, 28)
    sheet.fill(LEFT, top, COLUMN * min(1.0, slide.present / whole), 28, "ink")
    if 0 < slide.needed <= whole:
        marks.threshold(sheet, LEFT + COLUMN * slide.needed / whole, top - 14, top + 42, "vermilion", 8)


def _caption(sheet: Sheet, slide: WelcomeSlide) -> None:
    """What is needed by persons, and below it by area; each with whether it is there."""
    top = 893 - _lift(slide)
    _measure(sheet, top, *quorum(slide), enough=slide.present >= slide.needed)
    _measure(sheet, top + 57, *area(slide), enough=slide.area_here_c >= slide.area_needed_c)


def _measure(sheet: Sheet, top: float, needed: str, state: str, *, enough: bool) -> None:
    if not needed:
        return
    voice = Voice((SMALL,), "ink2")
    # A full-width comma brings its own space.
    left = sheet.write(LEFT, top, 760, 57, needed, voice).ink.right() + (0 if needed[-1] == "\uff0c" else 14)
    if enough:
        marks.mark(sheet, "for", left, top + 9, 40, "pine")
        left += 52
    colour = "pine" if enough else "ink"
    sheet.write(left, top, LEFT + COLUMN - left, 57, state, voice.but(colour=colour, bold=True))


def _plate(sheet: Sheet) -> None:
    """Where to check in; the ring of seats stands where a code will stand once telephones can be used."""
    sheet.frame(PLATE_LEFT, 176, PLATE_WIDTH, 760)
    inner, width = PLATE_LEFT + 24, PLATE_WIDTH - 48
    centred = Voice(
        (HEADING, LARGE, TEXT), bold=True, align="centre", most=2, stand="middle", ground="surface"
    )
    sheet.write(inner, 200, width, 130, _("Please check in"), centred)
    marks.ring(sheet, PLATE_LEFT + 72, 350, 400)
    where = Voice((TEXT, SMALL), "ink2", align="centre", most=2, stand="middle", ground="surface")
    sheet.write(inner, 770, width, 145, _("At the desk, just say your name"), where)


def say(slide: WelcomeSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    needed, state = quorum(slide)
    return [
        _("Welcome to"),
        slide.title,
        when_and_where(slide),
        f"{slide.present:,} {counted_with_guests(slide)}",
        f"{needed} {state}".strip(),
        _("Please check in"),
        _("At the desk, just say your name"),
    ]
