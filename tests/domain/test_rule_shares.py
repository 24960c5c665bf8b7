"""Shares: exact at two thirds, at three quarters and at one half, by tables and by properties."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.share import Amount, Base, Measure, Share
from tests.domain.rule_world import HALF, TWO_THIRDS, shares

THREE_QUARTERS = Share(3, 4, strict=False, base=Base.CAST)
MORE_THAN_TWO_THIRDS = Share(2, 3, strict=True, base=Base.ELIGIBLE)


@given(shares(), st.integers(0, 5000))
def test_needed_is_the_least_whole_number_that_holds(share: Share, base: int) -> None:
    needed = share.needed(base)
    assert share.holds(needed, base)
    assert not share.holds(needed - 1, base)


@given(shares(), st.integers(0, 10**9), st.integers(0, 10**9))
def test_holds_as_the_fraction_does(share: Share, actual: int, base: int) -> None:
    wanted = base * Fraction(share.numerator, share.denominator)
    assert share.holds(actual, base) == (actual > wanted if share.strict else actual >= wanted)


@pytest.mark.parametrize(
    ("share", "base", "needed"),
    [
        (TWO_THIRDS, 48, 32),
        (TWO_THIRDS, 47, 32),
        (TWO_THIRDS, 49, 33),
        (TWO_THIRDS, 3, 2),
        (TWO_THIRDS, 1, 1),
        (TWO_THIRDS, 0, 0),
        (MORE_THAN_TWO_THIRDS, 48, 33),
        (MORE_THAN_TWO_THIRDS, 47, 32),
        (MORE_THAN_TWO_THIRDS, 3, 3),
        (THREE_QUARTERS, 48, 36),
        (THREE_QUARTERS, 49, 37),
        (THREE_QUARTERS, 4, 3),
        (THREE_QUARTERS, 614_832, 461_124),
        (THREE_QUARTERS, 614_833, 461_125),
        (HALF, 32, 17),
        (HALF, 33, 17),
        (HALF, 1, 1),
        (HALF, 0, 1),
    ],
)
def test_at_the_edges(share: Share, base: int, needed: int) -> None:
    assert share.needed(base) == needed


@pytest.mark.parametrize(
    ("numerator", "denominator", "strict"),
    [(0, 0, False), (1, 0, True), (3, 2, False), (-1, 2, False), (1, 1, True), (0, -1, False)],
)
def test_shares_that_cannot_be(numerator: int, denominator: int, strict: bool) -> None:
    with pytest.raises(Refusal) as refused:
        Share(numerator, denominator, strict, Base.PRESENT)
    assert refused.value.code == "share_impossible"


def test_all_of_them_is_a_share() -> None:
    assert Share(1, 1, strict=False, base=Base.ELIGIBLE).needed(7) == 7


def test_amounts_add_up_in_both_measures() -> None:
    both = Amount(2, 350) + Amount(1, 25)
    assert (both.of(Measure.PERSONS), both.of(Measure.AREA)) == (3, 375)
