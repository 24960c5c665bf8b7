"""The papers around a meeting, filed from the records of the demonstration."""

import io
from datetime import timedelta
from typing import Any

import pikepdf
import pytest
from PIL import Image

from meeting_app.actions import papers
from meeting_app.actions.attachment_files import prepare_bytes
from meeting_app.actions.objections import answer_objection, note_objection
from meeting_app.actions.postings import put_up, take_down
from meeting_app.documents import preview, words
from meeting_app.documents.leaks import Leak, Private, leaks
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import paper_label
from meeting_app.queries.paper_list import paper_list
from meeting_app.queries.papers import Contact
from meeting_app.wording import labels
from tests.documents import samples
from tests.documents.every import pdf
from tests.papers.conftest import Office

COMING, THIRD, TALK = "第四次居民代表会议", "第三次居民代表会议", "居民议事会：垃圾投放点撤并"
_BEFORE = (
    "notice_large",
    "notice_children",
    "notice_poster",
    "rules",
    "delivery",
    "plates",
    "ballot",
)


def _text(body: bytes) -> str:
    with preview.opened(body) as document:
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    return "".join("".join(pages).split())


def test_what_a_coming_meeting_needs_is_filed(office: Office) -> None:
    for kind in _BEFORE:
        filed = office.issue(kind, COMING)
        (row,) = office.rows(kind)
        assert (row.state, row.pages, row.title) == ("filed", filed.pages, filed.title)
        text = _text(office.body(filed))
        assert "".join(filed.number_label.split()) in text
        assert kind == "rules" or COMING in text


def test_a_proxy_form_says_for_how_many_and_is_refused_where_nobody_may(office: Office) -> None:
    with pytest.raises(Refusal) as told:
        office.issue("proxy", COMING)
    assert told.value.code == "no_proxies"
    assert "不能委托别人表决" in _text(office.body(office.issue("notice", COMING)))
    owners = "3号楼业主会议：加装电梯"
    assert "一个人最多受1人委托" in _text(office.body(office.issue("proxy", owners)))
    assert "可以写委托书" in _text(office.body(office.issue("notice", owners)))


def test_ballots_are_enough_for_all_and_carry_the_text(office: Office) -> None:
    text = _text(office.body(office.issue("ballot", COMING)))
    assert text.count("票号1-") == 48 + 4
    assert "建六个带喷淋的电动自行车充电棚" in text
    with pytest.raises(Refusal) as told:
        office.issue("ballot", TALK)
    assert told.value.code == "nothing_to_vote"


def test_summary_and_record_are_two_papers(office: Office) -> None:
    record, summary = office.issue("minutes", THIRD), office.issue("summary", THIRD)
    assert (record.title, summary.title) == (f"{THIRD}记录", f"{THIRD}纪要")
    assert "主持人" in _text(office.body(record))
    assert "怎么算出来的" not in _text(office.body(summary))


def test_an_announcement_asks_for_no_objections(office: Office) -> None:
    text = _text(office.body(office.issue("announcement", THIRD)))
    assert "现予公告" in text
    assert "有不同意见" not in text


def test_the_report_comes_after_the_last_day_and_tells_what_was_objected(office: Office) -> None:
    with pytest.raises(Refusal) as told:
        office.issue("publicity_report", THIRD)
    assert told.value.code == "not_public"
    notice = office.issue("decision_notice", THIRD)
    desk = office.opened.desk
    (row,) = (one for one in office.opened.records.ask(paper_list) if one.id == notice.paper_id)
    assert row.public_from is not None
    noted = desk.do(
        note_objection, paper_id=notice.paper_id, text="花园挡住轮椅，请留通道。", raised_by="甲",
        received_on=row.public_from,
    ).result(60)  # fmt: skip
    with pytest.raises(Refusal) as told:
        office.issue("publicity_report", THIRD)
    assert told.value.code == "still_public"
    early = row.public_from - timedelta(days=1)
    with pytest.raises(Refusal) as told:
        desk.do(note_objection, paper_id=notice.paper_id, text="早了", received_on=early).result(60)
    assert told.value.code == "objection_outside"

    def hung(**facts: Any) -> str:
        return desk.do(put_up, paper_id=notice.paper_id, **facts).result(60)

    with pytest.raises(Refusal) as told:
        hung(place="门厅", posted_on=early - timedelta(days=1))
    assert told.value.code == "posting_day"
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(picture, "PNG")
    photo = prepare_bytes("墙.png", picture.getvalue())
    hung(place="社区公示栏", note="雨淋坏，重贴过", photo=photo)
    hall = hung(place="3号楼门厅")
    office.time.go_to(office.time().wall_ms + 5 * 86_400_000)
    desk.do(take_down, posting_id=hall).result(60)
    office.time.go_to(office.time().wall_ms + 15 * 86_400_000)
    assert "还没有答复" in _text(office.body(office.issue("publicity_report", THIRD)))
    desk.do(answer_objection, objection_id=noted, answer="留1.5米通道。").result(60)
    text = _text(office.body(office.issue("publicity_report", THIRD)))
    assert "花园挡住轮椅，请留通道。" in text
    assert "留1.5米通道。" in text
    assert "共1件，都已答复" in text
    assert "公示期满，按公示的内容执行" in text
    day, gone = (words.short_day(early + timedelta(days=after)) for after in (0, 5))
    assert f"张贴在：3号楼门厅（{day}至{gone}）；社区公示栏（雨淋坏，重贴过）。张贴照片1张归档。" in text
    assert [one.state for one in office.rows("publicity_report")] == ["superseded", "filed"]


