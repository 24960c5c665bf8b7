"""Parked matters: each gets an answer before the meeting is closed, and none is lost."""

import io
from datetime import date

import docx
import pytest

from meeting_app.actions import meetings, notes, parking, running, topics, undo
from meeting_app.actions.roleplay import preparing
from meeting_app.documents import minutes as documents
from meeting_app.documents.office.minutes_word import minutes_word
from meeting_app.queries.minutes import minutes_paper
from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.papers import MinutesPaper
from meeting_app.queries.parking import ParkingView, parking_view, put_off
from meeting_app.storage.tables import Note, PlayRow, Task, Topic
from tests.actions.hall import EVENING, Hall, begin, items_of
from tests.documents.tools import text as text_of_pdf
from tests.storage.desks import Room

MARK = PaperMark("晨居记〔2026〕1号", "ABCD", "0" * 64, "晨光社区居民委员会", date(2026, 11, 28))


def park(room: Room, hall: Hall, text: str = "路灯不亮", person: str = "王桂兰") -> str:
    """Somebody raises something that does not belong here."""
    return room.do(notes.add_note, meeting_id=hall.meeting, kind="parking", text=text, person=person)


def parked(room: Room, hall: Hall) -> ParkingView:
    """As it stands."""
    return room.ask(parking_view, meeting_id=hall.meeting)


def minutes(room: Room, hall: Hall) -> MinutesPaper:
    """The minutes as they would be printed."""
    return room.ask(minutes_paper, meeting_id=hall.meeting, mark=MARK)


def test_unreached_items_stand_among_what_is_parked(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.discussion)
    park(room, hall)
    view = parked(room, hall)
    assert [(row.text, row.person, row.source) for row in view.rows[:1]] == [
        ("路灯不亮", "王桂兰", "提问与讨论")
    ]
    # The first two items were passed by, the vote was not reached; opening and closing are nothing to settle.
    assert [row.item_id for row in view.rows[1:]] == [hall.items[1], hall.vote]
    assert view.open == 3


def test_each_fate_leads_somewhere(room: Room, hall: Hall) -> None:
    begin(room, hall)
    ids = [park(room, hall, text) for text in ("一", "二", "三", "四")]
    topic = room.do(parking.settle_parked, note_id=ids[0], fate="topic")
    assert room.do(parking.settle_parked, note_id=ids[1], fate="next_meeting") is None
    task = room.do(
        parking.settle_parked, note_id=ids[2], fate="task", assignee="马德福", due_on=date(2026, 12, 5),
        supervisor="张伟明",
    )  # fmt: skip
    room.do(parking.settle_parked, note_id=ids[3], fate="answered", answer="物业明天来修。")
    with room.store.read() as session:
        found_topic, found_task = session.get(Topic, topic), session.get(Task, task)
        assert found_topic is not None
        assert found_topic.title == "一"
        assert found_task is not None
        assert (found_task.assignee, found_task.due_on, found_task.supervisor) == (
            "马德福", date(2026, 12, 5), "张伟明",
        )  # fmt: skip
    assert [row.fate for row in parked(room, hall).rows[:4]] == ["topic", "next_meeting", "task", "answered"]
    lines = minutes(room, hall).parked
    assert [line.outcome for line in lines] == [
        "转为议题", "下次会议再议", "转为任务", "当场答复：物业明天来修。",
    ]  # fmt: skip
    assert lines[0].raised_by == "王桂兰"


def test_a_fate_is_taken_back_with_what_came_of_it(room: Room, hall: Hall) -> None:
    begin(room, hall)
    note = park(room, hall)
    room.do(parking.settle_parked, note_id=note, fate="task", assignee="马德福")
    room.do(undo.undo_last)
    assert parked(room, hall).rows[0].fate == ""
    with room.store.read() as session:
        assert session.query(Task).count() == 0


@pytest.mark.parametrize(
    ("fate", "answer", "code"), [("lost", "", "gone"), ("", "", "gone"), ("answered", "  ", "text_needed")]
)
def test_a_fate_must_be_one(room: Room, hall: Hall, fate: str, answer: str, code: str) -> None:
    begin(room, hall)
    note = park(room, hall)
    refusal = room.refused(parking.settle_parked, note_id=note, fate=fate, answer=answer)
    assert refusal.code == code


def test_a_long_matter_becomes_a_topic_with_a_short_title(room: Room, hall: Hall) -> None:
    begin(room, hall)
    topic = room.do(parking.settle_parked, note_id=park(room, hall, "长" * 300), fate="topic")
    with room.store.read() as session:
        found = session.get(Topic, topic)
        assert found is not None
        assert (len(found.title), len(found.summary)) == (60, 300)


