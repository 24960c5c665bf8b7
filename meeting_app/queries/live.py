"""A meeting in progress: agenda against the clock, quorum, what the next step is, who is here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.agenda import ItemState, PlannedItem, TimePlan, deviation_ms, time_plan
from meeting_app.domain.clock import Clock, Instant
from meeting_app.queries.basics import clock_of, local, local_or_none, once
from meeting_app.queries.floor import next_on_floor
from meeting_app.queries.journal import JournalLine, UndoView, last_done
from meeting_app.queries.kept import kept
from meeting_app.queries.meetings import agenda_rows
from meeting_app.queries.people import PersonHit, people_hits
from meeting_app.queries.quorum import QuorumView as QuorumView
from meeting_app.queries.quorum import people_concerned, quorum_now
from meeting_app.queries.quorum import quorum_of as quorum_of
from meeting_app.queries.replan import planned_items
from meeting_app.queries.roleplay.steps import PLAY_KINDS, next_in_play
from meeting_app.storage.tables import (
    AgendaItem,
    Decision,
    Invitee,
    Meeting,
    Note,
    Person,
    Poll,
    Projection,
    Stay,
    Task,
)

# Records that change nothing of the agenda, the plan, the quorum or who is here.
CAPTURED: Final = frozenset({"decision", "note", "task"})
BESIDE_THE_FRAME: Final = PLAY_KINDS | {
    "decision", "floor_plan", "floor_rule", "floor_seat", "note", "projection", "speech", "task"
}  # fmt: skip
# Records of the agenda alone: who is here and the quorum stay, and so does whoever is to have the floor next.
OF_THE_AGENDA: Final = frozenset({"agenda_item", "attachment", "motion"})
OF_THE_FLOOR: Final = ("call_next", "go_on")  # steps that lead to a speech


@dataclass(frozen=True, slots=True)
class LiveItem:
    """An item as it runs; `number` counts from 1, `clock` counts the time used."""

    id: str
    number: int
    kind: str
    title: str
    text: str
    presenter: str
    planned_ms: int
    used_ms: int
    deviation_ms: int | None
    state: str
    clock: Clock
    began_at: datetime | None
    minimum_ms: int = 0
    protected: bool = False
    droppable: bool = False
    fixed_minute: int | None = None
    internal_note: str = ""
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the big button and PgDn do: open_meeting, next_item, call_next, go_on (whoever was broken into),
    play_start, play_next, play_finish (the parts of a role-play), close_meeting, none.

    `subject` is the item's title or the speaker's name; when not `enabled`, `why` is a code of
    wording.refusals.
    """

    code: str
    subject: str
    enabled: bool
    why: str


@dataclass(frozen=True, slots=True)
class ProjectionView:
    """What the hall is shown; `banner` is empty when there is none or its time is over."""

    mode: str
    pinned: str
    page: int
    banner: str
    attachment_id: str | None = None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A captured line: kind decision, task, parking or note."""

    id: str
    kind: str
    text: str
    at: datetime
    item_id: str | None


@dataclass(frozen=True, slots=True)
class LiveView:
    """The meeting for the console's frame: top, left, right and foot."""

    meeting_id: str
    kind: str
    title: str
    place: str
    state: str
    starts_at: datetime
    check_in_open: bool
    notice_posted: bool
    opened_at: datetime | None
    closed_at: datetime | None
    opened_short: str
    items: tuple[LiveItem, ...]
    current: LiveItem | None
    plan: TimePlan
    projected_end: datetime
    late_ms: int
    quorum: QuorumView | None
    present_voters: int
    voters: int
    guests: int
    next_step: NextStep
    projection: ProjectionView
    notes: tuple[NoteRow, ...]
    journal: tuple[JournalLine, ...]
    undo: UndoView | None
    agreed_end: datetime | None = None

    @property
    def following(self) -> LiveItem | None:
        """The item after the current one, before the opening the first; what is left out does not follow."""
        return _following(self.items, self.current)


