"""Pages on which everything has its place: forms, cards, posters. Millimetres from the upper left."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.platypus import Flowable

from meeting_app.documents.flow.block import MIDDLE
from meeting_app.documents.flow.code import draw_code, verification_payload
from meeting_app.documents.flow.marks import draw_mark
from meeting_app.documents.flow.measures import MM, SHEET
from meeting_app.documents.flow.sheet import PageForm
from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.fit import draw_fitted
from meeting_app.documents.text.ink import draw_lines, draw_rule, draw_text
from meeting_app.documents.text.lines import Shape, set_lines, text_width
from meeting_app.documents.text.style import INK, INK_SOFT, Colour, Span, Style
from meeting_app.documents.text.tags import artifact, part
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.papers import PaperMark

Room = tuple[float, float, float, float]


class Brush:
    """Draws at places given in millimetres from the upper left of a sheet, or of a room on it (left, top,
    width, height).
    """

    def __init__(self, canvas: Any, sheet: tuple[float, float], room: Room | None = None) -> None:
        self.canvas, self._sheet = canvas, sheet
        self._left, self._top, self.width, self.height = room or (0.0, 0.0, sheet[0] / MM, sheet[1] / MM)

    def within(self, room: Room) -> "Brush":
        """A brush for a part of the sheet."""
        return Brush(self.canvas, self._sheet, room)

    def x(self, left: float) -> float:
        """From millimetres right of the left edge to points."""
        return (self._left + left) * MM

    def y(self, top: float) -> float:
        """From millimetres below the upper edge to points above the sheet's lower one."""
        return self._sheet[1] - (self._top + top) * MM

    def text(
        self, x: float, top: float, text: str, style: Style, room: float, align: str = "left", kind: str = "P"
    ) -> None:
        """One line whose middle is `top` millimetres down, set smaller when it is wider than the room."""
        with part(self.canvas, kind):
            draw_fitted(
                self.canvas, self.x(x), self.y(top) - MIDDLE * style.size, text, style, room * MM, align
            )

    def block(
        self,
        place: tuple[float, float, float],
        spans: str | Sequence[Span],
        style: Style,
        leading: float = 1.45,
        shape: Shape | None = None,
    ) -> float:
        """Lines in a room (left, top, width); answers the millimetres from the upper edge below them."""
        left, top, width = place
        whole = [Span(spans, style)] if isinstance(spans, str) else spans
        lines = set_lines(whole, width * MM, shape or Shape(align="left"))
        step = style.size * leading
        y = self.y(top) - step / 2 - MIDDLE * style.size
        with part(self.canvas, "P"):
            draw_lines(self.canvas, [(self.x(left), y - at * step, line) for at, line in enumerate(lines)])
        return top + len(lines) * step / MM

    def rule(self, x: float, top: float, end: float, width: float = 0.3, colour: Colour = INK) -> None:
        """A horizontal line; `width` in millimetres."""
        draw_rule(self.canvas, (self.x(x), self.y(top), self.x(end), self.y(top)), width * MM, colour)

    def upright(self, x: float, top: float, end: float, width: float = 0.2, colour: Colour = INK) -> None:
        """A vertical line."""
        draw_rule(self.canvas, (self.x(x), self.y(top), self.x(x), self.y(end)), width * MM, colour)

    def box(self, place: tuple[float, float, float, float], width: float = 0.3, colour: Colour = INK) -> None:
        """A rectangle: left, top, width, height."""
        left, top, wide, tall = place
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(width * MM)
        self.canvas.rect(self.x(left), self.y(top + tall), wide * MM, tall * MM, stroke=1, fill=0)

    def tick(self, x: float, top: float, side: float) -> None:
        """A drawn √ whose lower left corner is at x, `top` millimetres down."""
        draw_mark(self.canvas, "for", self.x(x), self.y(top), side * MM, INK)

    @contextmanager
    def turned(self) -> Iterator[None]:
        """What is drawn meanwhile stands on its head in the room, for the other side of a tent; it is said
        only once.
        """
        double_x, double_y = 2 * self.x(self.width / 2), 2 * self.y(self.height / 2)
        self.canvas._code.append(f"q -1 0 0 -1 {double_x:.2f} {double_y:.2f} cm")
        with artifact(self.canvas):
            yield
        self.canvas._code.append("Q")

    def label(self, x: float, top: float, text: str, style: Style, align: str = "left") -> float:
        """One line that has room; answers its width in millimetres."""
        with part(self.canvas, "P"):
            wide = draw_text(
                self.canvas, self.x(x), self.y(top) - MIDDLE * style.size, one_line(text), style, align
            )
        return wide / MM

    def check(self, mark: PaperMark, top: float, left: float = 20, right: float = 190) -> None:
        """The strip by which the paper is checked: issuer, number, code, digest; 20 mm high."""
        self.rule(left, top, right)
        side = 17.0
        self.text(left, top + 4.5, mark.issuer, Style(Voice.BOLD, 10.5), right - left - 24)
        day = f"{mark.issued_on.year}年{mark.issued_on.month}月{mark.issued_on.day}日"
        line = f"{one_line(mark.number)}　{day}　核对码 {mark.code}"
        self.text(left, top + 10, line, Style(Voice.SANS, 10.5), right - left - 24)
        self.text(
            left, top + 15.2, f"内容摘要 {mark.digest}", Style(Voice.SANS, 7.0, INK_SOFT), right - left - 24
        )
        self.code(mark, right - side, top + 2, side)

    def code(self, mark: PaperMark, left: float, top: float, side: float) -> None:
        """The code by which the paper is checked."""
        self.qr(verification_payload(mark.code, mark.digest), left, top, side, 4)

    def qr(self, text: str, left: float, top: float, side: float, version: int = 1) -> None:
        """A code of any text; `version` is the smallest used."""
        draw_code(self.canvas, self.x(left), self.y(top + side), side * MM, text, version)

    def ring(self, x: float, top: float, radius: float, width: float = 0.3) -> None:
        """A circle to be filled in, its middle at x, `top` millimetres down."""
        self.canvas.setStrokeColorRGB(*INK)
        self.canvas.setLineWidth(width * MM)
        self.canvas.circle(self.x(x), self.y(top), radius * MM, stroke=1, fill=0)


