"""What becomes of parked matters: before a meeting is closed, none is left without an answer."""

from datetime import date

from meeting_app.actions.agenda import MINUTE_MS, add_item
from meeting_app.actions.agenda_changes import note_change
from meeting_app.actions.common import NOT_OVER, UNDER_WAY, meeting_in, text_of
from meeting_app.actions.notes import add_task
from meeting_app.actions.topics import add_topic
from meeting_app.domain.agenda import ItemKind, ItemState
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.parking import FATES, UNREACHED_KINDS
from meeting_app.storage.tables import AgendaItem, Meeting, Note
from meeting_app.storage.work import Work, new_id

USUAL_MINUTES = 10
TOPIC_TITLE = 60


def settle_parked(
    work: Work,
    *,
    note_id: str,
    fate: str,
    answer: str = "",
    assignee: str = "",
    due_on: date | None = None,
    supervisor: str = "",
) -> str | None:
    """Say what becomes of a parked matter: a topic, the next meeting, a task, or an answer on the spot.

    Returns the identity of the topic or the task that came of it.
    """
    note = work.get(Note, note_id)
    meeting = meeting_in(work, note.meeting_id, *NOT_OVER, "closed")
    if fate not in FATES or note.kind != "parking":
        raise Refusal("gone", kind="note")
    note.fate, note.led_to_id, note.answer = fate, None, ""
    if fate == "answered":
        note.answer = text_of(answer, 2000, "answer")
    elif fate == "topic":
        note.led_to_id = _topic(work, note)
    elif fate == "task":
        note.led_to_id = add_task(
            work, text=note.text, meeting_id=meeting.id, assignee=assignee, due_on=due_on,
            supervisor=supervisor,
        )  # fmt: skip
    return note.led_to_id


def _topic(work: Work, note: Note) -> str:
    title = note.text if len(note.text) <= TOPIC_TITLE else f"{note.text[: TOPIC_TITLE - 1]}\u2026"
    return add_topic(work, title=title, summary=note.text)


def park_item(work: Work, *, item_id: str) -> str:
    """An item that will not be reached is left out and parked, so that it is settled like every parked
    matter. Returns the note's id.
    """
    item = work.get(AgendaItem, item_id)
    meeting = meeting_in(work, item.meeting_id, *UNDER_WAY)
    if item.state != ItemState.WAITING:
        raise Refusal("item_begun", title=item.title)
    return park_unreached(work, meeting, item)


def park_unreached(work: Work, meeting: Meeting, item: AgendaItem, fate: str = "") -> str:
    """Leave a waiting item out, and park its title."""
    item.state = ItemState.SKIPPED
    note_change(work, meeting, "moved_out", item_id=item.id, by_ms=item.planned_ms)
    row = Note(
        id=new_id(), meeting_id=meeting.id, item_id=item.id, kind="parking", text=item.title,
        at_ms=work.now.wall_ms, fate=fate,
    )  # fmt: skip
    return work.add(row).id


def put_off_the_rest(work: Work, meeting: Meeting) -> None:
    """What nobody has settled when the meeting is closed goes to the next one: nothing is left silently."""
    for item in work.all(
        AgendaItem, AgendaItem.meeting_id == meeting.id, AgendaItem.state == ItemState.WAITING
    ):
        if item.kind in UNREACHED_KINDS:
            park_unreached(work, meeting, item, "next_meeting")
        else:
            item.state = ItemState.SKIPPED
    for note in work.all(Note, Note.meeting_id == meeting.id, Note.kind == "parking", Note.fate == ""):
        note.fate = "next_meeting"


def take_up(work: Work, *, meeting_id: str, note_id: str) -> str:
    """Put a matter that was put off onto the agenda of a meeting that is being prepared. Returns the item's
    id.
    """
    note = work.get(Note, note_id)
    if note.fate != "next_meeting" or note.led_to_id is not None:
        raise Refusal("taken_up_already")
    kind, minutes, title = ItemKind.DISCUSSION, USUAL_MINUTES, note.text[:120]
    before = work.session.get(AgendaItem, note.item_id) if note.item_id else None
    if before is not None and before.title == note.text and before.kind in UNREACHED_KINDS:
        kind, minutes = ItemKind(before.kind), before.planned_ms // MINUTE_MS
    closing = work.one(AgendaItem, AgendaItem.meeting_id == meeting_id, AgendaItem.kind == "closing")
    note.led_to_id = add_item(
        work, meeting_id=meeting_id, kind=kind, title=title, minutes=minutes,
        before_id=closing.id if closing else None,
    )  # fmt: skip
    return note.led_to_id
