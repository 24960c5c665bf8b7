"""Where lines of Chinese end, and how they are filled."""

import random
from itertools import pairwise

import pytest

from meeting_app.documents.flow.block import OFFICIAL
from meeting_app.documents.flow.measures import AREA_WIDTH, BODY, INDENT, PITCH, TITLE
from meeting_app.documents.flow.sense import title_lines
from meeting_app.documents.text.clean import clean, whole
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.lines import RIGHT, Line, Shape, set_lines, text_width
from meeting_app.documents.text.style import Span, Style

_PROSE = (
    "经3号楼41户业主联名提议，定于2026年11月28日（星期六）召开“业主会议”，表决加装电梯方案……现通知如下："
    "每部57.8万元，共231.2万元——政府补贴80万元，其余由3至6层出；"
    "《城市居民委员会组织法》第二十八条、第二十九条有规定！谁来监督？（一）居委会；（二）居民代表。"
    "联系电话5550 0128，工作日9:00至17:00，邮箱office@example.org。郑𬱖、阿依古丽·买买提同意。"
)
_NO_START = "，。、；：？！）》”’」』】〕…·％"
_NO_END = "（《“‘「『【〔"


def _lines(text: str, width: float, shape: Shape = OFFICIAL) -> list[Line]:
    return set_lines([Span(text, BODY)], width, shape)


def _widths() -> list[float]:
    dice = random.Random(7)
    return [AREA_WIDTH, *(dice.uniform(200, 445) for _ in range(120))]


@pytest.mark.parametrize("width", _widths())
def test_no_line_begins_or_ends_with_what_may_not(width: float) -> None:
    lines = _lines(_PROSE, width)
    assert "".join(line.text for line in lines).replace(" ", "") == _PROSE.replace(" ", "")
    for line, following in pairwise(lines):
        assert following.text[0] not in _NO_START.replace("…", ""), following.text
        assert line.text[-1] not in _NO_END, line.text
        assert not (line.text[-1] == following.text[0] and line.text[-1] in "—…"), line.text
        assert not (line.text[-1].isascii() and following.text[0].isascii()), (line.text, following.text)


@pytest.mark.parametrize("width", _widths())
def test_numbers_stay_with_what_they_count(width: float) -> None:
    lines = _lines(_PROSE, width)
    for line, following in pairwise(lines):
        assert not (line.text[-1].isdigit() and following.text[0] in "年月日号户部万层"), line.text
        assert not (line.text.endswith("万") and following.text.startswith("元"))
        assert not line.text.endswith("第")


@pytest.mark.parametrize("width", _widths())
def test_lines_stay_inside_and_full_ones_reach_the_margin(width: float) -> None:
    lines = _lines(_PROSE, width)
    for at, line in enumerate(lines):
        last = line.segments[-1]
        wide = text_width(last.text, Style(Voice.FANG, last.size, pitch=last.spacing))
        right = last.x + (wide if len(line.segments) == 1 else 0.0)
        assert right <= width + 0.6
        assert line.segments[0].x == pytest.approx(INDENT if at == 0 else 0.0)


def test_justified_lines_end_at_the_margin_exactly() -> None:
    text = "居民代表会议由居民委员会成员和居民代表组成讨论决定涉及全体居民利益的重要事项" * 4
    width = 17.4 * 16
    for line in set_lines([Span(text, Style(Voice.FANG, 16.0))], width, Shape())[:-1]:
        (only,) = line.segments
        assert len(only.text) == 17
        assert 17 * 16 + 16 * only.spacing == pytest.approx(width, abs=0.05)


def test_last_lines_and_other_alignments_are_not_stretched() -> None:
    lines = _lines(_PROSE, AREA_WIDTH)
    assert {part.spacing for part in lines[-1].segments} == {BODY.pitch}
    for line in _lines(_PROSE, AREA_WIDTH, RIGHT):
        assert all(part.spacing <= BODY.pitch + 0.001 for part in line.segments)


def test_words_and_pairs_are_never_spread() -> None:
    text = "大家的意见——要快" + "，按照表决办法" * 3 + "office@example.org" + "、另外一种情况" * 4
    for line in _lines(text, 377.0):
        for part in line.segments:
            if "——" in part.text or "example" in part.text:
                assert part.spacing == pytest.approx(BODY.pitch)


