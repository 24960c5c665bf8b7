"""Presence as intervals of time: who was in the room at an instant can be asked later."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Stay:
    """One uninterrupted stay, UTC milliseconds; `left_ms` None = still here."""

    person_id: str
    came_ms: int
    left_ms: int | None = None

    def covers(self, at_ms: int) -> bool:
        """Whether the person was here at that instant (the instant of leaving is outside)."""
        return self.came_ms <= at_ms and (self.left_ms is None or at_ms < self.left_ms)


def present_at(stays: Iterable[Stay], at_ms: int) -> frozenset[str]:
    """Who was in the room at the instant."""
    return frozenset(stay.person_id for stay in stays if stay.covers(at_ms))


def joined(stays: Iterable[Stay]) -> tuple[Stay, ...]:
    """One person's stays with those that overlap or touch made one, in order of coming."""
    whole: list[Stay] = []
    for stay in sorted(stays, key=lambda stay: stay.came_ms):
        last = whole[-1] if whole else None
        if last is None or (last.left_ms is not None and last.left_ms < stay.came_ms):
            whole.append(stay)
        elif last.left_ms is not None:
            left = None if stay.left_ms is None else max(last.left_ms, stay.left_ms)
            whole[-1] = replace(last, left_ms=left)
    return tuple(whole)
