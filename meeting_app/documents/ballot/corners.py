"""The four corner marks of a ballot paper, by which a scanner finds how the sheet lies.

Marks 0 to 3 of the dictionary ARUCO_MIP_36h12 (Garrido-Jurado and others, 2016, as in OpenCV), clockwise from
the upper left: turned, mirrored or cut sheets are told apart. They stand in the margin, further from the edge
than printers leave white, and say nothing of the voter. Seen from the reading distance they are four small
ornaments.
"""

from dataclasses import dataclass
from typing import Any

from meeting_app.documents.flow.measures import MM
from meeting_app.documents.text.style import INK, PAPER

# Six rows of six cells from the top, 1 is black; around them one cell of black and outside one of white.
PATTERNS = (
    (0b001011, 0b010100, 0b100111, 0b000101, 0b111101, 0b100010),
    (0b100111, 0b111111, 0b111011, 0b101100, 0b101100, 0b011010),
    (0b111011, 0b011111, 0b100100, 0b000100, 0b000110, 0b001101),
    (0b000000, 0b000111, 0b010100, 0b101001, 0b001101, 0b001011),
)
CELLS = 8


@dataclass(frozen=True, slots=True)
class Corners:
    """How large the marks are and how far from the ballot's edges, in points."""

    side: float
    inset: float


LARGE = Corners(9 * MM, 8 * MM)
MEDIUM = Corners(7 * MM, 5.5 * MM)
SMALL = Corners(6 * MM, 5.5 * MM)


def draw_corners(canvas: Any, corners: Corners, width: float, height: float) -> None:
    """Draws the marks into a ballot's room with its lower left corner at the origin."""
    near, side = corners.inset, corners.side
    right, top = width - near - side, height - near - side
    for pattern, (x, y) in zip(
        PATTERNS, ((near, top), (right, top), (right, near), (near, near)), strict=True
    ):
        _draw(canvas, pattern, x, y, side)


def _draw(canvas: Any, pattern: tuple[int, ...], x: float, y: float, side: float) -> None:
    """A black square, and on it its white cells: so no hairline parts what is black."""
    cell = side / CELLS
    white = [
        f"{x + (column + 1) * cell:.3f} {y + side - (row + 2) * cell:.3f} {cell:.3f} {cell:.3f} re"
        for row, bits in enumerate(pattern)
        for column in range(6)
        if not bits >> (5 - column) & 1
    ]
    black, blank = (" ".join(f"{part:.3f}" for part in colour) for colour in (INK, PAPER))
    canvas._code.append(
        f"q {black} rg {x:.3f} {y:.3f} {side:.3f} {side:.3f} re f {blank} rg {' '.join(white)} f Q"
    )
