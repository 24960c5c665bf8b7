"""The agenda while the meeting runs: put in order, left out, repeated, shortened, extended; each undoable."""

from datetime import timedelta

import pytest

from meeting_app.actions import agenda, floor_modes, meetings, notes, repeating, replanning, running, undo
from meeting_app.actions.projection import pin_slide
from meeting_app.actions.votes import planning
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.replanning import Way
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Channel, PollState, Question
from meeting_app.queries.floor_rules import plan_of
from meeting_app.queries.live import LiveView, live_view
from meeting_app.queries.meeting_papers import agenda_paper, notice_paper
from meeting_app.queries.minutes import minutes_paper
from meeting_app.queries.replan import ReplanView, replan_view
from meeting_app.queries.slides import current_slide
from meeting_app.queries.vote_view import vote_plan
from meeting_app.storage.tables import AgendaChange, Motion, Note
from tests.actions.hall import EVENING, Hall, begin
from tests.agenda.test_parking import MARK
from tests.storage.desks import Room

MINUTE = 60_000


def view(room: Room, hall: Hall) -> LiveView:
    """The meeting now."""
    found = room.ask(live_view, meeting_id=hall.meeting, now=room.time())
    assert found is not None
    return found


def plan(room: Room, hall: Hall, chosen: str = "") -> ReplanView:
    """The previews now."""
    found = room.ask(replan_view, meeting_id=hall.meeting, now=room.time(), chosen_id=chosen)
    assert found is not None
    return found


def changes(room: Room) -> list[str]:
    """What the minutes keep."""
    with room.store.read() as session:
        return [
            row.kind for row in session.query(AgendaChange).order_by(AgendaChange.at_ms, AgendaChange.kind)
        ]


def titles(room: Room, hall: Hall) -> list[str]:
    """The agenda as it stands."""
    return [item.title for item in view(room, hall).items]


@pytest.fixture
def late(room: Room, hall: Hall) -> Room:
    """The meeting begins on time and its first item takes 25 of 5 minutes: 20 are missing."""
    room.do(meetings.edit_meeting, meeting_id=hall.meeting, starts_at=EVENING + timedelta(hours=1))
    begin(room, hall)
    starts = round(view(room, hall).starts_at.timestamp() * 1000)
    room.time.pass_by(starts + 25 * MINUTE - room.time.wall_ms)
    return room


def test_the_agreed_end_stays_whatever_is_added(room: Room, hall: Hall) -> None:
    begin(room, hall)
    before = view(room, hall)
    assert before.agreed_end == before.starts_at + timedelta(minutes=65)
    room.do(
        meetings.add_item, meeting_id=hall.meeting, kind=ItemKind.REPORT, title="急事", minutes=7,
        before_id=hall.vote,
    )  # fmt: skip
    after = view(room, hall)
    assert after.agreed_end == before.agreed_end
    assert 0 <= after.late_ms - before.late_ms - 7 * MINUTE < 1000
    assert titles(room, hall).index("急事") == 3
    assert changes(room) == ["inserted"]
    room.do(undo.undo_last)
    assert (len(titles(room, hall)), changes(room)) == (5, [])


def test_items_are_moved_left_out_and_taken_in_while_running(room: Room, hall: Hall) -> None:
    begin(room, hall)
    room.do(meetings.move_item, item_id=hall.vote, to=2)
    assert [item.id for item in view(room, hall).items][1] == hall.vote
    assert room.refused(meetings.move_item, item_id=hall.items[0], to=3).code == "item_begun"
    room.do(running.skip_item, item_id=hall.discussion)
    room.do(running.skip_item, item_id=hall.discussion)
    assert changes(room) == ["left_out", "taken_in"]
    room.do(undo.undo_last)
    assert {item.id: item.state for item in view(room, hall).items}[hall.discussion] == "skipped"


def test_a_vote_is_taken_once_more_with_its_motion(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.vote)
    copy = room.do(repeating.repeat_item, item_id=hall.vote)
    items = view(room, hall).items
    assert [item.id for item in items].index(copy) == 4
    assert (items[4].repeated, items[4].state, items[4].kind) == (True, "waiting", "vote")
    with room.store.read() as session:
        assert session.query(Motion).filter_by(item_id=copy).one().title == "方案一"
    room.do(running.next_item, meeting_id=hall.meeting)
    assert view(room, hall).current is not None
    room.do(undo.undo_last)
    room.do(undo.undo_last)
    assert len(view(room, hall).items) == 5


