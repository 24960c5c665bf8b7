"""The start page, lists and searches."""

from datetime import date, timedelta
from pathlib import Path

from meeting_app.actions import meetings, notes, running, topics
from meeting_app.domain.stage import Stage
from meeting_app.queries import basics, live, paper_list, start
from meeting_app.queries.basics import local_or_none
from meeting_app.queries.floor import queue_view
from meeting_app.queries.meetings import meeting_draft, meeting_list
from meeting_app.queries.polls import hands_view
from meeting_app.queries.states import live_meeting_id
from meeting_app.queries.topics import topic_list, topic_passport
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Paper
from meeting_app.storage.work import Work
from tests.actions.hall import EVENING, Hall, begin
from tests.storage.desks import Room

TODAY = date(2026, 11, 28)
NOBODY = "0" * 32


def file_paper(work: Work, *, meeting_id: str, kind: str, state: str = "filed") -> str:
    """A paper in the register."""
    number = work.highest(Paper.number) + 1
    return work.add(
        Paper(
            kind=kind, meeting_id=meeting_id, year=2026, number=number, title=f"关于会议的{kind}",
            public=True, check_code=f"CODE{number}", content_digest="c" * 64, sha256=f"{number}" * 64,
            pages=1, body=b"%PDF", state=state, filed_ms=work.now.wall_ms, dated=TODAY,
            label=f"晨居记〔2026〕{number}号",
        )
    ).id  # fmt: skip


def test_the_start_page(room: Room, hall: Hall) -> None:
    in_three_days, nine_days_ago = EVENING + timedelta(days=3), EVENING - timedelta(days=9)
    hearing = {"kind": "hearing", "place": "x"}
    room.do(meetings.draft_meeting, title="听证会", starts_at=in_three_days, **hearing)
    old = room.do(meetings.draft_meeting, title="旧会", starts_at=nine_days_ago, **hearing)
    room.do(notes.add_task, text="晚了", due_on=TODAY - timedelta(days=9))
    for days in range(1, 8):
        room.do(notes.add_task, text="也晚了", due_on=TODAY - timedelta(days=days))
    room.do(notes.add_task, text="不急", due_on=TODAY + timedelta(days=30))
    view = room.ask(start.today_view, today=TODAY)
    assert view.community is not None
    assert view.community.name == "晨光社区"
    assert view.next_meeting is not None
    assert (view.next_meeting.id, view.next_meeting.days_left) == (hall.meeting, 0)
    assert [card.title for card in view.coming] == ["听证会"]
    assert [task.text for task in view.tasks_due] == ["晚了", *["也晚了"] * 5]
    assert view.tasks_late == 8  # all of them, however few are listed
    assert (view.tasks_open, view.counts.tasks, view.counts.topics, view.counts.meetings) == (9, 9, 1, 2)
    assert view.stage_counts[0].titles == ("加装电梯",)
    ready = {line.code: line.ok for line in view.next_meeting.readiness}
    assert ready == {
        "notice_posted": True, "motions_written": True, "invited": True, "officers_named": False,
        "papers_filed": False,
    }  # fmt: skip
    wanted = {(paper.meeting_id, paper.kind) for paper in view.to_print}
    assert (hall.meeting, "notice") in wanted
    assert old not in {meeting for meeting, _kind in wanted}
    room.do(file_paper, meeting_id=hall.meeting, kind="notice")
    begin(room, hall)
    room.do(running.close_meeting, meeting_id=hall.meeting)
    later = room.ask(start.today_view, today=TODAY)
    assert (hall.meeting, "minutes") in {(paper.meeting_id, paper.kind) for paper in later.to_print}


def test_an_empty_file_has_a_start_page(tmp_path: Path) -> None:
    room = Room(Store.create_file(tmp_path / "new.yst"))
    view = room.ask(start.today_view, today=TODAY)
    assert (view.community, view.next_meeting, view.to_print) == (None, None, ())
    assert room.ask(basics.short_name) == ""
    room.close()
    room.store.close()


