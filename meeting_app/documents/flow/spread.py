"""How far people go along, on paper: for each proposal five bars that stand, from 5 full support to 1."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from meeting_app.documents.ballot.wording import GRADES
from meeting_app.documents.flow.block import MIDDLE
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.ink import draw_lines, draw_rule, draw_text
from meeting_app.documents.text.lines import LEFT, Line, set_lines
from meeting_app.documents.text.style import INK, RULE, Span, Style
from meeting_app.documents.text.tags import figure
from meeting_app.queries.vote_spread import Spread

_NAME = Style(Voice.BOLD, 12.5)
_COUNT = Style(Voice.BOLD, 11.0)
_WORD = Style(Voice.SANS, 9.0)
_STEP = 21 * MM
_SMALLEST = 4.0
_ROW, _BAR, _HEAD, _LEADING = 22 * MM, 13 * MM, 9 * MM, 1.36


class SpreadBars(Flowable):
    """The rows of all proposals below the words of the steps; it goes on to the next page between rows."""

    def __init__(self, spreads: Sequence[Spread], most: int = 0) -> None:
        """`most` is the highest bar of all when these are a part of them; 0 = of these."""
        super().__init__()
        self._spreads = tuple(spreads)
        self._most = most or max(1, *(count for one in self._spreads for count in one.voices))

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Platypus: its size."""
        self.width, self.height = width, _HEAD + _ROW * len(self._spreads)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Platypus: as many rows as there is room for, then the others."""
        count = int((height - _HEAD) // _ROW)
        if count < 1 or count >= len(self._spreads):
            return []
        parts = (self._spreads[:count], self._spreads[count:])
        return [SpreadBars(part, self._most) for part in parts]

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        described = "；".join(
            f"{one.text}：" + "、".join(f"{word}{n}" for word, n in zip(GRADES, one.voices, strict=True))
            for one in self._spreads
        )
        with figure(self.canv, described):
            left = self.width - 5 * _STEP
            for at, word in enumerate(GRADES):
                middle = left + (at + 0.5) * _STEP
                draw_text(self.canv, middle, self.height - 4 * MM, word, _WORD, "center")
                draw_text(self.canv, middle, self.height - 8 * MM, str(5 - at), _WORD, "center")
            for place, one in enumerate(self._spreads):
                self._row(one, left, self.height - _HEAD - (place + 1) * _ROW)

    def _row(self, one: Spread, left: float, bottom: float) -> None:
        style, lines = _packed(one.text, left - 4 * MM)
        step = style.size * _LEADING
        top = bottom + _ROW / 2 + len(lines) * step / 2
        draw_lines(
            self.canv,
            [(0, top - (at + 0.5) * step - MIDDLE * style.size, line) for at, line in enumerate(lines)],
        )
        for at, count in enumerate(one.voices):
            x, tall = left + at * _STEP, _BAR * count / self._most
            if count:
                self.canv.setFillColorRGB(*INK)
                self.canv.rect(x + 5 * MM, bottom + 2 * MM, _STEP - 10 * MM, tall, stroke=0, fill=1)
            draw_text(self.canv, x + _STEP / 2, bottom + 3.4 * MM + tall, str(count), _COUNT, "center")
        draw_rule(self.canv, (left, bottom + 2 * MM, left + 5 * _STEP, bottom + 2 * MM), 0.2 * MM, RULE)


def _packed(text: str, room: float) -> tuple[Style, list[Line]]:
    """A name in as large a size as lets all its lines stand in the row."""
    style = _NAME
    while True:
        lines = set_lines([Span(text, style)], room, LEFT)
        if len(lines) * style.size * _LEADING <= _ROW - 2 * MM or style.size < _SMALLEST:
            return style, lines
        style = replace(style, size=style.size * 0.9)
