"""One line that must stay in its room: set smaller, and on two lines when it would become too small to
read.
"""

from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.ink import draw_lines, draw_text
from meeting_app.documents.text.lines import Shape, set_lines, text_width
from meeting_app.documents.text.style import Span, Style

_SMALLEST = 0.5
_STEP = 0.92
_TINY = 3.0


def fitted(text: str, style: Style, room: float) -> Style:
    """The style in the largest size in which the text fits the room."""
    wide = text_width(one_line(text), style)
    if wide <= room:
        return style
    scale = room / wide
    return replace(style, size=style.size * scale * 0.999, pitch=style.pitch * scale)


def draw_fitted(
    canvas: Canvas, x: float, y: float, text: str, style: Style, room: float, align: str = "left"
) -> None:
    """Draws a text into a room of one line's height: smaller if it must be, over several lines if it would
    be tiny.
    """
    text = one_line(text)
    smaller = fitted(text, style, room)
    if smaller.size >= style.size * _SMALLEST:
        # What is set smaller stays in the middle of the line.
        draw_text(canvas, x, y + 0.38 * (style.size - smaller.size), text, smaller, align)
        return
    small, lines = _packed(text, style, room)
    left = x - {"left": 0.0, "center": room / 2, "right": room}[align]
    parts = set_lines([Span(text, small)], room, Shape(align=align))
    leading = small.size * 1.15
    top = y + 0.38 * style.size + leading * (lines - 1) / 2 - 0.38 * small.size
    draw_lines(canvas, [(left, top - at * leading, line) for at, line in enumerate(parts)])


def _packed(text: str, style: Style, room: float) -> tuple[Style, int]:
    """The largest size in which the text's lines are together no higher than one and a half lines of the
    style.
    """
    small = replace(style, size=style.size * _SMALLEST, pitch=0.0)
    while True:
        lines = len(set_lines([Span(text, small)], room))
        if lines * small.size * 1.15 <= style.size * 1.5 or small.size < _TINY:
            return small, lines
        small = replace(small, size=small.size * _STEP)
