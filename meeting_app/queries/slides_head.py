"""The head and foot that every page of the projector has."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The head and foot of every page: the meeting, the item's number of all, what of the agenda is done.

    `stops` are the states of the items in order ("done", "now", "next"); empty on pages outside the agenda.
    `at` is the local time when the page was made, `banner` the line over the foot (empty: none).
    """

    meeting: str
    number: int = 0
    of: int = 0
    stops: tuple[str, ...] = ()
    banner: str = ""