def test_an_unreached_item_is_parked_and_settled(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.discussion)
    note = room.do(parking.park_item, item_id=hall.vote)
    room.do(parking.settle_parked, note_id=note, fate="next_meeting")
    assert room.refused(parking.park_item, item_id=hall.vote).code == "item_begun"
    assert minutes(room, hall).changes[0].endswith("“举手表决”（10 分钟）移出本次会议，留待以后。")


def test_an_item_that_was_taken_in_again_may_go_and_what_was_parked_of_it_stays(
    room: Room, hall: Hall
) -> None:
    begin(room, hall)
    play = room.do(preparing.prepare_play, source="shipped:lift", minutes=60, item_id=hall.vote)
    note = room.do(parking.park_item, item_id=hall.vote)
    room.do(running.skip_item, item_id=hall.vote)
    room.do(meetings.remove_item, item_id=hall.vote)
    assert note in [row.note_id for row in parked(room, hall).rows]
    with room.store.read() as session:
        alone = session.get_one(PlayRow, play)
        assert (alone.item_id, alone.meeting_id, alone.state) == (None, None, "prepared")
    room.do(undo.undo_last)
    assert hall.vote in items_of(room, hall.meeting)


def test_closing_puts_off_what_nobody_settled(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.discussion)
    park(room, hall)
    room.do(running.close_meeting, meeting_id=hall.meeting)
    assert [row.text for row in room.ask(put_off)] == ["路灯不亮", "方案与费用说明", "举手表决"]
    assert parked(room, hall).open == 0


def test_the_next_meeting_takes_up_what_was_put_off(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.discussion)
    park(room, hall)
    room.do(running.close_meeting, meeting_id=hall.meeting)
    following = room.do(
        meetings.draft_meeting, kind="residents_council", title="下一次", place="二楼", starts_at=EVENING
    )
    for row in room.ask(put_off):
        room.do(parking.take_up, meeting_id=following, note_id=row.note_id)
    assert room.ask(put_off) == ()
    from meeting_app.queries.meetings import meeting_draft

    draft = room.ask(meeting_draft, meeting_id=following, today=date(2026, 11, 10))
    assert draft is not None
    assert [(item.title, item.kind) for item in draft.items][-4:] == [
        ("路灯不亮", "discussion"), ("方案与费用说明", "report"), ("举手表决", "vote"),
        ("任务分工与闭会", "closing"),
    ]  # fmt: skip
    with room.store.read() as session:
        note = session.query(Note).filter_by(text="路灯不亮").one()
    assert room.refused(parking.take_up, meeting_id=following, note_id=note.id).code == "taken_up_already"


def test_the_minutes_say_how_the_agenda_was_changed(room: Room, hall: Hall) -> None:
    begin(room, hall)
    from meeting_app.actions.replanning import extend_meeting

    assert minutes(room, hall).changes == ()
    room.do(running.skip_item, item_id=items_of(room, hall.meeting)[1])
    room.do(extend_meeting, meeting_id=hall.meeting, minutes=15)
    changes = minutes(room, hall).changes
    assert changes[0].endswith("“方案与费用说明”本次不议。")
    assert changes[1].endswith("会议延长 15 分钟，到 20:20 结束。")


def test_what_was_noted_before_the_opening_is_printed_as_such(room: Room, hall: Hall) -> None:
    room.do(notes.add_note, meeting_id=hall.meeting, kind="note", text="已逐户通知到位")
    begin(room, hall)
    assert minutes(room, hall).beforehand == ("已逐户通知到位",)
    room.do(notes.add_note, meeting_id=hall.meeting, kind="note", text="签到完毕")
    record = minutes(room, hall)
    assert record.beforehand == ("已逐户通知到位",)
    assert record.items[0].notes == ("签到完毕",)
    printed = "".join(text_of_pdf(documents.minutes(record)).split())
    words = "\n".join(one.text for one in docx.Document(io.BytesIO(minutes_word(record))).paragraphs)
    for said in (printed, words):
        assert said.index("签到完毕") < said.index("会前记录") < said.index("已逐户通知到位")


def test_a_topic_is_numbered_like_any_other(room: Room, hall: Hall) -> None:
    begin(room, hall)
    first = room.do(topics.add_topic, title="先来的")
    second = room.do(parking.settle_parked, note_id=park(room, hall), fate="topic")
    with room.store.read() as session:
        one, other = session.get(Topic, first), session.get(Topic, second)
        assert one is not None
        assert other is not None
        assert other.number == one.number + 1