def presence(session: Session, meeting_id: str) -> tuple[int, int, int]:
    """(members with a vote, of them present, present without a vote)."""
    return once(session, ("presence", meeting_id), lambda: _presence(session, meeting_id))


def _presence(session: Session, meeting_id: str) -> tuple[int, int, int]:
    votes = (Invitee.meeting_id == meeting_id, Invitee.votes.is_(True))
    people = func.count(Stay.person_id.distinct())
    here = select(people).where(Stay.meeting_id == meeting_id, Stay.left_ms.is_(None))
    voting = here.join(Invitee, Invitee.person_id == Stay.person_id).where(*votes)
    voters = select(func.count(Invitee.person_id.distinct())).where(*votes)
    row = session.execute(
        select(voters.scalar_subquery(), voting.scalar_subquery(), here.scalar_subquery())
    ).one()
    return row[0], row[1], row[2] - row[1]


def _live_item(row: AgendaItem, number: int, now: Instant) -> LiveItem:
    clock = clock_of(row)
    used = clock.elapsed(now)
    planned = PlannedItem(row.planned_ms, used, ItemState(row.state))
    return LiveItem(
        row.id, number, row.kind, row.title, row.text, row.presenter, row.planned_ms, used,
        deviation_ms(planned), row.state, clock, local_or_none(row.began_ms), row.minimum_ms, row.protected,
        row.droppable, row.fixed_minute, row.internal_note, row.repeat_of_id is not None,
    )  # fmt: skip


def projection_view(session: Session, meeting_id: str, now: Instant) -> ProjectionView:
    """What the hall is shown."""
    shown, until_ms = kept(session, ("projection",), meeting_id, lambda: _projection(session, meeting_id))
    over = until_ms is not None and until_ms <= now.wall_ms
    return replace(shown, banner="") if over else shown


def _projection(session: Session, meeting_id: str) -> tuple[ProjectionView, int | None]:
    """What the hall is shown, and until when its banner stays (UTC ms)."""
    row = session.scalars(select(Projection).where(Projection.meeting_id == meeting_id)).first()
    if row is None:
        return ProjectionView("content", "", 0, ""), None
    view = ProjectionView(row.mode, row.pinned, row.page, row.banner, row.attachment_id)
    return view, row.banner_until_ms


def _unfinished_poll(session: Session, item_id: str) -> str | None:
    """The state of a poll of the item that is open or has a result to be confirmed."""
    under_way = Poll.state.in_(("open", "closed", "counted"))
    return session.scalars(select(Poll.state).where(Poll.item_id == item_id, under_way)).first()


def notes_of(session: Session, meeting_id: str) -> tuple[NoteRow, ...]:
    """Everything captured in a meeting, oldest first."""
    notes = session.scalars(select(Note).where(Note.meeting_id == meeting_id)).all()
    decisions = session.scalars(select(Decision).where(Decision.meeting_id == meeting_id)).all()
    tasks = session.scalars(select(Task).where(Task.meeting_id == meeting_id)).all()
    rows = [NoteRow(row.id, row.kind, row.text, local(row.at_ms), row.item_id) for row in notes]
    rows += [NoteRow(row.id, "decision", row.text, local(row.decided_ms), row.item_id) for row in decisions]
    rows += [NoteRow(row.id, "task", row.text, local(row.created_ms), row.item_id) for row in tasks]
    return tuple(sorted(rows, key=lambda row: row.at))


def _following(items: Sequence[LiveItem], current: LiveItem | None) -> LiveItem | None:
    after = items[current.number if current else 0 :]
    return next((item for item in after if item.state != ItemState.SKIPPED), None)


def _opening(items: Sequence[LiveItem], quorum: QuorumView | None) -> NextStep:
    first = _following(items, None)
    if first is None:
        return NextStep("open_meeting", "", enabled=False, why="agenda_empty")
    met = quorum is None or quorum.holds
    return NextStep("open_meeting", first.title, met, "" if met else "no_quorum")


