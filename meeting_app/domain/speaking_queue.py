"""A fair order of speakers: who has not spoken on this item first, then who spoke least, then who asked first
(decisions.md 36).
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """A raised hand. `spoken_*` are milliseconds and turns on this item, `meeting_ms` over the whole meeting,
    `asked` a rising number.
    """

    speech_id: str
    person_id: str
    asked: int
    turns_on_item: int = 0
    spoken_on_item_ms: int = 0
    meeting_ms: int = 0

    @property
    def first_time(self) -> bool:
        """Whether the person has not spoken on this item."""
        return self.turns_on_item == 0


def fair_key(request: Request) -> tuple[bool, int, int, int]:
    """Sort key of the fair order; whole seconds, so that a fraction of a second never decides."""
    return (
        not request.first_time,
        request.spoken_on_item_ms // 1000,
        request.meeting_ms // 1000,
        request.asked,
    )


def fair_order(requests: Iterable[Request]) -> tuple[Request, ...]:
    """The queue in the order in which people are called."""
    return tuple(sorted(requests, key=fair_key))
