"""A meeting as it is called, runs and decides: what the actions write, seen through the queries."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from meeting_app.actions import attendance, floor, meetings, notes, people, polls, projection, running, topics
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.hand_count import Choice
from meeting_app.domain.rules.trace import Verdict
from meeting_app.domain.stage import Stage
from meeting_app.queries.live import check_in_view, live_view
from meeting_app.queries.meetings import invited_people, meeting_draft, meeting_list
from meeting_app.queries.paper_list import task_list
from meeting_app.queries.polls import hands_view
from meeting_app.queries.topics import topic_passport
from meeting_app.storage.tables import Decision, Meeting, Note, Projection
from tests.actions.hall import EVENING, Hall, begin, items_of
from tests.storage.desks import Room

TODAY = date(2026, 11, 28)


def count(room: Room, poll: str, *figures: int) -> None:
    """Both tellers report the whole hall as one row."""
    for choice, hands in zip(Choice, figures, strict=True):
        room.do(polls.count_choice, poll_id=poll, choice=choice)
        for teller in (1, 2):
            room.do(polls.report_hands, poll_id=poll, position=1, choice=choice, teller=teller, hands=hands)


def test_a_vote_from_the_first_hand_to_the_decision(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.vote)
    before = room.ask(hands_view, item_id=hall.vote)
    assert before is not None
    assert (before.state, before.needed, before.present, before.eligible) == ("none", 4, 7, 9)
    poll = room.do(polls.open_poll, item_id=hall.vote)
    count(room, poll, 4, 3, 0)
    outcome = room.do(polls.close_poll, poll_id=poll)
    assert outcome.verdict is Verdict.ADOPTED
    counted = room.ask(hands_view, item_id=hall.vote)
    assert counted is not None
    assert counted.outcome is not None
    assert (counted.state, counted.outcome.published, counted.totals[Choice.FOR]) == ("counted", False, 4)
    room.do(polls.publish_result, poll_id=poll)
    with room.store.read() as session:
        decision = session.scalars(select(Decision)).one()
    assert (decision.poll_id, decision.text) == (poll, "方案一")


def test_a_motion_that_fails_is_no_decision(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.vote)
    poll = room.do(polls.open_poll, item_id=hall.vote)
    count(room, poll, 3, 3, 1)
    assert room.do(polls.close_poll, poll_id=poll).verdict is Verdict.NOT_ADOPTED
    room.do(polls.publish_result, poll_id=poll)
    with room.store.read() as session:
        assert session.scalars(select(Decision)).all() == []


def test_who_comes_later_does_not_move_the_base(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.vote)
    poll = room.do(polls.open_poll, item_id=hall.vote)
    room.do(attendance.check_in, meeting_id=hall.meeting, person_id=hall.people[7])
    count(room, poll, 4, 0, 0)
    assert room.do(polls.close_poll, poll_id=poll).present == 7


def test_tellers_who_differ_count_again(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.vote)
    poll = room.do(polls.open_poll, item_id=hall.vote)
    count(room, poll, 4, 2, 0)
    room.do(polls.report_hands, poll_id=poll, position=1, choice=Choice.FOR, teller=2, hands=5)
    assert room.refused(polls.close_poll, poll_id=poll).code == "count_incomplete"
    room.do(polls.report_hands, poll_id=poll, position=1, choice=Choice.FOR, teller=2, hands=None)
    assert room.refused(polls.close_poll, poll_id=poll).code == "count_incomplete"
    second = room.do(polls.recount, poll_id=poll, reason="两位监票人不一致")
    count(room, second, 5, 2, 0)
    outcome = room.do(polls.close_poll, poll_id=second)
    assert outcome.voices is not None
    assert outcome.voices.for_.persons == 5
    view = room.ask(hands_view, item_id=hall.vote)
    assert view is not None
    assert (view.round, view.poll_id) == (2, second)
    with room.store.read() as session:
        assert "两位监票人不一致" in session.scalars(select(Note.text)).all()


def test_rows_are_used_while_they_add_up(room: Room, hall: Hall) -> None:
    room.do(polls.set_seat_rows, meeting_id=hall.meeting, rows=(("前排", 3), ("后排", 4)))
    begin(room, hall, hall.vote)
    poll = room.do(polls.open_poll, item_id=hall.vote, tellers=1)
    view = room.ask(hands_view, item_id=hall.vote)
    assert view is not None
    assert [(row.label, row.votes) for row in view.rows] == [("前排", 3), ("后排", 4)]
    room.do(attendance.check_out, meeting_id=hall.meeting, person_id=hall.people[0])
    room.do(polls.recount, poll_id=poll, reason="有人离场")
    again = room.ask(hands_view, item_id=hall.vote)
    assert again is not None
    assert [(row.label, row.votes) for row in again.rows] == [("", 6)]
    assert again.tellers == 1


def test_without_a_quorum_only_with_a_reason(room: Room, hall: Hall) -> None:
    for person in hall.people[:2]:
        room.do(attendance.check_out, meeting_id=hall.meeting, person_id=person)
    room.do(running.open_meeting, meeting_id=hall.meeting, short_reason="先通报情况，不表决")
    view = room.ask(live_view, meeting_id=hall.meeting, now=room.time())
    assert view is not None
    assert view.quorum is not None
    assert (view.quorum.present, view.quorum.needed, view.quorum.short_by) == (5, 6, 1)
    assert view.opened_short == "先通报情况，不表决"


def test_the_next_step_is_always_the_one_that_works(room: Room, hall: Hall) -> None:
    steps: list[str] = []
    for _ in range(12):
        view = room.ask(live_view, meeting_id=hall.meeting, now=room.time(), station="s1")
        assert view is not None
        steps.append(view.next_step.code)
        if not view.next_step.enabled:
            break
        if view.next_step.code == "open_meeting":
            room.do(running.open_meeting, meeting_id=hall.meeting)
        elif view.next_step.code == "call_next":
            room.do(floor.call_next, item_id=hall.discussion)
        elif view.next_step.code == "next_item":
            item = room.do(running.next_item, meeting_id=hall.meeting)
            if item == hall.discussion:
                room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[0])
        elif view.next_step.code == "close_meeting":
            room.do(running.close_meeting, meeting_id=hall.meeting)
    walk = ["open_meeting", "next_item", "next_item", "call_next", "next_item", "next_item"]
    assert steps == [*walk, "close_meeting", "none"]
    with room.store.read() as session:
        assert session.scalars(select(Meeting.state).where(Meeting.id == hall.meeting)).one() == "closed"


def test_an_open_vote_and_an_unconfirmed_result_hold_the_next_step(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.vote)
    poll = room.do(polls.open_poll, item_id=hall.vote)
    for finish, why in ((None, "poll_open"), (polls.close_poll, "result_unconfirmed")):
        if finish is not None:
            count(room, poll, 4, 0, 0)
            room.do(finish, poll_id=poll)
        view = room.ask(live_view, meeting_id=hall.meeting, now=room.time())
        assert view is not None
        assert (view.next_step.enabled, view.next_step.why) == (False, why)


def test_a_vote_that_was_not_held_is_parked(room: Room, hall: Hall) -> None:
    begin(room, hall)
    room.do(running.close_meeting, meeting_id=hall.meeting)
    with room.store.read() as session:
        notes_left = session.scalars(select(Note).order_by(Note.text)).all()
    left = {note.item_id: (note.kind, note.fate) for note in notes_left}
    assert left == dict.fromkeys(hall.items[1:4], ("parking", "next_meeting"))


def test_the_agenda_is_made_by_moving_adding_and_removing(room: Room, hall: Hall) -> None:
    added = room.do(
        meetings.add_item, meeting_id=hall.meeting, kind=ItemKind.BREAK, title="休息", minutes=5,
        before_id=hall.vote,
    )  # fmt: skip
    assert items_of(room, hall.meeting).index(added) == 3
    room.do(meetings.move_item, item_id=added, to=1)
    assert items_of(room, hall.meeting)[0] == added
    room.do(meetings.move_item, item_id=added, to=99)
    assert items_of(room, hall.meeting)[-1] == added
    room.do(meetings.remove_item, item_id=hall.vote)
    assert items_of(room, hall.meeting) == (*hall.items[:3], hall.items[4], added)
    draft = room.ask(meeting_draft, meeting_id=hall.meeting, today=TODAY)
    assert draft is not None
    assert [item.position for item in draft.items] == [1, 2, 3, 4, 5]
    assert draft.items[1].starts_at == draft.starts_at + timedelta(minutes=5)


def test_what_was_taken_stays_in_front(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.items[1])
    added = room.do(
        meetings.add_item, meeting_id=hall.meeting, kind=ItemKind.BREAK, title="休息", minutes=5,
        before_id=hall.items[0],
    )  # fmt: skip
    assert items_of(room, hall.meeting).index(added) == 2
    room.do(meetings.move_item, item_id=hall.vote, to=1)
    assert items_of(room, hall.meeting).index(hall.vote) == 2


def test_a_changed_place_needs_a_new_notice(room: Room, hall: Hall) -> None:
    draft = room.ask(meeting_draft, meeting_id=hall.meeting, today=TODAY)
    assert draft is not None
    assert (draft.state, draft.notice.holds) == ("convened", True)
    room.do(meetings.edit_meeting, meeting_id=hall.meeting, title="又一次会", place="三楼")
    room.do(meetings.edit_item, item_id=hall.vote, title="表决", minutes=20, speech_seconds=60)
    room.do(meetings.set_motion, item_id=hall.vote, title="新方案", text="逐字")
    again = room.ask(meeting_draft, meeting_id=hall.meeting, today=TODAY)
    assert again is not None
    assert (again.state, again.posted_on, again.title) == ("draft", None, "又一次会")
    motion = again.items[3].motion
    assert motion is not None
    assert (motion.title, again.items[3].planned_ms) == ("新方案", 20 * 60_000)
    room.do(meetings.edit_meeting, meeting_id=hall.meeting, starts_at=EVENING + timedelta(days=1))
    room.do(meetings.cancel_meeting, meeting_id=hall.meeting)
    assert room.ask(meeting_list)[0].state == "cancelled"


def test_inviting_excusing_and_guests(room: Room, hall: Hall) -> None:
    assert room.do(meetings.invite, meeting_id=hall.meeting, person_ids=(hall.guest, hall.people[0])) == 1
    room.do(attendance.excuse, meeting_id=hall.meeting, person_id=hall.people[8], reason="住院")
    guest = room.do(attendance.add_guest, meeting_id=hall.meeting, name="路过的人")
    assert not guest.votes
    invited = room.ask(invited_people, meeting_id=hall.meeting)
    assert len(invited) == 11
    assert [row.votes for row in invited] == [True] * 9 + [False] * 2
    room.do(meetings.uninvite, meeting_id=hall.meeting, person_id=hall.guest)
    room.do(attendance.open_check_in, meeting_id=hall.meeting)
    view = room.ask(check_in_view, meeting_id=hall.meeting)
    assert view is not None
    assert (view.voters, view.present, view.guests) == (9, 7, 1)
    assert view.latest[0].name == "路过的人"
    assert [hit.excused for hit in view.members if hit.excused] == ["住院"]


@pytest.mark.parametrize(
    ("kind", "invited"),
    [("residents_assembly", 2), ("hearing", 2), ("joint_conference", 1), ("owners_meeting", 1)],
)
def test_who_is_called_by_the_kind(room: Room, hall: Hall, kind: str, invited: int) -> None:
    rows = [
        people.RosterLine("孙一", "3号楼", 1, 1, "101", 8_000, "owner", "", None, (1, 1)),
        people.RosterLine("孙二", "3号楼", 1, 1, "101", 8_000, "family", "", None, None),
        people.RosterLine("孙三", "3号楼", 1, 1, "102", 8_000, "tenant", "", None, None),
    ]
    room.do(people.import_roster, rows=rows)
    from meeting_app.actions.community import add_body

    body = room.do(add_body, kind="property", name="物业")
    room.do(people.give_capacity, person_id=hall.guest, capacity="secretary", body_id=body)
    meeting = room.do(meetings.draft_meeting, kind=kind, title="x", place="x", starts_at=EVENING)
    called = room.ask(invited_people, meeting_id=meeting)
    assert len(called) == invited
    assert {row.votes for row in called} == {kind in ("residents_assembly", "owners_meeting")}


def test_the_floor_goes_first_to_who_was_silent(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.discussion)
    first = room.do(floor.ask_to_speak, item_id=hall.discussion, person_id=hall.people[0])
    room.do(floor.extend_speech, speech_id=first, by_ms=60_000)
    assert room.do(floor.call_next, item_id=hall.discussion) == "王桂兰"
    room.time.pass_by(30_000)
    room.do(floor.pause_speech, speech_id=first)
    room.time.pass_by(30_000)
    room.do(floor.resume_speech, speech_id=first)
    room.do(floor.write_gist, speech_id=first, text="同意，但要先问一楼。")
    room.do(floor.ask_to_speak, item_id=hall.discussion, person_id=hall.people[1])
    room.do(floor.end_speech, item_id=hall.discussion)
    room.do(floor.ask_to_speak, item_id=hall.discussion, person_id=hall.people[0])
    third = room.do(floor.ask_to_speak, item_id=hall.discussion, person_id=hall.people[2])
    assert room.do(floor.call_next, item_id=hall.discussion) == "李建国"
    room.do(floor.withdraw_speech, speech_id=third)
    assert room.do(floor.call_next, item_id=hall.discussion) == "王桂兰"
    from meeting_app.queries.floor import queue_view

    queue = room.ask(queue_view, item_id=hall.discussion, now=room.time())
    assert queue is not None
    assert queue.speaking is not None
    assert (queue.speaking.turns, queue.silent) == (1, 5)
    assert round(queue.done[0].used_ms, -3) == 30_000
    assert queue.done[0].clock.limit_ms == 240_000
    room.do(attendance.check_out, meeting_id=hall.meeting, person_id=hall.people[1])
    room.do(running.next_item, meeting_id=hall.meeting)
    after = room.ask(queue_view, item_id=hall.discussion, now=room.time())
    assert after is not None
    assert (after.speaking, after.waiting, len(after.done)) == (None, (), 3)


def test_clocks_of_items(room: Room, hall: Hall) -> None:
    begin(room, hall)
    room.time.pass_by(60_000)
    room.do(running.pause_item_clock, item_id=hall.items[0])
    room.time.pass_by(60_000)
    room.do(running.start_item_clock, item_id=hall.items[0])
    room.do(running.extend_item, item_id=hall.items[0], by_ms=120_000)
    view = room.ask(live_view, meeting_id=hall.meeting, now=room.time())
    assert view is not None
    assert view.current is not None
    assert round(view.current.used_ms, -3) == 60_000
    assert view.current.clock.limit_ms == 7 * 60_000


def test_what_the_hall_sees_is_kept(room: Room, hall: Hall) -> None:
    room.do(projection.show_mode, meeting_id=hall.meeting, mode="black")
    room.do(projection.show_banner, meeting_id=hall.meeting, text="请挪车", lasting_ms=5_000)
    room.do(projection.pin_slide, meeting_id=hall.meeting, pinned="agenda", page=1)
    view = room.ask(live_view, meeting_id=hall.meeting, now=room.time())
    assert view is not None
    shown = view.projection
    assert (shown.mode, shown.pinned, shown.page, shown.banner) == ("content", "agenda", 1, "请挪车")
    room.time.pass_by(5_000)
    later = room.ask(live_view, meeting_id=hall.meeting, now=room.time())
    assert later is not None
    assert later.projection.banner == ""
    begin(room, hall)
    with room.store.read() as session:
        assert session.scalars(select(Projection.pinned)).one() == ""  # a new item is shown
    room.do(projection.show_banner, meeting_id=hall.meeting, text="")


def test_notes_decisions_and_tasks(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.discussion)
    parked = room.do(notes.add_note, meeting_id=hall.meeting, kind="parking", text="电费怎么分")
    room.do(notes.add_decision, meeting_id=hall.meeting, text="先公示报价")
    task = room.do(notes.add_task, meeting_id=hall.meeting, text="询价", due_on=TODAY + timedelta(days=3))
    room.do(
        notes.edit_task, task_id=task, text="向三家询价", assignee="物业", due_on=TODAY - timedelta(days=1)
    )
    view = room.ask(live_view, meeting_id=hall.meeting, now=room.time())
    assert view is not None
    assert [note.kind for note in view.notes] == ["parking", "decision", "task"]
    assert {note.item_id for note in view.notes} == {hall.discussion}
    groups = {group.code: [row.text for row in group.rows] for group in room.ask(task_list, today=TODAY)}
    assert groups == {"overdue": ["向三家询价"], "this_week": [], "later": [], "done": []}
    room.do(notes.finish_task, task_id=task)
    assert room.ask(task_list, today=TODAY)[3].rows[0].done_on == TODAY
    room.do(notes.reopen_task, task_id=task)
    room.do(notes.remove_note, note_id=parked)
    loose = room.do(notes.add_task, topic_id=hall.topic, text="回访")
    room.do(notes.finish_task, task_id=loose)


def test_a_topic_walks_the_loop(room: Room, hall: Hall) -> None:
    room.do(
        topics.edit_topic, topic_id=hall.topic, title="3号楼加装电梯", summary="", category="",
        contact_point="", body_id=None,
    )  # fmt: skip
    room.do(topics.move_topic, topic_id=hall.topic, target=Stage.DRAFTING, due_on=TODAY)
    room.do(topics.move_topic, topic_id=hall.topic, target=Stage.PUBLICITY, reason="已在上次会上协商")
    passport = room.ask(topic_passport, topic_id=hall.topic, today=TODAY)
    assert passport is not None
    skipped = {stage.stage: stage.skipped_reason for stage in passport.stages if stage.skipped_reason}
    assert skipped == {Stage.DELIBERATION: "已在上次会上协商"}
    room.do(topics.move_topic, topic_id=hall.topic, target=Stage.EXECUTION)
    room.do(topics.move_topic, topic_id=hall.topic, target=Stage.FEEDBACK)
    room.do(topics.close_topic, topic_id=hall.topic)
    ended = room.ask(topic_passport, topic_id=hall.topic, today=TODAY)
    assert ended is not None
    assert (ended.closed_on, ended.next_stage) == (TODAY, None)
    second = room.do(topics.add_plan, topic_id=hall.topic, title="方案二", text="", cost_fen=0)
    room.do(topics.put_plan_to_vote, plan_id=second)
    room.do(topics.edit_plan, plan_id=second, title="方案二", text="", cost_fen=5, shares=(("市里", 1, 5),))
    plans = room.ask(topic_passport, topic_id=hall.topic, today=TODAY)
    assert plans is not None
    assert [(plan.put_to_vote, len(plan.shares)) for plan in plans.plans] == [(False, 1), (True, 1)]
