"""The shipped kinds are whole; own ones are copied, changed and used, and taken away when unused."""

from datetime import date
from pathlib import Path

import pytest

from meeting_app.actions import attendance, kinds, meetings, people, running, topics, undo
from meeting_app.documents.opening import came
from meeting_app.domain.meeting_kind import LAWS, OWN_PREFIX
from meeting_app.domain.meeting_kind_data import kind_to_data
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.in_force import pack_on
from meeting_app.queries import kinds as kind_queries
from meeting_app.queries.meetings import invited_people, meeting_draft
from meeting_app.queries.minutes import minutes_paper
from meeting_app.queries.rule_packs import shipped_codes, shipped_packs
from meeting_app.wording.labels import LAWS as LAW_LABELS
from meeting_app.wording.labels import MEETING_KINDS
from meeting_app.wording.refusals import sentence
from tests.actions.hall import EVENING, Hall
from tests.documents.samples import mark
from tests.storage.desks import Room

NINE = {
    "residents_council", "residents_assembly", "representatives_meeting", "owners_meeting", "hearing",
    "joint_conference", "topic_consultation", "on_site_meeting", "family_council",
}  # fmt: skip


def test_the_nine_kinds_are_whole() -> None:
    found = kind_queries.shipped_kinds()
    assert set(found) == NINE == set(MEETING_KINDS)
    assert LAWS.keys() == LAW_LABELS.keys()
    for kind in found.values():
        assert "minutes" in kind.papers
        assert kind.rule is None or any(item.kind == "vote" for item in kind.template)
        assert kind.template[-1].kind == "closing"


def test_the_quorum_of_a_kind_is_that_of_its_rule() -> None:
    for kind in kind_queries.shipped_kinds().values():
        if kind.rule is None or kind.quorum is None:
            continue
        share = pack_on(shipped_packs(), kind.rule, date(2026, 11, 28)).quorum
        stated = (kind.quorum.numerator, kind.quorum.denominator, kind.quorum.strict)
        assert stated == (share.numerator, share.denominator, share.strict)


@pytest.mark.parametrize(
    ("code", "days", "article"),
    [("residents_assembly", 10, 26), ("representatives_meeting", 10, 26), ("owners_meeting", 15, 14)],
)
def test_the_periods_of_notice_are_the_law_s(code: str, days: int, article: int) -> None:
    notice = kind_queries.shipped_kinds()[code].notice
    assert (notice.days, notice.articles) == (days, (article,))


