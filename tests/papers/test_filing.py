"""Filing: every paper has its number, its bytes and its place in the register."""

import hashlib
from typing import Any

import pytest

from meeting_app.actions import papers
from meeting_app.actions.meetings import edit_meeting
from meeting_app.documents import preview, render
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.paper_content import CONTENT
from tests.papers.conftest import Office

COMING = "第四次居民代表会议"
THIRD = "第三次居民代表会议"
COUNCIL = "居民议事会：垃圾投放点撤并"


@pytest.mark.parametrize("kind", ["notice", "agenda", "sign_in", "badges"])
def test_a_paper_before_the_meeting_is_filed_with_its_bytes(office: Office, kind: str) -> None:
    filed = office.issue(kind, COMING)
    (row,) = office.rows(kind)
    body = office.body(filed)
    assert (row.number, row.state, row.pages, row.title) == (1, "filed", filed.pages, filed.title)
    assert row.sha256 == filed.sha256 == hashlib.sha256(body).hexdigest()
    assert row.pages == len(preview.page_sizes(body))
    assert filed.number_label.endswith("〔2026〕1号")


def test_numbers_run_on_over_meetings_and_what_comes_again_takes_the_place(office: Office) -> None:
    first = office.issue("minutes", THIRD)
    office.issue("minutes", COUNCIL)
    again = office.issue("minutes", THIRD)
    rows = office.rows("minutes")
    assert [(row.number, row.state) for row in rows] == [(1, "superseded"), (2, "filed"), (3, "filed")]
    assert rows[2].supersedes == first.paper_id
    assert office.body(first) != office.body(again)


def test_no_number_is_taken_by_a_paper_that_has_nothing_to_tell(office: Office) -> None:
    for kind, title, code in (
        ("minutes", COMING, "paper_unopened"),
        ("decision_notice", COMING, "nothing_decided"),
        ("decision_notice", COUNCIL, "nothing_decided"),
    ):
        with pytest.raises(Refusal) as told:
            office.issue(kind, title)
        assert told.value.code == code
        assert office.rows(kind) == ()
    assert office.issue("decision_notice", THIRD).number_label.endswith("〔2026〕1号")


def test_a_paper_is_refused_when_the_records_move_while_it_is_set(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody moves the meeting to another room while the notice is being set: a real action in between."""
    setting = render.pdf
    meeting = office.meeting(COMING)

    def disturbed(kind: str, content: Any) -> bytes:
        body = setting(kind, content)
        office.opened.desk.do(edit_meeting, meeting_id=meeting, place="三楼活动室").result(60)
        return body

    monkeypatch.setattr(render, "pdf", disturbed)
    with pytest.raises(Refusal) as told:
        office.issue("notice", COMING)
    assert told.value.code == "paper_moved"
    monkeypatch.undo()
    assert [row.state for row in office.rows("notice")] == ["reserved"]
    office.issue("notice", "广场舞联席会议")
    filed = office.issue("notice", COMING)
    assert [(row.number, row.state) for row in office.rows("notice")] == [(1, "filed"), (2, "filed")]
    assert "三楼活动室" in _text(office.body(filed))


def test_two_results_of_one_meeting_are_both_posted(office: Office) -> None:
    text = _text(office.body(office.issue("decision_notice", THIRD)))
    assert "表决了2个事项" in text
    assert "5号楼前建共享花园：通过" in text
    assert "文明养犬公约（第一稿）：未通过" in text
    assert "公示11月22日至12月6日" in text
    assert "第二十八条、第二十九条" in text


def test_a_meeting_without_a_rule_claims_none(office: Office) -> None:
    minutes = _text(office.body(office.issue("minutes", COUNCIL)))
    sheet = _text(office.body(office.issue("sign_in", "风雨连廊听证会")))
    for words in ("法定", "应到0人", "监票人", "列席："):
        assert words not in minutes
    assert "0人到会" not in sheet
    assert "参加人" in sheet


def test_a_notice_to_owners_counts_by_area_and_of_their_house(office: Office) -> None:
    notice = _text(office.body(office.issue("notice", "3号楼业主会议：加装电梯")))
    assert "表决权：72人，专有部分面积6,148.32平方米" in notice
    for words in ("不能委托", "组织法", "表决规则"):
        assert words not in notice


def test_a_sign_in_sheet_tells_nobody_why_somebody_is_excused(office: Office) -> None:
    sheet = _text(office.body(office.issue("sign_in", COMING)))
    assert sheet.count("已请假") == 2
    assert "住院" not in sheet


def _text(body: bytes) -> str:
    """All text without spaces and line ends."""
    with preview.opened(body) as document:
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    return "".join("".join(pages).split())


def test_every_kind_of_paper_has_its_question_and_its_setter() -> None:
    assert tuple(CONTENT) == papers.KINDS
    assert set(papers.KINDS) <= set(render.KINDS)
