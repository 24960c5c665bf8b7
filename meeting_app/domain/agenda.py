"""The plan of a meeting against the clock: planned starts, projected end, lateness. Milliseconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class ItemKind(StrEnum):
    """What happens in an item; decides what the console's centre shows."""

    OPENING = "opening"
    REPORT = "report"
    DISCUSSION = "discussion"
    ROLE_PLAY = "role_play"
    VOTE = "vote"
    BREAK = "break"
    CLOSING = "closing"


class ItemState(StrEnum):
    """How far an item is."""

    WAITING = "waiting"
    CURRENT = "current"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """What the time plan needs of an item: planned and used milliseconds."""

    planned_ms: int
    used_ms: int
    state: ItemState


@dataclass(frozen=True, slots=True)
class TimePlan:
    """Planned starts of every item (ms after the meeting's start), projected end and lateness in ms (negative
    = ahead).
    """

    planned_starts_ms: tuple[int, ...]
    planned_total_ms: int
    projected_end_ms: int
    late_ms: int


def _left(item: PlannedItem) -> int:
    """What an item will still take; one over its time takes no more."""
    if item.state is ItemState.CURRENT:
        return max(0, item.planned_ms - item.used_ms)
    return item.planned_ms if item.state is ItemState.WAITING else 0


def time_plan(items: Sequence[PlannedItem], since_start_ms: int) -> TimePlan:
    """Where the meeting stands `since_start_ms` after its planned start (negative before it).

    The projected end is now plus what is left of the current and the waiting items; before the start it is
    the plan itself.
    """
    starts: list[int] = []
    total = 0
    for item in items:
        starts.append(total)
        total += item.planned_ms
    begun = any(item.state is not ItemState.WAITING for item in items)
    if not begun:
        projected = max(since_start_ms, 0) + total
        return TimePlan(tuple(starts), total, projected, projected - total)
    left = sum(_left(item) for item in items)
    projected = since_start_ms + left
    return TimePlan(tuple(starts), total, projected, projected - total)


def deviation_ms(item: PlannedItem) -> int | None:
    """By how much a finished item ran over (+) or under (-); None for one that is not finished."""
    return item.used_ms - item.planned_ms if item.state is ItemState.DONE else None