Draw = Callable[[Brush], None]
_SCALES = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48, 0.43, 0.38, 0.34, 0.3)


class _Blind(Brush):
    """A brush without ink, to see how far down things come."""

    def block(
        self,
        place: tuple[float, float, float],
        spans: str | Sequence[Span],
        style: Style,
        leading: float = 1.45,
        shape: Shape | None = None,
    ) -> float:
        """How far down the lines would come."""
        whole = [Span(spans, style)] if isinstance(spans, str) else spans
        lines = set_lines(whole, place[2] * MM, shape or Shape(align="left"))
        return place[1] + len(lines) * style.size * leading / MM

    def label(self, x: float, top: float, text: str, style: Style, align: str = "left") -> float:
        """The line's width."""
        del x, top, align
        return text_width(text, style) / MM

    def text(self, *_: object, **__: object) -> None:
        """Nothing."""

    def rule(self, *_: object, **__: object) -> None:
        """Nothing."""

    def box(self, *_: object, **__: object) -> None:
        """Nothing."""

    def tick(self, *_: object, **__: object) -> None:
        """Nothing."""

    def upright(self, *_: object, **__: object) -> None:
        """Nothing."""

    def ring(self, *_: object, **__: object) -> None:
        """Nothing."""

    def qr(self, *_: object, **__: object) -> None:
        """Nothing."""


def draw_largest(
    brush: Brush,
    draw: Callable[[Brush, float], float],
    bottom: float,
    title: str,
    scales: Sequence[float] = _SCALES,
    refusal: Refusal | None = None,
) -> float:
    """Draws in the largest scale in which everything stays above `bottom` (mm); answers how far down it came.
    Refuses what fits in no scale that can be read, with `paper_too_long` unless told otherwise.
    """
    blind = _Blind(None, (brush.width * MM, brush.height * MM))
    for scale in scales:
        if draw(blind, scale) <= bottom:
            return draw(brush, scale)
    raise refusal or Refusal("paper_too_long", title=one_line(title))


class Fixed(Flowable):
    """One page, drawn by a function."""

    def __init__(self, draw: Draw, sheet: tuple[float, float] = SHEET) -> None:
        super().__init__()
        self._draw, self._sheet = draw, sheet

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Platypus: the whole page."""
        self.width, self.height = self._sheet[0], self._sheet[1] - 1
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin, which is the sheet's lower left corner."""
        self._draw(Brush(self.canv, self._sheet))


def bare_page(sheet: tuple[float, float] = SHEET) -> PageForm:
    """A page without furniture, as large as the sheet."""
    return PageForm("bare", 0.0, 0.0, sheet[0], sheet[1], lambda _canvas, _page: None, sheet=sheet)
