"""Taking an item of the agenda once more, with all that belongs to it."""

from meeting_app.actions.agenda import MOST_ITEMS, items_of, place
from meeting_app.actions.agenda_changes import note_change
from meeting_app.actions.common import UNDER_WAY, meeting_in
from meeting_app.actions.floor_modes import copy_floor
from meeting_app.actions.votes.planning import copy_plan
from meeting_app.domain.agenda import ItemState
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import AgendaItem, Attachment, AttachmentPage, Motion
from meeting_app.storage.work import Work, new_id


def repeat_item(work: Work, *, item_id: str) -> str:
    """Take an item once more: a copy of it waits behind the current one, with its motion, the vote that was
    prepared, its way of speaking and its attachments. Returns the copy's id.
    """
    item = work.get(AgendaItem, item_id)
    meeting = meeting_in(work, item.meeting_id, *UNDER_WAY)
    items = items_of(work, meeting.id)
    if len(items) >= MOST_ITEMS:
        raise Refusal("agenda_full", most=MOST_ITEMS)
    copy = work.add(
        AgendaItem(
            id=new_id(),
            meeting_id=meeting.id,
            position=0,
            kind=item.kind,
            title=item.title,
            text=item.text,
            presenter=item.presenter,
            planned_ms=item.planned_ms,
            clock_limit_ms=item.planned_ms,
            minimum_ms=item.minimum_ms,
            protected=item.protected,
            droppable=item.droppable,
            internal_note=item.internal_note,
            speech_limit_ms=item.speech_limit_ms,
            topic_id=item.topic_id,
            state=ItemState.WAITING,
            repeat_of_id=item.id,
        )
    )
    places = [other.id for other in items]
    behind = places.index(meeting.current_item_id or item.id) + 1
    place(items, copy, places[behind] if behind < len(places) else None)
    _copy_belongings(work, item, copy)
    work.session.flush()
    note_change(work, meeting, "repeated", item_id=copy.id, by_ms=copy.planned_ms)
    return copy.id


def _copy_belongings(work: Work, item: AgendaItem, copy: AgendaItem) -> None:
    for motion in work.all(Motion, Motion.item_id == item.id):
        work.add(Motion(item_id=copy.id, title=motion.title, text=motion.text, plan_id=motion.plan_id))
    work.session.flush()
    copy_plan(work, item, copy)
    copy_floor(work, item, copy)
    for row in work.all(Attachment, Attachment.item_id == item.id):
        twin = work.add(
            Attachment(
                id=new_id(), item_id=copy.id, position=row.position, kind=row.kind, name=row.name,
                digest=row.digest, pages=row.pages,
            )
        )  # fmt: skip
        for page in work.all(AttachmentPage, AttachmentPage.attachment_id == row.id):
            work.add(AttachmentPage(attachment_id=twin.id, number=page.number, digest=page.digest))
