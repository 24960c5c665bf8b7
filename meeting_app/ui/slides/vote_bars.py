"""Bars of a count: a row an option in the order of the ballot paper, with its figure, and a threshold on the
same axis.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from meeting_app.ui.slides import marks
from meeting_app.ui.slides.sheet import LARGE, LEFT, RIGHT, SMALL, TEXT, Sheet, Voice

# Names take more room from the bars where they would be cut short.
NAME_WIDTH, WIDE_NAME, BETWEEN = 500, 880, 30
FIGURE_WIDTH = 330
MOST_FIGURE, MARK_ROOM = 640, 84
MOST_HIGH, LEAST_HIGH = 92, 44


FIGURE = Voice((TEXT,), bold=True)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: `value` and `before` share one unit; what is above `before` came in this round. `state`: chosen,
    tied, out or "".
    """

    name: str
    figure: str
    value: float
    before: float = -1.0
    state: str = ""


def row_height(rows: int, room: float) -> float:
    """How high a row may be."""
    return max(LEAST_HIGH, min(MOST_HIGH, room / max(1, rows)))


def paint(
    sheet: Sheet, rows: Sequence[Row], top: float, room: float, *, needed: float = 0.0, needed_words: str = ""
) -> None:
    """The rows from `top` down in `room`; `needed` = where the line stands, 0 for none."""
    most = max([1.0, needed * 1.04, *(row.value for row in rows)])
    high = row_height(len(rows), room)
    figures = max((sheet.width_of(row.figure, FIGURE) for row in rows), default=0.0)
    bar_right = RIGHT - min(MOST_FIGURE, max(FIGURE_WIDTH, figures + 22 + MARK_ROOM))
    names = _name_width(sheet, rows, high)
    left = LEFT + names + BETWEEN
    for place, row in enumerate(rows):
        _row(sheet, row, QRectF(left, top + place * high, 0, high), (bar_right - left) / most)
    if needed:
        line = left + (bar_right - left) * needed / most
        marks.threshold(sheet, line, top - 8, top + high * len(rows) + 4)
        label = Voice((SMALL,), bold=True, align="right")
        right = min(RIGHT, max(line + sheet.width_of(needed_words, label) / 2, left))
        sheet.write(LEFT, top - 72, right - LEFT, 58, needed_words, label)


def _name_voice(row: Row) -> Voice:
    ink = "ink2" if row.state == "out" else "ink"
    strong = row.state == "chosen"
    return Voice((LARGE, TEXT, SMALL), ink, bold=strong, stand="middle", leading=108, most=2)


def _name_width(sheet: Sheet, rows: Sequence[Row], high: float) -> int:
    whole = all(sheet.fits(row.name, NAME_WIDTH, high - 4, _name_voice(row)) for row in rows)
    return NAME_WIDTH if whole else WIDE_NAME


def _row(sheet: Sheet, row: Row, at: QRectF, scale: float) -> None:
    """A row; `at` is where its bar begins, and how high it is."""
    strong, gone, top, high = row.state == "chosen", row.state == "out", at.top(), at.height()
    width, voice = at.left() - LEFT - BETWEEN, _name_voice(row)
    name = sheet.write(LEFT, top, width, high - 4, sheet.shortened(row.name, width, high - 4, voice), voice)
    bar = QRectF(at.left(), top + high * 0.14, max(0.0, row.value * scale), high * 0.68)
    if row.value > 0:
        kept = bar if row.before < 0 else bar.adjusted(0, 0, -(row.value - row.before) * scale, 0)
        sheet.fill(kept.left(), kept.top(), kept.width(), kept.height(), "rule" if gone else "data")
        if 0 <= row.before < row.value:
            marks.moved(sheet, QRectF(kept.right(), bar.top(), bar.width() - kept.width(), bar.height()))
    figure = Voice((LARGE, TEXT, SMALL), "ink2" if gone else "ink", bold=not gone, stand="middle")
    left = bar.right() + 22 if row.value > 0 else at.left()
    written = sheet.write(left, top, RIGHT - left, high - 4, row.figure, figure)
    if strong:
        side = min(56.0, high * 0.6)
        beside = written if row.figure else name  # where nothing was counted there is no bar between
        marks.mark(sheet, "for", beside.ink.right() + 22, top + (high - side) / 2, side, "vermilion")
