"""Ballots of every method: all options on them, readable, with a code each, and quick."""

import random
from dataclasses import replace

import pytest

from meeting_app.documents import preview
from meeting_app.documents.ballot import ballots as setter
from meeting_app.documents.ballot import wording
from meeting_app.documents.ballot.corners import CELLS, PATTERNS
from meeting_app.documents.ballot.face import FORMATS
from meeting_app.documents.flow.code_series import CodeSeries, _maker
from meeting_app.documents.flow.measures import SHEET
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.papers_ballot import METHODS, BallotOption, BallotQuestion, BallotSlip
from tests.documents import ballots, tools


def _flat(pdf: bytes) -> str:
    return "".join(tools.text(pdf).split())


def _options(count: int) -> tuple[BallotOption, ...]:
    return tuple(BallotOption(f"第{at}个选项", f"说明{at}", 100_000 * at) for at in range(1, count + 1))


# Every method with few and some options; many options in the four ways in which rows are laid out.
_CASES = [(method, count) for method in METHODS for count in (2, 8)]
_CASES += [(method, count) for method in ("choose_k", "irv", "score", "yes_no") for count in (17, 40)]
_CASES += [("choose_k", 60), ("score", 60)]


@pytest.mark.parametrize(("method", "count"), _CASES)
def test_every_option_of_every_method_is_on_it(method: str, count: int) -> None:
    question = BallotQuestion(method, "哪一个", (), _options(count), 3, 5_000_000)
    pdf = setter.ballots(ballots.paper(question, 1))
    flat = _flat(pdf)
    assert [at for at in range(1, count + 1) if f"第{at}个选项" not in flat] == []
    guide = wording.guide(question)
    for sentence in (guide.lead, guide.detail, *guide.voids):
        assert sentence in flat
    with preview.opened(pdf) as document:
        for at in range(len(document)):
            assert "选项" in document[at].get_textpage().get_text_range()


def test_words_of_a_handed_out_ballot_are_large_enough() -> None:
    for question in (ballots.yes_no(), ballots.persons("choose_k", 6, 3), ballots.gradient()):
        face = setter.chosen_face(ballots.paper(question))
        assert face.readable()
        assert face.fits()
    sheets = [setter.chosen_face(ballots.paper(ballots.persons("irv", count))) for count in (3, 6, 20)]
    assert [round(face.form.width * face.form.height / 1e4) for face in sheets] == [13, 25, 50]


def test_a_long_motion_is_not_set_in_tiny_letters() -> None:
    text = tuple(f"（{at}）{'把办法写清楚，让大家都看得懂。' * 4}" for at in range(1, 9))
    face = setter.chosen_face(ballots.paper(replace(ballots.yes_no(), text=text)))
    assert face._text.size >= 10.5


def test_every_slip_has_its_own_code_and_serial() -> None:
    paper = ballots.paper(ballots.yes_no(), 7)
    pdf = setter.ballots(paper)
    assert sorted(tools.codes(pdf)) == sorted(slip.code for slip in paper.slips)
    flat = _flat(pdf)
    assert all(f"票号{slip.serial}" in flat for slip in paper.slips)
    assert tools.ink_near_edge(pdf) == []


def test_a_secret_ballot_says_so_and_one_by_name_is_signed() -> None:
    assert "没有任何登记联系" in _flat(setter.ballots(ballots.paper(ballots.yes_no(), 1)))
    named = _flat(setter.ballots(ballots.by_name()))
    assert "签名" in named
    assert "2单元85.41平方米" in named
    assert "没有任何登记联系" not in named


def test_no_real_option_is_shown_marked() -> None:
    flat = _flat(setter.ballots(ballots.paper(ballots.persons("choose_one", 8), 1)))
    assert "样子：" in flat
    assert "甲乙丙" in flat


