"""Bringing a late meeting to its end in time, and extending it: both stand in the minutes."""

from meeting_app.actions.agenda_changes import note_change
from meeting_app.actions.common import UNDER_WAY, meeting_in
from meeting_app.domain.agenda import ItemState
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.replanning import Way, as_it_stands, propose
from meeting_app.i18n import using
from meeting_app.queries.basics import clock_of, local
from meeting_app.queries.meetings import agenda_rows
from meeting_app.queries.replan import agreed_end_ms, blocks_of
from meeting_app.storage.tables import AgendaItem, Decision, Meeting, Note
from meeting_app.storage.work import Work
from meeting_app.wording.agenda import extension_decision

MINUTE_MS = 60_000
LONGEST_EXTENSION_MIN = 240


def replan(work: Work, *, meeting_id: str, way: Way, item_id: str = "") -> int:
    """Shorten or move out what is still to come, the way that was chosen, as things stand at this instant.

    Items that are moved out are left out and parked for the next meeting. Returns how many milliseconds are
    still missing.
    """
    meeting = meeting_in(work, meeting_id, *UNDER_WAY)
    blocks = blocks_of(agenda_rows(work.session, meeting.id), meeting, work.now)
    remaining = agreed_end_ms(work.session, meeting) - work.now.wall_ms
    proposal = propose(blocks, remaining, way, item_id)
    if as_it_stands(blocks, remaining).missing_ms == proposal.missing_ms:
        raise Refusal("nothing_to_win")
    for block, length in zip(blocks, proposal.lengths, strict=True):
        item = work.get(AgendaItem, block.id)
        if block.id in proposal.dropped:
            _move_out(work, meeting, item, block.length_ms)
        elif length != block.length_ms:
            used = clock_of(item).elapsed(work.now) if block.current else 0
            item.clock_limit_ms = used + length
            if way is Way.FROM_ITEM:
                note_change(work, meeting, "from_item", item_id=item.id, by_ms=block.length_ms - length)
    if way is not Way.FROM_ITEM:
        won = sum(
            block.length_ms - length
            for block, length in zip(blocks, proposal.lengths, strict=True)
            if block.id not in proposal.dropped
        )
        if won:
            note_change(work, meeting, "spread", by_ms=won)
    return proposal.missing_ms


def _move_out(work: Work, meeting: Meeting, item: AgendaItem, length_ms: int) -> None:
    item.state = ItemState.SKIPPED
    row = Note(
        meeting_id=meeting.id, item_id=item.id, kind="parking", text=item.title, at_ms=work.now.wall_ms
    )
    work.add(row)
    note_change(work, meeting, "moved_out", item_id=item.id, by_ms=length_ms)


def extend_meeting(work: Work, *, meeting_id: str, minutes: int) -> str:
    """End the meeting later: a decision of the meeting, which the minutes keep. Returns the decision's id."""
    meeting = meeting_in(work, meeting_id, *UNDER_WAY)
    if not 1 <= minutes <= LONGEST_EXTENSION_MIN:
        raise Refusal("extension_out_of_range", minutes=minutes, most=LONGEST_EXTENSION_MIN)
    meeting.planned_end_ms = agreed_end_ms(work.session, meeting) + minutes * MINUTE_MS
    note_change(work, meeting, "extended", by_ms=minutes * MINUTE_MS)
    with using("zh_CN"):
        text = extension_decision(minutes, local(meeting.planned_end_ms))
    decision = Decision(
        meeting_id=meeting.id,
        item_id=meeting.current_item_id,
        text=text,
        decided_ms=work.now.wall_ms,
    )
    return work.add(decision).id
