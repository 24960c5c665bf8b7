"""Who has spoken how long: each group with its share of those here and of the time."""

from fractions import Fraction

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _
from meeting_app.queries.slides_types_floor import ShareLine, SharesSlide
from meeting_app.ui.slides import frame
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, RIGHT, SMALL, SPAN, TEXT, Sheet, Voice
from meeting_app.wording import groups

TOP, ROOM = 364, 575
BARS, FIGURES = 560, 150
NAME = Voice((TEXT, SMALL), bold=True, most=2, leading=110, stand="middle")
FIGURE = Voice((SMALL,), "ink2", align="right", stand="middle")
SAID = Voice((TEXT, SMALL), "ink2", most=2)


def percent(share: Fraction) -> str:
    """A share in whole per cent, halves upwards."""
    return f"{(200 * share.numerator + share.denominator) // (2 * share.denominator)}%"


def _title(slide: SharesSlide) -> str:
    return (
        _("Who has spoken how long in this meeting") if slide.whole else _("Who has spoken how long on this")
    )


def _summary(slide: SharesSlide) -> str:
    if slide.several:
        return _("A person may be in several groups.")
    return _("{speakers} of {present} here have spoken.").format(
        speakers=slide.speakers, present=slide.present
    )


def paint(sheet: Sheet, slide: SharesSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    title = Voice((HEADING, LARGE, TEXT), bold=True, serif=True)
    sheet.write(LEFT, 160, SPAN, 108, _title(slide), title)
    sheet.write(LEFT, 272, 860, 72, _summary(slide), SAID)
    _legend(sheet)
    pitch = min(140.0, ROOM / max(1, len(slide.groups)))
    for row, line in enumerate(slide.groups):
        _row(sheet, line, TOP + row * pitch, pitch)
    frame.foot(sheet, slide.head, now)


def _legend(sheet: Sheet) -> None:
    voice = Voice((SMALL,), "ink2", stand="middle")
    left: float = RIGHT
    for token, words in (("data", _("share of the time")), ("rule", _("share of those here"))):
        left -= sheet.width_of(words, voice) + 2
        sheet.write(left, 272, RIGHT - left, 72, words, voice)
        left -= 64
        sheet.fill(left, 296, 48, 24, token)
        left -= 48


def _row(sheet: Sheet, line: ShareLine, top: float, pitch: float) -> None:
    sheet.write(LEFT, top, BARS - LEFT - 32, pitch, groups.group(line.group), NAME)
    whole, thick = RIGHT - BARS - FIGURES, min(28.0, pitch * 0.25)
    for place, (share, token) in enumerate(((line.of_present, "rule"), (line.of_time, "data"))):
        middle = top + pitch / 2 + (place * 2 - 1) * pitch * 0.255
        sheet.fill(BARS, middle - 1.5, whole, 3, "line")
        sheet.fill(BARS, middle - thick / 2, whole * float(share), thick, token)
        sheet.write(RIGHT - FIGURES, middle - 28, FIGURES, 57, percent(share), FIGURE)


def say(slide: SharesSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [
        _("{group}: {present} of those here, {time} of the time").format(
            group=groups.group(line.group), present=percent(line.of_present), time=percent(line.of_time)
        )
        for line in slide.groups
    ]
    return [_title(slide), _summary(slide), *lines]
