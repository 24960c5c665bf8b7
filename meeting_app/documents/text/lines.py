"""Breaks spans of text into lines of a given width and justifies them.

All measures are points. A line holds segments: stretches of one face, size, colour and character spacing,
each with its own place from the left, so that a justified line may spread its ideographs and leave numbers
and words as they are.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from meeting_app.documents.text.breaks import closed_up, is_closing, is_opening, opportunities
from meeting_app.documents.text.clean import JOINER, clean
from meeting_app.documents.text.faces import advance, look_up
from meeting_app.documents.text.style import Colour, Span, Style

# How far a line may be squeezed for a closing sign, and stretched, per gap in parts of the size.
_SQUEEZE = 0.045
_STRETCH = 0.3
_EPSILON = 0.01
_LONG_LINE = 14


class Segment(NamedTuple):
    """Text that is shown by one operator; `spacing` is added after every character."""

    font: str
    size: float
    colour: Colour
    x: float
    spacing: float
    text: str


class Line(NamedTuple):
    """One line; `width` is its natural width without stretching. A tuple, as a paper has thousands and a
    frozen dataclass takes several times as long to make.
    """

    segments: tuple[Segment, ...]
    width: float
    text: str


@dataclass(slots=True)
class _Measured:
    """A paragraph's characters with face, style and the running sum of advances; `stops` are the places where
    another face or style begins or a sign is closed up to the one before it.
    """

    text: str
    fonts: list[str]
    styles: list[Style]
    edges: list[float]
    glued: list[int]
    cuts: frozenset[int]
    stops: list[int]
    _places: tuple[bytearray, bytearray] | None = None

    @property
    def places(self) -> tuple[bytearray, bytearray]:
        """Where lines may begin and where spaces may stretch; found out when first asked, since most cells
        and headings fit on one line.
        """
        if self._places is None:
            self._places = opportunities(self.text, self.glued)
        return self._places

    @property
    def may_break(self) -> bytearray:
        """Where lines may begin."""
        return self.places[0]

    @property
    def loose(self) -> bytearray:
        """Where spaces may stretch."""
        return self.places[1]

    def width(self, start: int, end: int) -> float:
        """From the left edge of one character to the right edge of the last, without trailing spaces."""
        while end > start and self.text[end - 1] == " ":
            end -= 1
        if end <= start:
            return 0.0
        style = self.styles[end - 1]
        # A sign that was closed up to one on the next line has its blank half again.
        blank = style.size / 2 if end - 1 in self.cuts else 0.0
        return self.edges[end] - self.edges[start] - style.pitch + blank


@dataclass(frozen=True, slots=True)
class Shape:
    """The form of a paragraph: indents of the first and of the other lines.

    `align` is "justify", "left", "center" or "right".
    """

    first: float = 0.0
    hang: float = 0.0
    align: str = "justify"


LEFT = Shape(align="left")
CENTER = Shape(align="center")
RIGHT = Shape(align="right")


def set_lines(spans: Sequence[Span], width: float, shape: Shape = LEFT) -> list[Line]:
    """The lines of a paragraph. Line ends in the text are kept; an empty text gives one empty line."""
    lines: list[Line] = []
    if len(spans) == 1 and (alone := _alone(spans[0], width, shape)) is not None:
        return [alone]
    for part in _paragraphs(spans):
        measured = _measure(part)
        start, first = 0, not lines
        while True:
            indent = shape.first if first else shape.hang
            end = _line_end(measured, start, width - indent)
            last = end >= len(measured.text)
            if not last:
                end = _without_orphan(measured, start, end)
            lines.append(_line(measured, start, end, indent, width, shape.align, last))
            start, first = end, False
            if last:
                break
    return lines


def _alone(span: Span, width: float, shape: Shape) -> Line | None:
    """The line of a text that fits on one and needs one face only, as most cells of tables do; None for all
    others.
    """
    text, style = clean(span.text).replace(JOINER, "").rstrip(" "), span.style
    if not text or "\n" in text or closed_up(text):
        return None
    fonts, wide = look_up(style.voice, text)
    natural = sum(wide) * style.size + style.pitch * (len(text) - 1)
    room = width - shape.first - natural
    if room < 0 or fonts.count(fonts[0]) < len(fonts):
        return None
    x = shape.first + (room if shape.align == "right" else room / 2 if shape.align == "center" else 0.0)
    segment = Segment(fonts[0], style.size, style.colour, x, style.pitch, text)
    return Line((segment,), natural, text)


def text_width(text: str, style: Style) -> float:
    """Width of a text on one line."""
    text = clean(text).replace(JOINER, "").replace("\n", " ")
    return advance(style.voice, text) * style.size + style.pitch * max(0, len(text) - 1)


def one_line_set(text: str, style: Style) -> Line:
    """A text on one line."""
    (line,) = set_lines([Span(text, style)], text_width(text, style) + 1)
    return line


def _paragraphs(spans: Sequence[Span]) -> list[list[Span]]:
    """The spans between line ends."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        pieces = clean(span.text).split("\n")
        for index, piece in enumerate(pieces):
            if index:
                parts.append([])
            if piece:
                parts[-1].append(Span(piece, span.style))
    return parts