def test_a_rule_pack_may_say_itself_what_is_void() -> None:
    paper = replace(ballots.paper(ballots.yes_no(), 1), voids=("空白票算弃权。",))
    flat = _flat(setter.ballots(paper))
    assert "空白票算弃权。" in flat
    assert "是空白票" not in flat


def test_long_options_and_a_long_title_are_whole() -> None:
    title = "关于" + "进一步加强和改进小区公共区域车辆停放以及充电设施建设管理工作" * 4
    options = tuple(BallotOption(f"{at}：{'写得很长的方案名称' * 6}") for at in range(1, 7))
    question = BallotQuestion("choose_one", title, (title,), options)
    pdf = setter.ballots(replace(ballots.paper(question, 1), title=title))
    flat = _flat(pdf)
    assert flat.count(title) == 3
    assert all(option.text in flat for option in options)
    assert tools.ink_near_edge(pdf) == []


def test_the_words_of_a_budget_are_exact() -> None:
    said = [wording.yuan(fen) for fen in (0, 999, 1_285_000, 1_285_050, 3_500_000, 6_750_000, 20_000_000)]
    assert said == ["0元", "9.99元", "12850元", "12850.50元", "3.5万元", "6.75万元", "20万元"]


def test_codes_of_a_series_are_those_of_the_library() -> None:
    dice = random.Random(5)
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    for length in (1, 8, 23, 40):
        same = "YSTB:"[: length // 2]
        texts = [same + "".join(dice.choices(signs, k=length - len(same))) for _ in range(12)]
        series = CodeSeries(texts)
        for text in texts:
            assert series.rows(text) == series._picture(text).to_bytes(len(series.rows(text)), "big")
        assert len(_maker(texts[0], 1).modules) == series.side


def test_codes_that_no_scanner_takes_are_refused() -> None:
    paper = ballots.paper(ballots.yes_no())
    for codes in (("小写",), ("ABC", "ABCD"), ("A" * 300,)):
        slips = tuple(BallotSlip("1", code) for code in codes)
        with pytest.raises(Refusal):
            setter.ballots(replace(paper, slips=slips))


def test_without_slips_the_face_is_shown_alone() -> None:
    pdf = setter.ballots(replace(ballots.paper(ballots.yes_no()), slips=()))
    assert len(preview.page_sizes(pdf)) == 1
    assert tools.codes(pdf) == []


@pytest.mark.parametrize("per_sheet", [1, 2, 4])
def test_a_scanner_finds_the_four_corners_of_every_ballot(per_sheet: int) -> None:
    """The marks as OpenCV has them (checked against its detector), clockwise, in the margin, on white."""
    form = FORMATS[per_sheet]
    paper = ballots.paper(ballots.yes_no(), per_sheet, per_sheet)
    picture = preview.page_picture(setter.ballots(paper), 0, 1680)  # eight dots a millimetre
    corners, dots = form.corners, 1680 / SHEET[0]
    near, side = corners.inset, corners.side
    left, top = (form.width - near - side) * dots, (form.height - near - side) * dots
    places = ((near * dots, near * dots), (left, near * dots), (left, top), (near * dots, top))
    cell = side / CELLS * dots
    for pattern, (x, y) in zip(PATTERNS, places, strict=True):
        seen = [
            [
                picture.rgb[
                    round(y + (row + 0.5) * cell) * picture.stride + 3 * round(x + (column + 0.5) * cell)
                ]
                < 128
                for column in range(-1, CELLS + 1)
            ]
            for row in range(-1, CELLS + 1)
        ]
        frame = seen[0] + seen[-1] + [row[0] for row in seen] + [row[-1] for row in seen]
        assert not any(frame)
        inside = [row[1:-1] for row in seen[1:-1]]
        border = inside[0] + inside[-1] + [row[0] for row in inside] + [row[-1] for row in inside]
        assert all(border)
        assert pattern == tuple(
            sum(dark << (5 - at) for at, dark in enumerate(row[1:-1])) for row in inside[1:-1]
        )
