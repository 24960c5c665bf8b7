"""Presence as intervals of time."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.attendance import Stay, joined, present_at

instants = st.integers(0, 100)
stays = st.tuples(instants, instants, st.booleans()).map(
    lambda drawn: Stay("p", min(drawn[:2]), None if drawn[2] else max(drawn[:2]))
)


def test_who_was_here() -> None:
    here = [Stay("a", 10, 20), Stay("b", 15), Stay("a", 30, 40)]
    assert present_at(here, 9) == frozenset()
    assert present_at(here, 10) == {"a"}
    assert present_at(here, 19) == {"a", "b"}
    assert present_at(here, 20) == {"b"}
    assert present_at(here, 35) == {"a", "b"}


@given(st.lists(stays, max_size=8), instants)
def test_joining_keeps_every_instant(intervals: list[Stay], at: int) -> None:
    assert present_at(joined(intervals), at) == present_at(intervals, at)


@given(st.lists(stays, max_size=8))
def test_joined_stays_lie_apart(intervals: list[Stay]) -> None:
    whole = joined(intervals)
    for before, after in pairwise(whole):
        assert before.left_ms is not None
        assert before.left_ms < after.came_ms
