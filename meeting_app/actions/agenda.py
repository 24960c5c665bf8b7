"""The items of an agenda: added, changed, put in order, repeated, before and while a meeting runs."""

from collections.abc import Sequence

from meeting_app.actions.agenda_changes import note_change
from meeting_app.actions.common import NOT_OVER, meeting_in, text_of
from meeting_app.actions.votes.planning import forget_plans
from meeting_app.domain.agenda import ItemKind, ItemState
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import (
    AgendaChange,
    AgendaItem,
    Attachment,
    AttachmentPage,
    FloorPlan,
    FloorSeat,
    Meeting,
    Motion,
    Note,
    Plan,
    PlayRow,
    Topic,
)
from meeting_app.storage.work import Work, new_id
from meeting_app.wording import vote_changes

MINUTE_MS = 60_000
LONGEST_MS = 24 * 60 * MINUTE_MS
LAST_MINUTE = 24 * 60 - 1
AS_IT_IS = -1
SAME = "="
MOST_ITEMS = 60


def motion_from_plan(work: Work, item: AgendaItem, topic_id: str) -> None:
    """The plan that the topic puts to the vote becomes the item's motion."""
    plan = work.one(Plan, Plan.topic_id == topic_id, Plan.put_to_vote.is_(True))
    if plan is not None:
        work.add(Motion(item_id=item.id, title=plan.title, text=plan.text, plan_id=plan.id))


def items_of(work: Work, meeting_id: str) -> list[AgendaItem]:
    """The agenda in its order."""
    return work.all(AgendaItem, AgendaItem.meeting_id == meeting_id, order=AgendaItem.position)


def renumber(items: Sequence[AgendaItem]) -> None:
    """Give the items their places, from 1."""
    for position, item in enumerate(items, start=1):
        item.position = position


def _first_free(items: Sequence[AgendaItem]) -> int:
    """The first place behind everything that was taken; what comes before it is history."""
    taken = [place for place, item in enumerate(items) if item.state in (ItemState.CURRENT, ItemState.DONE)]
    return taken[-1] + 1 if taken else 0


def check_minutes(minutes: int) -> int:
    """Planned time of an item as milliseconds; between a minute and a day."""
    if not 1 <= minutes * MINUTE_MS <= LONGEST_MS:
        raise Refusal("minutes_out_of_range", minutes=minutes)
    return minutes * MINUTE_MS


def add_item(
    work: Work,
    *,
    meeting_id: str,
    kind: ItemKind,
    title: str,
    minutes: int,
    text: str = "",
    presenter: str = "",
    before_id: str | None = None,
    speech_seconds: int = 180,
    minimum: int | None = None,
    protected: bool | None = None,
    droppable: bool | None = None,
    fixed_minute: int | None = None,
    internal_note: str = "",
    topic_id: str | None = SAME,
) -> str:
    """Add an item, at the end or before another; while the meeting runs the minutes keep it. Returns its
    id.
    """
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    planned = check_minutes(minutes)
    items = items_of(work, meeting.id)
    if len(items) >= MOST_ITEMS:
        raise Refusal("agenda_full", most=MOST_ITEMS)
    item = work.add(
        AgendaItem(
            id=new_id(),
            meeting_id=meeting.id,
            position=0,
            kind=kind,
            title=text_of(title, 120, "title"),
            text=text_of(text, 8000, "text", needed=False),
            presenter=text_of(presenter, 80, "presenter", needed=False),
            planned_ms=planned,
            clock_limit_ms=planned,
            minimum_ms=planned // 2 // MINUTE_MS * MINUTE_MS,
            speech_limit_ms=_speech_ms(speech_seconds),
            fixed_minute=_minute(fixed_minute),
            internal_note=text_of(internal_note, 2000, "text", needed=False),
            state=ItemState.WAITING,
            topic_id=meeting.topic_id if topic_id == SAME else _topic(work, topic_id),
            protected=False,
            droppable=False,
        )
    )
    _mark(item, minimum, protected, droppable)
    place(items, item, before_id)
    if kind is ItemKind.VOTE and meeting.topic_id:
        motion_from_plan(work, item, meeting.topic_id)
    work.session.flush()
    note_change(work, meeting, "inserted", item_id=item.id, by_ms=planned)
    return item.id


def place(items: list[AgendaItem], item: AgendaItem, before_id: str | None) -> None:
    """Put an item before another one, or at the end; behind everything that was taken."""
    places = [other.id for other in items]
    at = places.index(before_id) if before_id in places else len(items)
    items.insert(max(at, _first_free(items)), item)
    renumber(items)


def edit_item(
    work: Work,
    *,
    item_id: str,
    title: str | None = None,
    minutes: int | None = None,
    text: str | None = None,
    presenter: str | None = None,
    speech_seconds: int | None = None,
    minimum: int | None = None,
    protected: bool | None = None,
    droppable: bool | None = None,
    fixed_minute: int | None = AS_IT_IS,
    internal_note: str | None = None,
    topic_id: str | None = SAME,
) -> None:
    """Change an item that has not been taken; what is left out stays as it is.

    `fixed_minute`: minutes after midnight, None for no fixed start; `topic_id` None for no topic.
    """
    item = waiting_item(work, item_id)
    _name(item, title, text, presenter)
    if minutes is not None:
        item.planned_ms = item.clock_limit_ms = check_minutes(minutes)
        item.minimum_ms = min(item.minimum_ms, item.planned_ms)
    if speech_seconds is not None:
        item.speech_limit_ms = _speech_ms(speech_seconds)
    _mark(item, minimum, protected, droppable)
    if fixed_minute != AS_IT_IS:
        item.fixed_minute = _minute(fixed_minute)
    if internal_note is not None:
        item.internal_note = text_of(internal_note, 2000, "text", needed=False)
    if topic_id != SAME:
        item.topic_id = _topic(work, topic_id)


