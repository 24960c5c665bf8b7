"""Calling a meeting: kind, date, place, agenda, invitations, officers, notice."""

from collections.abc import Sequence
from datetime import date, datetime

from meeting_app.actions.common import NOT_OVER, PLANNED, local_day, meeting_in, text_of, today, wall_ms
from meeting_app.actions.invitations import invite_by_kind
from meeting_app.actions.kinds import kind_of
from meeting_app.actions.votes.planning import announce_votes, forget_plans
from meeting_app.domain.agenda import ItemKind, ItemState
from meeting_app.domain.decision_rule import RULE_PACKS
from meeting_app.domain.meeting_kind import MeetingKind
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import (
    AgendaItem,
    FloorPlan,
    FloorSeat,
    Invitee,
    Meeting,
    Motion,
    Person,
    Plan,
    Projection,
    Topic,
)
from meeting_app.storage.work import Work, new_id

MINUTE_MS = 60_000
LONGEST_MS = 24 * 60 * MINUTE_MS


def _in_force(rule: str | None, day: date) -> str | None:
    """The rule when it is in force on the meeting's day; one that is not yet or no longer in force is
    refused.
    """
    if rule is not None and not RULE_PACKS[rule].in_force(day):
        raise Refusal("rule_not_in_force", rule=rule, day=day)
    return rule


def draft_meeting(
    work: Work, *, kind: str, title: str, place: str, starts_at: datetime, topic_id: str | None = None
) -> str:
    """Draft a meeting with the kind's usual agenda and invitations; the motion comes from the topic's plan.
    Returns its id.
    """
    form = kind_of(work, kind)
    starts_ms = wall_ms(starts_at)
    day = local_day(starts_ms)
    meeting = work.add(
        Meeting(
            id=new_id(),
            kind=form.code,
            year=day.year,
            number=work.highest(Meeting.number, Meeting.year == day.year) + 1,
            title=text_of(title, 120, "title"),
            place=text_of(place, 120, "place"),
            starts_ms=starts_ms,
            state="draft",
            kind_name=form.name,
            rule=_in_force(form.rule, day),
            notice_days=form.notice_days,
            topic_id=work.get(Topic, topic_id).id if topic_id else None,
        )
    )
    work.meeting_id = meeting.id
    work.add(Projection(meeting_id=meeting.id))
    _fill_agenda(work, meeting, form)
    invite_by_kind(work, meeting, form)
    return meeting.id


def _fill_agenda(work: Work, meeting: Meeting, form: MeetingKind) -> None:
    for position, template in enumerate(form.template, start=1):
        item = work.add(
            AgendaItem(
                id=new_id(),
                meeting_id=meeting.id,
                position=position,
                kind=template.kind,
                title=template.title,
                planned_ms=template.minutes * MINUTE_MS,
                minimum_ms=template.minimum * MINUTE_MS,
                protected=template.protected,
                droppable=template.droppable,
                clock_limit_ms=template.minutes * MINUTE_MS,
                state=ItemState.WAITING,
                topic_id=meeting.topic_id,
            )
        )
        if template.kind is ItemKind.VOTE and meeting.topic_id:
            _motion_from_plan(work, item, meeting.topic_id)


def _motion_from_plan(work: Work, item: AgendaItem, topic_id: str) -> None:
    plan = work.one(Plan, Plan.topic_id == topic_id, Plan.put_to_vote.is_(True))
    if plan is not None:
        work.add(Motion(item_id=item.id, title=plan.title, text=plan.text, plan_id=plan.id))


def edit_meeting(
    work: Work,
    *,
    meeting_id: str,
    title: str | None = None,
    place: str | None = None,
    starts_at: datetime | None = None,
) -> None:
    """Change title, place or time of a meeting that has not begun; a changed time or place needs a new
    notice.
    """
    meeting = meeting_in(work, meeting_id, *PLANNED)
    if title is not None:
        meeting.title = text_of(title, 120, "title")
    if place is not None and place != meeting.place:
        meeting.place = text_of(place, 120, "place")
        _withdraw_notice(work, meeting)
    if starts_at is not None and wall_ms(starts_at) != meeting.starts_ms:
        meeting.starts_ms = wall_ms(starts_at)
        meeting.rule = _in_force(meeting.rule, local_day(meeting.starts_ms))
        _withdraw_notice(work, meeting)


def _withdraw_notice(work: Work, meeting: Meeting) -> None:
    meeting.posted_on, meeting.state = None, "draft"
    announce_votes(work, meeting, posted=False)


def _items(work: Work, meeting_id: str) -> list[AgendaItem]:
    return work.all(AgendaItem, AgendaItem.meeting_id == meeting_id, order=AgendaItem.position)


def _renumber(items: Sequence[AgendaItem]) -> None:
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
) -> str:
    """Add an item, at the end or before another. Returns its id."""
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    planned = check_minutes(minutes)
    items = _items(work, meeting.id)
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
            state=ItemState.WAITING,
            topic_id=meeting.topic_id,
        )
    )
    places = [other.id for other in items]
    place = places.index(before_id) if before_id in places else len(items)
    items.insert(max(place, _first_free(items)), item)
    _renumber(items)
    if kind is ItemKind.VOTE and meeting.topic_id:
        _motion_from_plan(work, item, meeting.topic_id)
    return item.id