def test_going_back_goes_on_with_the_same_clock(room: Room, hall: Hall) -> None:
    begin(room, hall)
    room.time.pass_by(4 * MINUTE)
    room.do(running.next_item, meeting_id=hall.meeting)
    room.do(running.previous_item, meeting_id=hall.meeting)
    current = view(room, hall).current
    assert current is not None
    assert current.id == hall.items[0]
    assert 4 * MINUTE <= current.used_ms < 5 * MINUTE


def test_the_three_previews_and_spreading(late: Room, hall: Hall) -> None:
    shown = plan(late, hall)
    assert shown.needed
    assert 0 <= shown.late_ms - 20 * MINUTE < 1000
    # Slack of the waiting items: 7 of 15, 15 of 30; the vote and the closing are protected.
    assert [row.now_ms // MINUTE for row in shown.rows] == [0, 15, 30, 10, 5]
    assert sum(row.spread_ms for row in shown.rows) == shown.remaining_ms + shown.spread.missing_ms
    assert shown.spread.missing_ms == 0
    assert (shown.chosen_id, shown.from_item.missing_ms > 0) == (hall.discussion, True)
    assert late.do(replanning.replan, meeting_id=hall.meeting, way=Way.SPREAD) == 0
    after = view(late, hall)
    assert abs(after.late_ms) < 1000
    assert [item.planned_ms // MINUTE for item in after.items] == [5, 15, 30, 10, 5]
    assert changes(late) == ["spread"]


def test_from_one_item_down_to_its_minimum(late: Room, hall: Hall) -> None:
    missing = late.do(replanning.replan, meeting_id=hall.meeting, way=Way.FROM_ITEM, item_id=hall.discussion)
    assert 5 * MINUTE <= missing < 5 * MINUTE + 1000
    assert view(late, hall).items[2].clock.limit_ms == 15 * MINUTE
    late.do(undo.undo_last)
    assert view(late, hall).items[2].clock.limit_ms == 30 * MINUTE
    assert late.refused(
        replanning.replan, meeting_id=hall.meeting, way=Way.FROM_ITEM, item_id=hall.vote
    ).code == "nothing_to_win"  # fmt: skip


def test_what_is_moved_out_is_parked(late: Room, hall: Hall) -> None:
    late.do(agenda.mark_item, item_id=hall.discussion, droppable=True)
    shown = plan(late, hall)
    assert [row.moved_out for row in shown.rows] == [False, False, True, False, False]
    assert late.do(replanning.replan, meeting_id=hall.meeting, way=Way.MOVE_OUT) == 0
    item = view(late, hall).items[2]
    assert item.state == "skipped"
    with late.store.read() as session:
        note = session.query(Note).one()
        assert (note.kind, note.text, note.item_id) == ("parking", item.title, hall.discussion)
    assert changes(late) == ["moved_out"]
    assert view(late, hall).late_ms < 0


def test_extending_is_a_decision(late: Room, hall: Hall) -> None:
    before = view(late, hall).agreed_end
    late.do(replanning.extend_meeting, meeting_id=hall.meeting, minutes=20)
    after = view(late, hall)
    assert before is not None
    assert after.agreed_end == before + timedelta(minutes=20)
    assert [note.text for note in after.notes] == ["会议延长 20 分钟，到 21:25 结束。"]
    assert abs(after.late_ms) < 1000
    assert late.refused(replanning.extend_meeting, meeting_id=hall.meeting, minutes=-5).code == (
        "extension_out_of_range"
    )


def test_protected_and_droppable_exclude_each_other(room: Room, hall: Hall) -> None:
    room.do(agenda.mark_item, item_id=hall.vote, droppable=True)
    assert (view(room, hall).items[3].protected, view(room, hall).items[3].droppable) == (False, True)
    room.do(agenda.mark_item, item_id=hall.vote, protected=True, minimum=4)
    item = view(room, hall).items[3]
    assert (item.protected, item.droppable, item.minimum_ms) == (True, False, 4 * MINUTE)


@pytest.mark.parametrize("minutes", [-5, 0, 24 * 60 + 1])
def test_impossible_minutes_change_nothing(room: Room, hall: Hall, minutes: int) -> None:
    common = {"title": "x", "minutes": minutes}
    for action, arguments in (
        (meetings.add_item, {"meeting_id": hall.meeting, "kind": ItemKind.REPORT, **common}),
        (meetings.edit_item, {"item_id": hall.vote, **common}),
        (agenda.allot_item, {"item_id": hall.vote, "minutes": minutes}),
    ):
        assert room.refused(action, **arguments).code == "minutes_out_of_range"
    assert room.refused(agenda.mark_item, item_id=hall.vote, minimum=-1).code == "minimum_out_of_range"
    assert room.refused(agenda.mark_item, item_id=hall.vote, minimum=11).code == "minimum_out_of_range"


def test_an_agenda_has_at_most_sixty_items(room: Room, hall: Hall) -> None:
    for number in range(55):
        room.do(
            meetings.add_item, meeting_id=hall.meeting, kind=ItemKind.REPORT, title=f"第{number}项", minutes=1
        )
    refused = room.refused(
        meetings.add_item, meeting_id=hall.meeting, kind=ItemKind.REPORT, title="多", minutes=1
    )
    assert refused.code == "agenda_full"
    begin(room, hall)
    assert room.refused(repeating.repeat_item, item_id=hall.items[0]).code == "agenda_full"


def test_a_fixed_start_is_kept_free(room: Room, hall: Hall) -> None:
    item = view(room, hall).items[3]
    room.do(
        meetings.edit_item, item_id=hall.vote, title=item.title, minutes=10, fixed_minute=20 * 60 + 30,
        internal_note="嘉宾八点半到",
    )  # fmt: skip
    begin(room, hall)
    after = view(room, hall)
    assert after.items[3].internal_note == "嘉宾八点半到"
    assert after.plan.planned_starts_ms[3] == 90 * MINUTE
    assert after.agreed_end == after.starts_at + timedelta(minutes=105)
    refusal = room.refused(meetings.edit_item, item_id=hall.vote, title="x", minutes=10, fixed_minute=24 * 60)
    assert refusal.code == "fixed_start_out_of_range"


def test_a_note_for_the_facilitator_leaves_his_screen_nowhere(room: Room, hall: Hall) -> None:
    secret = "嘉宾怕吵"
    item = view(room, hall).items[0]
    room.do(meetings.edit_item, item_id=item.id, title=item.title, minutes=5, internal_note=secret)
    begin(room, hall)
    current = view(room, hall).current
    assert current is not None
    assert current.internal_note == secret
    papers = [
        room.ask(query, meeting_id=hall.meeting, mark=MARK)
        for query in (notice_paper, agenda_paper, minutes_paper)
    ]
    slides = []
    for pinned in ("", "welcome", "agenda", "item", "readback"):
        room.do(pin_slide, meeting_id=hall.meeting, pinned=pinned)
        slides.append(room.ask(current_slide, meeting_id=hall.meeting, now=room.time()))
    assert secret not in repr((papers, slides))


def test_after_a_kill_the_meeting_stands_at_the_same_item_and_second(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.discussion)
    room.do(notes.add_note, meeting_id=hall.meeting, kind="parking", text="地下室漏水")
    room.time.pass_by(90_000)
    before = view(room, hall)
    room.time.reboot("boot2", wall_by_ms=5_000)
    after = view(room, hall)
    assert after.current is not None
    assert before.current is not None
    assert after.current.id == hall.discussion
    assert 0 <= after.current.used_ms - before.current.used_ms - 5_000 < 1000


def test_a_repetition_has_the_prepared_vote_and_the_way_of_speaking(room: Room, hall: Hall) -> None:
    room.do(
        planning.prepare_vote, item_id=hall.vote, question=Question.ONE, method="choose_one",
        options=[("甲", 100), ("乙", 200)], setup=Setup(2, seats=1), secret=True, channels=(Channel.PAPER,),
        reason="改为纸票",
    )  # fmt: skip
    room.do(floor_modes.set_floor_mode, item_id=hall.discussion, mode=FloorMode.DEBATE)
    room.do(floor_modes.set_budget, item_id=hall.discussion, budget_ms=600_000, budget_by="building")
    room.do(floor_modes.close_list, item_id=hall.discussion)
    begin(room, hall, hall.vote)
    vote, talk = (room.do(repeating.repeat_item, item_id=item) for item in (hall.vote, hall.discussion))
    first, again = (room.ask(vote_plan, item_id=item) for item in (hall.vote, vote))
    assert first is not None
    assert again is not None
    assert (again.poll_id != first.poll_id, again.state) == (True, PollState.DRAFT)
    for name in ("question", "method", "setup", "secret", "channels", "round", "rule", "scope"):
        assert getattr(again, name) == getattr(first, name), name
    assert [(one.text, one.cost_fen) for one in again.options] == [("甲", 100), ("乙", 200)]
    plan = room.ask(plan_of, item_id=talk)
    assert (plan.mode, plan.closed, plan.budget_ms) == (FloorMode.DEBATE, False, 600_000)
