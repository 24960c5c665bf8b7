"""The marks and patterns of the three choices: drawn, not typed, and told apart without colour.

For is blue, solid, √; against is orange, hatched, ✕; abstain is grey, dotted, ○; what was not cast stays
white.
"""

from reportlab.pdfgen.canvas import Canvas

from meeting_app.documents.flow.measures import MM
from meeting_app.documents.text.style import ABSTAIN, AGAINST, FOR, PAPER, RULE, Colour

COLOURS: dict[str, Colour] = {"for": FOR, "against": AGAINST, "abstain": ABSTAIN, "none": RULE}
_CHECK = ((0.10, 0.44), (0.38, 0.14), (0.92, 0.86))
_HATCH = 2.4 * MM
_DOT = 2.1 * MM


def draw_mark(
    canvas: Canvas, choice: str, x: float, y: float, side: float, colour: Colour | None = None
) -> None:
    """Draws √, ✕ or ○ into a square with its lower left corner at x, y."""
    canvas.setStrokeColorRGB(*(colour or COLOURS[choice]))
    canvas.setLineWidth(side * 0.14)
    canvas.setLineCap(0)
    path = canvas.beginPath()
    if choice == "for":
        points = [(x + px * side, y + py * side) for px, py in _CHECK]
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
    elif choice == "against":
        for low, high in ((0.16, 0.84), (0.84, 0.16)):
            path.moveTo(x + 0.16 * side, y + low * side)
            path.lineTo(x + 0.84 * side, y + high * side)
    elif choice == "abstain":
        path.circle(x + side / 2, y + side / 2, side * 0.37)
    else:
        return
    canvas.drawPath(path, stroke=1, fill=0)


def fill_pattern(canvas: Canvas, choice: str, x: float, y: float, width: float, height: float) -> None:
    """Fills a rectangle with the choice's pattern and draws its outline."""
    if width <= 0:
        return
    colour = COLOURS[choice]
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, y, width, height)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setFillColorRGB(*(colour if choice == "for" else PAPER))
    canvas.rect(x, y, width, height, stroke=0, fill=1)
    canvas.setFillColorRGB(*colour)
    canvas.setStrokeColorRGB(*colour)
    if choice == "against":
        _hatch(canvas, x, y, width, height)
    elif choice == "abstain":
        _dots(canvas, x, y, width, height)
    canvas.restoreState()
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(0.3 * MM)
    canvas.rect(x, y, width, height, stroke=1, fill=0)


def _hatch(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Strokes rising to the right."""
    canvas.setLineWidth(1.2 * MM)
    path = canvas.beginPath()
    step = _HATCH * 1.414
    at = x - height
    while at < x + width + step:
        path.moveTo(at - MM, y - MM)
        path.lineTo(at + height + MM, y + height + MM)
        at += step
    canvas.drawPath(path, stroke=1, fill=0)


def _dots(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Rows of dots: strokes without length, with round ends."""
    canvas.setLineCap(1)
    canvas.setLineWidth(1.1 * MM)
    path = canvas.beginPath()
    row = y + _DOT / 2
    while row < y + height + _DOT:
        column = x + _DOT / 2
        while column < x + width + _DOT:
            path.moveTo(column, row)
            path.lineTo(column + 0.01, row)
            column += _DOT
        row += _DOT
    canvas.drawPath(path, stroke=1, fill=0)
