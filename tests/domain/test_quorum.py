"""The quorum by voices and by area, exactly."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.quorum import Needed, Participation, Voice, participation

JOINT = Voice(("a", "b"), 8_950)
NAMED = Voice(("c", "d"), 7_620, voter="c")
DEVELOPER = Voice((), 50_000)
ALL = (JOINT, NAMED, DEVELOPER)


def test_joint_owners_are_one_voice_and_the_one_they_named_speaks() -> None:
    assert participation(ALL, {"a", "b"}, {}, counts=True) == Participation(3, 1, 0, 66_570, 8_950)
    assert participation(ALL, {"d"}, {}, counts=True).here == 0
    assert participation(ALL, {"c", "d"}, {}, counts=True).area_here_c == 7_620
    assert Voice(("a",), voter="z").speakers == ("a",)


def test_the_represented_count_when_the_rule_lets_them() -> None:
    by_proxy = {"b": "x", "c": "x"}
    counted = participation(ALL, {"a"}, by_proxy, counts=True)
    assert (counted.present, counted.represented, counted.area_here_c) == (1, 1, 16_570)
    assert participation(ALL, {"a"}, by_proxy, counts=False).here == 1


@pytest.mark.parametrize(
    ("needed", "whole", "least"),
    [
        (Needed(1, 2, strict=True), 42, 22),
        (Needed(1, 2, strict=True), 41, 21),
        (Needed(2, 3, strict=False), 48, 32),
        (Needed(2, 3, strict=False), 49, 33),
        (Needed(2, 3, strict=False), 614_832, 409_888),
        (Needed(2, 3, strict=False), 614_833, 409_889),
    ],
)
def test_the_least_whole_number(needed: Needed, whole: int, least: int) -> None:
    assert needed.least(whole) == least
    assert needed.short_by(least, whole) == 0
    assert needed.short_by(least - 1, whole) == 1


@given(
    st.integers(1, 10**7),
    st.integers(0, 10**7),
    st.sampled_from([(1, 2, True), (2, 3, False), (3, 4, False)]),
)
def test_short_by_is_exact(whole: int, actual: int, share: tuple[int, int, bool]) -> None:
    needed = Needed(*share)
    part = Fraction(actual, whole)
    enough = part > Fraction(*share[:2]) if needed.strict else part >= Fraction(*share[:2])
    assert (needed.short_by(actual, whole) == 0) == enough


def test_of_nobody_nothing_is_enough() -> None:
    assert Needed(1, 2, strict=True).short_by(0, 0) == 1
