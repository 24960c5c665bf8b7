"""Topics: the list and the passport of one."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.stage import ORDER, Stage, StageRecord, following, overdue
from meeting_app.queries.basics import NOWHERE, HomePlace, homes_of, person_ref
from meeting_app.queries.meetings import MeetingCard, meeting_card
from meeting_app.queries.paper_list import PaperRow, TaskRow, paper_list, task_rows
from meeting_app.storage.tables import (
    Body,
    Meeting,
    Person,
    Plan,
    PlanShare,
    Support,
    Task,
    Topic,
    TopicStage,
)


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic in the list."""

    id: str
    number_label: str
    title: str
    category: str
    stage: str
    raised_on: date
    due_on: date | None
    overdue: bool
    supporters: int
    plans: int
    closed: bool


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage of a topic."""

    stage: str
    entered_on: date | None
    left_on: date | None
    due_on: date | None
    overdue: bool
    skipped_reason: str
    note: str


@dataclass(frozen=True, slots=True)
class ShareView:
    """Who bears what: `count` payers, fen each."""

    payer: str
    count: int
    amount_fen: int


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with its cost in fen."""

    id: str
    position: int
    title: str
    text: str
    cost_fen: int
    put_to_vote: bool
    shares: tuple[ShareView, ...]


@dataclass(frozen=True, slots=True)
class Supporter:
    """Somebody who backs a topic."""

    person_id: str
    name: str
    place: HomePlace
    since: date


@dataclass(frozen=True, slots=True)
class TopicPassport:
    """Everything of a topic on one page."""

    id: str
    number_label: str
    title: str
    summary: str
    category: str
    contact_point: str
    proposer: str
    proposer_place: HomePlace
    body: str
    body_id: str | None
    raised_on: date
    closed_on: date | None
    stage: str
    next_stage: str | None
    stages: tuple[StageView, ...]
    plans: tuple[PlanView, ...]
    supporters: tuple[Supporter, ...]
    meetings: tuple[MeetingCard, ...]
    papers: tuple[PaperRow, ...]
    tasks: tuple[TaskRow, ...]


def _record(row: TopicStage) -> StageRecord:
    return StageRecord(Stage(row.stage), row.entered_on, row.left_on, row.due_on, row.skipped_reason or None)


def topic_list(
    session: Session, *, today: date, stage: str | None = None, text: str = ""
) -> tuple[TopicRow, ...]:
    """Topics, newest first."""
    backed = dict(session.execute(select(Support.topic_id, func.count()).group_by(Support.topic_id)).all())
    plans = dict(session.execute(select(Plan.topic_id, func.count()).group_by(Plan.topic_id)).all())
    query = (
        select(Topic, TopicStage)
        .join(TopicStage, (TopicStage.topic_id == Topic.id) & (TopicStage.stage == Topic.stage))
        .order_by(Topic.year.desc(), Topic.number.desc())
    )
    if stage:
        query = query.where(Topic.stage == stage)
    if text.strip():
        query = query.where(Topic.title.contains(text.strip(), autoescape=True))
    return tuple(
        TopicRow(
            topic.id, topic.label, topic.title, topic.category, topic.stage,
            topic.raised_on, row.due_on, overdue(_record(row), today), backed.get(topic.id, 0),
            plans.get(topic.id, 0), topic.closed_on is not None,
        )
        for topic, row in session.execute(query)
    )  # fmt: skip


def _stages(session: Session, topic_id: str, today: date) -> tuple[StageView, ...]:
    rows = {
        row.stage: row for row in session.scalars(select(TopicStage).where(TopicStage.topic_id == topic_id))
    }
    return tuple(
        StageView(
            row.stage, row.entered_on, row.left_on, row.due_on, overdue(_record(row), today),
            row.skipped_reason, row.note,
        )
        for row in (rows[stage] for stage in ORDER if stage in rows)
    )  # fmt: skip


def plans_of(session: Session, topic_id: str) -> tuple[PlanView, ...]:
    """The plans of a topic in their order."""
    rows = session.scalars(select(Plan).where(Plan.topic_id == topic_id).order_by(Plan.position)).all()
    shares = session.scalars(
        select(PlanShare).where(PlanShare.plan_id.in_([row.id for row in rows])).order_by(PlanShare.position)
    ).all()
    return tuple(
        PlanView(
            row.id, row.position, row.title, row.text, row.cost_fen, row.put_to_vote,
            tuple(ShareView(s.payer, s.count, s.amount_fen) for s in shares if s.plan_id == row.id),
        )
        for row in rows
    )  # fmt: skip


def _supporters(session: Session, topic_id: str) -> tuple[Supporter, ...]:
    rows = session.execute(
        select(Support, Person.name)
        .join(Person, Person.id == Support.person_id)
        .where(Support.topic_id == topic_id)
        .order_by(Support.since, Person.number)
    ).all()
    homes = homes_of(session, [row.person_id for row, _name in rows])
    return tuple(
        Supporter(row.person_id, name, homes.get(row.person_id, NOWHERE), row.since) for row, name in rows
    )


def topic_passport(session: Session, *, topic_id: str, today: date) -> TopicPassport | None:
    """The passport; None when there is no such topic."""
    topic = session.get(Topic, topic_id)
    if topic is None:
        return None
    proposer = person_ref(session, topic.proposer_id)
    body = session.get(Body, topic.body_id) if topic.body_id else None
    meetings = session.scalars(
        select(Meeting).where(Meeting.topic_id == topic.id).order_by(Meeting.starts_ms.desc())
    )
    return TopicPassport(
        id=topic.id,
        number_label=topic.label,
        title=topic.title,
        summary=topic.summary,
        category=topic.category,
        contact_point=topic.contact_point,
        proposer=proposer.name if proposer else "",
        proposer_place=homes_of(session, [proposer.id]).get(proposer.id, NOWHERE) if proposer else NOWHERE,
        body=body.name if body else "",
        body_id=topic.body_id,
        raised_on=topic.raised_on,
        closed_on=topic.closed_on,
        stage=topic.stage,
        next_stage=following(Stage(topic.stage)),
        stages=_stages(session, topic.id, today),
        plans=plans_of(session, topic.id),
        supporters=_supporters(session, topic.id),
        meetings=tuple(meeting_card(session, meeting, today) for meeting in meetings),
        papers=paper_list(session, topic_id=topic.id),
        tasks=task_rows(session, today, Task.topic_id == topic.id),
    )
