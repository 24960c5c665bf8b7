"""Long and nasty input gives a right paper or a refusal in words, never a fault and never cut text."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app.documents import preview
from meeting_app.documents.agenda import agenda
from meeting_app.documents.badges import badge_sheet
from meeting_app.documents.decision_notice import decision_notice
from meeting_app.documents.minutes import minutes
from meeting_app.documents.notice import meeting_notice
from meeting_app.documents.sign_in import sign_in_sheet
from meeting_app.documents.text import faces
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.papers import (
    Badge,
    MinutesPaper,
    MinutesSpeech,
    NoticeItem,
    ParkedLine,
    SignInGroup,
    SignInRow,
    TaskLine,
)
from meeting_app.queries.vote_spread import Spread
from tests.documents import owners, samples, tools

_LONG = "关于" + "进一步加强和改进小区公共区域车辆停放以及充电设施建设管理工作" * 4


def _flat(pdf: bytes) -> str:
    return "".join(tools.text(pdf).split())


def _bare() -> MinutesPaper:
    return replace(samples.minutes(), items=(), decisions=(), tasks=(), parked=(), distribution=())


def test_a_title_of_120_characters_is_whole_everywhere() -> None:
    made = (
        meeting_notice(replace(samples.notice(), title=_LONG)),
        minutes(replace(_bare(), heading=_LONG)),
        decision_notice(replace(samples.decision_notice(), title=_LONG, question=_LONG)),
        agenda(replace(samples.agenda(), title=_LONG)),
        sign_in_sheet(replace(samples.sign_in(), title=_LONG)),
        badge_sheet(replace(samples.badges(2), meeting_title=_LONG)),
    )
    for pdf in made:
        assert _LONG in _flat(pdf)
        assert tools.ink_near_edge(pdf) == []


def test_a_speech_of_twenty_pages_is_whole() -> None:
    gist = "".join(f"第{at}点，大家都说这件事要办，但要办得公道。" for at in range(560))
    speech = MinutesSpeech("李桂芳", "for", samples.START, 7200, gist)
    item = replace(samples.minutes().items[1], speeches=(speech,), votes=())
    pdf = minutes(replace(_bare(), items=(item,)))
    assert len(preview.page_sizes(pdf)) >= 20
    flat = _flat(pdf)
    assert all(f"第{at}点" in flat for at in range(0, 560, 13))
    assert tools.qpdf_says_clean(pdf)


def test_a_task_longer_than_a_page_is_divided() -> None:
    text = "".join(f"（{at}）把这一条也办好，办完以后贴出来。" for at in range(200))
    task = TaskLine(text, "居委会", None)
    pdf = minutes(replace(_bare(), tasks=(task, task)))
    flat = _flat(pdf)
    for at in range(200):
        assert flat.count(f"（{at}）") == 2, at


def test_an_empty_meeting_has_a_record() -> None:
    empty = replace(
        _bare(), attendance=(), tellers=(), ended_at=None, present=0, place="", chair="", recorder=""
    )
    flat = _flat(minutes(empty))
    assert "差32人，不够法定的32人" in flat
    assert "没有签到记录" in flat


def test_empty_lists_give_a_sheet_each() -> None:
    assert len(preview.page_sizes(sign_in_sheet(replace(samples.sign_in(), groups=())))) == 1
    assert len(preview.page_sizes(badge_sheet(replace(samples.badges(), badges=())))) == 1
    assert len(preview.page_sizes(agenda(replace(samples.agenda(), items=(), house_rules=())))) == 1
    nothing = replace(samples.notice(), items=(), attachments=(), posted_at=(), delivered=None, check_in=())
    assert "表决规则" not in _flat(meeting_notice(nothing))


def test_markup_and_control_characters_are_only_text() -> None:
    text = "甲</w:t><b>乙&amp;\x00\x07丙\r\n%s {name} \\n (丁) <</Type>>"
    pdf = minutes(replace(_bare(), parked=(ParkedLine(text, "A&B <甲>"),)))
    flat = _flat(pdf)
    assert "甲</w:t><b>乙&amp;丙" in flat
    assert "%s{name}\\n(丁)<</Type>>（A&B<甲>提出）" in flat
    assert tools.qpdf_says_clean(pdf)


def test_emoji_are_refused_by_name() -> None:
    with pytest.raises(Refusal) as told:
        minutes(replace(_bare(), parked=(ParkedLine("好👍🏽的🙂", ""),)))
    assert told.value.code == "no_glyph"
    assert "👍" in str(told.value.params["characters"])


def test_without_the_fangsong_papers_are_set_in_the_serif(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _flat(meeting_notice(samples.notice()))
    monkeypatch.setitem(faces._FILES, "YishitingFang-Regular", "absent.ttf")
    faces.chain.cache_clear()
    try:
        pdf = meeting_notice(samples.notice())
    finally:
        monkeypatch.undo()
        faces.chain.cache_clear()
    assert not any("Fang" in name for name, *_ in tools.fonts(pdf))
    assert _flat(pdf)[:60] == expected[:60]


def test_rare_names_are_printed_not_boxed() -> None:
    names = ("郑𬱖", "梁㛃", "冯䶮", "囍㼆", "邢𠅤", "尭濬")
    rows = tuple(SignInRow(at, name, "1号楼", "居民代表") for at, name in enumerate(names, 1))
    paper = replace(samples.sign_in(), groups=(SignInGroup("居民代表", rows),))
    pdf = sign_in_sheet(paper)
    assert tools.missing_glyphs(pdf) == 0
    assert all(name in tools.text(pdf) for name in names)


def test_long_names_and_places_are_set_smaller_not_cut() -> None:
    name, place = "阿卜杜热合曼·阿布都克里木·买买提艾力", "第十二号楼东单元三零二室北侧"
    rows = (SignInRow(1, name, place, "居民代表兼第三居民小组组长和居务监督委员会成员", "代" + name),)
    pdf = sign_in_sheet(replace(samples.sign_in(), groups=(SignInGroup("组" * 40, rows),)))
    flat = _flat(pdf)
    assert name in flat
    assert place in flat
    assert "组" * 40 in flat
    badge = Badge(1, name, "YST*ABC123", "居民代表兼第三居民小组组长", place)
    pdf = badge_sheet(replace(samples.badges(), badges=(badge,)))
    assert name in _flat(pdf)
    assert "YST*ABC123" in tools.codes(pdf)


def test_a_code_that_no_scanner_reads_well_is_refused() -> None:
    with pytest.raises(Refusal) as told:
        badge_sheet(replace(samples.badges(), badges=(Badge(1, "甲", "中文"),)))
    assert told.value.params["characters"] == "中文"


def test_forty_agenda_items_go_on_to_further_pages() -> None:
    rows = tuple(
        replace(
            samples.agenda().items[2],
            number=at,
            title=f"第{at}件事的讨论",
            starts_at=samples.START + timedelta(minutes=at),
        )
        for at in range(1, 41)
    )
    flat = _flat(agenda(replace(samples.agenda(), items=rows)))
    assert all(f"第{at}件事的讨论" in flat for at in range(1, 41))


def test_a_long_motion_moves_the_box_to_the_next_page_with_the_seal() -> None:
    clauses = tuple(f"（{at}）{'把办法写清楚，让大家都看得懂。' * 3}" for at in range(1, 16))
    pdf = decision_notice(replace(samples.decision_notice(), motion=clauses))
    with preview.opened(pdf) as document:
        last = document[len(document) - 1].get_textpage().get_text_range()
    assert "公示　12月1日至" in last
    assert samples.ISSUER in last


def test_many_attachments_and_items_of_a_notice() -> None:
    items = tuple(NoticeItem(f"第{at}件事", 5) for at in range(1, 31))
    paper = replace(samples.notice(), items=items, attachments=tuple(f"材料{at}" for at in range(1, 31)))
    flat = _flat(meeting_notice(paper))
    assert all(f"第{at}件事" in flat and f"材料{at}" in flat for at in range(1, 31))


def test_long_proposals_in_five_steps_are_whole() -> None:
    name = "".join(f"第{at}点要写清楚；" for at in range(12))
    vote = replace(
        owners.lift(), sums=(), spread=(Spread(name, (9, 4, 0, 1, 2)), Spread("短", (1, 0, 0, 0, 0)))
    )
    item = replace(samples.minutes().items[1], ballots=(vote,))
    assert name in _flat(minutes(replace(_bare(), items=(item,))))


@settings(max_examples=25)
@given(st.text(min_size=0, max_size=300))
def test_any_text_is_set_or_refused(text: str) -> None:
    paper = replace(_bare(), parked=(ParkedLine(text, text[:9]),), place=text, chair=text, attendance=())
    refused, pdf = "", b""
    try:
        pdf = minutes(paper)
    except Refusal as refusal:
        refused = refusal.code
    if refused:
        assert refused == "no_glyph"
    else:
        assert tools.missing_glyphs(pdf) == 0
