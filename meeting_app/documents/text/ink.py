"""Draws lines of text on a ReportLab canvas.

The operators are written here rather than through ReportLab's text object: a paper has tens of thousands of
numbers, and a hundredth of a point is exact enough, which takes a third of the time.
"""

from collections.abc import Iterable
from typing import Any

from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import load
from meeting_app.documents.text.lines import Line, Segment, set_lines, text_width
from meeting_app.documents.text.style import Colour, Span, Style
from meeting_app.documents.text.tags import add_text


class _Pen:
    """Collects the operators of one text object and repeats no setting that holds already."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._font = ""
        self._colour: Colour | None = None
        self._spacing = 0.0
        self.code = ["BT"]

    def show(self, part: Segment, x: float, y: float) -> None:
        """Draws one segment with its left end at x, y."""
        if part.colour != self._colour:
            self._colour = part.colour
            red, green, blue = part.colour
            self.code.append(f"{red:.3f} {green:.3f} {blue:.3f} rg")
        if part.spacing != self._spacing:
            self._spacing = part.spacing
            self.code.append(f"{part.spacing:.3f} Tc")
        self.code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for face, shown in _encoded(part.font, part.text, self._canvas._doc):
            name = f"{face} {part.size:.2f} Tf"
            if name != self._font:
                self._font = name
                self.code.append(name)
            self.code.append(f"<{shown}> Tj")

    def done(self) -> str:
        """The whole text object; spacing is a setting of the page and goes back to nothing."""
        tail = ["0 Tc", "ET"] if self._spacing else ["ET"]
        return " ".join([*self.code, *tail])


def _encoded(name: str, text: str, document: Any) -> list[tuple[str, str]]:
    """A text as (name of the subset inside the file, hexadecimal bytes), in as few parts as subsets need.

    A character that the document's face knows already is looked up without asking the font again.
    """
    font = load(name)
    state: Any = font.state.get(document)
    try:
        places = list(map(state.assignments.__getitem__, map(ord, text))) if state is not None else []
    except KeyError:
        places = []  # a character that the document has not seen: the font gives it a place
    if places and min(places) >> 8 == max(places) >> 8:
        subset = places[0] >> 8
        label = font.getSubsetInternalName(subset, document)
        return [(label, bytes([place & 0xFF for place in places]).hex())]
    parts = font.splitString(text, document)
    return [(font.getSubsetInternalName(subset, document), chunk.hex()) for subset, chunk in parts]


def draw_rule(canvas: Any, ends: tuple[float, float, float, float], width: float, colour: Colour) -> None:
    """A straight line from x, y to x, y (points), of this width and colour."""
    red, green, blue = colour
    x, y, end_x, end_y = ends
    canvas._code.append(
        f"q {red:.3f} {green:.3f} {blue:.3f} RG {width:.2f} w {x:.2f} {y:.2f} m {end_x:.2f} {end_y:.2f} l S Q"
    )


def draw_lines(canvas: Any, placed: Iterable[tuple[float, float, Line]]) -> None:
    """Draws lines; each comes with the place of its left end on the baseline, in points from the lower
    left.
    """
    pen = _Pen(canvas)
    for x, y, line in placed:
        for part in line.segments:
            pen.show(part, x + part.x, y)
    if len(pen.code) > 1:
        # The colour of the text must not become that of the canvas, which believes to know its own.
        add_text(canvas, f"q {pen.done()} Q")


def draw_text(canvas: Any, x: float, y: float, text: str, style: Style, align: str = "left") -> float:
    """Draws one line that is not broken; answers its width. `align` says what `x` is the place of."""
    text = one_line(text)
    width = text_width(text, style)
    (line,) = set_lines([Span(text, style)], width + 1)
    shift = {"left": 0.0, "center": width / 2, "right": width}[align]
    draw_lines(canvas, [(x - shift, y, line)])
    return width