def _name(item: AgendaItem, title: str | None, text: str | None, presenter: str | None) -> None:
    """The words of an item; None = as they are."""
    if title is not None:
        item.title = text_of(title, 120, "title")
    if text is not None:
        item.text = text_of(text, 8000, "text", needed=False)
    if presenter is not None:
        item.presenter = text_of(presenter, 80, "presenter", needed=False)


def _topic(work: Work, topic_id: str | None) -> str | None:
    return work.get(Topic, topic_id).id if topic_id else None


def _speech_ms(seconds: int) -> int:
    if not 10 <= seconds <= 3600:
        raise Refusal("speech_limit_out_of_range", seconds=seconds)
    return seconds * 1000


def _minute(fixed_minute: int | None) -> int | None:
    if fixed_minute is not None and not 0 <= fixed_minute <= LAST_MINUTE:
        raise Refusal("fixed_start_out_of_range", minute=fixed_minute)
    return fixed_minute


def _mark(item: AgendaItem, minimum: int | None, protected: bool | None, droppable: bool | None) -> None:
    """What re-planning may do with an item. A protected one is not moved out either."""
    if minimum is not None:
        if not 0 <= minimum * MINUTE_MS <= item.planned_ms:
            raise Refusal("minimum_out_of_range", minutes=minimum, planned=item.planned_ms // MINUTE_MS)
        item.minimum_ms = minimum * MINUTE_MS
    if protected is not None:
        item.protected = protected
        item.droppable = item.droppable and not protected
    if droppable is not None:
        item.droppable = droppable
        item.protected = item.protected and not droppable


def mark_item(
    work: Work,
    *,
    item_id: str,
    minimum: int | None = None,
    protected: bool | None = None,
    droppable: bool | None = None,
) -> None:
    """Say what re-planning may do with an item that has not been taken; what is left out stays as it is."""
    _mark(waiting_item(work, item_id), minimum, protected, droppable)


def allot_item(work: Work, *, item_id: str, minutes: int) -> None:
    """Give a waiting item other minutes now; what was announced stays in the records."""
    item = waiting_item(work, item_id)
    item.clock_limit_ms = check_minutes(minutes)
    if work.get(Meeting, item.meeting_id).state != "live":
        item.planned_ms = item.clock_limit_ms
        item.minimum_ms = min(item.minimum_ms, item.planned_ms)


def waiting_item(work: Work, item_id: str) -> AgendaItem:
    item = work.get(AgendaItem, item_id)
    meeting_in(work, item.meeting_id, *NOT_OVER)
    if item.state != ItemState.WAITING:
        raise Refusal("item_begun", title=item.title)
    return item


def move_item(work: Work, *, item_id: str, to: int) -> None:
    """Move a waiting item to a place (1 = first); it cannot be moved before one that was taken."""
    item = waiting_item(work, item_id)
    items = [other for other in items_of(work, item.meeting_id) if other.id != item.id]
    items.insert(max(_first_free(items), min(to - 1, len(items))), item)
    renumber(items)


def remove_item(work: Work, *, item_id: str) -> None:
    """Take a waiting item off the agenda, with its motion. What was parked of it stays parked, and a play
    that was prepared for it is one on its own.
    """
    item = waiting_item(work, item_id)
    forget_plans(work, item)
    _let_go(work, item)
    for attachment in work.all(Attachment, Attachment.item_id == item.id):
        for page in work.all(AttachmentPage, AttachmentPage.attachment_id == attachment.id):
            work.session.delete(page)
    for kind in (Motion, FloorPlan, FloorSeat, Attachment, AgendaChange):
        for row in work.all(kind, kind.item_id == item.id):
            work.session.delete(row)
    work.session.delete(item)
    renumber([other for other in items_of(work, item.meeting_id) if other.id != item.id])


def _let_go(work: Work, item: AgendaItem) -> None:
    """What belongs to more than the item is kept without it; why its vote was changed goes with the vote."""
    for note in work.all(Note, Note.item_id == item.id):
        if note.kind in vote_changes.CHANGES:
            work.session.delete(note)
        else:
            note.item_id = None
    for play in work.all(PlayRow, PlayRow.item_id == item.id):
        play.item_id = play.meeting_id = None


def set_motion(work: Work, *, item_id: str, title: str, text: str, plan_id: str | None = None) -> str:
    """Write the text that a vote item puts to the vote. Once the notice is posted it is fixed. Returns the
    motion's id.
    """
    item = waiting_item(work, item_id)
    meeting = work.get(Meeting, item.meeting_id)
    if item.kind != ItemKind.VOTE:
        raise Refusal("motion_needs_vote_item")
    if meeting.posted_on is not None:
        raise Refusal("motion_announced", posted_on=meeting.posted_on)
    motion = work.one(Motion, Motion.item_id == item.id) or work.add(
        Motion(id=new_id(), item_id=item.id, title="", text="")
    )
    motion.title = text_of(title, 120, "title")
    motion.text = text_of(text, 8000, "text")
    motion.plan_id = plan_id
    return motion.id
