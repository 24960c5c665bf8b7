"""The page of the projector for drawing people by lot: public names as they stand on the list, and codes."""

from dataclasses import dataclass

from meeting_app.queries.slides_head import Head

NAMES_A_PAGE = 18


@dataclass(frozen=True, slots=True)
class DrawSlide:
    """The frozen list's code, then the number that was rolled (empty: not yet), then who was drawn, as
    (number on the list, name, beginning of the ticket).
    """

    head: Head
    title: str
    people: int
    seats: int
    code: tuple[str, ...]
    number: str
    drawn_by: str
    chosen: tuple[tuple[int, str, str], ...]
    page: int

    @property
    def pages(self) -> int:
        """How many pages the names take."""
        return max(1, -(-len(self.chosen) // NAMES_A_PAGE))
