"""What is drawn, not typed: the ring of seats, the marks of the choices, the patterns of the bars, the
threshold.
"""

from collections.abc import Mapping
from math import cos, pi, sin, sqrt
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from meeting_app.ui.slides.sheet import Sheet

# Marks on a box of 100 units with a stroke of 13.
MARK_STROKE: Final = 13
# Colour token and pattern of each part of a result.
COLOURS: Final[Mapping[str, str]] = {
    "for": "for_",
    "against": "against",
    "abstain": "abstain",
    "not_voting": "rule",
    "present": "data",
}
# Radius, seats, size of a seat and its colour in the three rings of the backdrop.
RINGS: Final = ((330, 48, 12, "ink"), (262, 38, 10, "ink2"), (198, 28, 8, "rule"))
SPEAKING_SEAT: Final = 5


def ring(sheet: Sheet, left: float, top: float, side: float) -> None:
    """Twelve seats at the same distance, one of them speaking."""
    scale, x, y = side / 100, left + side / 2, top + side / 2
    for seat in range(12):
        angle = pi / 6 * seat
        speaking = seat == 1
        sheet.dot(
            x + 40 * scale * sin(angle),
            y - 40 * scale * cos(angle),
            (9 if speaking else 6.4) * scale,
            "vermilion" if speaking else "ink",
        )


def rings(sheet: Sheet, x: float, y: float, scale: float = 1.0) -> None:
    """The hall from above: three rings of seats around the middle."""
    for row, (radius, seats, size, token) in enumerate(RINGS):
        for seat in range(seats):
            speaking = row == 0 and seat == SPEAKING_SEAT
            angle = 2 * pi * seat / seats
            sheet.dot(
                x + radius * scale * sin(angle),
                y - radius * scale * cos(angle),
                (22 if speaking else size) * scale,
                "vermilion" if speaking else token,
            )


def _path(choice: str) -> QPainterPath:
    path = QPainterPath()
    if choice == "for":
        path.moveTo(10, 56)
        path.lineTo(38, 86)
        path.lineTo(92, 14)
    elif choice == "against":
        path.moveTo(16, 16)
        path.lineTo(84, 84)
        path.moveTo(84, 16)
        path.lineTo(16, 84)
    else:
        path.addEllipse(QPointF(50, 50), 37, 37)
    return path


def mark(sheet: Sheet, choice: str, left: float, top: float, side: float, token: str = "") -> None:
    """The tick, cross or circle of a choice, in its colour unless another token is given."""
    painter = sheet.painter
    painter.save()
    painter.translate(left, top)
    painter.scale(side / 100, side / 100)
    sheet.pen(token or COLOURS[choice], MARK_STROKE)
    painter.drawPath(_path(choice))
    painter.restore()


def done(sheet: Sheet, left: float, top: float, token: str = "ink2") -> None:
    """The small round tick of something done, 56 pixels square."""
    sheet.pen(token, 8, round_ends=True)
    path = QPainterPath(QPointF(left + 6, top + 28))
    path.lineTo(left + 22, top + 44)
    path.lineTo(left + 52, top + 14)
    sheet.painter.drawPath(path)


def _hatch(sheet: Sheet, area: QRectF, token: str, thick: float, pitch: float) -> None:
    """Stripes at 45 degrees, `thick` of `pitch` pixels across."""
    step, x = pitch * sqrt(2), area.left() - area.height()
    sheet.pen(token, thick)
    while x < area.right() + thick:
        sheet.painter.drawLine(
            QPointF(x - thick, area.bottom() + thick), QPointF(x + area.height() + thick, area.top() - thick)
        )
        x += step


def _dots(sheet: Sheet, area: QRectF, token: str) -> None:
    """Dots of radius 5 on a grid of 18."""
    y = area.top() + 9
    while y < area.bottom() + 5:
        x = area.left() + 9
        while x < area.right() + 5:
            sheet.dot(x, y, 5, token)
            x += 18
        y += 18


def part(sheet: Sheet, kind: str, area: QRectF, edge: int = 4) -> None:
    """A part of a bar in its colour and its pattern, with an outline inside its rectangle."""
    token, painter = COLOURS[kind], sheet.painter
    inner = area.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    painter.save()
    painter.setClipRect(area)
    painter.fillRect(area, sheet.colour(token if kind in ("for", "present") else "paper"))
    if kind == "against":
        _hatch(sheet, area, token, 11, 20)
    elif kind == "abstain":
        _dots(sheet, area, token)
    sheet.pen(token, edge)
    painter.drawRect(inner)
    painter.restore()


def moved(sheet: Sheet, area: QRectF) -> None:
    """What came over in this round: hatched in the colour of figures."""
    sheet.painter.save()
    sheet.painter.setClipRect(area)
    _hatch(sheet, area, "data", 8, 18)
    sheet.pen("data", 4)
    sheet.painter.drawRect(area.adjusted(2, 2, -2, -2))
    sheet.painter.restore()


def overtime_bar(sheet: Sheet, area: QRectF) -> None:
    """The bar of a clock that has run out: outlined and hatched, calm."""
    sheet.painter.save()
    sheet.painter.setClipRect(area)
    _hatch(sheet, area, "danger", 6, 28)
    sheet.pen("danger", 3)
    sheet.painter.drawRect(area.adjusted(1.5, 1.5, -1.5, -1.5))
    sheet.painter.restore()


def threshold(sheet: Sheet, x: float, top: float, bottom: float, token: str = "ink", thick: int = 10) -> None:
    """The line that must be reached, with a halo of paper so that it stands on any part."""
    sheet.fill(x - thick / 2 - 4, top, thick + 8, bottom - top, "paper")
    sheet.fill(x - thick / 2, top, thick, bottom - top, token)


def live_dot(sheet: Sheet, left: float, middle: float, token: str = "vermilion") -> None:
    """Something goes on now."""
    sheet.dot(left + 20, middle, 18, token)


def hairline(
    sheet: Sheet, left: float, top: float, width: float, token: str = "line", thick: int = 3
) -> None:
    """A horizontal rule."""
    sheet.fill(left, top, width, thick, token)
