"""Draws lines of text on a ReportLab canvas.

The operators are written here rather than through ReportLab's text object: a paper has tens of thousands of
numbers, and a hundredth of a point is exact enough, which takes a third of the time.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import load
from meeting_app.documents.text.lines import Line, one_line_set, text_width
from meeting_app.documents.text.style import Colour, Style
from meeting_app.documents.text.tags import add_empty, add_text


class _Subsets:
    """One face inside one file: which bytes print which characters, under which names."""

    def __init__(self, name: str, document: Any) -> None:
        self._font, self._document = load(name), document
        self._font.splitString("", document)
        state: Any = self._font.state[document]
        self._places: dict[int, int] = state.assignments
        self._labels: list[str] = []
        # Characters of the first subset, as they are written.
        self._first: dict[str, str] = {}

    def shown(self, text: str) -> list[tuple[str, str]]:
        """A text as (name of the subset, hexadecimal bytes), in as few parts as subsets need."""
        try:
            return [(self._labels[0], "".join(map(self._first.__getitem__, text)))]
        except (KeyError, IndexError):
            self._font.splitString(text, self._document)  # gives new characters their places
        places = [*map(self._places.__getitem__, map(ord, text))]
        self._first |= {sign: f"{at:02x}" for sign, at in zip(text, places, strict=True) if at < 256}
        if max(places) < 256:
            return [(self._label(0), bytes(places).hex())]
        return [
            (self._label(subset), bytes([place & 0xFF for place in part]).hex())
            for subset, part in groupby(places, lambda place: place >> 8)
        ]

    def _label(self, subset: int) -> str:
        while subset >= len(self._labels):
            self._labels.append(self._font.getSubsetInternalName(len(self._labels), self._document))
        return self._labels[subset]


class _Kept(dict[str, _Subsets]):
    """The faces inside one file."""

    def __init__(self, document: Any) -> None:
        super().__init__()
        self._document = document

    def __missing__(self, name: str) -> _Subsets:
        self[name] = _Subsets(name, self._document)
        return self[name]


def _operators(canvas: Any, placed: Iterable[tuple[float, float, Line]]) -> list[str]:
    """What shows the lines; no setting is repeated that holds already."""
    code: list[str] = []
    font, colour, spacing = "", None, 0.0
    faces: _Kept = canvas.__dict__.get("_faces") or canvas.__dict__.setdefault("_faces", _Kept(canvas._doc))
    for x, y, line in placed:
        for part in line.segments:
            if part.colour != colour:
                colour = part.colour
                red, green, blue = colour
                code.append(f"{red:.3f} {green:.3f} {blue:.3f} rg")
            if part.spacing != spacing:
                spacing = part.spacing
                code.append(f"{spacing:.3f} Tc")
            code.append(f"1 0 0 1 {x + part.x:.2f} {y:.2f} Tm")
            for face, shown in faces[part.font].shown(part.text):
                name = f"{face} {part.size:.2f} Tf"
                if name != font:
                    font = name
                    code.append(name)
                code.append(f"<{shown}> Tj")
    if spacing:
        code.append("0 Tc")  # a setting of the page: it goes back to nothing
    return code


def draw_rule(canvas: Any, ends: tuple[float, float, float, float], width: float, colour: Colour) -> None:
    """A straight line from x, y to x, y (points), of this width and colour."""
    red, green, blue = colour
    x, y, end_x, end_y = ends
    canvas._code.append(
        f"q {red:.3f} {green:.3f} {blue:.3f} RG {width:.2f} w {x:.2f} {y:.2f} m {end_x:.2f} {end_y:.2f} l S Q"
    )


def draw_lines(canvas: Any, placed: Iterable[tuple[float, float, Line]], kind: str = "") -> None:
    """Draws lines; each comes with the place of its left end on the baseline, in points from the lower
    left. With a `kind` they are a part of the page of their own, also when there is nothing to draw.
    """
    code = _operators(canvas, placed)
    if code:
        # The colour of the text must not become that of the canvas, which believes to know its own.
        add_text(canvas, f"q BT {' '.join(code)} ET Q", kind)
    elif kind:
        add_empty(canvas, kind)


def draw_text(canvas: Any, x: float, y: float, text: str, style: Style, align: str = "left") -> float:
    """Draws one line that is not broken; answers its width. `align` says what `x` is the place of."""
    text = one_line(text)
    width = text_width(text, style)
    # Number and code of a paper stand on each of its pages.
    kept: dict[tuple[str, Style], Line] = canvas.__dict__.setdefault("_set", {})
    line = kept.get((text, style)) or kept.setdefault((text, style), one_line_set(text, style))
    shift = {"left": 0.0, "center": width / 2, "right": width}[align]
    draw_lines(canvas, [(x - shift, y, line)])
    return width
