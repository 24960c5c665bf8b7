"""What the recorder captures: notes, parked questions, decisions in words, tasks."""

from datetime import date

from meeting_app.actions.common import meeting_in, text_of, today
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import AgendaItem, Body, Decision, Meeting, Note, Task, Topic
from meeting_app.storage.work import Work

KINDS = ("note", "parking")
WRITABLE = ("draft", "convened", "live", "closed")


def add_note(work: Work, *, meeting_id: str, kind: str, text: str, person: str = "") -> str:
    """Note something, or park a question and who raised it; it is kept with the current item. Returns its
    id.
    """
    meeting = meeting_in(work, meeting_id, *WRITABLE)
    if kind not in KINDS:
        raise Refusal("gone", kind="note")
    row = Note(
        meeting_id=meeting.id, item_id=meeting.current_item_id, kind=kind, text=text_of(text, 2000, "text"),
        at_ms=work.now.wall_ms, person=text_of(person, 80, "name", needed=False),
    )  # fmt: skip
    return work.add(row).id


def add_decision(work: Work, *, meeting_id: str, text: str) -> str:
    """Note a decision that was taken without a count. Returns its id."""
    meeting = meeting_in(work, meeting_id, *WRITABLE)
    row = Decision(
        meeting_id=meeting.id,
        item_id=meeting.current_item_id,
        text=text_of(text, 2000, "text"),
        decided_ms=work.now.wall_ms,
    )
    return work.add(row).id


def add_task(
    work: Work,
    *,
    text: str,
    meeting_id: str | None = None,
    topic_id: str | None = None,
    assignee: str = "",
    body_id: str | None = None,
    due_on: date | None = None,
    supervisor: str = "",
) -> str:
    """Note who does what by when, and who watches over it. Returns the task's id."""
    meeting = meeting_in(work, meeting_id, *WRITABLE) if meeting_id else None
    item = work.get(AgendaItem, meeting.current_item_id) if meeting and meeting.current_item_id else None
    topic = topic_id or (meeting.topic_id if meeting else None)
    task = Task(
        meeting_id=meeting.id if meeting else None,
        item_id=item.id if item else None,
        topic_id=work.get(Topic, topic).id if topic else None,
        state="open",
        created_ms=work.now.wall_ms,
        text="",
    )
    _fill(work, task, text, assignee, body_id, due_on, supervisor)
    return work.add(task).id


def _fill(
    work: Work,
    task: Task,
    text: str,
    assignee: str,
    body_id: str | None,
    due_on: date | None,
    supervisor: str,
) -> None:
    task.text = text_of(text, 2000, "text")
    task.assignee = text_of(assignee, 80, "assignee", needed=False)
    task.supervisor = text_of(supervisor, 80, "supervisor", needed=False)
    task.body_id = work.get(Body, body_id).id if body_id else None
    task.due_on = due_on


def edit_task(
    work: Work,
    *,
    task_id: str,
    text: str,
    assignee: str = "",
    body_id: str | None = None,
    due_on: date | None = None,
    supervisor: str = "",
) -> None:
    """Change a task."""
    task = _task(work, task_id)
    _fill(work, task, text, assignee, body_id, due_on, supervisor)


def _task(work: Work, task_id: str) -> Task:
    task = work.get(Task, task_id)
    if task.meeting_id:
        work.meeting_id = work.get(Meeting, task.meeting_id).id
    return task


def finish_task(work: Work, *, task_id: str) -> None:
    """The task is done today."""
    task = _task(work, task_id)
    task.state, task.done_on = "done", today(work)


def reopen_task(work: Work, *, task_id: str) -> None:
    """The task is not done after all."""
    task = _task(work, task_id)
    task.state, task.done_on = "open", None


def remove_note(work: Work, *, note_id: str) -> None:
    """Strike a note or a parked question."""
    note = work.get(Note, note_id)
    meeting_in(work, note.meeting_id, *WRITABLE)
    work.session.delete(note)
