"""Several cards on a sheet of A4, so that a stack that is cut once is in order.

The first pile holds the first cards, the next pile goes under it: nobody has to sort. Of four on a sheet the
lower half is put under the upper one, then the right half under the left one.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from reportlab.platypus import Flowable

from meeting_app.documents.flow.fixed import Brush, Fixed, Room
from meeting_app.documents.flow.measures import SHEET
from meeting_app.documents.text.style import RULE

Card = TypeVar("Card")
LANDSCAPE = (SHEET[1], SHEET[0])
# Rooms in the order of the piles, in millimetres.
BESIDE: tuple[Room, ...] = ((0.0, 0.0, 148.5, 210.0), (148.5, 0.0, 148.5, 210.0))
BELOW: tuple[Room, ...] = ((0.0, 0.0, 210.0, 148.5), (0.0, 148.5, 210.0, 148.5))
QUARTERS: tuple[Room, ...] = (
    (0.0, 0.0, 105.0, 148.5), (0.0, 148.5, 105.0, 148.5), (105.0, 0.0, 105.0, 148.5),
    (105.0, 148.5, 105.0, 148.5),
)  # fmt: skip
_EDGE = 7.0


def imposed(cards: Sequence[Card], places: int) -> list[tuple[Card | None, ...]]:
    """Which cards stand on each sheet; None where the last pile is shorter."""
    sheets = -(-len(cards) // places)
    filled = [*cards, *[None] * (sheets * places - len(cards))]
    return [tuple(filled[place * sheets + sheet] for place in range(places)) for sheet in range(sheets)]


def sheets(
    cards: Sequence[Card], rooms: Sequence[Room], draw: Callable[[Brush, Card], None], *, cuts: bool = True
) -> list[Flowable]:
    """The pages of all cards, with hairlines to cut along where rooms meet."""
    sheet = LANDSCAPE if rooms is BESIDE else SHEET

    def page(brush: Brush, row: tuple[Card | None, ...]) -> None:
        for card, room in zip(row, rooms, strict=True):
            if card is not None:
                draw(brush.within(room), card)
        if cuts:
            _cuts(brush, rooms)

    return [Fixed(partial(page, row=row), sheet) for row in imposed(cards, len(rooms))]


def _cuts(brush: Brush, rooms: Sequence[Room]) -> None:
    """Where rooms meet."""
    for left in {room[0] for room in rooms} - {0.0}:
        brush.upright(left, _EDGE, brush.height - _EDGE, 0.12, RULE)
    for top in {room[1] for room in rooms} - {0.0}:
        brush.rule(_EDGE, top, brush.width - _EDGE, 0.12, RULE)
