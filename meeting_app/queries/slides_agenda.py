"""Makes the pages of the projector that belong to the agenda."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.queries.attachments import attachments_of, page_bytes
from meeting_app.queries.slides_head import Head
from meeting_app.queries.slides_types_agenda import AttachmentSlide, ReadBackLine, ReadBackSlide
from meeting_app.storage.tables import Body, Decision, Note, Projection, Task


def read_back_slide(session: Session, head: Head, meeting_id: str, page: int) -> ReadBackSlide:
    """Decisions, tasks and parked matters of a meeting, newest first."""
    found: list[tuple[int, ReadBackLine]] = [
        (row.decided_ms, ReadBackLine("decision", row.text))
        for row in session.scalars(select(Decision).where(Decision.meeting_id == meeting_id))
    ]
    tasks = session.execute(
        select(Task, Body.name).outerjoin(Body, Body.id == Task.body_id).where(Task.meeting_id == meeting_id)
    )
    found += [(task.created_ms, _task(task, body or "")) for task, body in tasks]
    parked = select(Note).where(Note.meeting_id == meeting_id, Note.kind == "parking")
    found += [
        (row.at_ms, ReadBackLine("parking", row.text, who=row.person, fate=row.fate))
        for row in session.scalars(parked)
    ]
    found.sort(key=lambda one: -one[0])
    return ReadBackSlide(head, tuple(line for _at, line in found), page)


def _task(task: Task, body: str) -> ReadBackLine:
    due = task.due_on.isoformat() if task.due_on else ""
    return ReadBackLine("task", task.text, task.assignee or body, due, task.supervisor)


def attachment_slide(session: Session, head: Head, meeting_id: str, page: int) -> AttachmentSlide | None:
    """The picture or page that is held; None when it is gone."""
    chosen = session.scalars(
        select(Projection.attachment_id).where(Projection.meeting_id == meeting_id)
    ).first()
    row = next((one for one in attachments_of(session, meeting_id=meeting_id) if one.id == chosen), None)
    if row is None:
        return None
    shown = min(page, row.pages - 1)
    found = page_bytes(session, attachment_id=row.id, page=shown)
    if found is None:
        return None
    return AttachmentSlide(head, row.name, shown, row.pages, found[0], found[1])
