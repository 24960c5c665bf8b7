"""Running a meeting: opening with a quorum, walking the agenda, clocks, closing."""

from meeting_app.actions.agenda_changes import note_change
from meeting_app.actions.attachments import sweep_blobs
from meeting_app.actions.attendance import end_all_stays
from meeting_app.actions.common import NOT_OVER, UNDER_WAY, clock_of, meeting_in, set_clock, text_of
from meeting_app.actions.desk import final
from meeting_app.actions.parking import put_off_the_rest
from meeting_app.actions.roleplay.leaving import leave_meeting
from meeting_app.domain.agenda import ItemState
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.quorum import QuorumView, quorum_now
from meeting_app.queries.replan import plan_end_ms
from meeting_app.storage.tables import AgendaItem, Meeting, Poll, Projection, Speech
from meeting_app.storage.undo import drop_images
from meeting_app.storage.work import Work


def no_quorum(quorum: QuorumView) -> Refusal:
    """Why a meeting cannot open or decide: persons first, then area in 0.01 m²."""
    if quorum.short_by or quorum.area is None:
        return Refusal("no_quorum", present=quorum.present, needed=quorum.needed, short=quorum.short_by)
    return Refusal(
        "no_quorum_area",
        here_c=quorum.area.here_c,
        needed_c=quorum.area.needed_c,
        short_c=quorum.area.short_c,
    )


def open_meeting(work: Work, *, meeting_id: str, short_reason: str = "") -> None:
    """Open the meeting at its first item. Without a quorum only with a reason, which the minutes keep."""
    meeting = meeting_in(work, meeting_id, "draft", "convened")
    quorum = quorum_now(work.session, meeting)
    if quorum is not None and not quorum.holds:
        if not short_reason.strip():
            raise no_quorum(quorum)
        meeting.opened_short = text_of(short_reason, 400, "reason")
    first = next((item for item in _agenda(work, meeting) if item.state != ItemState.SKIPPED), None)
    if first is None:
        raise Refusal("agenda_empty")
    meeting.planned_end_ms = plan_end_ms(work.session, meeting)
    meeting.state, meeting.opened_ms = "live", work.now.wall_ms
    _take(work, meeting, first)


def _agenda(work: Work, meeting: Meeting) -> list[AgendaItem]:
    return work.all(AgendaItem, AgendaItem.meeting_id == meeting.id, order=AgendaItem.position)


def _busy(work: Work, item: AgendaItem) -> None:
    """An item with an open count or a speaker at the microphone is not left."""
    if work.one(Poll, Poll.item_id == item.id, Poll.state.in_(("open", "closed"))) is not None:
        raise Refusal("poll_open", title=item.title)
    if work.one(Poll, Poll.item_id == item.id, Poll.state == "counted") is not None:
        raise Refusal("result_unconfirmed", title=item.title)


def _leave(work: Work, item: AgendaItem, state: ItemState = ItemState.DONE) -> None:
    _busy(work, item)
    for speech in work.all(
        Speech, Speech.item_id == item.id, Speech.state.in_(("speaking", "held", "waiting"))
    ):
        _withdraw(speech) if speech.state == "waiting" else finish_speech(work, speech)
    set_clock(item, clock_of(item).paused(work.now))
    item.state, item.ended_ms = state, max(work.now.wall_ms, item.began_ms or 0)


def _withdraw(speech: Speech) -> None:
    speech.state = "withdrawn"


def finish_speech(work: Work, speech: Speech) -> None:
    """End a speech at this instant."""
    set_clock(speech, clock_of(speech).paused(work.now))
    speech.state, speech.ended_ms = "done", max(work.now.wall_ms, speech.began_ms or 0)


def _take(work: Work, meeting: Meeting, item: AgendaItem) -> None:
    item.state = ItemState.CURRENT
    item.began_ms = item.began_ms or work.now.wall_ms
    item.ended_ms = None
    set_clock(item, clock_of(item).started(work.now))
    meeting.current_item_id = item.id
    projection = work.one(Projection, Projection.meeting_id == meeting.id)
    if projection is not None:
        projection.pinned, projection.page = "", 0


