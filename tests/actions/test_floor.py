"""The floor as it is used: classes that break in, order, moves, the closed list, rounds, tables, budgets."""

from typing import Any

import pytest

from meeting_app.actions import attendance, floor, floor_modes, floor_order, meetings, people, running
from meeting_app.actions.undo import undo_last
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.floor_class import OrderCategory, Side, SpeechClass
from meeting_app.domain.floor_hints import Hint
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.speaking_queue import OrderRule, Why
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.queries.floor_order import floor_order as order_query
from meeting_app.queries.live import live_view
from meeting_app.storage.tables import FloorSeat, Speech
from tests.actions.hall import Hall, begin
from tests.storage.desks import Room

SECOND = 1_000


@pytest.fixture
def item(room: Room, hall: Hall) -> str:
    """The discussion is under way."""
    return begin(room, hall, hall.discussion)


def look(room: Room, item: str) -> QueueView:
    """The floor now."""
    found = room.ask(queue_view, item_id=item, now=room.desk.now())
    assert found is not None
    return found


def names(room: Room, item: str) -> list[str]:
    """Who waits, in order."""
    return [one.name for one in look(room, item).waiting]


def ask(
    room: Room, hall: Hall, item: str, place: int, kind: SpeechClass = SpeechClass.SPEECH, **more: Any
) -> str:
    """A member by number raises a hand."""
    return room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[place], kind=kind, **more)


def spoke(room: Room, hall: Hall, item: str, place: int, seconds: int, **more: Any) -> str:
    """A member speaks so long."""
    speech = ask(room, hall, item, place, **more)
    room.do(floor.call_speaker, speech_id=speech)
    room.time.pass_by(seconds * SECOND)
    room.do(floor.end_speech, item_id=item)
    return speech


