"""The speaker's clock is the largest thing in the hall; beside it who comes next. And the floor when it is
free.
"""

from meeting_app.domain.clock import Clock, Instant
from meeting_app.i18n import N_, _, ngettext, pgettext
from meeting_app.queries.slides_types import FloorSlide, SpeakerSlide
from meeting_app.ui.slides import clockface, frame, item, marks
from meeting_app.ui.slides.sheet import GREAT, HEADING, LARGE, LEFT, SMALL, TEXT, TITLE, Sheet, Voice

COLUMN = 1096
QUEUE_LEFT, QUEUE_WIDTH = 1312, 496
WARNING_MS = 30_000
NAME = Voice((GREAT, TITLE, HEADING, LARGE), bold=True, leading=120, most=2)
NEXT_NAME = Voice((HEADING, LARGE, TEXT, SMALL), leading=120, most=3, stand="middle")
KICKER = Voice((LARGE, TEXT, SMALL), "vermilion", bold=True, stand="middle")
# The order of the list, as `domain.speaking_queue` keeps it.
FIRST = N_("Whoever has not spoken on this yet comes first")
ORDER = Voice((TEXT, SMALL), "ink2", most=2, stand="bottom")


def state(clock: Clock, now: Instant) -> tuple[str, str]:
    """What stands above the name, and its colour."""
    left = clock.remaining(now)
    if left < 0:
        return _("Time is up, please come to an end"), "danger"
    if left == 0:
        return _("Time is up, please come to an end"), "vermilion"
    if left <= WARNING_MS and clock.limit_ms > WARNING_MS:
        return _("Half a minute left"), "vermilion"
    return _("Speaking now"), "vermilion"


def home(slide: SpeakerSlide) -> str:
    """Building and stairway: never the floor or the room."""
    if not slide.building:
        return ""
    if not slide.stairway:
        return slide.building
    return _("{building}, stairway {stairway}").format(building=slide.building, stairway=slide.stairway)


def paint(sheet: Sheet, slide: SpeakerSlide, now: Instant) -> None:
    """The page with the speaker's clock."""
    frame.item_head(sheet, slide.head)
    words, colour = state(slide.clock, now)
    marks.live_dot(sheet, LEFT, 212, colour)
    sheet.write(176, 171, COLUMN - 64, 81, words, KICKER.but(colour=colour))
    _name(sheet, slide)
    over = slide.clock.remaining(now) < 0
    clockface.figures(
        sheet, 96, 840, COLUMN + 16, clockface.words(slide.clock, now), "danger" if over else "ink"
    )
    clockface.speech_bar(sheet, slide.clock, now, LEFT, 904, COLUMN, 28)
    _queue(sheet, slide.following)
    frame.foot(sheet, slide.head, now)


def _name(sheet: Sheet, slide: SpeakerSlide) -> None:
    """The name, with the home beside it when there is room, else below."""
    where, small = home(slide), Voice((TEXT, SMALL), "ink2")
    beside = sheet.width_of(slide.name, NAME) + 36 + sheet.width_of(where, small) <= COLUMN
    name = sheet.write(LEFT - 4, 262, COLUMN, 180 if beside or not where else 156, slide.name, NAME)
    if not where:
        return
    if beside:
        left = name.ink.right() + 32
        sheet.write(left, 342, LEFT + COLUMN - left, 68, where, small)
    else:
        sheet.write(LEFT, name.ink.bottom() + 4, COLUMN, 68, where, small)


def _queue(sheet: Sheet, following: tuple[str, ...]) -> None:
    """Who comes next; how to get on the list when nobody waits."""
    sheet.fill(1264, 176, 3, 756, "rule")
    heading = pgettext("slide", "Next") if following else _("The list is open")
    ahead = Voice((LARGE, TEXT, SMALL), "ink2", bold=True, stand="middle")
    sheet.write(QUEUE_LEFT, 171, QUEUE_WIDTH, 81, heading, ahead)
    if not following:
        invitation = Voice((HEADING, LARGE), bold=True, most=4, leading=130)
        asked = _("To speak, raise your hand")
        below = sheet.write(QUEUE_LEFT, 282, QUEUE_WIDTH, 440, asked, invitation).ink.bottom() + 40
        sheet.write(QUEUE_LEFT, below, QUEUE_WIDTH, 932 - below, _(FIRST), ORDER.but(stand="top", most=4))
        return
    for place, name in enumerate(following[:3]):
        _waiting(sheet, place, name)


def _waiting(sheet: Sheet, place: int, name: str) -> None:
    top, first = 270 + 196 * place, place == 0
    number = NEXT_NAME.but(colour="vermilion" if first else "ink2", bold=first, most=1)
    sheet.write(QUEUE_LEFT, top, 80, 130, str(place + 1), number)
    sheet.write(QUEUE_LEFT + 88, top - 17, QUEUE_WIDTH - 88, 164, name, NEXT_NAME.but(bold=first))


def say(slide: SpeakerSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [
        slide.item, f"{state(slide.clock, now)[0]}: {slide.name}", home(slide),
        clockface.words(slide.clock, now), _waiting_words(slide.following),
    ]  # fmt: skip


def _waiting_words(following: tuple[str, ...]) -> str:
    if not following:
        return f"{_('To speak, raise your hand')}\n{_(FIRST)}"
    return f"{pgettext('slide', 'Next')}: {pgettext('slide', ', ').join(following)}"


def paint_floor(sheet: Sheet, slide: FloorSlide, now: Instant) -> None:
    """The discussion while nobody has the floor."""
    frame.item_head(sheet, slide.head)
    sheet.write(LEFT, 171, COLUMN, 81, _("Discussion"), KICKER)
    title = item.TITLE_VOICE.but(sizes=(TITLE, HEADING, LARGE, TEXT, SMALL), most=5)
    sheet.write(LEFT, 258, COLUMN, 640 if slide.clock is None else 250, slide.title, title)
    if slide.clock is not None:
        item.narrow_clock(sheet, slide.clock, now, COLUMN)
    _queue(sheet, slide.following)
    if slide.following:
        sheet.write(QUEUE_LEFT, 806, QUEUE_WIDTH, 126, _("To speak, raise your hand"), ORDER)
    frame.foot(sheet, slide.head, now)


def say_floor(slide: FloorSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [_("Discussion"), slide.title]
    if slide.clock is not None:
        lines.append(f"{item.clock_words(slide.clock, now)[0]} {clockface.words(slide.clock, now)}")
    if slide.following:
        count = len(slide.following)
        lines.append(ngettext("{count} person waits", "{count} people wait", count).format(count=count))
    return [*lines, _waiting_words(slide.following)]
