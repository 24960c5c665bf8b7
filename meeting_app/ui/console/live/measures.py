"""The three sizes of the live window: a small laptop at 125 %, the usual 1366 x 768, a large screen."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths at the standard text size; `foot` and `notes` say whether those parts have room."""

    name: str
    top: int
    left: int
    right: int
    thumb: int
    mini: int
    clock: int
    speaker: int
    edge: int
    centre: int
    foot: bool
    notes: bool


SMALL: Final = Measures("small", 56, 216, 264, 240, 96, 96, 40, 12, 16, foot=False, notes=False)
LOW: Final = Measures("low", 64, 272, 320, 288, 112, 128, 48, 16, 24, foot=True, notes=False)
USUAL: Final = Measures("usual", 64, 272, 320, 288, 112, 128, 48, 16, 24, foot=True, notes=True)
LARGE: Final = Measures("large", 64, 336, 448, 416, 160, 208, 72, 16, 40, foot=True, notes=True)


def for_window(width: int, height: int, percent: int) -> Measures:
    """The measures for a window of this size at a text size in per cent."""
    wide, high = width * 100 // percent, height * 100 // percent
    if wide < 1200 or high < 660:
        return SMALL
    if wide >= 1800 and high >= 960:
        return LARGE
    return USUAL if high > 720 else LOW