def test_finding_anything(room: Room, hall: Hall) -> None:
    paper = room.do(file_paper, meeting_id=hall.meeting, kind="minutes")
    found = room.ask(start.find_anything, text="会")
    assert {(hit.kind, hit.id) for hit in found.others} == {("meeting", hall.meeting), ("paper", paper)}
    both = room.ask(start.find_anything, text="电梯")
    assert [(hit.kind, hit.id) for hit in both.others] == [("topic", hall.topic)]
    assert [hit.name for hit in room.ask(start.find_anything, text="wgl").people] == ["王桂兰"]
    assert room.ask(start.find_anything, text=" ") == start.FindResult((), ())


def test_the_register_of_papers(room: Room, hall: Hall) -> None:
    first = room.do(file_paper, meeting_id=hall.meeting, kind="minutes")
    room.do(file_paper, meeting_id=hall.meeting, kind="notice", state="reserved")
    rows = room.ask(paper_list.paper_list, meeting_id=hall.meeting)
    assert [(row.id, row.number_label) for row in rows] == [(first, "晨居记〔2026〕1号")]
    assert room.ask(paper_list.paper_list, topic_id=hall.topic) == ()
    assert room.ask(paper_list.paper_list, text="别的") == ()
    assert room.ask(paper_list.paper_bytes, paper_id=first) == b"%PDF"
    by_hash = room.ask(paper_list.paper_by_hash, sha256="1" * 64)
    by_code = room.ask(paper_list.paper_by_code, check_code="CODE1")
    assert by_hash is not None
    assert by_hash == by_code
    assert by_hash.row.id == first
    assert room.ask(paper_list.paper_by_hash, sha256="x") is None
    assert room.ask(paper_list.paper_by_code, check_code="x") is None


def test_lists_of_meetings_and_topics(room: Room, hall: Hall) -> None:
    row = room.ask(meeting_list)[0]
    assert (row.number_label, row.invited, row.present) == ("晨居会〔2026〕1号", 9, 7)
    assert room.ask(meeting_list, text="没有") == ()
    assert len(room.ask(meeting_list, text=" 代表 ")) == 1
    room.do(topics.add_topic, title="道闸")
    room.do(topics.move_topic, topic_id=hall.topic, target=Stage.DRAFTING, due_on=TODAY - timedelta(days=1))
    listed = room.ask(topic_list, today=TODAY)
    assert [(topic.title, topic.overdue) for topic in listed] == [("道闸", False), ("加装电梯", True)]
    assert [topic.title for topic in room.ask(topic_list, today=TODAY, stage="drafting")] == ["加装电梯"]
    assert [topic.title for topic in room.ask(topic_list, today=TODAY, text="道")] == ["道闸"]


def test_what_is_not_there_is_none(room: Room) -> None:
    now = room.time()
    assert room.ask(live.live_view, meeting_id=NOBODY, now=now) is None
    assert room.ask(live.quorum_of, meeting_id=NOBODY) is None
    assert room.ask(live.check_in_view, meeting_id=NOBODY) is None
    assert room.ask(live_meeting_id) is None
    assert room.ask(queue_view, item_id=NOBODY, now=now) is None
    assert room.ask(hands_view, item_id=NOBODY) is None
    assert room.ask(meeting_draft, meeting_id=NOBODY, today=TODAY) is None
    assert room.ask(topic_passport, topic_id=NOBODY, today=TODAY) is None
    assert local_or_none(None) is None


def test_a_kind_without_a_vote_needs_no_quorum(room: Room, hall: Hall) -> None:
    meeting = room.do(meetings.draft_meeting, kind="hearing", title="听证会", place="x", starts_at=EVENING)
    assert room.ask(live.quorum_of, meeting_id=meeting) is None
    quorum = room.ask(live.quorum_of, meeting_id=hall.meeting)
    assert quorum is not None
    assert (quorum.present, quorum.needed, quorum.holds, quorum.articles) == (7, 6, True, (28, 29))
    room.do(running.open_meeting, meeting_id=meeting)
    assert room.ask(live_meeting_id) == meeting
