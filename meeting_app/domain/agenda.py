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
    """What the time plan needs of an item: planned and used milliseconds.

    `allotted_ms` is what it is given now (None: as planned); `fixed_ms` after the meeting's planned start it
    begins at the earliest (None: as soon as it can).
    """

    planned_ms: int
    used_ms: int
    state: ItemState
    allotted_ms: int | None = None
    fixed_ms: int | None = None

    @property
    def given_ms(self) -> int:
        """The time it may take as things stand."""
        return self.planned_ms if self.allotted_ms is None else self.allotted_ms


@dataclass(frozen=True, slots=True)
class TimePlan:
    """Planned starts of every item (ms after the meeting's start), projected end and lateness in ms (negative
    = ahead). `projected_starts_ms` are those of the waiting items, None for the others.
    """

    planned_starts_ms: tuple[int, ...]
    planned_total_ms: int
    projected_end_ms: int
    late_ms: int
    projected_starts_ms: tuple[int | None, ...] = ()


def left_ms(item: PlannedItem) -> int:
    """What an item will still take; one over its time takes no more."""
    if item.state is ItemState.CURRENT:
        return max(0, item.given_ms - item.used_ms)
    return item.given_ms if item.state is ItemState.WAITING else 0


def planned_starts(items: Sequence[PlannedItem]) -> tuple[tuple[int, ...], int]:
    """When every item begins by the plan, and when the last one ends: an item with a fixed start waits."""
    starts: list[int] = []
    at = 0
    for item in items:
        at = max(at, item.fixed_ms or 0)
        starts.append(at)
        at += item.planned_ms
    return tuple(starts), at


def time_plan(items: Sequence[PlannedItem], since_start_ms: int, end_ms: int | None = None) -> TimePlan:
    """Where the meeting stands `since_start_ms` after its planned start (negative before it).

    The projected end is now, then what is left of the current item, then the waiting ones in their order,
    none before its fixed start; before the meeting begins it is the plan itself. `end_ms` is the end that was
    agreed, None where it is that of the plan.
    """
    starts, total = planned_starts(items)
    begun = any(item.state in (ItemState.CURRENT, ItemState.DONE) for item in items)
    at = since_start_ms if begun else max(since_start_ms, 0)
    at += sum(left_ms(item) for item in items if item.state is ItemState.CURRENT)
    projected: list[int | None] = []
    for item in items:
        waiting = item.state is ItemState.WAITING
        if waiting:
            at = max(at, item.fixed_ms or at)
        projected.append(at if waiting else None)
        at += left_ms(item) if waiting else 0
    agreed = total if end_ms is None else end_ms
    return TimePlan(starts, total, at, at - agreed, tuple(projected))


def deviation_ms(item: PlannedItem) -> int | None:
    """By how much a finished item ran over (+) or under (-); None for one that is not finished."""
    return item.used_ms - item.planned_ms if item.state is ItemState.DONE else None
