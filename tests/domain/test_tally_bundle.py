"""What a bundle says, byte by byte, and the draw that everybody can replay."""

import hashlib
from fractions import Fraction

import pytest

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally import bundle, lot
from meeting_app.domain.tally.count import Count, Lot, Setup, Step, Tie


def test_the_sheet_is_sorted_and_says_nothing_of_the_order() -> None:
    ballots = [(2, None, 1), (None, None, None), (1, -1, 0)]
    sheet = bundle.ballots_sheet(3, ballots)
    assert sheet == b"1,2,3\n,,\n1,-1,0\n2,,1\n"
    assert bundle.ballots_sheet(3, ballots[::-1]) == sheet
    assert bundle.ballots_hash(sheet) == hashlib.sha256(sheet).hexdigest()
    assert bundle.ballots_sheet(1, [(None,), (1,)]) == b"1\n\n1\n"


def test_areas_stay_with_their_ballots() -> None:
    sheet = bundle.ballots_sheet(1, [(1,), (-1,)], areas=[8_850, 12_000])
    assert sheet == b"1,area\n-1,12000\n1,8850\n"


def test_the_rule_is_written_out() -> None:
    threshold = {"name": "approval", "share": [1, 2], "strict": True, "base": "present", "of": 40}
    record = bundle.rule_record("p1", "dots", ["a", "b"], Setup(2, seats=1, limit=5), [threshold])
    assert record == {
        "bundle": 1,
        "poll": "p1",
        "method": "dots",
        "variant": "",
        "options": ["a", "b"],
        "seats": 1,
        "limit": 5,
        "costs": [],
        "budget": 0,
        "step": 0,
        "thresholds": [threshold],
    }


def test_a_count_is_written_from_one() -> None:
    steps = (Step("ballots"), Step("sums", (), (), (4, Fraction(7, 2), None)))
    tie = Tie((0, 1), 1, "place")
    count = Count("borda", 5, 3, 1, (("outside", 1),), (4, Fraction(7, 2), 0), (2,), steps, tie)
    assert bundle.counts_record(count, "ab", unread=2) == {
        "ballots": 5,
        "valid": 3,
        "blank": 1,
        "spoilt": [["outside", 1]],
        "unread": 2,
        "standing": ["4", "7/2", "0"],
        "winners": [3],
        "tie": {"options": [1, 2], "places": 1, "reason": "place"},
        "rounds": [["4", "7/2", None]],
        "ballots_sha256": "ab",
    }
    none = bundle.counts_record(Count("x", 0, 0, 0, (), (), (), ()), "")
    assert none["tie"] is None
    assert "areas" not in none
    areas = bundle.counts_record(Count("x", 0, 0, 0, (), (), (), ()), "", areas=((8850, 0, 0, 12000),))
    assert areas["areas"] == [[8850, 0, 0, 12000]]


def test_the_draw_follows_from_the_number_alone() -> None:
    names = ["甲", "乙", "丙"]
    drawn = lot.draw("p1", "ab", "40718", names)
    sums = [hashlib.sha256(f"p1|ab|40718|{name}".encode()).hexdigest() for name in names]
    assert [sums[option] for option in drawn.order] == sorted(sums)
    turned = lot.draw("p1", "ab", "40718", names[::-1])
    assert [names[::-1][option] for option in turned.order] == [names[option] for option in drawn.order]
    assert bundle.lot_record("40718", "ab", drawn) == {
        "number": "40718",
        "ballots_sha256": "ab",
        "order": [option + 1 for option in drawn.order],
    }
    assert {lot.draw("p1", "ab", str(number), names).order for number in range(60)} == {
        (0, 1, 2),
        (0, 2, 1),
        (1, 0, 2),
        (1, 2, 0),
        (2, 0, 1),
        (2, 1, 0),
    }
    assert isinstance(drawn, Lot)


@pytest.mark.parametrize(
    ("number", "names", "code"),
    [
        ("", ["a"], "lot_number"),
        ("12a", ["a"], "lot_number"),
        ("٣", ["a"], "lot_number"),
        ("1", ["a", "a"], "lot_names"),
    ],
)
def test_an_impossible_draw_is_refused(number: str, names: list[str], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        lot.draw("p1", "ab", number, names)
    assert refused.value.code == code