def _measure(spans: Sequence[Span]) -> _Measured:
    text, glued, fonts, styles, advances = "", [], list[str](), list[Style](), list[float]()
    stops = []
    for span in spans:
        piece = span.text
        if JOINER in piece:
            chunks = piece.split(JOINER)
            glued += [len(text) + at for at in accumulate(len(chunk) for chunk in chunks[:-1])]
            piece = "".join(chunks)
        size, pitch = span.style.size, span.style.pitch
        faces, wide = look_up(span.style.voice, piece)
        if faces and faces.count(faces[0]) < len(faces):
            stops += [len(text) + at for at in range(1, len(faces)) if faces[at] != faces[at - 1]]
        fonts += faces
        advances += [em * size + pitch for em in wide]
        styles += [span.style] * len(piece)
        text += piece
        stops.append(len(text))
    cuts = closed_up(text)
    for at in cuts:
        advances[at] -= styles[at].size / 2
    if cuts:
        stops = sorted({*stops, *(at + 1 for at in cuts)})
    edges = list(accumulate(advances, initial=0.0))
    return _Measured(text, fonts, styles, edges, glued, frozenset(cuts), stops)


def _line_end(measured: _Measured, start: int, limit: float) -> int:
    """Where the line that begins at `start` ends: the next line begins there."""
    text, edges = measured.text, measured.edges
    total = len(text)
    end = bisect_right(edges, edges[start] + limit + _EPSILON) - 1
    # The pitch behind the last character is not ink: one more may fit.
    if end < total and measured.width(start, end + 1) <= limit + _EPSILON:
        end += 1
    while end < total and text[end] == " ":
        end += 1
    if end >= total:
        return total
    squeezed = _squeezed_end(measured, start, end, limit)
    if squeezed:
        return squeezed
    best = measured.may_break.rfind(1, start + 1, end + 1)
    return best if best > start else _forced_end(text, start, end)


def _forced_end(text: str, start: int, end: int) -> int:
    """Inside a word that is longer than the line; even then no closing sign begins the next line."""
    best = max(end, start + 1)
    while best > start + 1 and (is_closing(text[best]) or is_opening(text[best - 1])):
        best -= 1
    return best


def _without_orphan(measured: _Measured, start: int, end: int) -> int:
    """An earlier end where otherwise one character alone, with its full stop, would make the last line."""
    text = measured.text
    alone = len(text) - end
    if alone > 2 or end - start < _LONG_LINE or (alone == 2 and not is_closing(text[-1])):
        return end
    best = measured.may_break.rfind(1, end - 4, end)
    return best if best > 0 else end


def _squeezed_end(measured: _Measured, start: int, end: int, limit: float) -> int:
    """A line end a closing sign or two further on, if the line can take it almost invisibly; 0 if not."""
    text, may_break = measured.text, measured.may_break
    further = end
    while further < len(text) and further - end < 2 and is_closing(text[further]):
        further += 1
    if further == end or not may_break[further]:
        return 0
    too_long = measured.width(start, further) - limit
    room = _SQUEEZE * measured.styles[start].size * measured.loose.count(1, start + 1, further)
    return further if too_long <= room else 0


def _line(
    measured: _Measured, start: int, end: int, indent: float, width: float, align: str, last: bool
) -> Line:
    while end > start and measured.text[end - 1] == " ":
        end -= 1
    natural = measured.width(start, end)
    room = width - indent - natural
    extra = _extra(measured, start, end, room, align, last)
    x = indent
    if align == "right":
        x = indent + room
    elif align == "center":
        x = indent + room / 2
    return Line(_segments(measured, start, end, x, extra), natural, measured.text[start:end])


def _extra(measured: _Measured, start: int, end: int, room: float, align: str, last: bool) -> float:
    """What each stretchable gap of the line gets more (or less, when the line was squeezed)."""
    if room > 0 and (align != "justify" or last):
        return 0.0
    gaps = measured.loose.count(1, start + 1, end)
    if not gaps:
        return 0.0
    each = room / gaps
    return each if each <= _STRETCH * measured.styles[start].size else 0.0


def _segments(measured: _Measured, start: int, end: int, x: float, extra: float) -> tuple[Segment, ...]:
    """Cuts a line into stretches of the same look and the same spacing."""
    fonts, styles, edges = measured.fonts, measured.styles, measured.edges
    found: list[Segment] = []
    left, shift, at = x - edges[start], 0.0, start
    stops = measured.stops
    inside = stops[bisect_right(stops, start) : bisect_left(stops, end)]
    for stop in (*inside, end) if end > start else ():
        while at < stop:
            upto, loose = _stretch(measured, at, stop) if extra else (stop, False)
            style, more = styles[at], extra if loose else 0.0
            place, text = left + edges[at] + shift, measured.text[at:upto]
            found.append(Segment(fonts[at], style.size, style.colour, place, style.pitch + more, text))
            shift += more * (upto - at - 1)
            at = upto
            if extra and at < end and measured.loose[at]:
                shift += extra
    return tuple(found)


def _stretch(measured: _Measured, start: int, stop: int) -> tuple[int, bool]:
    """How far from `start` on all spaces are alike, and whether they may be stretched."""
    if start + 1 >= stop:
        return stop, False
    loose = measured.loose[start + 1]
    other = measured.loose.find(1 - loose, start + 2, stop)
    return (other if other > 0 else stop), bool(loose)
