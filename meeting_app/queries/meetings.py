"""Meetings: the list, a card for the start page, the draft with its agenda and notice period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.agenda import ItemState, PlannedItem, planned_starts
from meeting_app.domain.working_days import NoticeCheck, check_notice
from meeting_app.queries.basics import PersonRef, local, local_day, once, person_ref
from meeting_app.queries.paper_list import PaperRow, paper_list
from meeting_app.storage.tables import AgendaItem, Invitee, Meeting, Motion, Paper, Poll, Stay, Topic

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Readiness:
    """One line of what a meeting needs: notice_posted, invited, officers_named, motions_written,
    papers_filed.
    """

    code: str
    ok: bool
    figure: int = 0
    other: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """A meeting in short."""

    id: str
    kind: str
    title: str
    place: str
    starts_at: datetime
    state: str
    days_left: int
    invited: int
    voters: int
    readiness: tuple[Readiness, ...]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in the list; `present` is how many came at all."""

    id: str
    kind: str
    number_label: str
    title: str
    place: str
    starts_at: datetime
    state: str
    invited: int
    present: int
    adopted: int
    papers: int


@dataclass(frozen=True, slots=True)
class MotionView:
    """The text of a vote."""

    id: str
    title: str
    text: str
    plan_id: str | None


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An item as it is planned."""

    id: str
    position: int
    kind: str
    title: str
    text: str
    presenter: str
    planned_ms: int
    starts_at: datetime
    speech_limit_ms: int
    state: str
    motion: MotionView | None
    minimum_ms: int = 0
    protected: bool = False
    droppable: bool = False
    fixed_minute: int | None = None
    internal_note: str = ""
    topic_id: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """A meeting as it is called. `notice` is the check for the day of posting, or for posting today when it
    is not posted.
    """

    id: str
    kind: str
    kind_name: str
    number_label: str
    title: str
    place: str
    starts_at: datetime
    state: str
    rule: str | None
    notice_days: int
    posted_on: date | None
    notice: NoticeCheck
    topic_id: str | None
    topic_title: str
    items: tuple[DraftItem, ...]
    planned_total_ms: int
    ends_at: datetime
    invited: int
    voters: int
    chair: PersonRef | None
    recorder: PersonRef | None
    teller1: PersonRef | None
    teller2: PersonRef | None
    papers: tuple[PaperRow, ...]


def counted(session: Session, meeting_id: str) -> tuple[int, int]:
    """(invited, of them with a vote)."""
    rows = session.scalars(select(Invitee.votes).where(Invitee.meeting_id == meeting_id)).all()
    return len(rows), sum(rows)


def agenda_rows(session: Session, meeting_id: str) -> Sequence[AgendaItem]:
    """The items in their order."""
    query = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id).order_by(AgendaItem.position)
    return once(session, ("agenda", meeting_id), lambda: session.scalars(query).all())


def motions_of(session: Session, item_ids: Sequence[str]) -> dict[str, MotionView]:
    """The motions by item."""
    if not item_ids:
        return {}
    rows = session.scalars(select(Motion).where(Motion.item_id.in_(item_ids)))
    return {row.item_id: MotionView(row.id, row.title, row.text, row.plan_id) for row in rows}


def _figures(session: Session, meeting_id: str) -> Sequence[int]:
    """(invited, of them with a vote, vote items, their motions, filed papers) of a meeting, by one
    question.
    """
    called = select(func.count(Invitee.id)).where(Invitee.meeting_id == meeting_id)
    vote = (AgendaItem.meeting_id == meeting_id, AgendaItem.kind == "vote")
    motions = select(func.count(Motion.item_id.distinct())).join(AgendaItem, AgendaItem.id == Motion.item_id)
    counts = (
        called,
        called.where(Invitee.votes.is_(True)),
        select(func.count(AgendaItem.id)).where(*vote),
        motions.where(*vote),
        select(func.count(Paper.id)).where(Paper.meeting_id == meeting_id, Paper.state == "filed"),
    )
    return session.execute(select(*(count.scalar_subquery() for count in counts))).one()


def _readiness(meeting: Meeting, figures: Sequence[int]) -> tuple[Readiness, ...]:
    invited, _voters, votes, written, filed = figures
    officers = sum(
        person is not None
        for person in (meeting.chair_id, meeting.recorder_id, meeting.teller1_id, meeting.teller2_id)
    )
    meeting_day = local_day(meeting.starts_ms)
    posted = meeting.posted_on
    in_time = posted is not None and check_notice(posted, meeting_day, meeting.notice_days).holds
    return (
        Readiness("notice_posted", in_time, meeting.notice_days, on=posted),
        Readiness("motions_written", written == votes, written, votes),
        Readiness("invited", invited > 0, invited),
        Readiness("officers_named", officers == 4, officers, 4),
        Readiness("papers_filed", bool(filed), filed),
    )


def meeting_card(session: Session, meeting: Meeting, today: date) -> MeetingCard:
    """A meeting in short, with what it still needs."""
    figures = _figures(session, meeting.id)
    return MeetingCard(
        meeting.id, meeting.kind, meeting.title, meeting.place, local(meeting.starts_ms), meeting.state,
        (local_day(meeting.starts_ms) - today).days, figures[0], figures[1], _readiness(meeting, figures),
    )  # fmt: skip


def meeting_list(session: Session, *, text: str = "") -> tuple[MeetingRow, ...]:
    """All meetings, newest first."""
    invited = dict(
        session.execute(select(Invitee.meeting_id, func.count()).group_by(Invitee.meeting_id)).all()
    )
    came = dict(
        session.execute(
            select(Stay.meeting_id, func.count(Stay.person_id.distinct())).group_by(Stay.meeting_id)
        ).all()
    )
    adopted = dict(
        session.execute(
            select(Poll.meeting_id, func.count())
            .where(Poll.state == "published", Poll.verdict == "adopted")
            .group_by(Poll.meeting_id)
        ).all()
    )
    filed = dict(
        session.execute(
            select(Paper.meeting_id, func.count()).where(Paper.state == "filed").group_by(Paper.meeting_id)
        ).all()
    )
    query = select(Meeting).order_by(Meeting.starts_ms.desc())
    if text.strip():
        query = query.where(Meeting.title.contains(text.strip(), autoescape=True))
    return tuple(
        MeetingRow(
            row.id, row.kind, row.label, row.title, row.place, local(row.starts_ms),
            row.state, invited.get(row.id, 0), came.get(row.id, 0), adopted.get(row.id, 0),
            filed.get(row.id, 0),
        )
        for row in session.scalars(query)
    )  # fmt: skip


def fixed_ms(fixed_minute: int | None, begins: datetime) -> int | None:
    """A fixed start as milliseconds after the meeting's planned start; negative before it."""
    if fixed_minute is None:
        return None
    return (fixed_minute - begins.hour * 60 - begins.minute) * MINUTE_MS - begins.second * 1000


