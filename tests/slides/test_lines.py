"""Lines are broken by sense, with the rules of Chinese punctuation."""

import pytest

from meeting_app.ui.slides.lines import CLOSING, OPENING, break_lines

TEXT = (
    "在四个单元的北侧各装一部（不占绿地），每部 57.8 万元，共 231.2 万元；政府补贴 80 万元，其余由3至6层出。"
    "“晨光社区”议事会第 3 次会议说：先商量，再表决！"
)


def _width(text: str) -> float:
    """A wide character is 1, a narrow one a half."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


@pytest.mark.parametrize("width", range(8, 40))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(width: int) -> None:
    lines = break_lines(TEXT, width, _width, 20)
    assert lines is not None
    assert not [line for line in lines if line[0] in CLOSING or line[-1] in OPENING]
    assert "".join(lines).replace(" ", "") == TEXT.replace(" ", "")
    assert max(_width(line) for line in lines) <= width


@pytest.mark.parametrize("width", range(8, 40))
def test_a_number_keeps_its_measure_word(width: int) -> None:
    lines = break_lines(TEXT, width, _width, 20)
    assert lines is not None
    for whole in ("57.8 万元", "80 万元", "第 3 次", "3至6层"[-2:]):
        assert any(whole in line for line in lines), whole


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("3号楼加装电梯业主会议", 8, ["3号楼加装电梯", "业主会议"]),
        ("大家的事，大家商量", 8, ["大家的事，", "大家商量"]),
        ("Ours to discuss, ours to decide", 10, ["Ours to discuss,", "ours to decide"]),
        ("15 min for this item, until 15:30", 11, ["15 min for this item,", "until 15:30"]),
        ("阿不都热依木·阿不力孜", 8, ["阿不都热依木·", "阿不力孜"]),
        ("Katharina Hohenzollern-Sigmaringen", 9, ["Katharina", "Hohenzollern-", "Sigmaringen"]),
        ("每户一万五千元：30,000 元", 9, ["每户一万五千元：", "30,000 元"]),
        (
            "补贴二十万元，竣工后拨付，按台给，不分装法。",
            12,
            ["补贴二十万元，竣工后", "拨付，按台给，不分装法。"],
        ),
        ("短", 8, ["短"]),
        ("", 8, [""]),
        ("一行\n两行", 8, ["一行", "两行"]),
    ],
)
def test_breaks_by_sense(text: str, width: int, lines: list[str]) -> None:
    assert break_lines(text, width, _width, 3) == lines


def test_what_does_not_fit_is_said_and_not_cut() -> None:
    assert break_lines("居民代表会议" * 9, 6, _width, 2) is None
    assert break_lines("Unbreakable" * 3, 6, _width, 9) is None
    chopped = break_lines("Unbreakable" * 3, 6, _width, 9, chop=True)
    assert chopped is not None
    assert "".join(chopped) == "Unbreakable" * 3


def test_lines_are_balanced() -> None:
    lines = break_lines("为晨光社区二十七栋居民楼的屋顶做防水和保温并更换雨水管", 20, _width, 3)
    assert lines is not None
    assert len(lines) == 2
    assert abs(_width(lines[0]) - _width(lines[1])) <= 6