def test_a_broken_file_names_itself_and_the_line(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as broken:
        kind_queries.read_kind('{"code": "x",\n"votes" true}', "50_x.json", shipped_codes())
    assert sentence(broken.value).startswith("50_x.json, line 2: this is not valid JSON")
    with pytest.raises(Refusal) as twice:
        kind_queries.read_kind('{"code": "x", "code": "y"}', "50_x.json", shipped_codes())
    assert sentence(twice.value) == "50_x.json: “code” stands twice. Take one of them out."


def copy(room: Room, name: str = "楼道议事会") -> str:
    """A kind of our own, like the council."""
    return room.do(kinds.copy_kind, code="residents_council", name=name)


def test_a_copy_is_changed_used_and_kept_by_its_meeting(room: Room, hall: Hall) -> None:
    code = copy(room)
    assert code.startswith(OWN_PREFIX)
    kind = room.ask(kind_queries.all_kinds)[code]
    data = {**kind_to_data(kind), "votes": True, "notice": {"days": 2, "basis": "custom"}}
    room.do(kinds.change_kind, code=code, data={**data, "name": "单元议事会"})
    meeting = room.do(meetings.draft_meeting, kind=code, title="二单元议事", place="门厅", starts_at=EVENING)
    draft = room.ask(meeting_draft, meeting_id=meeting, today=date(2026, 11, 10))
    assert draft is not None
    assert (draft.kind_name, draft.notice_days, len(draft.items)) == ("单元议事会", 2, 4)
    assert room.refused(kinds.remove_kind, code=code).params["n"] == 1
    room.do(kinds.change_kind, code=code, data={**data, "name": "别的名字"})
    again = room.ask(meeting_draft, meeting_id=meeting, today=date(2026, 11, 10))
    assert again is not None
    assert again.kind_name == "单元议事会"


def test_an_unused_kind_is_taken_away_and_brought_back(room: Room) -> None:
    code = copy(room)
    room.do(kinds.remove_kind, code=code)
    assert code not in room.ask(kind_queries.all_kinds)
    room.do(undo.undo_last)
    assert room.ask(kind_queries.all_kinds)[code].name == "楼道议事会"


@pytest.mark.parametrize("name", ["楼道议事会", "居民议事会", "Residents' council"])
def test_no_two_kinds_have_one_name(room: Room, name: str) -> None:
    copy(room)
    assert room.refused(kinds.copy_kind, code="hearing", name=name).code == "kind_name_taken"


def test_a_wrong_definition_changes_nothing(room: Room) -> None:
    code = copy(room)
    data = kind_to_data(room.ask(kind_queries.all_kinds)[code])
    refusal = room.refused(kinds.change_kind, code=code, data={**data, "agenda": []})
    assert (
        sentence(refusal) == "The agenda of 楼道议事会 must have between 1 and 60 items. Nothing was changed."
    )
    assert len(room.ask(kind_queries.all_kinds)[code].template) == 4


def test_families_and_those_concerned_are_called(room: Room, hall: Hall) -> None:
    lines = tuple(
        people.RosterLine(
            name=name, building="3号楼", stairway=1, storey=2, room=door, area_c=8860, relation=relation,
            phone="", birth_year=year, share=None,
        )
        for name, door, relation, year in (
            ("钱大", "201", "owner", 1985), ("钱小", "201", "family", 2016), ("冯老", "202", "owner", 1950),
        )
    )  # fmt: skip
    room.do(people.import_roster, rows=lines)
    family = room.do(
        meetings.draft_meeting, kind="family_council", title="亲子会", place="院里", starts_at=EVENING
    )
    assert [row.name for row in room.ask(invited_people, meeting_id=family)] == ["钱大"]
    room.do(topics.support_topic, topic_id=hall.topic, person_id=hall.people[4])
    talk = room.do(
        meetings.draft_meeting, kind="topic_consultation", title="电梯协商", place="二楼", starts_at=EVENING,
        topic_id=hall.topic,
    )  # fmt: skip
    called = room.ask(invited_people, meeting_id=talk)
    assert [(row.person_id, row.votes) for row in called] == [(hall.people[4], False)]
    alone = room.do(
        meetings.draft_meeting, kind="topic_consultation", title="协商", place="二楼", starts_at=EVENING
    )
    assert room.ask(invited_people, meeting_id=alone) == ()


def test_a_kind_s_own_quorum_holds_without_any_rule_and_opening_without_it_is_minuted(
    room: Room, hall: Hall
) -> None:
    code = copy(room)
    data = kind_to_data(room.ask(kind_queries.all_kinds)[code])
    quorum = {"numerator": 3, "denominator": 4, "strict": False, "by_area": False, "law": "", "articles": []}
    room.do(
        kinds.change_kind,
        code=code,
        data={**data, "votes": True, "called": "representatives", "quorum": quorum},
    )
    meeting = room.do(meetings.draft_meeting, kind=code, title="楼道议事", place="门厅", starts_at=EVENING)
    for person in hall.people[:6]:
        room.do(attendance.check_in, meeting_id=meeting, person_id=person)
    refusal = room.refused(running.open_meeting, meeting_id=meeting)
    assert (refusal.code, refusal.params["needed"], refusal.params["short"]) == ("no_quorum", 7, 1)
    assert room.refused(running.open_meeting, meeting_id=meeting, short_reason=" ").code == "no_quorum"
    room.do(running.open_meeting, meeting_id=meeting, short_reason="消防通道急需商量")
    paper = room.ask(minutes_paper, meeting_id=meeting, mark=mark("晨居会〔2026〕9号"))
    assert came(paper) == (
        "应到9人，开会时实到6人，差1人，不够规定的7人。人数不够仍然开会，理由：消防通道急需商量。"
    )
