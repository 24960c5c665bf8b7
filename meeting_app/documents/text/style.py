"""How a piece of text looks: voice, size, colour, pitch."""

from dataclasses import dataclass
from typing import NamedTuple

from meeting_app.documents.text.faces import Voice

Colour = tuple[float, float, float]


def _colour(code: str) -> Colour:
    """Red, green and blue from 0 to 1 for "#RRGGBB"."""
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return (red, green, blue)


INK = _colour("#111417")
INK_SOFT = _colour("#30363C")
RULE = _colour("#8C877B")
VERMILION = _colour("#B23A2E")
FOR = _colour("#1F5FA8")
AGAINST = _colour("#B4530A")
ABSTAIN = _colour("#5F6670")
PAPER = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Style:
    """`size` and `pitch` in points; `pitch` is added after every character (negative sets tighter)."""

    voice: Voice
    size: float
    colour: Colour = INK
    pitch: float = 0.0


class Span(NamedTuple):
    """Text in one style; a paragraph is a sequence of spans."""

    text: str
    style: Style