def edit_item(
    work: Work,
    *,
    item_id: str,
    title: str,
    minutes: int,
    text: str = "",
    presenter: str = "",
    speech_seconds: int = 180,
) -> None:
    """Change an item that has not been taken."""
    item = _waiting(work, item_id)
    item.title = text_of(title, 120, "title")
    item.text = text_of(text, 8000, "text", needed=False)
    item.presenter = text_of(presenter, 80, "presenter", needed=False)
    item.planned_ms = item.clock_limit_ms = check_minutes(minutes)
    if not 10 <= speech_seconds <= 3600:
        raise Refusal("speech_limit_out_of_range", seconds=speech_seconds)
    item.speech_limit_ms = speech_seconds * 1000


def _waiting(work: Work, item_id: str) -> AgendaItem:
    item = work.get(AgendaItem, item_id)
    meeting_in(work, item.meeting_id, *NOT_OVER)
    if item.state != ItemState.WAITING:
        raise Refusal("item_begun", title=item.title)
    return item


def move_item(work: Work, *, item_id: str, to: int) -> None:
    """Move a waiting item to a place (1 = first); it cannot be moved before one that was taken."""
    item = _waiting(work, item_id)
    items = [other for other in _items(work, item.meeting_id) if other.id != item.id]
    items.insert(max(_first_free(items), min(to - 1, len(items))), item)
    _renumber(items)


def remove_item(work: Work, *, item_id: str) -> None:
    """Take a waiting item off the agenda, with its motion."""
    item = _waiting(work, item_id)
    forget_plans(work, item)
    for kind in (Motion, FloorPlan, FloorSeat):
        for row in work.all(kind, kind.item_id == item.id):
            work.session.delete(row)
    work.session.delete(item)
    _renumber([other for other in _items(work, item.meeting_id) if other.id != item.id])


def set_motion(work: Work, *, item_id: str, title: str, text: str, plan_id: str | None = None) -> str:
    """Write the text that a vote item puts to the vote. Once the notice is posted it is fixed. Returns the
    motion's id.
    """
    item = _waiting(work, item_id)
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


def invite(
    work: Work, *, meeting_id: str, person_ids: Sequence[str], capacity: str = "guest", votes: bool = False
) -> int:
    """Invite people; who is invited already stays as he is. Returns how many were added."""
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    invited = {row.person_id for row in work.all(Invitee, Invitee.meeting_id == meeting.id)}
    fresh = [person_id for person_id in dict.fromkeys(person_ids) if person_id not in invited]
    for person_id in fresh:
        work.get(Person, person_id)
        work.add(Invitee(meeting_id=meeting.id, person_id=person_id, capacity=capacity, votes=votes))
    return len(fresh)


def uninvite(work: Work, *, meeting_id: str, person_id: str) -> None:
    """Take an invitation back, before the meeting begins."""
    meeting = meeting_in(work, meeting_id, *PLANNED)
    row = work.one(Invitee, Invitee.meeting_id == meeting.id, Invitee.person_id == person_id)
    if row is None:
        raise Refusal("gone", kind="invitee")
    work.session.delete(row)


def name_officers(
    work: Work,
    *,
    meeting_id: str,
    chair_id: str | None = None,
    recorder_id: str | None = None,
    teller1_id: str | None = None,
    teller2_id: str | None = None,
) -> None:
    """Name chair, recorder and the two tellers; the tellers are two persons, and neither is the chair."""
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    tellers = [teller for teller in (teller1_id, teller2_id) if teller]
    if len(set(tellers)) != len(tellers) or (chair_id and chair_id in tellers):
        raise Refusal("tellers_not_distinct")
    for person_id in (chair_id, recorder_id, *tellers):
        if person_id:
            work.get(Person, person_id)
    meeting.chair_id, meeting.recorder_id = chair_id, recorder_id
    meeting.teller1_id, meeting.teller2_id = teller1_id, teller2_id


def post_notice(work: Work, *, meeting_id: str, posted_on: date) -> None:
    """Record the day on which the notice was hung up. A vote item without a motion cannot be announced."""
    meeting = meeting_in(work, meeting_id, *PLANNED)
    for item in _items(work, meeting.id):
        if item.kind == ItemKind.VOTE and work.one(Motion, Motion.item_id == item.id) is None:
            raise Refusal("vote_without_motion", title=item.title)
    if posted_on > local_day(meeting.starts_ms) or posted_on > today(work):
        raise Refusal("posted_in_future", posted_on=posted_on)
    meeting.posted_on, meeting.state = posted_on, "convened"
    announce_votes(work, meeting, posted=True)


def cancel_meeting(work: Work, *, meeting_id: str) -> None:
    """Call a meeting off that has not begun."""
    meeting_in(work, meeting_id, *PLANNED).state = "cancelled"
