"""Owners' voting rights frozen with a vote, and the rule of a single vote."""

import pytest
from sqlalchemy import select

from meeting_app.actions import agenda, attendance, people, proxies, running
from meeting_app.actions.votes import casting, counting, planning
from meeting_app.actions.votes import running as votes
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.rules.share import Amount
from meeting_app.domain.rules.trace import StepCode, Verdict
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.queries.vote_bundle import vote_bundle
from meeting_app.queries.vote_count import count_task, work_out
from meeting_app.storage.tables import Poll, PollRight, Unit
from tests.people.street import Street
from tests.retally.bundles import script

ALL = ("张一", "张二", "王三", "赵四", "赵小四")


def owners_vote(street: Street, code: str = "owners_general") -> tuple[str, str]:
    """(meeting, vote) of the owners on a lift, prepared under the rule."""
    room, meeting = street.room, street.meeting("owners_meeting")
    item = room.do(agenda.add_item, meeting_id=meeting, kind=ItemKind.VOTE, title="加装电梯", minutes=10)
    room.do(agenda.set_motion, item_id=item, title="加装电梯", text="同意加装电梯。")
    return meeting, prepared(street, item, code)


def prepared(street: Street, item: str, code: str) -> str:
    """The vote of an item under a rule."""
    return street.room.do(
        planning.prepare_vote, item_id=item, question=Question.AGREE, method="yes_no",
        options=(("加装电梯", 0),), setup=Setup(1), channels=(Channel.KEYPAD, Channel.PAPER), rule=code,
    )  # fmt: skip


def opened(street: Street, meeting: str, poll: str, *names: str) -> dict[str, PollRight]:
    """Open the vote with these people in the room; the rights by holder's name."""
    room = street.room
    for name in names:
        room.do(attendance.check_in, meeting_id=meeting, person_id=street.people[name])
    room.do(running.open_meeting, meeting_id=meeting, short_reason="先开")
    with room.store.read() as session:
        item = session.scalars(select(Poll.item_id).where(Poll.id == poll)).one()
    room.do(running.go_to_item, item_id=item)
    room.do(votes.open_vote, poll_id=poll)
    by_id = {person: name for name, person in street.people.items()}
    with room.store.read() as session:
        found = session.scalars(select(PollRight).where(PollRight.poll_id == poll)).all()
        return {by_id.get(right.holder_id or "", ""): right for right in found}


def test_one_right_for_each_set_of_owners_and_one_for_the_developer(street: Street) -> None:
    street.room.do(people.give_capacity, person_id=street.people["赵小四"], capacity="developer")
    rights = opened(street, *owners_vote(street), *ALL)
    assert {name: right.area_c for name, right in rights.items()} == {
        "张一": 8_000, "张二": 8_000, "王三": 16_000, "赵四": 10_000, "赵小四": 12_000,
    }  # fmt: skip
    assert len(rights["王三"].units.split(",")) == 2
    with street.room.store.read() as session:
        poll = session.scalars(select(Poll).where(Poll.form != "hands")).one()
        assert pack_from_json(poll.rule).id == "owners_general_2021"
        assert (poll.eligible, poll.present) == (5, 5)


def test_a_developer_for_whom_nobody_speaks_keeps_the_right_unused(street: Street) -> None:
    rights = opened(street, *owners_vote(street), *ALL[:4])
    assert rights[""].holder_id is None
    assert rights[""].area_c == 12_000


def test_the_named_owner_votes_for_the_others_and_a_proxy_for_the_absent(street: Street) -> None:
    room = street.room
    with room.store.read() as session:
        unit = session.query(Unit).filter_by(room="102").one().id
    room.do(people.name_voter, unit_id=unit, person_id=street.people["李二"])
    meeting, poll = owners_vote(street)
    room.do(
        proxies.give_proxy, meeting_id=meeting, principal_id=street.people["赵四"],
        holder_id=street.people["张一"], document="委托书",
    )  # fmt: skip
    rights = opened(street, meeting, poll, "张一", "张二", "王三")
    assert "张二" not in rights
    assert rights["李二"].holder_id == street.people["李二"]
    assert rights["赵四"].exerciser_id == street.people["张一"]


