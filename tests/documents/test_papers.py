"""Every paper: sound as a file, whole as a text, readable as a picture, the same every time."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pikepdf
import pytest

from meeting_app.documents import preview, render, words
from meeting_app.documents.check import read_paper, read_scan
from meeting_app.documents.decision_notice import decision_notice
from meeting_app.documents.minutes import minutes
from meeting_app.documents.text.clean import JOINER
from meeting_app.queries.papers import VoteTotals
from tests.documents import samples, tools
from tests.documents.every import ALL, SAMPLES, pdf


def _flat(name: str) -> str:
    """The text without line ends and blanks."""
    return "".join(tools.text(pdf(name)).split())


@pytest.mark.parametrize("name", ALL)
def test_the_file_is_sound(name: str) -> None:
    assert tools.qpdf_says_clean(pdf(name))
    found = tools.fonts(pdf(name))
    assert found
    assert all(embedded and subset and mapped for _, embedded, subset, mapped in found)
    assert tools.missing_glyphs(pdf(name)) == 0
    assert len(preview.page_sizes(pdf(name))) == SAMPLES[name].pages


@pytest.mark.parametrize("name", ["record", "ballot-choose", "poster"])
def test_the_programs_of_others_say_the_same(name: str) -> None:
    """What is asked of the libraries above for every paper, from qpdf and poppler as programs."""
    assert tools.qpdf_program_says_clean(pdf(name))
    assert tools.fonts_by_poppler(pdf(name)) == tools.fonts(pdf(name))


def test_a_broken_file_is_not_sound() -> None:
    assert not tools.qpdf_says_clean(pdf("agenda").replace(b"\nxref\n", b"\nxrfe\n"))


@pytest.mark.parametrize("name", ALL)
def test_the_same_paper_gives_the_same_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Lima")
    assert SAMPLES[name].make() == pdf(name)


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_printed_where_printers_cannot(name: str) -> None:
    assert tools.ink_near_edge(pdf(name)) == []


@pytest.mark.parametrize("name", ALL)
def test_number_code_digest_issuer_and_date_are_on_it(name: str) -> None:
    mark = SAMPLES[name].mark
    flat = "".join(tools.text_by_pdfium(pdf(name)).split())
    assert "".join(mark.number.split()) in flat
    assert mark.code in flat
    assert mark.issuer in flat
    read = read_paper(pdf(name))
    assert (read.number, read.code, read.digest, read.printed) == (mark.number, mark.code, mark.digest, True)
    if SAMPLES[name].kind == "ballot":
        return  # its own code is that of the slip; the digest would say nothing to who votes
    assert mark.digest[:8] in flat
    assert f"{mark.issued_on.year}年{mark.issued_on.month}月{mark.issued_on.day}日" in flat


@pytest.mark.parametrize("name", ALL)
def test_the_code_is_read_at_150_dpi(name: str) -> None:
    if SAMPLES[name].kind == "ballot":
        return  # its codes are tried in test_ballots
    marks = {read_scan(text) for text in tools.codes_of_ends(pdf(name))} - {None}
    assert marks == {(SAMPLES[name].mark.code, SAMPLES[name].mark.digest)}


@pytest.mark.parametrize("name", ALL)
def test_language_and_title_are_in_the_file(name: str) -> None:
    with pikepdf.open(io.BytesIO(pdf(name))) as document:
        assert str(document.Root.Lang) == "zh-CN"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo["/Author"]) == samples.ISSUER


def test_names_are_whole_in_the_text_of_the_record() -> None:
    lines = tools.text(pdf("record")).splitlines()
    for name in samples.NAMES:
        assert any(name in line for line in lines), name


def test_names_are_whole_on_list_and_badges() -> None:
    listed = tools.text(pdf("sign-in")).splitlines()
    assert [name for name in samples.NAMES if not any(name in line for line in listed)] == []
    badges = tools.text(pdf("badges"))
    assert all(name in badges for name in samples.NAMES[-12:])


def test_every_badge_carries_its_own_code() -> None:
    found = [text for text in tools.codes(pdf("badges")) if not text.startswith("YST1:")]
    assert sorted(found) == sorted(badge.code for badge in samples.badges().badges)


def test_the_notice_holds_the_motion_word_for_word() -> None:
    flat = _flat("notice")
    for clause in samples.MOTION:
        assert "".join(clause.split()) in _without_folios(flat)
    for piece in (
        "11月28日（星期六）14:30，14:00开始签到",
        "三分之二以上（32人）到会",
        "第二十八条、第二十九条",
        "不能委托别人表决",
    ):
        assert piece in flat


def _without_folios(flat: str) -> str:
    """The text without the page numbers and notes between two pages."""
    mark = samples.notice().mark
    for page in range(2, 4):
        flat = flat.replace(f"—{page}—", "")
    return flat.replace(f"{mark.number}核对码{mark.code}", "")


def test_the_record_reads_from_attendance_to_signatures() -> None:
    flat = _flat("record")
    order = [
        "时间：2026年11月28日14:32至16:21",
        "应到48人，开会时实到41人，达到法定的32人，会议有效",
        "一、通报前三季度居务和公共收益",
        "李桂芳（赞成，1分45秒）：",
        "表决：公共停车位和充电桩管理办法",
        "应到48人，到会41人，达到三分之二（32人）；29人同意，超过到会成员的半数（要21票）。",
        "怎么算出来的",
        "同意29＋反对8＋弃权3＋未举手1＝41",
        "29/41＝70.73%",
        "会议决定",
        "居委会周敏",
        "访客车辆怎么收费（宋喆提出）",
        "到会情况",
        "主持人",
        "监票人（王秀兰）",
    ]
    places = [flat.find(piece) for piece in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_two_stays_of_one_person_are_both_told() -> None:
    assert "14:30至14:50，15:01到" in _flat("record")


def test_the_summary_leaves_out_who_said_what() -> None:
    flat = _flat("minutes")
    assert "早该有个办法" not in flat
    assert "监票人（王秀兰）" not in flat
    assert "会议决定" in flat


def test_the_public_notice_has_its_dates_and_its_channel() -> None:
    flat = _flat("public")
    assert "公示12月1日至12月15日" in flat
    assert "在15天内写明姓名和理由" in flat
    assert "5个工作日内答复" in flat
    assert "赵*康（2号楼1单元）" in flat
    settled = _flat("settled")
    assert "现予公告" in settled
    assert "公示12月" not in settled
    assert "不同意见" not in settled


def test_shares_are_told_as_fractions_of_what_the_rule_counts() -> None:
    flat = _flat("public")
    assert "占到会成员人数29831" in flat
    assert "4129/41＝70.73%到会占应到41/48＝85.42%。依据：" in flat
    owners = _flat("public-owners")
    assert "参加人数63/72＝87.50%，参加面积5,386.04/6,148.32＝87.60%" in owners
    assert "同意人数53/63＝84.13%，同意面积4,512.60/5,386.04＝83.78%" in owners
    votes, rule = VoteTotals(29, 8, 3, 1, 2), samples.rule()
    wholes = {"members": 48, "present": 41, "cast": 42, "valid": 40, "yes_no": 37}
    for base, whole in wholes.items():
        told = words.agreed(48, 41, votes, replace(rule, base=base)).replace(JOINER, "")
        assert told.startswith(f"29/{whole}＝")


def test_attendance_keeps_its_order_over_pages() -> None:
    flat = _flat("record")
    rows = flat[flat.index("七、到会情况") :]
    places = [rows.index(f"{at}{name}") for at, name in enumerate(samples.NAMES, 1)]
    assert places == sorted(places)


def test_many_observers_stand_in_the_attendance_only() -> None:
    paper = samples.minutes()
    guest = paper.attendance[-1]
    guests = tuple(replace(guest, name=f"来宾{at}") for at in range(20))
    flat = "".join(tools.text(minutes(replace(paper, attendance=guests, items=()))).split())
    assert "列席：20人，名单附后。" in flat
    assert all(flat.count(f"来宾{at}") for at in range(20))


def test_speeches_of_which_nothing_was_noted_stand_together() -> None:
    paper = samples.minutes()
    at, item = next((at, item) for at, item in enumerate(paper.items) if len(item.speeches) > 3)
    first, second, third, *_rest = item.speeches
    said = (replace(first, gist=""), replace(second, gist=" "), third, replace(first, gist=""))
    items = (*paper.items[:at], replace(item, speeches=said), *paper.items[at + 1 :])
    flat = "".join(tools.text(minutes(replace(paper, items=items))).split())
    assert flat.count("没有记下要点") == 2
    order = [
        f"{first.speaker}（",
        f"、{second.speaker}（",
        "：都没有记下要点。",
        third.gist[:6],
        "：没有记下要点。",
    ]
    places = [flat.index("".join(words.split())) for words in order]
    assert places == sorted(places)


def test_papers_set_at_the_same_time_do_not_disturb_each_other() -> None:
    names = ["notice", "record", "public", "agenda"] * 2
    expected = [pdf(name) for name in names]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda name: SAMPLES[name].make(), names)) == expected


def test_every_kind_has_a_sample() -> None:
    assert {sample.kind for sample in SAMPLES.values()} == set(render.KINDS)


def test_bookmarks_lead_through_the_record() -> None:
    with preview.opened(pdf("record")) as document:
        titles = [entry.get_title() for entry in document.get_toc()]
    assert titles[:2] == ["晨光社区居民代表会议记录", "一、通报前三季度居务和公共收益"]
    assert "公共停车位和充电桩管理办法" in titles
    assert titles[-1] == "七、到会情况"


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages() -> None:
    with preview.opened(pdf("record")) as document:
        for at in range(len(document)):
            page = document[at].get_textpage()
            text = page.get_text_range()
            place = text.index(f"— {at + 1} —")
            left, bottom, _, top = page.get_charbox(place + 2)
            assert (left > 450) if at % 2 == 0 else (left < 140)
            assert 60 < bottom < top < 85


def test_a_motion_that_failed_says_by_how_much() -> None:
    paper = samples.decision_notice()
    failed = replace(paper, totals=VoteTotals(20, 18, 2, 1), outcome="not_adopted")
    flat = "".join(tools.text(decision_notice(failed)).split())
    assert "没有超过到会成员的半数（要21票，差1票）" in flat
    assert "结果是未通过" in flat


def test_a_meeting_without_quorum_says_how_many_were_missing() -> None:
    paper = samples.decision_notice()
    few = replace(paper, present=30, totals=VoteTotals(0, 0, 0), outcome="no_quorum")
    flat = "".join(tools.text(decision_notice(few)).split())
    assert "到会30人，不到三分之二（32人），差2人，不能表决。" in flat


def test_body_lines_lie_on_the_official_grid() -> None:
    """22 lines of 28.95 pt fill the type area; 28 characters of 15.79 pt fill a line."""
    paper = samples.minutes("minutes")
    first = replace(paper.items[0], notes=("国" * 28 * 60,))
    pdf = minutes(replace(paper, items=(first,), decisions=(), tasks=(), parked=()))
    with preview.opened(pdf) as document:
        page = document[1].get_textpage()
        text = page.get_text_range()
        marks = [at for at, sign in enumerate(text) if sign == "国"]
        rows = sorted({round(page.get_charbox(at)[1], 0) for at in marks}, reverse=True)
        lefts = sorted({round(page.get_charbox(at)[0], 0) for at in marks})
    assert len(rows) == 22
    assert rows[0] - rows[-1] == pytest.approx(21 * 28.95, abs=1.5)
    assert len(lefts) == 28
    assert lefts[-1] - lefts[0] == pytest.approx(27 * 15.79, abs=1.5)
