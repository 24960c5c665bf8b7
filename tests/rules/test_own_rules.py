"""The community's own rules: copied, changed, used by a kind and a meeting, taken away when unused."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from meeting_app.actions import kinds, meetings, polls, rules, undo
from meeting_app.domain.meeting_kind_data import kind_to_data
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Base, Measure, Share
from meeting_app.queries.kinds import all_kinds
from meeting_app.queries.rule_packs import all_packs, own_packs, pack_for, rule_codes, shipped_packs
from meeting_app.storage.tables import Meeting
from meeting_app.storage.work import Work
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


def test_hands_do_not_show_an_area(room: Room, hall: Hall) -> None:
    def by_area(work: Work) -> None:
        work.get(Meeting, hall.meeting).rule = "owners_general"

    room.do(by_area)
    begin(room, hall, hall.vote)
    refusal = room.refused(polls.open_poll, item_id=hall.vote)
    assert refusal.code == "hands_without_area"
    assert "业主大会" in sentence(refusal)