def _next_step(
    session: Session,
    meeting: tuple[str, str],
    current: LiveItem | None,
    items: Sequence[LiveItem],
    quorum: QuorumView | None,
) -> NextStep:
    """The next step of a meeting, given by identity and state."""
    meeting_id, state = meeting
    if state in ("draft", "convened"):
        return _opening(items, quorum)
    if state != "live" or current is None:
        return NextStep("none", "", enabled=False, why="meeting_state")
    key = ("unfinished", current.id)
    unfinished = kept(session, ("poll",), key, lambda: _unfinished_poll(session, current.id))
    if unfinished is not None:
        why = "result_unconfirmed" if unfinished == "counted" else "poll_open"
        return NextStep("next_item", current.title, enabled=False, why=why)
    if current.kind == "discussion" and (step := next_on_floor(session, meeting_id, current.id)) is not None:
        return NextStep(*step, enabled=True, why="")
    if current.kind == "role_play" and (play := next_in_play(session, current.id)) is not None:
        return NextStep(*play)
    following = _following(items, current)
    if following is not None:
        return NextStep("next_item", following.title, enabled=True, why="")
    return NextStep("close_meeting", "", enabled=True, why="")


def live_view(session: Session, *, meeting_id: str, now: Instant, station: str = "") -> LiveView | None:
    """A meeting in progress for the console; None when there is no such meeting."""
    frame = live_frame(session, meeting_id=meeting_id, now=now)
    if frame is None:
        return None
    return _of_console(session, replace(frame, notes=notes_of(session, frame.meeting_id)), station)


def live_again(
    session: Session, *, before: LiveView, kinds: frozenset[str], now: Instant, station: str = ""
) -> LiveView | None:
    """The same after records of some kinds have changed. What they cannot touch is taken from before."""
    frame = frame_again(session, before=before, kinds=kinds, now=now)
    if frame is None:
        return None
    notes = notes_of(session, frame.meeting_id) if kinds & CAPTURED else before.notes
    return _of_console(session, replace(frame, notes=notes), station)


def _of_console(session: Session, frame: LiveView, station: str) -> LiveView:
    journal, undo = last_done(session, station=station, meeting_id=frame.meeting_id, limit=3)
    return replace(frame, journal=journal, undo=undo)


def frame_again(
    session: Session, *, before: LiveView, kinds: frozenset[str], now: Instant
) -> LiveView | None:
    """The frame after records of some kinds have changed: agenda, plan and quorum stay as they were when only
    the floor, the captured lines or the projector did; the quorum when only the agenda did.
    """
    if kinds <= OF_THE_AGENDA:
        return once(
            session, ("frame", before.meeting_id), lambda: _frame(session, before.meeting_id, now, before)
        )
    if not kinds <= BESIDE_THE_FRAME:
        return live_frame(session, meeting_id=before.meeting_id, now=now)
    return once(session, ("frame", before.meeting_id), lambda: _kept(session, before, now))


def _kept(session: Session, before: LiveView, now: Instant) -> LiveView:
    meeting = (before.meeting_id, before.state)
    return replace(
        before,
        next_step=_next_step(session, meeting, before.current, before.items, before.quorum),
        projection=projection_view(session, before.meeting_id, now),
    )


def live_frame(session: Session, *, meeting_id: str, now: Instant) -> LiveView | None:
    """A meeting in progress without what only the console shows: notes, journal, undo."""
    return once(session, ("frame", meeting_id), lambda: _frame(session, meeting_id, now))


def _step(
    session: Session,
    meeting: Meeting,
    items: tuple[LiveItem, ...],
    quorum: QuorumView | None,
    before: LiveView | None,
) -> NextStep:
    """The next step; whose turn it is on the floor does not change with the agenda."""
    current = next((item for item in items if item.id == meeting.current_item_id), None)
    if before is not None and before.next_step.code in OF_THE_FLOOR:
        same = current is not None and before.current is not None and current.id == before.current.id
        if same and meeting.state == before.state:
            return before.next_step
    return _next_step(session, (meeting.id, meeting.state), current, items, quorum)