def draft_items(session: Session, meeting: Meeting) -> tuple[DraftItem, ...]:
    """The agenda as planned, with the planned start of each item."""
    rows = agenda_rows(session, meeting.id)
    motions = motions_of(session, [row.id for row in rows])
    begins = local(meeting.starts_ms)
    starts, _end = planned_starts(
        [
            PlannedItem(row.planned_ms, 0, ItemState.WAITING, None, fixed_ms(row.fixed_minute, begins))
            for row in rows
        ]
    )
    return tuple(
        DraftItem(
            row.id, row.position, row.kind, row.title, row.text, row.presenter, row.planned_ms,
            begins + timedelta(milliseconds=start), row.speech_limit_ms, row.state, motions.get(row.id),
            row.minimum_ms, row.protected, row.droppable, row.fixed_minute, row.internal_note, row.topic_id,
        )
        for row, start in zip(rows, starts, strict=True)
    )  # fmt: skip


def agenda_end(items: Sequence[DraftItem], starts: datetime) -> datetime:
    """When the agenda is through by its plan."""
    return items[-1].starts_at + timedelta(milliseconds=items[-1].planned_ms) if items else starts


def meeting_draft(session: Session, *, meeting_id: str, today: date) -> MeetingDraft | None:
    """A meeting as it is called; None when there is none."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return None
    items = draft_items(session, meeting)
    starts = local(meeting.starts_ms)
    total = sum(item.planned_ms for item in items)
    ends = agenda_end(items, starts)
    invited, voters = counted(session, meeting.id)
    topic = session.get(Topic, meeting.topic_id) if meeting.topic_id else None
    return MeetingDraft(
        id=meeting.id,
        kind=meeting.kind,
        kind_name=meeting.kind_name,
        number_label=meeting.label,
        title=meeting.title,
        place=meeting.place,
        starts_at=starts,
        state=meeting.state,
        rule=meeting.rule,
        notice_days=meeting.notice_days,
        posted_on=meeting.posted_on,
        notice=check_notice(meeting.posted_on or today, starts.date(), meeting.notice_days),
        topic_id=meeting.topic_id,
        topic_title=topic.title if topic else "",
        items=items,
        planned_total_ms=total,
        ends_at=ends,
        invited=invited,
        voters=voters,
        chair=person_ref(session, meeting.chair_id),
        recorder=person_ref(session, meeting.recorder_id),
        teller1=person_ref(session, meeting.teller1_id),
        teller2=person_ref(session, meeting.teller2_id),
        papers=paper_list(session, meeting_id=meeting.id),
    )


@dataclass(frozen=True, slots=True)
class InvitedRow:
    """An invited person."""

    person_id: str
    name: str
    capacity: str
    votes: bool
    excused: str


def invited_people(session: Session, *, meeting_id: str) -> tuple[InvitedRow, ...]:
    """Who is called, voters first, by number."""
    from meeting_app.storage.tables import Person

    rows = session.execute(
        select(Invitee, Person.name)
        .join(Person, Person.id == Invitee.person_id)
        .where(Invitee.meeting_id == meeting_id)
        .order_by(Invitee.votes.desc(), Person.number)
    )
    return tuple(InvitedRow(row.person_id, name, row.capacity, row.votes, row.excused) for row, name in rows)
