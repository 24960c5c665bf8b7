"""The speaker's clock is the largest thing in the hall; beside it who comes next. And the floor when it is
free.
"""

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext, pgettext
from meeting_app.queries.slides_types import FloorSlide, SpeakerSlide
from meeting_app.queries.slides_types_floor import FloorState
from meeting_app.ui.slides import clockface, floor_state, frame, item, marks, talk
from meeting_app.ui.slides.sheet import GREAT, HEADING, LARGE, LEFT, SMALL, TEXT, TITLE, Sheet, Voice
from meeting_app.wording import floor as codes
from meeting_app.wording import labels

COLUMN = 1096
QUEUE_LEFT, QUEUE_WIDTH = 1312, 496
WARNING_MS = 30_000
NAME = Voice((GREAT, TITLE, HEADING, LARGE), bold=True, leading=120, most=2)
NEXT_NAME = Voice((HEADING, LARGE, TEXT, SMALL), leading=120, most=3, stand="middle")
KICKER = Voice((LARGE, TEXT, SMALL), "vermilion", bold=True, stand="middle")
ORDER = Voice((TEXT, SMALL), "ink2", most=2, stand="bottom")
GOES_ON = Voice((LARGE, TEXT, SMALL), bold=True, most=2, leading=110, stand="middle")


def state(slide: SpeakerSlide, now: Instant) -> tuple[str, str]:
    """What stands above the name, and its colour."""
    clock = slide.clock
    left = clock.remaining(now)
    if left < 0:
        return _("Time is up, please come to an end"), "danger"
    if left == 0:
        return _("Time is up, please come to an end"), "vermilion"
    if left <= WARNING_MS and clock.limit_ms > WARNING_MS:
        return _("Half a minute left"), "vermilion"
    return floor_state.kicker(slide.floor), "vermilion"


def home(slide: SpeakerSlide) -> str:
    """Building and stairway: never the floor or the room."""
    if not slide.building:
        return ""
    if not slide.stairway:
        return slide.building
    return _("{building}, stairway {stairway}").format(building=slide.building, stairway=slide.stairway)


def paint(sheet: Sheet, slide: SpeakerSlide, now: Instant) -> None:
    """The page with the speaker's clock; that of the one microphone has its own form."""
    if slide.floor.mode == "stick" and slide.floor.kind == "speech":
        talk.paint(sheet, slide, now)
        return
    frame.item_head(sheet, slide.head)
    words, colour = state(slide, now)
    marks.live_dot(sheet, LEFT, 212, colour)
    sheet.write(176, 171, COLUMN - 64, 81, words, KICKER.but(colour=colour))
    _name(sheet, slide)
    over = slide.clock.remaining(now) < 0
    clockface.figures(
        sheet, 96, 840, COLUMN + 16, clockface.words(slide.clock, now), "danger" if over else "ink"
    )
    clockface.speech_bar(sheet, slide.clock, now, LEFT, 904, COLUMN, 28)
    _queue(sheet, slide.following, slide.floor, now)
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


def _queue(sheet: Sheet, following: tuple[str, ...], floor: FloorState, now: Instant) -> None:
    """Who comes next; how to get on the list when nobody waits; below it how the two sides stand, who goes
    on, or how the round stands.
    """
    sheet.fill(1264, 176, 3, 756, "rule")
    heading = (
        pgettext("slide", "Next")
        if following or floor.begins
        else (_("Nobody waits") if floor.closed else _("The list is open"))
    )
    ahead = Voice((LARGE, TEXT, SMALL), "ink2", bold=True, stand="middle")
    sheet.write(QUEUE_LEFT, 171, QUEUE_WIDTH, 81, heading, ahead)
    said, debate = floor_state.below(floor, now), floor.mode == "debate"
    if not following:
        _invite(sheet, floor, 640 if debate else 740 if said[0] else 932)
    for place, name in enumerate(following[: 2 if said[0] or debate else 3]):
        side = floor.following_sides[place] if place < len(floor.following_sides) else ""
        _waiting(sheet, place, name, side if debate else "")
    if debate:
        _tally(sheet, floor)
    elif said[0]:
        sheet.write(QUEUE_LEFT, 772, QUEUE_WIDTH, 72, said[0], ORDER.but(most=1))
        sheet.write(QUEUE_LEFT, 844, QUEUE_WIDTH, 88, said[1], GOES_ON)