def _here(
    session: Session, meeting: Meeting, before: LiveView | None
) -> tuple[QuorumView | None, int, int, int]:
    """(quorum, members with a vote, of them present, guests)."""
    if before is not None:
        return before.quorum, before.voters, before.present_voters, before.guests
    return quorum_now(session, meeting), *presence(session, meeting.id)


def _frame(
    session: Session, meeting_id: str, now: Instant, before: LiveView | None = None
) -> LiveView | None:
    """The frame; `before` lends who is here when only the agenda has changed since."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return None
    items = tuple(
        _live_item(row, number, now) for number, row in enumerate(agenda_rows(session, meeting.id), start=1)
    )
    plan = time_plan(
        planned_items(session, meeting, now),
        now.wall_ms - meeting.starts_ms,
        None if meeting.planned_end_ms is None else meeting.planned_end_ms - meeting.starts_ms,
    )
    current = next((item for item in items if item.id == meeting.current_item_id), None)
    quorum, voters, present, guests = _here(session, meeting, before)
    starts = local(meeting.starts_ms)
    return LiveView(
        meeting_id=meeting.id,
        kind=meeting.kind,
        title=meeting.title,
        place=meeting.place,
        state=meeting.state,
        starts_at=starts,
        check_in_open=meeting.check_in_ms is not None,
        notice_posted=meeting.posted_on is not None,
        opened_at=local_or_none(meeting.opened_ms),
        closed_at=local_or_none(meeting.closed_ms),
        opened_short=meeting.opened_short,
        items=items,
        current=current,
        plan=plan,
        projected_end=starts + timedelta(milliseconds=plan.projected_end_ms),
        late_ms=plan.late_ms,
        quorum=quorum,
        present_voters=present,
        voters=voters,
        guests=guests,
        next_step=_step(session, meeting, items, quorum, before),
        projection=projection_view(session, meeting.id, now),
        notes=(),
        journal=(),
        undo=None,
        agreed_end=local_or_none(meeting.planned_end_ms),
    )


@dataclass(frozen=True, slots=True)
class CheckInView:
    """The check-in desk: quorum, who came last, who of the members is not here."""

    quorum: QuorumView | None
    voters: int
    present: int
    guests: int
    latest: tuple[PersonHit, ...]
    members: tuple[PersonHit, ...]


def check_in_view(
    session: Session, *, meeting_id: str, latest: int = 5, most: int | None = None
) -> CheckInView | None:
    """The check-in desk of a meeting; members are those with a vote, of whom only some houses vote those of
    these houses, by number: the first `most` of those who are not here yet when there are more than that.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return None
    voters, present, guests = presence(session, meeting_id)
    concerned = people_concerned(session, meeting)
    members = (
        select(Invitee.person_id)
        .join(Person, Person.id == Invitee.person_id)
        .where(Invitee.meeting_id == meeting_id, Invitee.votes.is_(True))
        .order_by(Person.number)
    )
    if concerned is not None:
        members = members.where(Invitee.person_id.in_(concerned))
        of_them = set(session.scalars(members.order_by(None)))
        came = select(Stay.person_id).where(Stay.meeting_id == meeting_id, Stay.left_ms.is_(None))
        here_of_them = len(of_them.intersection(session.scalars(came)))
        voters, present, guests = len(of_them), here_of_them, guests + present - here_of_them
    if most is not None and voters > most:
        here = select(Stay.person_id).where(Stay.meeting_id == meeting_id, Stay.left_ms.is_(None))
        members = members.where(Invitee.person_id.not_in(here)).limit(most)
    member_ids = session.scalars(members).all()
    last_ids = session.scalars(
        select(Stay.person_id)
        .where(Stay.meeting_id == meeting_id)
        .order_by(Stay.came_ms.desc())
        .limit(latest)
    ).all()
    return CheckInView(
        quorum_now(session, meeting),
        voters,
        present,
        guests,
        people_hits(session, list(dict.fromkeys(last_ids)), meeting_id),
        people_hits(session, member_ids, meeting_id),
    )