def test_tasks_have_a_slip_each(office: Office) -> None:
    text = _text(office.body(office.issue("tasks", THIRD)))
    assert "养犬公约第二稿送到各楼栋长征求意见" in text
    assert "清河派出所晨光警务室" in text


def test_a_resident_who_presents_is_masked_in_public(office: Office) -> None:
    title = "3号楼业主会议：加装电梯"
    for kind in ("notice", "agenda"):
        text = _text(office.body(office.issue(kind, title)))
        assert "刘建军" not in text
        assert "刘*军" in text


def test_a_public_paper_that_tells_too_much_is_refused_by_name(office: Office) -> None:
    from meeting_app.actions.meetings import edit_meeting

    office.opened.desk.do(
        edit_meeting, meeting_id=office.meeting(COMING), place="刘建军家，电话13812345678"
    ).result(60)
    with pytest.raises(Refusal) as told:
        office.issue("notice", COMING)
    assert told.value.code == "paper_leaks"
    assert told.value.params["found"] == "刘建军、13812345678"
    assert [row.state for row in office.rows("notice")] == ["reserved"]
    made = office.opened.papers.issue("notice", office.meeting(COMING), all_the_same=True).result(60)
    assert made.number_label.endswith("1号")


_PRIVATE = Private(
    frozenset(("李桂芳", "高峰", "周敏")),
    frozenset(("055512345678",)),
    frozenset(("302",)),
    frozenset(("周敏",)),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由李桂芳说明", (Leak("name", "李桂芳"),)),
        ("高峰时段不停车，周敏主持", ()),
        ("联系：高峰", (Leak("name", "高峰"),)),
        ("3号楼2单元302", (Leak("room", "单元302"),)),
        ("共302户，302元", ()),
        ("电话138 1234 5678", (Leak("phone", "138 1234 5678"),)),
        ("电话0555 1234 5678", (Leak("phone", "055512345678"),)),
        ("证件11010519491231002X", (Leak("identity", "11010519491231002X"),)),
    ],
)
def test_what_the_scan_finds(text: str, found: tuple[Leak, ...]) -> None:
    from dataclasses import replace

    from meeting_app.documents.notice import meeting_notice

    notice = replace(samples.notice(), place_note=text, items=(), contact=Contact("居委会"))
    assert leaks(meeting_notice(notice), _PRIVATE) == found


def test_inside_papers_say_so_on_every_page_and_public_ones_do_not() -> None:
    for name in ("record", "minutes", "sign-in", "delivery"):
        with preview.opened(pdf(name)) as document:
            for at in range(len(document)):
                assert "内部使用，不张贴" in document[at].get_textpage().get_text_range()
    for name in ("notice", "public", "settled", "report", "large", "poster", "agenda"):
        assert "内部使用" not in _text(pdf(name))


def test_a_poster_is_a_sheet_of_a3() -> None:
    with pikepdf.open(io.BytesIO(pdf("poster"))) as document:
        (page,) = document.pages
        assert [round(float(edge)) for edge in page.mediabox] == [0, 0, 842, 1191]


def test_every_kind_has_a_word_and_a_number() -> None:
    marks = [paper_label("晨居", kind, 2026, 1) for kind in papers.KINDS]
    assert len(set(marks)) == len(papers.KINDS)
    assert set(papers.KINDS) <= set(labels.PAPERS)
    assert set(papers.PUBLIC_KINDS) <= set(papers.KINDS)
