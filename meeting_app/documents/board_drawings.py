"""What the versions of a notice for the board draw: a calendar leaf, a clock with the hour, a house."""

import math
from datetime import date, datetime

from meeting_app.documents import words
from meeting_app.documents.flow.fixed import Brush
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.ink import draw_rule
from meeting_app.documents.text.style import INK, INK_SOFT, PAPER, VERMILION, Style
from meeting_app.documents.text.tags import artifact, claimed, figure


def spoken_time(value: datetime) -> str:
    """下午2点30分, 上午9点, 中午12点: as it is said."""
    hour = value.hour
    ends = ((6, "凌晨"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚上"))
    part = next(word for end, word in ends if hour < end)
    shown = hour - 12 if hour > 12 else hour
    minute = "半" if value.minute == 30 else f"{value.minute}分" if value.minute else ""
    return f"{part}{shown}点{minute}"


def calendar_leaf(brush: Brush, x: float, top: float, side: float, day: date) -> None:
    """A leaf of a calendar: month on a red band, the day large, the weekday below."""
    canvas = brush.canvas
    band = side * 0.26
    with claimed(canvas, "P"), artifact(canvas):
        canvas.setFillColorRGB(*VERMILION)
        canvas.roundRect(
            x * MM, brush.y(top + side), side * MM, side * MM, side * 0.06 * MM, stroke=0, fill=1
        )
        canvas.setFillColorRGB(*PAPER)
        inner = side * 0.02
        height = side - band - inner
        canvas.roundRect(
            (x + inner) * MM, brush.y(top + side - inner), (side - 2 * inner) * MM, height * MM,
            side * 0.05 * MM, stroke=0, fill=1,
        )  # fmt: skip
        middle = x + side / 2
        size = side * MM
        month = f"{day.year}年{day.month}月"
        brush.label(middle, top + band / 2, month, Style(Voice.BOLD, size * 0.115, PAPER), "center")
        large = Style(Voice.TITLE, size * 0.46, INK)
        brush.label(middle, top + band + (side - band) * 0.42, str(day.day), large, "center")
        week = Style(Voice.BOLD, size * 0.11, INK)
        brush.label(middle, top + side * 0.88, words.weekday(day), week, "center")


def clock_face(brush: Brush, x: float, top: float, side: float, at: datetime) -> None:
    """A clock that shows the hour, with twelve marks and both hands."""
    canvas = brush.canvas
    cx, cy, radius = (x + side / 2) * MM, brush.y(top + side / 2), side / 2 * MM
    with figure(canvas, f"钟面，{spoken_time(at)}"):
        canvas.setStrokeColorRGB(*VERMILION)
        canvas.setLineWidth(radius * 0.09)
        canvas.circle(cx, cy, radius * 0.95, stroke=1, fill=0)
        for step in range(12):
            inner = 0.72 if step % 3 == 0 else 0.78
            _ray(canvas, (cx, cy), (inner * radius, 0.84 * radius), step / 12, radius * 0.04)
        _ray(canvas, (cx, cy), (0, 0.46 * radius), (at.hour % 12 + at.minute / 60) / 12, radius * 0.085)
        _ray(canvas, (cx, cy), (0, 0.68 * radius), at.minute / 60, radius * 0.055)
        canvas.setFillColorRGB(*INK)
        canvas.circle(cx, cy, radius * 0.06, stroke=0, fill=1)


def _ray(
    canvas: object, centre: tuple[float, float], reach: tuple[float, float], turn: float, width: float
) -> None:
    """A stroke outwards from the centre; `turn` is the part of the circle from twelve o'clock."""
    sine, cosine = math.sin(2 * math.pi * turn), math.cos(2 * math.pi * turn)
    x, y = centre
    near, far = reach
    ends = (x + near * sine, y + near * cosine, x + far * sine, y + far * cosine)
    draw_rule(canvas, ends, width, INK)


def house(brush: Brush, x: float, top: float, side: float) -> None:
    """A house with a door, for the place."""
    canvas = brush.canvas
    with figure(canvas, "一座房子"):
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(side * 0.035 * MM)
        path = canvas.beginPath()
        points = ((0.06, 0.5), (0.5, 0.1), (0.94, 0.5))
        path.moveTo((x + points[0][0] * side) * MM, brush.y(top + points[0][1] * side))
        for px, py in points[1:]:
            path.lineTo((x + px * side) * MM, brush.y(top + py * side))
        path.rect((x + 0.18 * side) * MM, brush.y(top + 0.92 * side), 0.64 * side * MM, 0.5 * side * MM)
        canvas.drawPath(path, stroke=1, fill=0)
        canvas.setFillColorRGB(*VERMILION)
        canvas.rect(
            (x + 0.42 * side) * MM, brush.y(top + 0.92 * side), 0.17 * side * MM, 0.28 * side * MM, 0, 1
        )
        canvas.setFillColorRGB(*INK_SOFT)
        for left in (0.25, 0.65):
            canvas.rect(
                (x + left * side) * MM, brush.y(top + 0.66 * side), 0.11 * side * MM, 0.11 * side * MM, 0, 1
            )