def go_to_item(work: Work, *, item_id: str) -> None:
    """Leave the current item and take this one; items in between stay waiting."""
    target = work.get(AgendaItem, item_id)
    meeting = meeting_in(work, target.meeting_id, *UNDER_WAY)
    if target.id == meeting.current_item_id:
        return
    if meeting.current_item_id:
        _leave(work, work.get(AgendaItem, meeting.current_item_id))
    _take(work, meeting, target)


def _neighbour(work: Work, meeting: Meeting, step: int) -> AgendaItem | None:
    """The item before or after the current one; those that were left out are passed over."""
    items = [
        item
        for item in _agenda(work, meeting)
        if item.state != ItemState.SKIPPED or item.id == meeting.current_item_id
    ]
    place = [item.id for item in items].index(meeting.current_item_id or "") + step
    return items[place] if 0 <= place < len(items) else None


def next_item(work: Work, *, meeting_id: str) -> str:
    """Go on to the following item. Returns its id."""
    meeting = meeting_in(work, meeting_id, *UNDER_WAY)
    target = _neighbour(work, meeting, +1)
    if target is None:
        raise Refusal("no_next_item")
    go_to_item(work, item_id=target.id)
    return target.id


def previous_item(work: Work, *, meeting_id: str) -> str:
    """Go back to the item before. Returns its id."""
    meeting = meeting_in(work, meeting_id, *UNDER_WAY)
    target = _neighbour(work, meeting, -1)
    if target is None:
        raise Refusal("no_previous_item")
    go_to_item(work, item_id=target.id)
    return target.id


def skip_item(work: Work, *, item_id: str) -> None:
    """Leave a waiting item out, or take it back in."""
    item = work.get(AgendaItem, item_id)
    meeting = meeting_in(work, item.meeting_id, *NOT_OVER)
    if item.state not in (ItemState.WAITING, ItemState.SKIPPED):
        raise Refusal("item_begun", title=item.title)
    item.state = ItemState.SKIPPED if item.state == ItemState.WAITING else ItemState.WAITING
    kind = "left_out" if item.state == ItemState.SKIPPED else "taken_in"
    note_change(work, meeting, kind, item_id=item.id)


def _current(work: Work, item_id: str) -> AgendaItem:
    item = work.get(AgendaItem, item_id)
    meeting_in(work, item.meeting_id, *UNDER_WAY)
    if item.state != ItemState.CURRENT:
        raise Refusal("item_not_current", title=item.title)
    return item


def start_item_clock(work: Work, *, item_id: str) -> None:
    """Let the item's clock run."""
    item = _current(work, item_id)
    set_clock(item, clock_of(item).started(work.now))


def pause_item_clock(work: Work, *, item_id: str) -> None:
    """Stop the item's clock."""
    item = _current(work, item_id)
    set_clock(item, clock_of(item).paused(work.now))


def extend_item(work: Work, *, item_id: str, by_ms: int) -> None:
    """Give the item more time, or less."""
    item = _current(work, item_id)
    set_clock(item, clock_of(item).extended(by_ms))


@final
def close_meeting(work: Work, *, meeting_id: str) -> None:
    """End the meeting: clocks stop, everybody leaves, what was done can no longer be taken back. What is
    parked and was not settled goes to the next meeting.
    """
    meeting = meeting_in(work, meeting_id, *UNDER_WAY)
    if meeting.current_item_id:
        _leave(work, work.get(AgendaItem, meeting.current_item_id))
    put_off_the_rest(work, meeting)
    leave_meeting(work, meeting)
    end_all_stays(work, meeting)
    sweep_blobs(work)
    meeting.state, meeting.closed_ms = "closed", work.now.wall_ms
    drop_images(work.session, meeting.id)
