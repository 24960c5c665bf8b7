"""Who must take part: the rule of decision says so, else the kind's own number; the working tells which."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from meeting_app.actions import agenda, attendance, kinds, meetings, polls, proxies, rules, running
from meeting_app.actions.votes import counting, planning
from meeting_app.actions.votes import running as votes
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.hand_count import Choice
from meeting_app.domain.meeting_kind import QuorumShare
from meeting_app.domain.meeting_kind_data import kind_to_data
from meeting_app.domain.rules.trace import StepCode, Verdict
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.i18n import using
from meeting_app.queries import vote_words
from meeting_app.queries.cited_law import law_of
from meeting_app.queries.kinds import all_kinds
from meeting_app.queries.live import check_in_view, live_view
from meeting_app.queries.meeting_papers import notice_paper
from meeting_app.queries.papers import PaperMark
from meeting_app.queries.people import roster
from meeting_app.queries.polls import hands_view
from meeting_app.queries.quorum import quorum_at, quorum_of
from meeting_app.queries.rule_packs import shipped_family
from meeting_app.queries.vote_count import count_task, work_out
from meeting_app.queries.vote_result import vote_result
from meeting_app.storage.tables import AgendaItem, Invitee
from meeting_app.ui.console.live import check_in_presenter, hands_presenter
from meeting_app.ui.console.live.top_presenter import presence
from meeting_app.wording.rules import source
from tests.actions.hall import EVENING
from tests.people.street import Street
from tests.rules.test_rights import item_of, opened, owners_vote
from tests.rules.test_scope import another_house, scoped

FOUR_FIFTHS = QuorumShare(4, 5, strict=False, by_area=False, law="", articles=())


def own_kind(street: Street, rule: str) -> str:
    """A kind of the community's own that asks for four fifths."""
    code: str = street.room.do(kinds.copy_kind, code="residents_assembly", name="片区会")
    kind = street.room.ask(all_kinds)[code]
    data = kind_to_data(replace(kind, rule=rule, quorum=FOUR_FIFTHS))
    street.room.do(kinds.change_kind, code=code, data=data)
    return code


@pytest.mark.parametrize(
    ("rule", "asked", "needed", "verdict"),
    [("custom_yes_no", "kind", 4, Verdict.NO_QUORUM), ("residents_council", "rule", 3, Verdict.ELECTED)],
)
def test_chip_vote_notice_and_minutes_ask_for_the_same_number(
    street: Street, rule: str, asked: str, needed: int, verdict: Verdict
) -> None:
    room, meeting = street.room, street.meeting(own_kind(street, rule))
    item = room.do(agenda.add_item, meeting_id=meeting, kind=ItemKind.VOTE, title="选一个", minutes=5)
    room.do(agenda.set_motion, item_id=item, title="选一个", text="选一个。")
    options = (("花坛", 0), ("车棚", 0))
    poll = room.do(
        planning.prepare_vote, item_id=item, question=Question.ONE, method="choose_one", options=options,
        setup=Setup(2), channels=(Channel.KEYPAD,),
    )  # fmt: skip
    for name in ("张一", "王三", "赵四"):
        room.do(attendance.check_in, meeting_id=meeting, person_id=street.people[name])
    quorum = room.ask(quorum_of, meeting_id=meeting)
    desk = room.ask(check_in_view, meeting_id=meeting)
    assert quorum is not None
    assert desk is not None
    members = quorum.eligible
    assert (quorum.by, quorum.needed) == (asked, needed)
    told = {"kind": "as this kind of meeting asks", "rule": "by our own rule"}[asked]
    assert check_in_presenter.quorum_shown(desk).source == told
    paper = room.ask(notice_paper, meeting_id=meeting, mark=PaperMark("1", "A", "", "晨居", EVENING.date()))
    assert paper.rule is not None
    assert (paper.rule.quorum_needed, paper.rule.quorum_by_kind) == (needed, asked == "kind")
    room.do(running.open_meeting, meeting_id=meeting, short_reason="先开")
    room.do(running.go_to_item, item_id=item)
    room.do(votes.open_vote, poll_id=poll)
    room.do(votes.close_vote, poll_id=poll)
    task = room.ask(count_task, poll_id=poll)
    assert task is not None
    outcome = room.do(
        counting.record_count, poll_id=poll, sheet_hash=task.sheet_hash, lot_number="", count=work_out(task)
    )
    (step,) = outcome.found(StepCode.QUORUM)
    assert (step.needed, step.base, step.holds) == (needed, members, asked == "rule")
    result = room.ask(vote_result, poll_id=poll)
    assert result is not None
    with using("zh_CN"):
        lines = [f"{line.text}：{line.figure}" for line in vote_words.working(result)]
    assert ("按本类会议的规定" in " ".join(lines)) == (asked == "kind")
    assert (outcome.verdict is Verdict.NO_QUORUM) == (verdict is Verdict.NO_QUORUM)