def test_twenty_eight_characters_on_the_grid() -> None:
    (first, *_) = _lines("国" * 80, AREA_WIDTH, Shape())
    assert len(first.text) == 28
    assert first.width == pytest.approx(28 * PITCH - BODY.pitch, abs=0.3)


def test_two_signs_close_up_their_blank_halves() -> None:
    def wide(text: str) -> float:
        return set_lines([Span(text, Style(Voice.SERIF, 10.0))], 500)[0].width

    assert wide("国）。国") == pytest.approx(35.0)
    assert wide("国：“国") == pytest.approx(35.0)
    assert wide("国（《国") == pytest.approx(35.0)
    assert wide("国”，“国") == pytest.approx(40.0)
    assert wide("国——国") == pytest.approx(40.0)


def test_a_closing_sign_is_squeezed_in_rather_than_moved_with_its_word() -> None:
    (first, *_) = _lines("国" * 28 + "，" + "国" * 20, AREA_WIDTH + 4, Shape())
    assert first.text.endswith("，")


def test_one_character_alone_makes_no_last_line() -> None:
    lines = _lines("国" * 29 + "。", AREA_WIDTH, Shape())
    assert [len(line.text) for line in lines] == [27, 3]


def test_glued_names_are_not_broken() -> None:
    names = "、".join(whole(name) for name in ("阿依古丽·买买提", "欧阳秀兰", "郑𬱖", "司马相如")) + "。"
    parts = names.replace("\u2060", "").rstrip("。").split("、")
    for width in range(150, 400, 7):
        lines = [line.text for line in _lines(names, float(width), Shape())]
        for name in parts:
            assert any(name in line for line in lines), (width, name, lines)


def test_even_a_forced_break_leaves_no_sign_alone() -> None:
    for width in range(60, 150):
        for line in _lines("邮箱office@example.org。（国）", float(width), Shape()):
            assert line.text[0] not in _NO_START


def test_what_has_no_place_to_break_is_broken_anyway() -> None:
    lines = _lines("x" * 300, AREA_WIDTH, Shape())
    assert "".join(line.text for line in lines) == "x" * 300
    assert len(lines) > 4


def test_line_ends_in_the_text_are_kept() -> None:
    assert [line.text for line in _lines("一\n\n二\r\n三\u2028四", AREA_WIDTH)] == [
        "一",
        "",
        "二",
        "三",
        "四",
    ]
    assert [line.text for line in _lines("", AREA_WIDTH)] == [""]


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\x00b\x07c\x1bd", "abcd"),
        ("e\u0301te\u0301", "été"),
        ("中\u200b文\ufeff", "中文"),
        ("a\tb\xa0c\u3000d", "a b c\u3000d"),
        ("\uf900", "\uf900"),
        ("葛\U000e0100城", "葛城"),
    ],
)
def test_cleaning(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于召开居民代表会议的通知", ["关于召开居民代表会议的通知"]),
        ("关于召开3号楼业主会议表决加装电梯方案的通知", ["关于召开3号楼业主会议", "表决加装电梯方案的通知"]),
        (
            "关于召开第六届居民代表会议第二次会议讨论停车管理办法的通知",
            ["关于召开第六届居民代表会议第二次会议", "讨论停车管理办法的通知"],
        ),
        (
            "关于公共停车位和充电桩管理办法表决结果的公示",
            ["关于公共停车位和充电桩管理办法", "表决结果的公示"],
        ),
    ],
)
def test_titles_break_by_sense(title: str, lines: list[str]) -> None:
    assert title_lines(title, TITLE, AREA_WIDTH) == lines


def test_a_title_of_120_characters_is_whole() -> None:
    title = "关于" + "进一步加强和改进小区公共区域车辆停放以及充电设施建设管理工作" * 4
    lines = title_lines(title, TITLE, AREA_WIDTH)
    assert "".join(lines) == title
    assert all(text_width(line, TITLE) <= AREA_WIDTH for line in lines)
