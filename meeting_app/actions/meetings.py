"""Calling a meeting: kind, date, place, agenda, invitations, officers, notice."""

from collections.abc import Sequence
from datetime import date, datetime

from meeting_app.actions.agenda import MINUTE_MS, items_of, motion_from_plan
from meeting_app.actions.agenda import add_item as add_item
from meeting_app.actions.agenda import edit_item as edit_item
from meeting_app.actions.agenda import move_item as move_item
from meeting_app.actions.agenda import remove_item as remove_item
from meeting_app.actions.agenda import set_motion as set_motion
from meeting_app.actions.common import NOT_OVER, PLANNED, local_day, meeting_in, text_of, today, wall_ms
from meeting_app.actions.invitations import invite_by_kind
from meeting_app.actions.kinds import kind_of
from meeting_app.actions.roleplay.leaving import leave_meeting
from meeting_app.actions.votes.planning import announce_votes
from meeting_app.domain.agenda import ItemKind, ItemState
from meeting_app.domain.meeting_kind import MeetingKind
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import meeting_label, short_name
from meeting_app.queries.rule_packs import pack_for
from meeting_app.storage.tables import (
    AgendaItem,
    Invitee,
    Meeting,
    Motion,
    Person,
    Projection,
    Topic,
)
from meeting_app.storage.work import Work, new_id


def _in_force(work: Work, rule: str | None, day: date) -> str | None:
    """The rule when a version of it is in force on the meeting's day; else a refusal with the dates."""
    return None if rule is None else pack_for(work.session, rule, day).code


def draft_meeting(
    work: Work, *, kind: str, title: str, place: str, starts_at: datetime, topic_id: str | None = None
) -> str:
    """Draft a meeting with the kind's usual agenda and invitations; the motion comes from the topic's plan.
    Returns its id.
    """
    form = kind_of(work, kind)
    starts_ms = wall_ms(starts_at)
    day = local_day(starts_ms)
    number = work.highest(Meeting.number, Meeting.year == day.year) + 1
    meeting = work.add(
        Meeting(
            id=new_id(),
            kind=form.code,
            year=day.year,
            number=number,
            label=meeting_label(short_name(work.session), day.year, number),
            title=text_of(title, 120, "title"),
            place=text_of(place, 120, "place"),
            starts_ms=starts_ms,
            state="draft",
            kind_name=form.name,
            rule=_in_force(work, form.rule, day),
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
            motion_from_plan(work, item, meeting.topic_id)


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
        meeting.rule = _in_force(work, meeting.rule, local_day(meeting.starts_ms))
        _withdraw_notice(work, meeting)


def _withdraw_notice(work: Work, meeting: Meeting) -> None:
    meeting.posted_on, meeting.state = None, "draft"
    announce_votes(work, meeting, posted=False)


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
    """Name chair, recorder and the two tellers; the tellers are two persons, and neither is the chair.

    Who is not given stays as the records have it, not as a page saw it: two officers named one right after
    the other, or at two laptops, never take each other back.
    """
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    chair = chair_id or meeting.chair_id
    tellers = [
        teller for teller in (teller1_id or meeting.teller1_id, teller2_id or meeting.teller2_id) if teller
    ]
    if len(set(tellers)) != len(tellers) or chair in tellers:
        raise Refusal("tellers_not_distinct")
    named = {
        "chair_id": chair_id,
        "recorder_id": recorder_id,
        "teller1_id": teller1_id,
        "teller2_id": teller2_id,
    }
    for column, person_id in named.items():
        if person_id:
            setattr(meeting, column, work.get(Person, person_id).id)


def post_notice(work: Work, *, meeting_id: str, posted_on: date) -> None:
    """Record the day on which the notice was hung up. A vote item without a motion cannot be announced."""
    meeting = meeting_in(work, meeting_id, *PLANNED)
    for item in items_of(work, meeting.id):
        if item.kind == ItemKind.VOTE and work.one(Motion, Motion.item_id == item.id) is None:
            raise Refusal("vote_without_motion", title=item.title)
    if posted_on > local_day(meeting.starts_ms) or posted_on > today(work):
        raise Refusal("posted_in_future", posted_on=posted_on)
    meeting.posted_on, meeting.state = posted_on, "convened"
    announce_votes(work, meeting, posted=True)


def cancel_meeting(work: Work, *, meeting_id: str) -> None:
    """Call a meeting off that has not begun. What was prepared to be played in it can be played elsewhere."""
    meeting = meeting_in(work, meeting_id, *PLANNED)
    leave_meeting(work, meeting)
    meeting.state = "cancelled"