def _invite(sheet: Sheet, floor: FloorState, bottom: float) -> None:
    """How to get on the list."""
    invitation = Voice((HEADING, LARGE), bold=True, most=4, leading=130)
    asked = floor_state.invitation(floor)
    ink = sheet.write(QUEUE_LEFT, 282, QUEUE_WIDTH, min(440, bottom - 282), asked, invitation).ink
    below = ink.bottom() + 40 if asked else 282
    room = bottom - below
    if room >= 68:
        sheet.write(
            QUEUE_LEFT, below, QUEUE_WIDTH, room, floor_state.order(floor), ORDER.but(stand="top", most=4)
        )


def _waiting(sheet: Sheet, place: int, name: str, side: str = "") -> None:
    top, first = 270 + 196 * place, place == 0
    if side:
        marks.mark(sheet, side, QUEUE_LEFT, top + 36, 56)
    else:
        number = NEXT_NAME.but(colour="vermilion" if first else "ink2", bold=first, most=1)
        sheet.write(QUEUE_LEFT, top, 80, 130, str(place + 1), number)
    sheet.write(QUEUE_LEFT + 88, top - 17, QUEUE_WIDTH - 88, 164, name, NEXT_NAME.but(bold=first))


def _tally(sheet: Sheet, floor: FloorState) -> None:
    """How many turns each side has had."""
    sheet.fill(QUEUE_LEFT, 688, QUEUE_WIDTH, 3, "rule")
    for row, side in enumerate(floor_state.SIDES):
        top = 716 + 108 * row
        marks.mark(sheet, side, QUEUE_LEFT, top + 24, 56)
        name = Voice((TEXT, SMALL), bold=True, stand="middle")
        sheet.write(QUEUE_LEFT + 88, top, 230, 104, labels.label(codes.SIDES, side), name)
        count = Voice((TEXT, SMALL), "ink2", align="right", stand="middle")
        sheet.write(QUEUE_LEFT + 318, top, QUEUE_WIDTH - 318, 104, floor_state.turns(floor, row), count)


def say(slide: SpeakerSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    if slide.floor.mode == "stick" and slide.floor.kind == "speech":
        return talk.say(slide, now)
    return [
        slide.item, f"{state(slide, now)[0]}: {slide.name}", home(slide),
        clockface.words(slide.clock, now), _waiting_words(slide.following, slide.floor),
        " ".join(floor_state.below(slide.floor, now)),
    ]  # fmt: skip


def _waiting_words(following: tuple[str, ...], floor: FloorState) -> str:
    if not following:
        return "\n".join(filter(None, (floor_state.invitation(floor), floor_state.order(floor))))
    return f"{pgettext('slide', 'Next')}: {pgettext('slide', ', ').join(following)}"


def paint_floor(sheet: Sheet, slide: FloorSlide, now: Instant) -> None:
    """The discussion while nobody has the floor."""
    frame.item_head(sheet, slide.head)
    sheet.write(LEFT, 171, COLUMN, 81, heading(slide), KICKER)
    title = item.TITLE_VOICE.but(sizes=(TITLE, HEADING, LARGE, TEXT, SMALL), most=5)
    sheet.write(LEFT, 258, COLUMN, 640 if slide.clock is None else 250, slide.title, title)
    if slide.clock is not None:
        item.narrow_clock(sheet, slide.clock, now, COLUMN)
    _queue(sheet, slide.following, slide.floor, now)
    if slide.following and slide.floor.mode not in ("debate", "round") and not slide.floor.closed:
        sheet.write(QUEUE_LEFT, 806, QUEUE_WIDTH, 126, _("To speak, raise your hand"), ORDER)
    frame.foot(sheet, slide.head, now)


def heading(slide: FloorSlide) -> str:
    """How people speak on this."""
    return _("Discussion") if slide.floor.mode == "open" else labels.label(codes.MODES, slide.floor.mode)


def say_floor(slide: FloorSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [heading(slide), slide.title]
    if slide.clock is not None:
        lines.append(f"{item.clock_words(slide.clock, now)[0]} {clockface.words(slide.clock, now)}")
    if slide.following:
        count = len(slide.following)
        lines.append(ngettext("{count} person waits", "{count} people wait", count).format(count=count))
    return [*lines, _waiting_words(slide.following, slide.floor)]
