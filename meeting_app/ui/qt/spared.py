"""The edge of the hall's pages: a mistake in one of them costs that page and nothing else.

A page is a function of the records, so a mistake in its painter or in what makes it would come again at each
repaint and after each restart, and nobody could leave the item that shows it. It is told once (crash.py) and
another picture takes its place. Where nobody listens (tests, pictures, measures) mistakes are raised.
"""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from meeting_app.domain.refusal import Refusal

T = TypeVar("T")


class Edge:
    """Who hears of mistakes in pages, and whose name stands on the picture that takes their place."""

    told: ClassVar[Callable[[Exception], None] | None] = None
    community: ClassVar[str] = ""


def spared(make: Callable[[], T], instead: Callable[[], T]) -> T:
    """What `make` makes, else what `instead` does. Known faults, and any where nobody listens, are raised."""
    try:
        return make()
    except Exception as bug:  # the painter's edge: one page must not take the meeting with it
        if Edge.told is None or isinstance(bug, Refusal):
            raise
        Edge.told(bug)
    return instead()
