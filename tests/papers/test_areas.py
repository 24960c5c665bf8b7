"""The owners' vote on paper: square metres to two decimals, and none that tells how one flat voted."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from meeting_app.actions import agenda, attendance, community, meetings, people, running
from meeting_app.actions.people import RosterLine
from meeting_app.actions.votes import running as voting
from meeting_app.documents.decision_notice import decision_notice
from meeting_app.documents.minutes import minutes
from meeting_app.documents.preview import page_sizes
from meeting_app.domain.vote_plan import Channel
from meeting_app.queries.cited_law import article
from meeting_app.queries.meetings import agenda_rows
from meeting_app.queries.minutes import decision_notice_paper, minutes_paper
from meeting_app.queries.people import roster
from meeting_app.storage.store import Store
from tests.actions.hall import EVENING, POSTED, Hall, items_of
from tests.documents.samples import mark
from tests.storage.desks import Room
from tests.votes.steps import ABSTAIN, NO, YES, Vote
from tests.votes.test_agreement import bare, text_of

MARK = mark("晨居公示〔2026〕1号")
OWNERS = tuple("赵钱孙李周吴郑王冯陈褚卫")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Vote]:
    """Twelve owners of flats of different size, all here, before a question by name and area."""
    room = Room(Store.create_file(tmp_path / "house.yst"))
    room.do(community.create_community, name="晨光社区", short="晨居", committee="晨光社区居民委员会")
    rows = [
        RosterLine(
            f"{name}一", "3号楼", 1, 1 + at // 2, f"{1 + at // 2}0{1 + at % 2}", 8_005 + 611 * at,
            "owner", "", 1970, (1, 1),
        )
        for at, name in enumerate(OWNERS)
    ]  # fmt: skip
    room.do(people.import_roster, rows=rows)
    meeting = room.do(
        meetings.draft_meeting, kind="owners_meeting", title="3号楼业主大会", place="二楼", starts_at=EVENING
    )
    with room.store.read() as session:
        asked = next(row.id for row in agenda_rows(session, meeting) if row.kind == "vote")
    room.do(agenda.set_motion, item_id=asked, title="更换物业公司", text="选聘新的物业服务企业。")
    room.do(meetings.post_notice, meeting_id=meeting, posted_on=POSTED)
    found = {row.name: row.person_id for row in room.ask(roster, limit=50).rows}
    persons = tuple(found[f"{name}一"] for name in OWNERS)
    for person in persons:
        room.do(attendance.check_in, meeting_id=meeting, person_id=person)
    yield Vote(room, Hall(persons, "", "", "", meeting, (*items_of(room, meeting)[:3], asked)))
    room.close()
    room.store.close()


def held(vote: Vote, against: int, abstain: int) -> None:
    """All twelve vote by the helper's keypad; the last of them against or abstaining."""
    vote.prepare(options=(("更换物业公司", 0),), channels=(Channel.KEYPAD,), rule="owners_general")
    room = vote.room
    room.do(running.open_meeting, meeting_id=vote.hall.meeting)
    room.do(running.go_to_item, item_id=vote.hall.vote)
    room.do(voting.open_vote, poll_id=vote.poll)
    for person in range(len(OWNERS)):
        left = len(OWNERS) - person
        marks = NO if left <= against else ABSTAIN if left <= against + abstain else YES
        assert vote.cast(person, marks)
    vote.close()
    vote.count()
    vote.publish()


def test_areas_are_exact_and_no_single_flat_is_told_in_public(house: Vote) -> None:
    held(house, 1, 0)
    ask = house.room.ask
    paper = ask(decision_notice_paper, meeting_id=house.hall.meeting, mark=MARK, posted_on=date(2026, 11, 29))
    pdf = decision_notice(paper)
    notice = text_of(pdf)
    assert len(page_sizes(pdf)) == 1
    assert bare("同意 11 1,216.60 反对 1 — 弃权 0 0.00 参加表决 12 1,363.86 全体 12 1,363.86") in notice
    assert "同意1,216.60（投票数1,363.86平方米），过半数为681.94，达到。" in notice
    assert "人数少的不列面积" in notice
    assert "m²" not in notice
    # In the record, which stays in the house, a vote by name is told to the flat.
    record = text_of(minutes(ask(minutes_paper, meeting_id=house.hall.meeting, mark=MARK)))
    assert bare("反对 1 147.26 弃权 0 0.00") in record
    assert bare("全体1,363.86平方米的三分之二以上需909.24，实有1,363.86（平方米）") in record


@pytest.mark.parametrize(
    ("number", "said"),
    [(7, "七"), (10, "十"), (19, "十九"), (20, "二十"), (29, "二十九"), (101, "一百零一"), (110, "一百一十"),
     (278, "二百七十八"), (1005, "一千零五"), (1010, "一千零一十"), (1165, "一千一百六十五")],
)  # fmt: skip
def test_articles_are_cited_as_laws_number_them(number: int, said: str) -> None:
    assert article(number) == f"第{said}条"
