"""The shift is exact, and small groups cannot be made out from it."""

from fractions import Fraction
from math import sqrt
from random import Random
from statistics import mean, stdev

import pytest

from meeting_app.domain.roleplay.stance import Sheet, camp_gap, hundredths, interval, shift


def _sheets(values: list[int], camp: str = "", first: int = 0) -> list[Sheet]:
    return [Sheet(f"c{at}", {"q": value}, camp) for at, value in enumerate(values, first)]


def test_below_five_nothing_is_told() -> None:
    found = shift("q", _sheets([1, 2, 3, 4]), _sheets([2, 3, 4, 5]))
    assert (found.before, found.after, found.pairs) == (4, 4, 4)
    assert (found.mean_before, found.mean_after, found.change) == (None, None, None)
    assert (found.up, found.same, found.down) == (None, None, None)


def test_five_pairs() -> None:
    found = shift("q", _sheets([1, 2, 3, 4, 4]), _sheets([2, 3, 4, 5, 5]))
    assert (found.mean_before, found.mean_after) == (Fraction(14, 5), Fraction(19, 5))
    assert found.change is not None
    assert found.change.mean == 1
    assert (found.change.low_c, found.change.high_c) == (100, 100)
    assert (found.up, found.same, found.down) == (5, 0, 0)
    assert found.orientation


def test_a_movement_of_few_people_is_hidden() -> None:
    found = shift("q", _sheets([3] * 9), _sheets([4] * 8 + [3]))
    assert found.change is not None
    assert (found.up, found.same, found.down) == (None, None, None)


def test_from_thirty_pairs_on_it_is_more_than_orientation() -> None:
    assert not shift("q", _sheets([3] * 30), _sheets([4] * 30)).orientation
    assert shift("q", _sheets([3] * 29), _sheets([4] * 29)).orientation


def test_only_the_code_pairs() -> None:
    before = [*_sheets([1, 1, 1, 1, 1]), Sheet("twice", {"q": 1}), Sheet("twice", {"q": 5})]
    after = [*_sheets([2, 2, 2, 2, 2]), Sheet("twice", {"q": 3}), Sheet("new", {"q": 3}), Sheet("c9", {})]
    found = shift("q", before, after)
    assert (found.before, found.after, found.pairs) == (7, 7, 5)
    assert shift("q", _sheets([9, 1]), _sheets([1, 0])).pairs == 0
    assert shift("q", _sheets([1, 1]), _sheets([0, 7])).pairs == 0


def test_the_interval_is_the_usual_one() -> None:
    chance = Random(4)
    for number, t in ((8, 2.365), (12, 2.201), (24, 2.069), (60, 2.001), (300, 1.968)):
        changes = [chance.randint(-4, 4) for _ in range(number)]
        found = interval(changes)
        half = t * stdev(changes) / sqrt(number)
        assert found.low_c / 100 == pytest.approx(mean(changes) - half, abs=0.03)
        assert found.high_c / 100 == pytest.approx(mean(changes) + half, abs=0.03)
        assert found.low_c <= hundredths(found.mean) <= found.high_c


def test_camps_only_when_each_has_five() -> None:
    before = [*_sheets([1] * 5, "low"), *_sheets([3] * 5, "high", 5)]
    after = [*_sheets([2] * 5, "low"), *_sheets([3] * 5, "high", 5)]
    assert shift("q", before, after).camps == (("high", 5, Fraction(0)), ("low", 5, Fraction(1)))
    assert camp_gap(before, "q") == 2
    assert shift("q", before[1:], after).camps == ()
    assert camp_gap(before[1:], "q") is None
    assert shift("q", before[:5], after[:5]).camps == ()
    assert camp_gap(before[:5], "q") is None
    stray = [*before, Sheet("c10", {"q": 1})]
    assert shift("q", stray, [*after, Sheet("c10", {"q": 1})]).camps == ()
    several = [*before, *_sheets([1] * 5, "", 10)]
    assert len(shift("q", several, [*after, *_sheets([1] * 5, "", 10)]).camps) == 2


def test_hundredths_round_to_the_nearest() -> None:
    assert [hundredths(Fraction(*one)) for one in ((1, 3), (-1, 3), (1, 200), (-1, 200))] == [33, -33, 1, -1]
