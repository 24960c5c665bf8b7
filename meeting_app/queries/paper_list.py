"""Filed papers and tasks, as lists."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.storage.tables import Body, Meeting, Paper, Task, Topic


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A filed paper; `public_from` and `public_to` bound its public notice."""

    id: str
    kind: str
    number_label: str
    title: str
    dated: date
    pages: int
    public: bool
    state: str
    check_code: str
    meeting_id: str | None
    topic_id: str | None
    public_from: date | None
    public_to: date | None


def paper_row(row: Paper) -> PaperRow:
    """A paper as the lists show it."""
    return PaperRow(
        row.id, row.kind, row.label, row.title, row.dated, row.pages, row.public, row.state, row.check_code,
        row.meeting_id, row.topic_id, row.public_from, row.public_to,
    )  # fmt: skip


MOST_LISTED = 500


def paper_list(
    session: Session,
    *,
    meeting_id: str | None = None,
    topic_id: str | None = None,
    text: str = "",
    most: int | None = MOST_LISTED,
) -> tuple[PaperRow, ...]:
    """Papers, newest first; only those that were filed (a reserved number without a paper is not one).
    `most` = as many as a list can show; None for all of them.
    """
    query = (
        select(Paper).where(Paper.state != "reserved").order_by(Paper.filed_ms.desc(), Paper.number.desc())
    )
    if meeting_id:
        query = query.where(Paper.meeting_id == meeting_id)
    if topic_id:
        query = query.where(Paper.topic_id == topic_id)
    if text.strip():
        query = query.where(Paper.title.contains(text.strip(), autoescape=True))
    return tuple(paper_row(row) for row in session.scalars(query.limit(most)))


def paper_bytes(session: Session, *, paper_id: str) -> bytes | None:
    """The PDF as it was filed."""
    return session.scalar(select(Paper.body).where(Paper.id == paper_id))


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """What the register says of a paper, to hold a file against; `successor` is the one in force for
    it.
    """

    row: PaperRow
    sha256: str
    content_digest: str
    successor: PaperRow | None


def successors(session: Session) -> dict[str, Paper]:
    """For each paper that was replaced the one that holds now, past those that were replaced in turn."""
    rows = session.scalars(select(Paper).where(Paper.supersedes.is_not(None), Paper.state != "reserved"))
    after = {str(row.supersedes): row for row in rows}
    last: dict[str, Paper] = {}
    for old, row in after.items():
        while row.id in after:
            row = after[row.id]
        last[old] = row
    return last


def _record(session: Session, row: Paper) -> PaperRecord:
    after = successors(session).get(row.id) if row.state == "superseded" else None
    return PaperRecord(
        paper_row(row), row.sha256, row.content_digest, paper_row(after) if after is not None else None
    )


def paper_by_hash(session: Session, *, sha256: str) -> PaperRecord | None:
    """The filed paper with those bytes; None when no such paper was filed."""
    row = session.scalars(select(Paper).where(Paper.sha256 == sha256)).first()
    return _record(session, row) if row else None


def paper_by_code(session: Session, *, check_code: str) -> PaperRecord | None:
    """The filed paper that carries the code."""
    row = session.scalars(select(Paper).where(Paper.check_code == check_code)).first()
    return _record(session, row) if row else None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task; `days_left` is negative when overdue, None without a date."""

    id: str
    text: str
    assignee: str
    body: str
    body_id: str | None
    supervisor: str
    due_on: date | None
    days_left: int | None
    state: str
    done_on: date | None
    meeting_id: str | None
    meeting_title: str
    topic_id: str | None
    topic_title: str


def task_rows(session: Session, today: date, *conditions: Any) -> tuple[TaskRow, ...]:
    """Tasks by due date; those without a date last."""
    query = (
        select(Task, Body.name, Meeting.title, Topic.title)
        .outerjoin(Body, Body.id == Task.body_id)
        .outerjoin(Meeting, Meeting.id == Task.meeting_id)
        .outerjoin(Topic, Topic.id == Task.topic_id)
        .where(*conditions)
        .order_by(Task.due_on.is_(None), Task.due_on, Task.created_ms)
    )
    return tuple(
        TaskRow(
            task.id, task.text, task.assignee, body or "", task.body_id, task.supervisor, task.due_on,
            (task.due_on - today).days if task.due_on else None, task.state, task.done_on, task.meeting_id,
            meeting or "", task.topic_id, topic or "",
        )
        for task, body, meeting, topic in session.execute(query)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Tasks of one urgency: overdue, this_week, later, done."""

    code: str
    rows: tuple[TaskRow, ...]


def task_list(session: Session, *, today: date) -> tuple[TaskGroup, ...]:
    """Open tasks by urgency, then those done, latest first."""
    rows = task_rows(session, today, Task.state == "open")
    late = tuple(row for row in rows if row.days_left is not None and row.days_left < 0)
    soon = tuple(row for row in rows if row.days_left is not None and 0 <= row.days_left <= 7)
    later = tuple(row for row in rows if row.days_left is None or row.days_left > 7)
    done = sorted(
        task_rows(session, today, Task.state == "done"), key=lambda row: row.done_on or today, reverse=True
    )
    return (
        TaskGroup("overdue", late),
        TaskGroup("this_week", soon),
        TaskGroup("later", later),
        TaskGroup("done", tuple(done[:50])),
    )
