"""The rest of a meeting against the clock: what the time plan and re-planning need of the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.agenda import ItemState, PlannedItem, left_ms, planned_starts
from meeting_app.domain.clock import Instant
from meeting_app.domain.replanning import (
    TOLERANCE_MS,
    Block,
    Proposal,
    as_it_stands,
    from_item,
    least_ms,
    move_out,
    spread,
)
from meeting_app.queries.basics import clock_of, local
from meeting_app.queries.meetings import agenda_rows, fixed_ms
from meeting_app.storage.tables import AgendaItem, Meeting

COMING = (ItemState.CURRENT, ItemState.WAITING)


def planned_item(row: AgendaItem, starts_ms: int, now: Instant) -> PlannedItem:
    """What the time plan needs of an item now."""
    clock = clock_of(row)
    return PlannedItem(
        row.planned_ms,
        clock.elapsed(now),
        ItemState(row.state),
        clock.limit_ms,
        fixed_ms(row.fixed_minute, local(starts_ms)),
    )


def planned_items(session: Session, meeting: Meeting, now: Instant) -> tuple[PlannedItem, ...]:
    """The agenda as the time plan needs it."""
    return tuple(planned_item(row, meeting.starts_ms, now) for row in agenda_rows(session, meeting.id))


def plan_end_ms(session: Session, meeting: Meeting) -> int:
    """When the agenda is through by its plan, as an instant."""
    rows = session.scalars(
        select(AgendaItem).where(AgendaItem.meeting_id == meeting.id).order_by(AgendaItem.position)
    )
    items = [
        PlannedItem(
            row.planned_ms, 0, ItemState.WAITING, None, fixed_ms(row.fixed_minute, local(meeting.starts_ms))
        )
        for row in rows
        if row.state != ItemState.SKIPPED
    ]
    return meeting.starts_ms + planned_starts(items)[1]


def agreed_end_ms(session: Session, meeting: Meeting) -> int:
    """When the meeting is to end: as it was when it opened, or as it was decided since."""
    if meeting.planned_end_ms is not None:
        return meeting.planned_end_ms
    return plan_end_ms(session, meeting)


def coming(rows: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items that still take time: the current one first, then the waiting ones in their order."""
    found = [row for row in rows if row.state in COMING]
    return sorted(found, key=lambda row: row.state != ItemState.CURRENT)


def blocks_of(rows: Sequence[AgendaItem], meeting: Meeting, now: Instant) -> list[Block]:
    """What is still to come, as re-planning takes it."""
    since = now.wall_ms - meeting.starts_ms
    return [_block(row, meeting, now, since) for row in coming(rows)]


def _block(row: AgendaItem, meeting: Meeting, now: Instant, since_ms: int) -> Block:
    planned = planned_item(row, meeting.starts_ms, now)
    current = row.state == ItemState.CURRENT
    return Block(
        id=row.id,
        length_ms=left_ms(planned),
        minimum_ms=max(0, least_ms(row.planned_ms, row.minimum_ms) - (planned.used_ms if current else 0)),
        protected=row.protected,
        droppable=row.droppable,
        fixed_ms=None if planned.fixed_ms is None else planned.fixed_ms - since_ms,
        current=current,
    )


@dataclass(frozen=True, slots=True)
class ReplanRow:
    """An item that is still to come: what it takes as things stand, and by each way (0 = moved out)."""

    item_id: str
    number: int
    title: str
    kind: str
    current: bool
    minimum_ms: int
    protected: bool
    droppable: bool
    fixed_minute: int | None
    now_ms: int
    spread_ms: int
    from_item_ms: int
    move_out_ms: int
    moved_out: bool


@dataclass(frozen=True, slots=True)
class WayView:
    """What a way comes to: still missing, free at the end, and whether it wins anything."""

    missing_ms: int
    free_ms: int
    wins: bool


@dataclass(frozen=True, slots=True)
class ReplanView:
    """The three previews beside each other. `late_ms` is missing as things stand, `free_ms` is in hand."""

    agreed_end: datetime
    remaining_ms: int
    late_ms: int
    free_ms: int
    chosen_id: str
    rows: tuple[ReplanRow, ...]
    spread: WayView
    from_item: WayView
    move_out: WayView

    @property
    def needed(self) -> bool:
        """Whether the meeting is late enough to plan anew."""
        return self.late_ms > TOLERANCE_MS


def _way(proposal: Proposal, late_ms: int) -> WayView:
    return WayView(proposal.missing_ms, proposal.free_ms, proposal.missing_ms < late_ms)


def replan_view(session: Session, *, meeting_id: str, now: Instant, chosen_id: str = "") -> ReplanView | None:
    """The previews at this moment; `chosen_id` is the item of the second one, else the one with most slack.
    None when there is no such meeting.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return None
    rows = agenda_rows(session, meeting.id)
    blocks = blocks_of(rows, meeting, now)
    ends = agreed_end_ms(session, meeting)
    remaining = ends - now.wall_ms
    chosen = _chosen(blocks, chosen_id)
    stands = as_it_stands(blocks, remaining)
    ways = (spread(blocks, remaining), from_item(blocks, remaining, chosen), move_out(blocks, remaining))
    numbers = {row.id: number for number, row in enumerate(rows, start=1)}
    by_id = {row.id: row for row in rows}
    lines = tuple(
        _row(by_id[block.id], numbers[block.id], block, place, ways) for place, block in enumerate(blocks)
    )
    views = [_way(way, stands.missing_ms) for way in ways]
    return ReplanView(
        local(ends), remaining, stands.missing_ms, stands.free_ms, chosen, lines, views[0], views[1], views[2]
    )


def _row(row: AgendaItem, number: int, block: Block, place: int, ways: Sequence[Proposal]) -> ReplanRow:
    return ReplanRow(
        row.id, number, row.title, row.kind, block.current, block.minimum_ms, block.protected,
        block.droppable, row.fixed_minute, block.length_ms, ways[0].lengths[place], ways[1].lengths[place],
        ways[2].lengths[place], row.id in ways[2].dropped,
    )  # fmt: skip


def _chosen(blocks: Sequence[Block], chosen_id: str) -> str:
    """The chosen block, else the one that can give most."""
    open_to = [block for block in blocks if not block.protected]
    if any(block.id == chosen_id for block in open_to):
        return chosen_id
    waiting = [block for block in open_to if not block.current]
    return max(waiting, key=lambda block: block.slack_ms).id if waiting else ""
