"""What moved between the answers before and after: a line a question from 1 to 5, with its interval.

Nothing is shown below five answers, and "for orientation only" below thirty pairs (domain/roleplay/stance).
"""

from fractions import Fraction
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from meeting_app.domain.clock import Instant
from meeting_app.domain.roleplay.stance import hundredths
from meeting_app.i18n import _, ngettext
from meeting_app.queries.roleplay.annex import AnnexShift
from meeting_app.queries.slides_types_roleplay import PlayShiftSlide
from meeting_app.ui.slides import frame, marks
from meeting_app.ui.slides.roleplay import parts
from meeting_app.ui.slides.sheet import LARGE, LEFT, RIGHT, SMALL, SPAN, TEXT, Sheet, Voice

ROWS: Final = 3
QUESTION: Final = Voice((TEXT, SMALL), bold=True, most=3, stand="middle", leading=110)
FIGURE: Final = Voice((LARGE, TEXT), bold=True, stand="bottom", align="right")
COUNTS: Final = Voice((SMALL,), "ink2", stand="top", align="right", most=2, leading=105)
END: Final = Voice((SMALL,), "ink2")
HIDDEN: Final = Voice((TEXT, SMALL), "ink2", stand="middle", most=2)
AXIS, WIDE, FIGURES = LEFT + 640, 560, 460  # left of the axis, its width, room of the figures


def decimal(value: Fraction) -> str:
    """A mean with one decimal, halves away from zero: 3.4."""
    tenths = (abs(hundredths(value)) + 5) // 10
    return f"{'-' if value < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"


def _x(mean: Fraction) -> float:
    """Where a mean from 1 to 5 lies on the axis."""
    return AXIS + WIDE * float(min(Fraction(5), max(Fraction(1), mean)) - 1) / 4


def means(row: AnnexShift) -> str:
    """2.8 → 3.4, or that too few have answered."""
    first, second = row.shift.mean_before, row.shift.mean_after
    if first is None or second is None:
        return ""
    return _("{before} → {after}").format(before=decimal(first), after=decimal(second))


def counts(row: AnnexShift) -> str:
    """How many pairs went up, stayed, went down, where that may be told; else how many pairs there are."""
    shift = row.shift
    if shift.up is None or shift.same is None or shift.down is None:
        return ngettext("{n} pair", "{n} pairs", shift.pairs).format(n=shift.pairs)
    return _("{up} up, {same} same, {down} down").format(up=shift.up, same=shift.same, down=shift.down)


def orientation(slide: PlayShiftSlide) -> str:
    """What the figures are good for."""
    told = _("Paired by sheet number, no names; this is no vote.")
    if any(row.shift.orientation for row in slide.rows):
        return _("{told} Below 30 pairs: for orientation only.").format(told=told)
    return told


def shift_pages(slide: PlayShiftSlide) -> int:
    """How many pages."""
    return parts.pages(len(slide.rows), ROWS)


def paint(sheet: Sheet, slide: PlayShiftSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _("What has moved"))
    rows = parts.shown(slide.rows, ROWS, slide.page)
    _legend(sheet)
    high = min(176.0, (parts.BOTTOM - 100 - 318) / max(1, len(rows)))
    for place, row in enumerate(rows):
        top = 318 + place * high
        marks.hairline(sheet, LEFT, top, SPAN)
        sheet.write(LEFT, top + 4, AXIS - LEFT - 48, high - 8, row.text, QUESTION)
        _row(sheet, row, top, high)
    note = Voice((SMALL,), "ink2", stand="middle", leading=104, most=2)
    sheet.write(LEFT, parts.BOTTOM - 96, SPAN, 94, orientation(slide), note)
    frame.foot(sheet, slide.head, now)


def _legend(sheet: Sheet) -> None:
    voice = Voice((SMALL,), "ink2", stand="middle")
    left: float = AXIS
    for solid, words in ((False, _("before")), (True, _("after"))):
        sheet.dot(left + 18, 286, 18, "data")
        if not solid:
            sheet.dot(left + 18, 286, 11, "paper")
        sheet.write(left + 48, 254, 220, 64, words, voice)
        left += 48 + min(220.0, sheet.width_of(words, voice)) + 56


def _row(sheet: Sheet, row: AnnexShift, top: float, high: float) -> None:
    shift = row.shift
    if shift.mean_before is None or shift.mean_after is None:
        sheet.write(
            AXIS, top + 4, RIGHT - AXIS, high - 8, _("Fewer than five answers: nothing is shown"), HIDDEN
        )
        return
    middle = top + high * 0.34
    sheet.fill(AXIS, middle - 2, WIDE, 4, "rule")
    for step in range(5):
        sheet.fill(AXIS + WIDE * step / 4 - 2, middle - 10, 4, 20, "rule")
    _moved(sheet, row, middle)
    low = top + high * 0.56
    sheet.write(AXIS - 16, low, WIDE / 2, 57, row.low, END)
    sheet.write(AXIS + WIDE / 2, low, WIDE / 2 + 16, 57, row.high, END.but(align="right"))
    sheet.write(RIGHT - FIGURES, top + 4, FIGURES, high * 0.52, means(row), FIGURE)
    sheet.write(RIGHT - FIGURES, top + high * 0.56, FIGURES, high * 0.42, counts(row), COUNTS)


def _moved(sheet: Sheet, row: AnnexShift, middle: float) -> None:
    """From the hollow dot to the solid one; behind it the interval of the change as a band."""
    shift = row.shift
    if shift.mean_before is None or shift.mean_after is None:
        return
    first, second = _x(shift.mean_before), _x(shift.mean_after)
    if shift.change is not None:
        low = _x(shift.mean_after + Fraction(shift.change.low_c, 100) - shift.change.mean)
        high = _x(shift.mean_after + Fraction(shift.change.high_c, 100) - shift.change.mean)
        sheet.painter.fillRect(QRectF(low, middle - 11, high - low, 22), sheet.colour("line"))
    sheet.pen("data", 8)
    sheet.painter.drawLine(QPointF(first, middle), QPointF(second, middle))
    sheet.dot(first, middle, 18, "data")
    sheet.dot(first, middle, 11, "paper")
    sheet.dot(second, middle, 18, "data")


def say(slide: PlayShiftSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [
        f"{row.text}: {means(row)} ({counts(row)})" if means(row)
        else f"{row.text}: {_('Fewer than five answers: nothing is shown')}"
        for row in parts.shown(slide.rows, ROWS, slide.page)
    ]  # fmt: skip
    return [_("What has moved"), *lines, orientation(slide)]