VOTERS = ("张一", "张二", "王三", "赵四")  # four of five voices, 420 of 540 m²
MOST, HALF = ((-1,), (1,), (1,), (1,)), ((0,), (0,), (1,), (1,))


@pytest.mark.parametrize(
    ("code", "marks", "verdict"),
    [
        ("owners_general", MOST, Verdict.ADOPTED),
        ("owners_major", MOST, Verdict.ADOPTED),  # exactly three quarters of the heads
        ("owners_general", HALF, Verdict.NOT_ADOPTED),  # half of the heads, more than half of the area
        ("owners_major", HALF, Verdict.NOT_ADOPTED),
    ],
)
def test_heads_and_area_decide_together(
    street: Street, code: str, marks: tuple[tuple[int], ...], verdict: Verdict
) -> None:
    room = street.room
    meeting, poll = owners_vote(street, code)
    rights = opened(street, meeting, poll, *VOTERS)
    for name, said in zip(VOTERS, marks, strict=True):
        room.do(
            casting.cast, poll_id=poll, channel=Channel.KEYPAD, marks=said, right_id=rights[name].id,
            request=name,
        )  # fmt: skip
    room.do(votes.close_vote, poll_id=poll)
    task = room.ask(count_task, poll_id=poll)
    assert task is not None
    outcome = room.do(
        counting.record_count, poll_id=poll, sheet_hash=task.sheet_hash, lot_number="", count=work_out(task)
    )
    assert outcome.turnout.cast == Amount(4, 42_000)
    persons, area = outcome.found(StepCode.THRESHOLD)
    assert (persons.base, area.base, outcome.found(StepCode.QUORUM)[1].needed) == (4, 42_000, 36_000)
    assert area.actual == (34_000 if marks is MOST else 26_000)
    assert outcome.verdict is verdict


def test_whose_paper_cannot_be_read_took_part_with_the_area_too(street: Street) -> None:
    room = street.room
    meeting, poll = owners_vote(street)
    rights = opened(street, meeting, poll, *VOTERS)
    for name, said in zip(VOTERS, ((1,), None, (1,), (1,)), strict=True):
        room.do(casting.cast, poll_id=poll, channel=Channel.PAPER, marks=said, right_id=rights[name].id)
    room.do(votes.close_vote, poll_id=poll)
    task = room.ask(count_task, poll_id=poll)
    assert task is not None
    outcome = room.do(
        counting.record_count, poll_id=poll, sheet_hash=task.sheet_hash, lot_number="", count=work_out(task)
    )
    # Without 80 m² of the unreadable paper only 340 of 540 m² would have taken part: less than two thirds.
    assert (outcome.turnout.invalid, outcome.turnout.cast) == (Amount(1, 8_000), Amount(4, 42_000))
    assert outcome.verdict is Verdict.ADOPTED
    room.do(counting.publish_vote, poll_id=poll)
    assert script().recount(room.ask(vote_bundle, poll_id=poll))[1] == []


def test_without_a_rule_of_its_own_a_vote_takes_the_meeting_s(street: Street) -> None:
    meeting, poll = owners_vote(street)
    none = prepared(street, item_of(street, poll), "")
    opened(street, meeting, none, "张一")
    with street.room.store.read() as session:
        assert pack_from_json(session.get_one(Poll, none).rule).id == "owners_general_2021"


def test_a_meeting_without_a_rule_cannot_open_a_vote_without_one(street: Street) -> None:
    room, meeting = street.room, street.meeting("joint_conference")
    item = room.do(agenda.add_item, meeting_id=meeting, kind=ItemKind.VOTE, title="分工", minutes=10)
    room.do(agenda.set_motion, item_id=item, title="分工", text="同意分工。")
    poll = prepared(street, item, "")
    room.do(attendance.check_in, meeting_id=meeting, person_id=street.people["张一"])
    room.do(running.open_meeting, meeting_id=meeting, short_reason="先开")
    room.do(running.go_to_item, item_id=item)
    assert room.refused(votes.open_vote, poll_id=poll).code == "vote_without_rule"


def item_of(street: Street, poll: str) -> str:
    """The item that is voted on."""
    with street.room.store.read() as session:
        return session.get_one(Poll, poll).item_id