def test_the_quorum_of_one_house_counts_its_owners_alone(street: Street) -> None:
    another_house(street)
    room, (meeting, whole) = street.room, owners_vote(street)
    poll = scoped(street, item_of(street, whole), "5")
    quorum = room.ask(quorum_of, meeting_id=meeting)
    assert quorum is not None
    assert quorum.area is not None
    assert (quorum.eligible, quorum.area.whole_c, quorum.scope) == (2, 15_000, (("5号楼", 0),))
    desk = room.ask(check_in_view, meeting_id=meeting)
    assert desk is not None
    assert check_in_presenter.quorum_shown(desk).source == "counted: owners of 5号楼 (民法典, art. 278)"
    assert ([hit.name for hit in desk.members], desk.voters, desk.present) == (["孙五", "钱六"], 2, 0)
    # A second vote of all houses: the meeting is theirs too, and only its own item is house 5's.
    second = room.do(agenda.add_item, meeting_id=meeting, kind=ItemKind.VOTE, title="物业", minutes=5)
    room.do(agenda.set_motion, item_id=second, title="物业", text="换物业。")
    scoped(street, second, "", rule="owners_general")
    street.people.update((row.name, row.person_id) for row in room.ask(roster, limit=50).rows)
    opened(street, meeting, poll, "张一", "钱六")
    at = room.time.wall_ms
    for item, (eligible, present) in ((item_of(street, poll), (2, 1)), (second, (7, 2))):
        if item == second:
            room.do(votes.annul_vote, poll_id=poll, reason="先放一放")
            room.do(running.go_to_item, item_id=second)
        view = room.ask(live_view, meeting_id=meeting, now=room.time())
        assert view is not None
        assert view.quorum is not None
        assert (view.quorum.eligible, view.quorum.present) == (eligible, present)
        houses = "5号楼: " if item != second else ""
        assert presence(view).line == f"{houses}{present} of {eligible} here"
    desk = room.ask(check_in_view, meeting_id=meeting)
    assert desk is not None
    assert desk.voters > 2  # all houses vote now, so everybody who is called is waited for again
    assert "张一" in [hit.name for hit in desk.members]
    then = room.ask(quorum_at, meeting_id=meeting, at_ms=at)
    assert then is not None
    assert (then.eligible, then.scope) == (7, ())


def test_a_law_without_known_articles_says_that_they_were_not_checked(street: Street) -> None:
    room = street.room
    meeting = street.meeting(own_kind(street, "villagers_assembly_households"))
    with room.store.read() as session:
        (item,) = [one.id for one in session.query(AgendaItem).filter_by(meeting_id=meeting, kind="vote")]
    view = room.ask(hands_view, item_id=item)
    assert view is not None
    assert view.rule is not None
    told = "村民委员会组织法 (article numbers not checked)"
    assert hands_presenter.law(view.rule) == told
    (pack,) = shipped_family("villagers_assembly_households")[-1:]
    assert source(pack).startswith("“村民委员会组织法” (article numbers not checked)")
    assert law_of(pack) == "《村民委员会组织法》（条号未核对）"
    assert date(2026, 1, 1) == pack.effective_from