def test_a_question_holds_the_speech_at_its_second(room: Room, hall: Hall, item: str) -> None:
    main = ask(room, hall, item, 0)
    room.do(floor.call_next, item_id=item)
    room.time.pass_by(60 * SECOND)
    ask(room, hall, item, 1)
    ask(room, hall, item, 2, SpeechClass.QUESTION)
    assert room.do(floor.call_next, item_id=item) == "张秀英"
    room.time.pass_by(30 * SECOND)
    during = look(room, item)
    assert during.speaking is not None
    assert (during.speaking.kind, during.speaking.used_ms // SECOND) == (SpeechClass.QUESTION, 30)
    assert [(one.id, one.used_ms // SECOND, one.clock.running) for one in during.held] == [(main, 60, False)]
    view = room.ask(live_view, meeting_id=hall.meeting, now=room.desk.now())
    assert view is not None
    assert (view.next_step.code, view.next_step.subject) == ("go_on", "王桂兰")
    assert room.do(floor.call_next, item_id=item) == "王桂兰"
    room.time.pass_by(5 * SECOND)
    after = look(room, item)
    assert after.speaking is not None
    assert (after.speaking.id, after.speaking.used_ms // SECOND, after.speaking.clock.running) == (
        main,
        65,
        True,
    )
    assert [one.kind for one in after.done] == [SpeechClass.QUESTION]


def test_a_paused_speech_stays_paused_after_it_was_broken_into(room: Room, hall: Hall, item: str) -> None:
    main = ask(room, hall, item, 0)
    room.do(floor.call_next, item_id=item)
    room.do(floor.pause_speech, speech_id=main)
    ask(room, hall, item, 1, SpeechClass.ORDER)
    room.do(floor.call_next, item_id=item)
    room.do(floor.end_speech, item_id=item)
    speaking = look(room, item).speaking
    assert speaking is not None
    assert (speaking.id, speaking.clock.running) == (main, False)


def test_a_point_of_order_breaks_into_a_question(room: Room, hall: Hall, item: str) -> None:
    main = ask(room, hall, item, 0)
    room.do(floor.call_next, item_id=item)
    question = ask(room, hall, item, 1, SpeechClass.QUESTION)
    room.do(floor.call_next, item_id=item)
    ask(room, hall, item, 2, SpeechClass.ORDER)
    room.do(floor.call_next, item_id=item)
    assert [one.id for one in look(room, item).held] == [question, main]
    room.do(floor.end_speech, item_id=item)
    room.do(floor.end_speech, item_id=item)
    view = look(room, item)
    assert view.speaking is not None
    assert (view.speaking.id, view.held) == (main, ())


def test_a_second_question_takes_over_what_the_first_held(room: Room, hall: Hall, item: str) -> None:
    main = ask(room, hall, item, 0)
    room.do(floor.call_next, item_id=item)
    for place in (1, 2):
        ask(room, hall, item, place, SpeechClass.QUESTION)
        room.do(floor.call_next, item_id=item)
    assert [one.id for one in look(room, item).held] == [main]
    room.do(floor.end_speech, item_id=item)
    speaking = look(room, item).speaking
    assert speaking is not None
    assert (speaking.id, speaking.clock.running) == (main, True)


def test_the_next_speech_ends_the_held_one_too(room: Room, hall: Hall, item: str) -> None:
    ask(room, hall, item, 0)
    room.do(floor.call_next, item_id=item)
    ask(room, hall, item, 1, SpeechClass.QUESTION)
    room.do(floor.call_next, item_id=item)
    room.do(floor.call_speaker, speech_id=ask(room, hall, item, 2))
    view = look(room, item)
    assert view.held == ()
    assert {one.name for one in view.done} == {"王桂兰", "李建国"}


def test_a_question_that_came_too_late_becomes_a_reply(room: Room, hall: Hall, item: str) -> None:
    ask(room, hall, item, 0)
    room.do(floor.call_next, item_id=item)
    asked = ask(room, hall, item, 1, SpeechClass.QUESTION)
    twice = ask(room, hall, item, 2, SpeechClass.QUESTION)
    reply = ask(room, hall, item, 2, SpeechClass.REPLY)
    room.do(floor.end_speech, item_id=item)
    kinds = {one.id: one.kind for one in look(room, item).waiting}
    assert kinds == {asked: SpeechClass.REPLY, reply: SpeechClass.REPLY}
    assert twice not in kinds


def test_classes_stand_before_each_other(room: Room, hall: Hall, item: str) -> None:
    ask(room, hall, item, 0)
    ask(room, hall, item, 1, SpeechClass.REPLY)
    ask(room, hall, item, 2, SpeechClass.QUESTION)
    ask(room, hall, item, 3, SpeechClass.ORDER, category=OrderCategory.ENQUIRY)
    ask(room, hall, item, 4, SpeechClass.ORDER, category=OrderCategory.HEARING)
    assert names(room, item) == ["陈玉梅", "刘志强", "张秀英", "李建国", "王桂兰"]
    limits = [one.clock.limit_ms // SECOND for one in look(room, item).waiting]
    assert limits == [60, 60, 60, 120, 180]


def test_classes_have_the_limits_of_the_meeting(room: Room, hall: Hall, item: str) -> None:
    room.do(floor_order.set_floor_rules, meeting_id=hall.meeting, question_ms=45_000, most_turns=3)
    ask(room, hall, item, 2, SpeechClass.QUESTION)
    view = look(room, item)
    assert view.waiting[0].clock.limit_ms == 45_000
    assert view.rules.most_turns == 3
    room.do(undo_last)
    room.do(undo_last)
    assert look(room, item).rules.most_turns == 2


def test_moved_by_hand_then_by_the_rule_again(room: Room, hall: Hall, item: str) -> None:
    spoke(room, hall, item, 3, 20)
    for place in (3, 0, 1, 2):
        ask(room, hall, item, place)
    assert names(room, item) == ["王桂兰", "李建国", "张秀英", "刘志强"]
    last = look(room, item).waiting[3]
    room.do(floor_order.move_speech, speech_id=last.id, to=1)
    view = look(room, item)
    assert [one.name for one in view.waiting] == ["王桂兰", "刘志强", "李建国", "张秀英"]
    assert [one.why for one in view.waiting] == [Why.FIRST_TIME, Why.BY_HAND, Why.FIRST_TIME, Why.FIRST_TIME]
    ask(room, hall, item, 4)
    assert names(room, item)[:2] == ["王桂兰", "刘志强"]
    room.do(floor_order.order_by_rule, item_id=item)
    assert names(room, item)[-1] == "刘志强"
    room.do(undo_last)
    assert names(room, item)[1] == "刘志强"


def test_the_order_of_the_meeting(room: Room, hall: Hall, item: str) -> None:
    spoke(room, hall, item, 0, 10, side=Side.FOR)
    ask(room, hall, item, 0, side=Side.FOR)
    ask(room, hall, item, 1, side=Side.FOR)
    ask(room, hall, item, 2, side=Side.AGAINST)
    assert names(room, item) == ["李建国", "张秀英", "王桂兰"]
    room.do(floor_order.set_floor_rules, meeting_id=hall.meeting, order=OrderRule.ASKED)
    assert names(room, item) == ["王桂兰", "李建国", "张秀英"]
    room.do(floor_order.set_floor_rules, meeting_id=hall.meeting, order=OrderRule.SIDES)
    view = look(room, item)
    assert [one.name for one in view.waiting] == ["张秀英", "李建国", "王桂兰"]
    assert view.waiting[0].why is Why.ITS_TURN
    room.do(floor.take_side, speech_id=view.waiting[0].id, side=Side.FOR)
    assert [one.why for one in look(room, item).waiting] == [Why.OTHER_SIDE_EMPTY] * 3


def test_the_last_speaker_comes_back_to_the_head(room: Room, hall: Hall, item: str) -> None:
    assert room.refused(floor_order.speak_again, item_id=item).code == "nobody_spoke"
    spoke(room, hall, item, 0, 10, side=Side.FOR)
    ask(room, hall, item, 1)
    room.do(floor_order.speak_again, item_id=item)
    view = look(room, item)
    assert [(one.name, one.side) for one in view.waiting] == [("王桂兰", Side.FOR), ("李建国", Side.NONE)]
    assert room.refused(floor_order.speak_again, item_id=item).code == "already_waiting"


def test_a_closed_list_takes_what_cannot_wait(room: Room, hall: Hall, item: str) -> None:
    waiting = ask(room, hall, item, 0)
    room.do(floor_modes.close_list, item_id=item)
    refused = {"item_id": item, "person_id": hall.people[1]}
    assert room.refused(floor.ask_to_speak, **refused).code == "list_closed"
    ask(room, hall, item, 1, SpeechClass.ORDER)
    assert [one.id for one in look(room, item).waiting][-1] == waiting
    room.do(floor_modes.open_list, item_id=item)
    ask(room, hall, item, 1)


def test_once_in_each_class(room: Room, hall: Hall, item: str) -> None:
    ask(room, hall, item, 0)
    ask(room, hall, item, 0, SpeechClass.ORDER)
    again = {"item_id": item, "person_id": hall.people[0]}
    assert room.refused(floor.ask_to_speak, **again).code == "already_waiting"
    room.do(floor.call_speaker, speech_id=look(room, item).waiting[1].id)
    question = {**again, "kind": SpeechClass.QUESTION}
    assert room.refused(floor.ask_to_speak, **question).code == "own_speech"


def test_a_held_speaker_cannot_leave(room: Room, hall: Hall, item: str) -> None:
    ask(room, hall, item, 0)
    room.do(floor.call_next, item_id=item)
    ask(room, hall, item, 1, SpeechClass.ORDER)
    room.do(floor.call_next, item_id=item)
    gone = {"meeting_id": hall.meeting, "person_id": hall.people[0]}
    assert room.refused(attendance.check_out, **gone).code == "speaking_now"


def test_leaving_an_item_ends_who_speaks_and_who_is_held(room: Room, hall: Hall, item: str) -> None:
    ask(room, hall, item, 0)
    room.do(floor.call_next, item_id=item)
    ask(room, hall, item, 1, SpeechClass.ORDER)
    room.do(floor.call_next, item_id=item)
    room.do(running.next_item, meeting_id=hall.meeting)
    view = look(room, item)
    assert (view.speaking, view.held, view.waiting, len(view.done)) == (None, (), (), 2)
    room.do(undo_last)
    back = look(room, item)
    assert back.speaking is not None
    assert len(back.held) == 1


def test_a_round_asks_everybody_once(room: Room, hall: Hall, item: str) -> None:
    chair = hall.people[6]
    room.do(meetings.name_officers, meeting_id=hall.meeting, chair_id=chair)
    first = ask(room, hall, item, 5)
    assert room.do(floor_modes.begin_round, item_id=item) == 5
    view = look(room, item)
    assert (view.plan.mode, view.order, view.waiting[0].id) == (FloorMode.ROUND, OrderRule.ASKED, first)
    assert [one.name for one in view.waiting[1:3]] == ["王桂兰", "李建国"]
    assert {one.clock.limit_ms for one in view.waiting[1:]} == {60_000}
    assert room.refused(floor_modes.begin_round, item_id=item).code == "round_empty"
    passed = view.waiting[1]
    room.do(floor_order.pass_turn, speech_id=passed.id)
    assert [one.id for one in look(room, item).passed] == [passed.id]
    assert room.do(floor.call_speaker, speech_id=passed.id) == "王桂兰"
    room.do(floor.end_speech, item_id=item)
    room.do(floor_modes.set_floor_mode, item_id=item, mode=FloorMode.OPEN)
    assert [one.id for one in look(room, item).waiting] == [first]


def test_a_debate_counts_turns(room: Room, hall: Hall, item: str) -> None:
    room.do(floor_modes.set_floor_mode, item_id=item, mode=FloorMode.DEBATE)
    spoke(room, hall, item, 0, 30, side=Side.FOR)
    ask(room, hall, item, 1, side=Side.FOR)
    ask(room, hall, item, 2, side=Side.AGAINST)
    view = look(room, item)
    assert (view.order, view.limit_ms) == (OrderRule.SIDES, 120_000)
    assert (view.sides.turns, view.sides.last) == ({Side.FOR: 1}, Side.FOR)
    assert [one.name for one in view.waiting] == ["张秀英", "李建国"]
    assert view.hints(view.waiting[1].id) == (Hint.SAME_SIDE,)
    assert view.hints("gone") == ()


def test_small_tables_and_their_reporters(room: Room, hall: Hall, item: str) -> None:
    work = {"item_id": item}
    for action in (floor_modes.start_table_work, floor_modes.begin_reports, floor_modes.pause_table_work):
        assert room.refused(action, **work).code == "no_tables"
    many = {**work, "tables": 8}
    assert room.refused(floor_modes.draw_tables, **many).code == "tables_too_many"
    room.do(floor_modes.set_floor_mode, item_id=item, mode=FloorMode.TABLES)
    room.do(floor_modes.draw_tables, item_id=item, tables=3)
    room.do(floor_modes.draw_tables, item_id=item, tables=2)
    with room.store.read() as session:
        seats = {seat.person_id: seat.number for seat in session.query(FloorSeat)}
    assert sorted(seats.values()) == [1, 1, 1, 1, 2, 2, 2]
    room.do(floor_modes.start_table_work, item_id=item, limit_ms=600_000)
    room.time.pass_by(60 * SECOND)
    room.do(floor_modes.pause_table_work, item_id=item)
    room.do(floor_modes.extend_table_work, item_id=item, by_ms=30_000)
    room.do(floor_modes.resume_table_work, item_id=item)
    clock = look(room, item).plan.clock
    assert (clock.limit_ms, clock.elapsed(room.desk.now()) // SECOND, clock.running) == (630_000, 60, True)
    reporter = [person for person, number in seats.items() if number == 2][-1]
    room.do(floor_modes.name_reporter, item_id=item, person_id=reporter)
    assert room.do(floor_modes.begin_reports, item_id=item) == 2
    view = look(room, item)
    assert [one.label for one in view.waiting] == ["1", "2"]
    assert view.waiting[1].person_id == reporter
    assert not view.plan.clock.running
    guest = {"item_id": item, "person_id": hall.guest}
    assert room.refused(floor_modes.name_reporter, **guest).code == "no_table"


def test_a_shared_budget_is_a_hint(room: Room, hall: Hall, item: str) -> None:
    room.do(floor_modes.set_budget, item_id=item, budget_ms=120_000, budget_by="capacity")
    spoke(room, hall, item, 0, 100)
    view = look(room, item)
    left = view.budget("representative")
    assert left is not None
    assert (left.left_ms // SECOND, left.used_up) == (19, False)
    ask(room, hall, item, 2, SpeechClass.ORDER)
    room.do(floor.call_next, item_id=item)
    room.time.pass_by(300 * SECOND)
    room.do(floor.end_speech, item_id=item)
    spoke(room, hall, item, 1, 60)
    waiting = ask(room, hall, item, 1)
    view = look(room, item)
    left = view.budget("representative")
    assert left is not None
    assert (left.left_ms // SECOND, left.used_up) == (-41, True)
    assert Hint.BUDGET_USED in view.hints(waiting)
    room.do(floor.call_speaker, speech_id=waiting)
    room.do(floor_modes.set_budget, item_id=item, budget_ms=0, budget_by="age")
    assert look(room, item).budgets == ()


def test_a_mode_is_only_for_discussions_and_goes_with_its_item(room: Room, hall: Hall) -> None:
    vote = {"item_id": hall.vote, "mode": FloorMode.ROUND}
    assert room.refused(floor_modes.set_floor_mode, **vote).code == "not_a_discussion"
    item = room.do(
        meetings.add_item, meeting_id=hall.meeting, kind=ItemKind.DISCUSSION, title="分桌", minutes=30
    )
    room.do(floor_modes.set_floor_mode, item_id=item, mode=FloorMode.TABLES)
    room.do(floor_modes.set_turn_limit, item_id=item, turn_ms=75_000)
    room.do(floor_modes.draw_tables, item_id=item, tables=2)
    assert look(room, item).limit_ms == 75_000
    room.do(meetings.remove_item, item_id=item)
    room.do(undo_last)
    assert look(room, item).plan.mode is FloorMode.TABLES


def test_merging_keeps_one_hand_in_each_class(room: Room, hall: Hall, item: str) -> None:
    for place in (0, 1):
        ask(room, hall, item, place)
    ask(room, hall, item, 1, SpeechClass.ORDER)
    room.do(people.merge_people, keep_id=hall.people[0], gone_id=hall.people[1])
    assert [one.kind for one in look(room, item).waiting] == [SpeechClass.ORDER, SpeechClass.SPEECH]


def test_the_queue_and_the_order_agree(room: Room, hall: Hall, item: str) -> None:
    for place in range(5):
        ask(room, hall, item, place, side=Side.AGAINST if place % 2 else Side.FOR)
    with room.store.read() as session:
        places = order_query(session, hall.meeting, item)
        rows = session.query(Speech).count()
    assert [place.request.speech_id for place in places] == [one.id for one in look(room, item).waiting]
    assert rows == 5
