"""Draws lines of text on a ReportLab canvas."""

from collections.abc import Iterable

from reportlab.pdfgen.canvas import Canvas

from meeting_app.documents.text.lines import Line, set_lines, text_width
from meeting_app.documents.text.style import Span, Style


def draw_lines(canvas: Canvas, placed: Iterable[tuple[float, float, Line]]) -> None:
    """Draws lines; each comes with the place of its left end on the baseline, in points from the lower
    left.
    """
    ink = canvas.beginText()
    font = colour = None
    spacing = 0.0
    for x, y, line in placed:
        for part in line.segments:
            if (part.font, part.size) != font:
                font = (part.font, part.size)
                ink.setFont(part.font, part.size)
            if part.colour != colour:
                colour = part.colour
                ink.setFillColorRGB(*colour)
            if part.spacing != spacing:
                spacing = part.spacing
                ink.setCharSpace(spacing)
            ink.setTextOrigin(x + part.x, y)
            ink.textOut(part.text)
    if spacing:
        ink.setCharSpace(0)
    canvas.drawText(ink)


def draw_text(canvas: Canvas, x: float, y: float, text: str, style: Style, align: str = "left") -> float:
    """Draws one line that is not broken; answers its width. `align` says what `x` is the place of."""
    width = text_width(text, style)
    (line,) = set_lines([Span(text.replace("\n", " "), style)], width + 1)
    shift = {"left": 0.0, "center": width / 2, "right": width}[align]
    draw_lines(canvas, [(x - shift, y, line)])
    return width
