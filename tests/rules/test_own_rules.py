"""The community's own rules: copied, changed, used by a kind and a meeting, taken away when unused."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from meeting_app.actions import kinds, meetings, polls, rules, undo
from meeting_app.actions import running as meeting_running
from meeting_app.actions.votes import planning, running
from meeting_app.domain.hand_count import Choice
from meeting_app.domain.meeting_kind_data import kind_to_data
from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Base, Measure, Share
from meeting_app.domain.rules.trace import StepCode, Verdict
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Question
from meeting_app.i18n import using
from meeting_app.queries.kinds import all_kinds
from meeting_app.queries.polls import hands_view, rule_view
from meeting_app.queries.rule_packs import all_packs, own_packs, pack_for, rule_codes, shipped_packs
from meeting_app.storage.tables import Meeting, Note, Poll
from meeting_app.storage.work import Work
from meeting_app.ui.console.live import hall_presenter, hands_presenter, result_presenter
from meeting_app.wording import labels, vote_changes
from meeting_app.wording.refusals import sentence
from tests.actions.hall import EVENING, Hall, begin
from tests.storage.desks import Room

COUNCIL = "residents_council_custom"


def copied(room: Room, version: str = COUNCIL, name: str = "3号楼议事会") -> RulePack:
    """An own rule."""
    code = room.do(rules.copy_rule, version_id=version, name=name)
    return next(pack for pack in room.ask(own_packs) if pack.code == code)


def test_a_copy_is_the_community_s_own_from_today(room: Room, hall: Hall) -> None:
    pack = copied(room, "owners_major_2021")
    like = next(one for one in shipped_packs() if one.id == "owners_major_2021")
    assert (pack.name, pack.name_en, pack.sources, pack.effective_to) == ("3号楼议事会", "", (), None)
    assert (pack.approval, pack.measures, pack.participation) == (
        like.approval,
        like.measures,
        like.participation,
    )
    assert pack.code in room.ask(rule_codes)
    assert room.ask(pack_for, code=pack.code, day=date(2030, 1, 1)) == pack
    assert room.ask(all_packs)[-1] == pack


def test_it_is_changed_and_taken_back(room: Room, hall: Hall) -> None:
    pack = copied(room)
    stricter = replace(pack, approval=Share(2, 3, strict=False, base=Base.CAST), name="严一点")
    room.do(rules.change_rule, code=pack.code, pack=stricter)
    assert [(one.name, one.approval) for one in room.ask(own_packs)] == [("严一点", stricter.approval)]
    room.do(undo.undo_last)
    assert room.ask(own_packs) == (pack,)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": "居民代表会议"}, "rule_name_taken"),
        ({"name": ""}, "text_needed"),
        ({"measures": (Measure.AREA, Measure.AREA)}, "rule_impossible"),
        ({"more_candidates": True}, "rule_impossible"),
    ],
)
def test_what_cannot_be_is_refused(room: Room, hall: Hall, changes: dict[str, object], code: str) -> None:
    pack = copied(room)
    refusal = room.refused(rules.change_rule, code=pack.code, pack=replace(pack, **changes))  # type: ignore[arg-type]
    assert refusal.code == code
    assert "{" not in sentence(refusal)
    assert room.ask(own_packs) == (pack,)


def test_of_nothing_nothing_is_copied(room: Room, hall: Hall) -> None:
    assert room.refused(rules.copy_rule, version_id="nothing", name="x").code == "rule_unknown"


def test_a_rule_in_use_stays(room: Room, hall: Hall) -> None:
    pack = copied(room)
    kind = room.do(kinds.copy_kind, code="representatives_meeting", name="楼栋会议")
    data = {**kind_to_data(room.ask(all_kinds)[kind]), "rule": pack.code, "quorum": None}
    room.do(kinds.change_kind, code=kind, data=data)
    refusal = room.refused(rules.remove_rule, code=pack.code)
    assert (refusal.code, refusal.params["n"]) == ("rule_in_use", 1)
    room.do(meetings.draft_meeting, kind=kind, title="会议", place="二楼", starts_at=EVENING)
    assert room.refused(rules.remove_rule, code=pack.code).params["n"] == 2
    before = datetime(2020, 1, 1, tzinfo=UTC)
    late = room.refused(meetings.draft_meeting, kind=kind, title="x", place="x", starts_at=before)
    assert late.code == "rule_not_yet"
    assert "3号楼议事会" in sentence(late)


def test_an_unused_rule_goes(room: Room, hall: Hall) -> None:
    pack = copied(room)
    room.do(rules.remove_rule, code=pack.code)
    assert room.ask(own_packs) == ()


def under(room: Room, hall: Hall, rule: str) -> None:
    """Let the meeting be held under a rule."""

    def change(work: Work) -> None:
        work.get(Meeting, hall.meeting).rule = rule

    room.do(change)


def test_a_rule_that_was_announced_stays_and_a_vote_takes_another_with_a_reason(
    room: Room, hall: Hall
) -> None:
    pack = copied(room)
    under(room, hall, pack.code)
    stricter = replace(pack, name="严一点", approval=Share(2, 3, strict=False, base=Base.PRESENT))
    refusal = room.refused(rules.change_rule, code=pack.code, pack=stricter)
    assert (refusal.code, refusal.params["name"]) == ("rule_announced", pack.name)
    with using("zh_CN"):
        assert "居民代表会议" in sentence(refusal)
    begin(room, hall, hall.vote)
    assert room.refused(rules.change_rule, code=pack.code, pack=stricter).code == "rule_announced"
    other = room.do(rules.copy_rule, version_id=pack.id, name="严一点")
    room.do(rules.change_rule, code=other, pack=stricter)
    vote: dict[str, Any] = {
        "item_id": hall.vote, "question": Question.AGREE, "method": "yes_no", "rule": other,
        "options": (("加装电梯", 0),), "setup": Setup(1),
    }  # fmt: skip
    assert room.refused(planning.prepare_vote, **vote).code == "text_needed"
    poll = room.do(planning.prepare_vote, **vote, reason="会上要求三分之二")
    room.do(running.open_vote, poll_id=poll)
    with room.store.read() as session:
        assert pack_from_json(session.get_one(Poll, poll).rule).approval == stricter.approval
        [note] = session.query(Note)
        assert (note.kind, note.text) == (vote_changes.CHANGED, "会上要求三分之二")
    with using("zh_CN"):
        assert labels.label(hall_presenter.NOTE_KINDS, note.kind) == "表决改动"
        assert "三分之二" in vote_changes.line(note.kind, note.text)
    room.do(running.annul_vote, poll_id=poll, reason="演示完毕")
    room.do(planning.drop_vote, item_id=hall.vote, reason="演示完毕")
    room.do(meeting_running.close_meeting, meeting_id=hall.meeting)
    room.do(rules.change_rule, code=pack.code, pack=replace(pack, approval=stricter.approval))


def test_how_many_must_be_there_stays_as_it_was_announced(room: Room, hall: Hall) -> None:
    code = room.do(kinds.copy_kind, code="representatives_meeting", name="楼栋会议")
    data = kind_to_data(room.ask(all_kinds)[code])

    def held(work: Work) -> None:
        work.get(Meeting, hall.meeting).kind = code

    room.do(held)
    fewer = {**data, "quorum": {**data["quorum"], "numerator": 1, "denominator": 10}}
    refusal = room.refused(kinds.change_kind, code=code, data=fewer)
    assert (refusal.code, refusal.params["name"]) == ("kind_announced", "楼栋会议")
    with using("zh_CN"):
        assert "不能改到会人数要求" in sentence(refusal)
    room.do(kinds.change_kind, code=code, data={**data, "name": "楼栋大会"})
    begin(room, hall, hall.vote)
    assert room.refused(kinds.change_kind, code=code, data=fewer).code == "kind_announced"


def test_hands_do_not_show_an_area(room: Room, hall: Hall) -> None:
    begin(room, hall, hall.vote)
    for rule, code in (("owners_general", "hands_without_area"), ("custom_yes_no", "hands_other_base")):
        under(room, hall, rule)
        refusal = room.refused(polls.open_poll, item_id=hall.vote)
        assert refusal.code == code
        assert next(pack.name for pack in shipped_packs() if pack.code == rule) in sentence(refusal)


def test_hands_under_a_rule_of_our_own_say_its_own_share(room: Room, hall: Hall) -> None:
    pack = copied(room)
    stricter = replace(pack, approval=Share(2, 3, strict=False, base=Base.PRESENT), participation=None)
    room.do(rules.change_rule, code=pack.code, pack=stricter)
    under(room, hall, pack.code)
    begin(room, hall, hall.vote)
    poll = room.do(polls.open_poll, item_id=hall.vote, tellers=1)
    for choice, hands in zip(Choice, (5, 2, 0), strict=True):
        room.do(polls.report_hands, poll_id=poll, position=1, choice=choice, teller=1, hands=hands)
    outcome = room.do(polls.close_poll, poll_id=poll)
    assert (outcome.verdict, outcome.found(StepCode.THRESHOLD)[0].needed) == (Verdict.ADOPTED, 5)
    view = room.ask(hands_view, item_id=hall.vote)
    assert view is not None
    shown = result_presenter.result(view)
    assert shown is not None
    assert shown.sentence.endswith("At least two thirds of the members present agree.")
    assert shown.law == hands_presenter.law(rule_view(stricter)) == "by our own rule"
    # It says nothing of who must come, so the kind of meeting does: two thirds (decided by its law).
    told = {step.title: step.rule for step in shown.steps[-3:]}
    assert list(told) == ["Ballots", "Taking part", "Agreeing"]
    assert "as this kind of meeting asks" in told["Taking part"]
