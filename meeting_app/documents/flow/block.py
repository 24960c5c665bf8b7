"""Paragraphs as flowables."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from reportlab.platypus import Flowable

from meeting_app.documents.flow.measures import BODY, HEAD_1, INDENT, LEADING
from meeting_app.documents.text.ink import draw_lines
from meeting_app.documents.text.lines import Line, Shape, set_lines
from meeting_app.documents.text.style import Span, Style
from meeting_app.documents.text.tags import Node, part

# An em box reaches 0.88 above the baseline and 0.12 below it: so its middle comes into the line's middle.
MIDDLE = 0.38
_WIDOW = 2
# The closest line pitch, in points, of official text in its full size.
CLOSEST = 22.5
_EPSILON = 0.01

OFFICIAL = Shape(first=INDENT)
KEEP = 2 * LEADING


class Text(Flowable):
    """A paragraph: spans in a shape on lines of `leading` points, with room before and after.

    It splits between lines and leaves no single line behind. With `keep` it is a heading: it stays whole, and
    that much room for what follows must be left below it. `outline` makes it an entry of the bookmarks.
    """

    def __init__(
        self,
        spans: Sequence[Span],
        shape: Shape = OFFICIAL,
        leading: float = LEADING,
        *,
        before: float = 0.0,
        after: float = 0.0,
        keep: float = 0.0,
        outline: tuple[str, int] | None = None,
    ) -> None:
        super().__init__()
        self._spans, self._shape, self._leading, self._outline = tuple(spans), shape, leading, outline
        self._lines: list[Line] | None = None
        self._set_for = 0.0
        self.spaceBefore, self.spaceAfter = before, after
        self._keep = keep
        # The two halves of a paragraph that goes over a page are one paragraph.
        self._node = Node("P" if outline is None else f"H{outline[1] + 1}")

    def plain(self) -> str:
        """Its text without looks."""
        return "".join(span.text for span in self._spans)

    def pitch(self, leading: float) -> None:
        """Sets its lines closer or wider, before it is laid out; lines of another kind keep theirs. Below the
        closest pitch of its size the letters become smaller with it.
        """
        if self._leading != LEADING:
            return
        self._leading = leading
        scale = leading / CLOSEST
        if scale < 1:
            self._spans = tuple(Span(span.text, _smaller(span.style, scale)) for span in self._spans)
            shape = self._shape
            self._shape = replace(shape, first=shape.first * scale, hang=shape.hang * scale)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Platypus: how large it is in this width; too large for the rest of the page if nothing fits
        below.
        """
        if self._lines is None or (self._spans and self._set_for != width):
            self._lines, self._set_for = set_lines(self._spans, width, self._shape), width
        self.width, self.height = width, len(self._lines) * self._leading
        if self._keep and height < self.height + self._keep:
            return width, max(self.height, height + 1)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Platypus: the part that fits and the rest; nothing when too little fits."""
        if self._keep:
            return []
        self.wrap(width, height)
        lines = self._lines or []
        fits = int((height + _EPSILON) // self._leading)
        if len(lines) - fits < _WIDOW:
            fits = len(lines) - _WIDOW
        if fits < min(_WIDOW, len(lines)) or fits < 1:
            return []
        return [self._part(lines[:fits], True), self._part(lines[fits:], False)]

    def _part(self, lines: list[Line], first: bool) -> "Text":
        half = Text((), self._shape, self._leading, outline=self._outline if first else None)
        half._lines, half._set_for, half._node = lines, self._set_for, self._node
        half.spaceBefore = self.spaceBefore if first else 0.0
        half.spaceAfter = 0.0 if first else self.spaceAfter
        return half

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Platypus: draws with the lower left corner at x, y. There is no state of the page to keep and to
        give back for a paragraph, which is most of the time that its drawing would take.
        """
        top = y + self.height
        mark(canvas, self._outline, x, top)
        placed = []
        for index, line in enumerate(self._lines or ()):
            size = max([segment.size for segment in line.segments], default=0.0)
            placed.append((x, top - (index + 0.5) * self._leading - MIDDLE * size, line))
        with part(canvas, self._node):
            draw_lines(canvas, placed)


def _smaller(style: Style, scale: float) -> Style:
    return replace(style, size=style.size * scale, pitch=style.pitch * scale)


def mark(canvas: Any, outline: tuple[str, int] | None, x: float, y: float) -> None:
    """Makes a bookmark of title and level at the upper left corner of what is being drawn."""
    if outline:
        key = f"part-{canvas.getPageNumber()}-{len(getattr(canvas, '_parts', ()))}"
        canvas._parts = (*getattr(canvas, "_parts", ()), key)
        canvas.bookmarkHorizontal(key, x, y)
        canvas.addOutlineEntry(outline[0], key, outline[1])


def pitched(story: Iterable[Flowable], leading: float) -> list[Flowable]:
    """The story with its official text on lines of `leading` points."""
    blocks = list(story)
    for block in blocks:
        if isinstance(block, Text):
            block.pitch(leading)
    return blocks


class Gap(Flowable):
    """Empty room that vanishes at the top of a page."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.width, self.height = 0.0, height
        self._isGap = True

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Platypus: its size."""
        return 0.0, self.height

    def draw(self) -> None:
        """Platypus: nothing to draw."""


def body(text: str) -> Text:
    """A paragraph of official text, indented by two characters."""
    return Text([Span(text, BODY)])


def labelled(label: str, text: str) -> Text:
    """A paragraph that begins with its label: 一、时间。"""
    return Text([Span(label, HEAD_1), Span(text, BODY)])


def flush(text: str) -> Text:
    """A paragraph without indent, for the addressee."""
    return Text([Span(text, BODY)], Shape())


def heading(text: str, level: int = 1, before: float = 0.0, keep: float = KEEP) -> Text:
    """A heading of the first level, listed in the bookmarks, with two lines of what follows below it."""
    return Text([Span(text, HEAD_1)], before=before, keep=keep, outline=(text, level))


def fact(label: str, text: str, label_width: float) -> Text:
    """A fact of the minutes' head: label after two characters, text hanging behind it."""
    return Text([Span(label, HEAD_1), Span(text, BODY)], Shape(first=INDENT, hang=INDENT + label_width))
