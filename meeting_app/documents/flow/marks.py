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


def _paint(canvas: Canvas, *operators: str) -> None:
    """Operators in a state of their own. Written here because ReportLab formats every number of a path by
    itself, and a page of bars has thousands.
    """
    canvas._code.append(" ".join(("q", *operators, "Q")))  # type: ignore[attr-defined]


def _stroke(colour: Colour) -> str:
    return f"{colour[0]:.3f} {colour[1]:.3f} {colour[2]:.3f} RG"


def draw_mark(
    canvas: Canvas, choice: str, x: float, y: float, side: float, colour: Colour | None = None
) -> None:
    """Draws √, ✕ or ○ into a square with its lower left corner at x, y; nothing for other choices."""
    shape = _shape(choice, x, y, side)
    if shape:
        _paint(canvas, _stroke(colour or COLOURS[choice]), f"{side * 0.14:.2f} w 0 J", shape, "S")


def _shape(choice: str, x: float, y: float, side: float) -> str:
    """The path of a mark."""
    if choice == "for":
        points = [f"{x + px * side:.2f} {y + py * side:.2f}" for px, py in _CHECK]
        return f"{points[0]} m {points[1]} l {points[2]} l"
    if choice == "against":
        strokes = (((0.16, 0.16), (0.84, 0.84)), ((0.16, 0.84), (0.84, 0.16)))
        ends = [[f"{x + px * side:.2f} {y + py * side:.2f}" for px, py in stroke] for stroke in strokes]
        return " ".join(f"{first} m {last} l" for first, last in ends)
    if choice == "abstain":
        return _circle(x + side / 2, y + side / 2, side * 0.37)
    return ""


def _circle(x: float, y: float, radius: float) -> str:
    """A circle of four curves."""
    k = radius * 0.5523
    turns = (
        (x + radius, y + k, x + k, y + radius, x, y + radius),
        (x - k, y + radius, x - radius, y + k, x - radius, y),
        (x - radius, y - k, x - k, y - radius, x, y - radius),
        (x + k, y - radius, x + radius, y - k, x + radius, y),
    )
    curves = " ".join(" ".join(f"{value:.2f}" for value in turn) + " c" for turn in turns)
    return f"{x + radius:.2f} {y:.2f} m {curves} h"


def fill_pattern(canvas: Canvas, choice: str, x: float, y: float, width: float, height: float) -> None:
    """Fills a rectangle with the choice's pattern and draws its outline."""
    if width <= 0:
        return
    colour = COLOURS[choice]
    red, green, blue = colour if choice == "for" else PAPER
    box = f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    inside = ""
    if choice == "against":
        inside = _hatch(x, y, width, height)
    elif choice == "abstain":
        inside = _dots(x, y, width, height)
    _paint(canvas, f"{red:.3f} {green:.3f} {blue:.3f} rg", box, "f", _stroke(colour),
           f"q {box} W n {inside} Q" if inside else "", f"{0.3 * MM:.2f} w", box, "S")  # fmt: skip


def _hatch(x: float, y: float, width: float, height: float) -> str:
    """Strokes rising to the right."""
    step, at, strokes = _HATCH * 1.414, x - height, [f"{1.2 * MM:.2f} w"]
    while at < x + width + step:
        strokes.append(f"{at - MM:.2f} {y - MM:.2f} m {at + height + MM:.2f} {y + height + MM:.2f} l")
        at += step
    return " ".join([*strokes, "S"])


def _dots(x: float, y: float, width: float, height: float) -> str:
    """Rows of dots: dashes without length, with round ends; a row is one stroke."""
    strokes = [f"1 J {1.1 * MM:.2f} w [0 {_DOT:.2f}] 0 d"]
    row = y + _DOT / 2
    while row < y + height + _DOT:
        strokes.append(f"{x + _DOT / 2:.2f} {row:.2f} m {x + width + _DOT:.2f} {row:.2f} l")
        row += _DOT
    return " ".join([*strokes, "S"])
