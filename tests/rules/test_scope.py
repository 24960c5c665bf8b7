"""An owners' vote of some houses, and owners who were handed a ballot and say nothing."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from meeting_app.actions import agenda, attendance, people, rules, running
from meeting_app.actions.votes import casting, counting, planning
from meeting_app.actions.votes import running as votes
from meeting_app.domain.rules.pack import OwnersRules
from meeting_app.domain.rules.share import Amount
from meeting_app.domain.rules.trace import StepCode, Verdict
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.i18n import using
from meeting_app.queries import vote_words
from meeting_app.queries.papers_vote import announced, published_ballots
from meeting_app.queries.rule_packs import shipped_family
from meeting_app.queries.vote_count import count_task, work_out
from meeting_app.queries.vote_result import vote_result
from meeting_app.queries.vote_scope import concerned
from meeting_app.queries.vote_view import vote_view
from meeting_app.storage.tables import AgendaItem, Poll, PollRight
from tests.people.street import Street, line
from tests.rules.test_rights import item_of, opened, owners_vote

ANOTHER = line("孙五", "101", 9_000)


def another_house(street: Street) -> None:
    """House 5 with two stairways and an owner in each."""
    rows = (
        replace(ANOTHER, building="5号楼"),
        replace(ANOTHER, building="5号楼", name="钱六", stairway=2, room="201", area_c=6_000),
    )
    street.room.do(people.import_roster, rows=rows)


def scoped(street: Street, item: str, scope: str, rule: str = "owners_major") -> str:
    """The vote of an item on a lift for some houses."""
    poll: str = street.room.do(planning.prepare_vote, **arguments(item, scope, rule))
    return poll


def arguments(item: str, scope: str, rule: str) -> dict[str, Any]:
    """What `prepare_vote` is given."""
    return {
        "item_id": item, "question": Question.AGREE, "method": "yes_no", "options": (("加装电梯", 0),),
        "setup": Setup(1), "channels": (Channel.KEYPAD,), "rule": rule, "scope": scope,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("places", "whole"),
    [
        ("", Amount(7, 69_000)),
        ("3", Amount(5, 54_000)),
        ("5号楼", Amount(2, 15_000)),
        ("5-2", Amount(1, 6_000)),
        ("3号楼、5号楼1单元", Amount(6, 63_000)),
        ("5-1, 5-1 5", Amount(2, 15_000)),
    ],
)
def test_voices_and_area_of_some_houses(street: Street, places: str, whole: Amount) -> None:
    another_house(street)
    meeting, poll = owners_vote(street)
    asked = {"meeting_id": meeting, "rule": "owners_major"}
    assert street.room.ask(concerned, places=places, **asked) == whole
    poll = scoped(street, item_of(street, poll), places)
    told = " ".join(street.room.ask(announced, item_id=item_of(street, poll)))
    assert f"表决权：{whole.persons}人，专有部分面积{whole.area_c / 100:.2f}平方米。" in told
    assert ("表决范围" in told) == bool(places)


@pytest.mark.parametrize("places", ["4", "5-3", "5-0", "三号", "3-1-101"])
def test_a_house_that_is_not_there(street: Street, places: str) -> None:
    another_house(street)
    _meeting, poll = owners_vote(street)
    told = street.room.refused(
        planning.prepare_vote, **arguments(item_of(street, poll), places, "owners_major")
    )
    assert (told.code, told.params["place"]) == ("scope_unknown", places)


def test_only_owners_vote_by_houses(street: Street) -> None:
    _meeting, poll = owners_vote(street)
    asked = arguments(item_of(street, poll), "3", "residents_assembly")
    assert street.room.refused(planning.prepare_vote, **asked).code == "scope_not_owners"


def test_only_the_houses_concerned_vote_and_stand_in_the_base(street: Street) -> None:
    another_house(street)
    meeting, poll = owners_vote(street)
    poll = scoped(street, item_of(street, poll), "5")
    opened(street, meeting, poll, "张一", "王三")
    with street.room.store.read() as session:
        row = session.get_one(Poll, poll)
        areas = sorted(session.scalars(select(PollRight.area_c).where(PollRight.poll_id == poll)))
        assert (row.eligible, row.present, areas) == (2, 0, [6_000, 9_000])
    view = street.room.ask(vote_view, item_id=item_of(street, poll))
    assert view is not None
    assert view.plan.scope == (("5号楼", 0),)


def own_rule(street: Street, *, silent_join: bool) -> str:
    """The community's own rule of owners' votes."""
    like = shipped_family("owners_general")[-1]
    code: str = street.room.do(rules.copy_rule, version_id=like.id, name="本小区业主大会")
    changed = replace(like, name="本小区业主大会", owners=OwnersRules(silent_join=silent_join))
    street.room.do(rules.change_rule, code=code, pack=changed)
    return code


@pytest.mark.parametrize(("joined", "verdict"), [(False, Verdict.NO_QUORUM), (True, Verdict.ADOPTED)])
def test_silent_owners_join_only_where_the_rule_says_so(
    street: Street, joined: bool, verdict: Verdict
) -> None:
    room = street.room
    meeting, poll = owners_vote(street, own_rule(street, silent_join=joined))
    rights = opened(street, meeting, poll, "张一", "王三")
    joint = "张二" if "张二" in rights else "李二"
    cast: dict[str, Any] = {"poll_id": poll, "channel": Channel.KEYPAD}
    assert room.refused(casting.cast, **cast, marks=(1,), right_id=rights[joint].id).code == "not_present"
    for name in (joint, "赵四"):
        room.do(casting.deliver_ballots, poll_id=poll, right_id=rights[name].id)
    room.do(casting.deliver_ballots, poll_id=poll, right_id=rights["赵四"].id, delivered=False)
    room.do(casting.deliver_ballots, poll_id=poll, right_id=rights["赵四"].id)
    view = room.ask(vote_view, item_id=item_of(street, poll))
    assert view is not None
    assert (view.present, view.remaining) == (4, 4)  # two are here, two were handed one
    # A joint owner gives the ballot back without coming, 赵四 says nothing; the developer has nobody.
    for name, mark in (("张一", 1), ("王三", 1), (joint, -1)):
        room.do(casting.cast, **cast, marks=(mark,), right_id=rights[name].id, request=name)
    room.do(votes.close_vote, poll_id=poll)
    task = room.ask(count_task, poll_id=poll)
    assert task is not None
    outcome = room.do(
        counting.record_count, poll_id=poll, sheet_hash=task.sheet_hash, lot_number="", count=work_out(task)
    )
    assert outcome.verdict is verdict
    assert bool(outcome.found(StepCode.SILENT)) == joined
    result = room.ask(vote_result, poll_id=poll)
    assert result is not None
    with using("zh_CN"):
        plain, working = vote_words.without_silent(result), vote_words.working(result)
    if not joined:
        assert plain == ""
        with using("zh_CN"):
            said = vote_words.sentence(result)
        assert said.count("差") == 2  # too few people, and too little area
        return
    assert outcome.plain is not None
    papers = outcome.turnout.papers
    assert papers is not None
    assert (outcome.plain.verdict, papers.not_returned) == (Verdict.NO_QUORUM, 0)
    persons, area = outcome.found(StepCode.THRESHOLD)
    assert (persons.actual, persons.base, area.actual, area.base) == (3, 4, 34_000, 42_000)
    assert plain == "不计未表态业主：未成会，3 / 5 人、320.00 / 540.00 平方米。"
    assert "未表态的业主" in {line.title for line in working} or "未表态业主" in {
        line.title for line in working
    }
    # Papers and turnout are told as they were: three came back, one was kept.
    (sorted_out,) = outcome.found(StepCode.RECONCILIATION)
    assert (sorted_out.figure("cast"), sorted_out.figure("not_returned")) == (3, 1)
    with using("zh_CN"):
        assert "共 3 票：有效 3" in vote_words.turnout(result)
    room.do(counting.publish_vote, poll_id=poll)
    (printed,) = room.ask(published_ballots, meeting_id=meeting)
    assert printed.without_silent == plain


def test_only_owners_are_handed_ballots_one_by_one(street: Street) -> None:
    room, meeting = street.room, street.meeting("owners_meeting")
    with room.store.read() as session:
        item = session.scalars(select(AgendaItem.id).where(AgendaItem.kind == "vote")).one()
    room.do(agenda.set_motion, item_id=item, title="听意见", text="您怎么看？")
    poll = room.do(planning.prepare_vote, **arguments(item, "", "hearing_straw_poll"))
    room.do(attendance.check_in, meeting_id=meeting, person_id=street.people["张一"])
    room.do(running.open_meeting, meeting_id=meeting, short_reason="先开")
    room.do(running.go_to_item, item_id=item)
    room.do(votes.open_vote, poll_id=poll)
    assert room.refused(casting.deliver_ballots, poll_id=poll).code == "only_owners_are_handed"


def test_what_is_weighed_by_area_cannot_be_secret(street: Street) -> None:
    room, (meeting, poll) = street.room, owners_vote(street)
    item = item_of(street, poll)
    asked = {**arguments(item, "", "owners_major"), "secret": True, "channels": (Channel.PAPER,)}
    poll = room.do(planning.prepare_vote, **asked)
    room.do(attendance.check_in, meeting_id=meeting, person_id=street.people["张一"])
    room.do(running.open_meeting, meeting_id=meeting, short_reason="先开")
    room.do(running.go_to_item, item_id=item)
    assert room.refused(votes.open_vote, poll_id=poll).code == "secret_has_no_area"
