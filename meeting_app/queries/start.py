"""The start page: what is coming, due, to print, where the topics stand; and finding anything."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.stage import ORDER
from meeting_app.queries.basics import CommunityView, community_view, local_day
from meeting_app.queries.meetings import MeetingCard, meeting_card
from meeting_app.queries.paper_list import TaskRow, paper_list, task_rows
from meeting_app.queries.people import PersonHit, find_people
from meeting_app.storage.tables import Meeting, Paper, Person, Task, Topic

BEFORE_MEETING = ("notice", "agenda", "sign_in")
AFTER_MEETING = ("minutes",)


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many open topics stand at a stage, and the titles of the first few."""

    stage: str
    count: int
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A paper that a meeting needs and that was not made yet."""

    meeting_id: str
    meeting_title: str
    kind: str


@dataclass(frozen=True, slots=True)
class NavCounts:
    """Figures of the navigation: open topics, meetings to come, open tasks."""

    topics: int
    meetings: int
    tasks: int


@dataclass(frozen=True, slots=True)
class TodayView:
    """The start page of an open community. `roster_begun`: at least one person is in it. `tasks_due` are the
    first few of those that are late or due within the week; `tasks_late` counts all late ones.
    """

    community: CommunityView | None
    today: date
    roster_begun: bool
    next_meeting: MeetingCard | None
    coming: tuple[MeetingCard, ...]
    tasks_due: tuple[TaskRow, ...]
    tasks_open: int
    tasks_late: int
    stage_counts: tuple[StageCount, ...]
    to_print: tuple[ToPrint, ...]
    counts: NavCounts


def _coming(session: Session, today: date) -> list[Meeting]:
    query = (
        select(Meeting).where(Meeting.state.in_(("live", "draft", "convened"))).order_by(Meeting.starts_ms)
    )
    return [row for row in session.scalars(query) if row.state == "live" or local_day(row.starts_ms) >= today]


def _stage_counts(session: Session) -> tuple[StageCount, ...]:
    rows = session.execute(
        select(Topic.stage, Topic.title).where(Topic.closed_on.is_(None)).order_by(Topic.raised_on.desc())
    ).all()
    titles = {stage: [title for at, title in rows if at == stage] for stage in ORDER}
    return tuple(StageCount(stage, len(titles[stage]), tuple(titles[stage][:3])) for stage in ORDER)


def _to_print(session: Session, coming: list[Meeting]) -> tuple[ToPrint, ...]:
    last = session.scalars(
        select(Meeting).where(Meeting.state == "closed").order_by(Meeting.starts_ms.desc()).limit(3)
    ).all()
    wanted = [(meeting, kind) for meeting in last for kind in AFTER_MEETING]
    wanted += [(meeting, kind) for meeting in coming[:2] for kind in BEFORE_MEETING]
    about = {meeting.id for meeting, _kind in wanted}
    filed = select(Paper.meeting_id, Paper.kind).where(Paper.meeting_id.in_(about), Paper.state == "filed")
    made = {(row.meeting_id, row.kind) for row in session.execute(filed)}
    return tuple(
        ToPrint(meeting.id, meeting.title, kind) for meeting, kind in wanted if (meeting.id, kind) not in made
    )


def nav_counts(session: Session, *, today: date) -> NavCounts:
    """The figures beside the navigation."""
    topics = session.scalar(select(func.count()).select_from(Topic).where(Topic.closed_on.is_(None))) or 0
    tasks = session.scalar(select(func.count()).select_from(Task).where(Task.state == "open")) or 0
    return NavCounts(topics, len(_coming(session, today)), tasks)


def today_view(session: Session, *, today: date) -> TodayView:
    """The start page as of a day."""
    coming = _coming(session, today)
    cards = tuple(meeting_card(session, meeting, today) for meeting in coming[:6])
    tasks = task_rows(session, today, Task.state == "open")
    stages = _stage_counts(session)
    return TodayView(
        community=community_view(session),
        today=today,
        roster_begun=session.scalar(select(Person.id).limit(1)) is not None,
        next_meeting=cards[0] if cards else None,
        coming=cards[1:],
        tasks_due=tuple(row for row in tasks if row.days_left is not None and row.days_left <= 7)[:6],
        tasks_open=len(tasks),
        tasks_late=sum(row.days_left is not None and row.days_left < 0 for row in tasks),
        stage_counts=stages,
        to_print=_to_print(session, coming),
        counts=NavCounts(sum(stage.count for stage in stages), len(coming), len(tasks)),
    )


@dataclass(frozen=True, slots=True)
class Found:
    """Something found: kind is topic, meeting or paper."""

    kind: str
    id: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class FindResult:
    """Everything that a text names."""

    people: tuple[PersonHit, ...]
    others: tuple[Found, ...]


def find_anything(session: Session, *, text: str, limit: int = 8) -> FindResult:
    """People, topics, meetings and papers."""
    text = text.strip()
    if not text:
        return FindResult((), ())
    topics = session.scalars(select(Topic).where(Topic.title.contains(text, autoescape=True)).limit(limit))
    meetings = session.scalars(
        select(Meeting).where(Meeting.title.contains(text, autoescape=True)).limit(limit)
    )
    others = [Found("topic", row.id, row.title, row.stage) for row in topics]
    others += [Found("meeting", row.id, row.title, row.state) for row in meetings]
    others += [
        Found("paper", row.id, row.title, row.number_label) for row in paper_list(session, text=text)[:limit]
    ]
    return FindResult(find_people(session, text=text, limit=limit), tuple(others))