def test_parking_counts_in_chip_and_vote_where_the_rule_says_so(street: Street) -> None:
    room = street.room
    like = shipped_family("owners_general")[-1]
    code = room.do(rules.copy_rule, version_id=like.id, name="车位也算")
    pack = replace(like, name="车位也算", owners=replace(like.owners, parking=True))
    room.do(rules.change_rule, code=code, pack=pack)
    kind = room.do(kinds.copy_kind, code="owners_meeting", name="车库业主会")
    data = kind_to_data(replace(room.ask(all_kinds)[kind], rule=code))
    room.do(kinds.change_kind, code=kind, data=data)
    quorum = room.ask(quorum_of, meeting_id=street.meeting(kind))
    assert quorum is not None
    assert quorum.area is not None
    assert (quorum.eligible, quorum.area.whole_c) == (5, 55_500)
    rights = opened(street, *owners_vote(street, code), "张一", "王三")
    assert {name: rights[name].area_c for name in ("张一", "王三")} == {"张一": 9_500, "王三": 16_000}


def test_raised_hands_are_counted_among_the_votes_that_the_chip_shows(street: Street) -> None:
    room, meeting = street.room, street.meeting("residents_assembly")
    names = ("张一", "王三")
    room.do(
        proxies.give_proxy, meeting_id=meeting, principal_id=street.people["赵四"],
        holder_id=street.people["张一"], document="委托书",
    )  # fmt: skip
    for name in names:
        room.do(attendance.check_in, meeting_id=meeting, person_id=street.people[name])
    with room.store.read() as session:
        (item,) = [one.id for one in session.query(AgendaItem).filter_by(meeting_id=meeting, kind="vote")]
    room.do(agenda.set_motion, item_id=item, title="修门", text="修门。")
    room.do(running.open_meeting, meeting_id=meeting, short_reason="先开")
    room.do(running.go_to_item, item_id=item)
    quorum, view = room.ask(quorum_of, meeting_id=meeting), room.ask(hands_view, item_id=item)
    assert quorum is not None
    assert view is not None
    assert (quorum.present, quorum.represented) == (view.present, view.represented) == (3, 1)
    assert "1 of them is by proxy" in hands_presenter.rule_sentence(view)
    poll = room.do(polls.open_poll, item_id=item, tellers=1)
    for choice, hands in zip(Choice, (3, 0, 0), strict=True):
        room.do(polls.report_hands, poll_id=poll, position=1, choice=choice, teller=1, hands=hands)
    outcome = room.do(polls.close_poll, poll_id=poll)
    (step,) = outcome.found(StepCode.QUORUM)
    assert (outcome.verdict, step.actual) == (Verdict.ADOPTED, quorum.present)


def test_without_anybody_entitled_there_is_no_vote(street: Street) -> None:
    room, meeting = street.room, street.meeting("residents_assembly")
    with room.store.read() as session:
        (item,) = [one.id for one in session.query(AgendaItem).filter_by(meeting_id=meeting, kind="vote")]
        called = list(session.scalars(select(Invitee.person_id).where(Invitee.meeting_id == meeting)))
    for person in called:
        room.do(meetings.uninvite, meeting_id=meeting, person_id=person)
    room.do(agenda.set_motion, item_id=item, title="修门", text="修门。")
    room.do(running.open_meeting, meeting_id=meeting, short_reason="先开")
    room.do(running.go_to_item, item_id=item)
    hands = room.do(polls.open_poll, item_id=item, tellers=1)
    for choice in Choice:
        given: dict[str, Any] = {"poll_id": hands, "position": 1, "choice": choice, "teller": 1}
        assert room.refused(polls.report_hands, **given, hands=1).code == "row_too_many_hands"
        room.do(polls.report_hands, **given, hands=0)
    assert room.do(polls.close_poll, poll_id=hands).verdict is Verdict.NO_QUORUM
    room.do(polls.publish_result, poll_id=hands)
    second = room.do(agenda.add_item, meeting_id=meeting, kind=ItemKind.VOTE, title="选一个", minutes=5)
    room.do(agenda.set_motion, item_id=second, title="选一个", text="选一个。")
    poll = room.do(
        planning.prepare_vote, item_id=second, question=Question.ONE, method="choose_one",
        options=(("甲", 0), ("乙", 0)), setup=Setup(2), channels=(Channel.KEYPAD,),
    )  # fmt: skip
    room.do(running.go_to_item, item_id=second)
    assert room.refused(votes.open_vote, poll_id=poll).code == "nobody_entitled"
