"""Every meeting that was held can be shown, minuted and recomputed."""

from collections.abc import Iterator

from sqlalchemy import select

from meeting_app.actions.communities import Opened
from meeting_app.cli.script import ANCHOR
from meeting_app.domain.hand_count import Choice
from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.rules.hands import HandCount, judge_hands
from meeting_app.queries.floor import queue_view
from meeting_app.queries.live import LiveView, live_view
from meeting_app.queries.meetings import meeting_draft, meeting_list
from meeting_app.queries.minutes import decision_notice_paper, minutes_paper
from meeting_app.queries.papers import PaperMark
from meeting_app.queries.polls import hands_view
from meeting_app.queries.roleplay.annexes import roleplay_annexes
from meeting_app.queries.roleplay.casting import play_list
from meeting_app.queries.slides import current_slide
from meeting_app.storage.tables import PlayerRow, PlayRow, Poll

MARK = PaperMark("1", "2", "0" * 64, "3", ANCHOR)


def held(opened: Opened) -> Iterator[LiveView]:
    for row in opened.records.ask(meeting_list):
        view = opened.records.ask(live_view, meeting_id=row.id, now=opened.desk.now())
        assert view is not None
        if view.state == "closed":
            yield view


def test_every_meeting_has_minutes_with_speeches_and_something_to_do(planted: Opened) -> None:
    meetings = list(held(planted))
    assert len(meetings) == 14
    for view in meetings:
        paper = planted.records.ask(minutes_paper, meeting_id=view.meeting_id, mark=MARK)
        assert paper.tasks
        speeches = [speech for item in paper.items for speech in item.speeches]
        assert len(speeches) >= 4
        assert all(speech.speaker and speech.gist for speech in speeches)
        assert all(item.started_at and item.ended_at for item in paper.items)
        assert paper.ended_at is not None
        assert paper.chair
        assert paper.recorder
        assert any(paper.decisions or item.votes or item.notes for item in paper.items)


def test_every_view_of_a_past_meeting_can_be_made(planted: Opened) -> None:
    for view in held(planted):
        ask, now = planted.records.ask, planted.desk.now()
        assert ask(meeting_draft, meeting_id=view.meeting_id, today=ANCHOR) is not None
        assert ask(current_slide, meeting_id=view.meeting_id, now=now) is not None
        for item in view.items:
            assert item.used_ms > 0
            queue = ask(queue_view, item_id=item.id, now=now)
            assert queue is not None
            assert all(speech.began_at is not None for speech in queue.done)


def test_speeches_lie_within_their_items_and_never_overlap(planted: Opened) -> None:
    for view in held(planted):
        for item in view.items:
            queue = planted.records.ask(queue_view, item_id=item.id, now=planted.desk.now())
            assert queue is not None
            end = item.began_at
            for speech in queue.done:
                assert end is not None
                assert speech.began_at is not None
                assert speech.began_at >= end
                end = speech.began_at.fromtimestamp(
                    speech.began_at.timestamp() + speech.used_ms / 1000, speech.began_at.tzinfo
                )
            assert end is not None
            assert item.began_at is not None
            assert (end - item.began_at).total_seconds() * 1000 <= item.used_ms


def test_verdicts_follow_from_the_rows_that_the_tellers_counted(planted: Opened) -> None:
    verdicts = []
    with planted.store.read() as session:
        for poll in session.query(Poll).filter(Poll.state == "published"):
            view = hands_view(session, item_id=poll.item_id)
            assert view is not None
            assert view.outcome is not None
            assert all(view.finished.values())
            counts = HandCount(*(view.totals[choice] for choice in Choice))
            assert sum(row.votes for row in view.rows) == poll.present
            outcome = judge_hands(pack_from_json(poll.rule), poll.eligible, poll.present, counts)
            assert (outcome.verdict, outcome.verdict) == (poll.verdict, view.outcome.verdict)
            verdicts.append(outcome.verdict)
        assert session.query(Poll).filter(Poll.state == "annulled").count() == 1
    assert sorted(verdicts) == ["adopted", "adopted", "adopted", "adopted", "not_adopted"]


def test_decisions_can_be_announced(planted: Opened) -> None:
    for view in held(planted):
        if not any(item.kind == "vote" for item in view.items):
            continue
        notice = planted.records.ask(
            decision_notice_paper, meeting_id=view.meeting_id, mark=MARK, posted_on=ANCHOR
        )
        assert notice.motion
        assert notice.present >= 32
        assert all("*" in teller for teller in notice.tellers)


def test_a_role_play_was_held_and_one_is_cast(planted: Opened) -> None:
    """Its annex tells what moved and nothing of who played whom; the coming one waits with its tables."""
    plays = planted.records.ask(play_list)
    assert [(one.state, one.people) for one in plays] == [("cast", 14), ("ended", 24)]
    with planted.store.read() as session:
        row = session.get(PlayRow, plays[1].id)
        assert row is not None
        annexes = roleplay_annexes(session, meeting_id=row.meeting_id or "", numbers={row.item_id or "": 4})
        held = session.scalars(select(PlayerRow.play_id).distinct()).all()
    (annex,) = annexes
    assert held == [plays[0].id], "the cast of the one that was held is forgotten"
    assert (annex.item, annex.people, len(annex.tables)) == (4, 24, 3)
    assert {table.accepted for table in annex.tables} == {True, False}
    assert annex.sheets[2] >= 15
    assert all(one.shift.change is not None for one in annex.shifts)
    assert annex.began_at is not None
    assert annex.ended_at is not None
    assert 55 <= (annex.ended_at - annex.began_at).seconds // 60 <= 62
