"""What is kept of a count and its ballots is exactly what was counted."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.tally.bundle import ballots_sheet
from meeting_app.domain.tally.count import Count, Setup, Step, Tie
from meeting_app.domain.tally.kept import count_from_json, count_to_json, sheet_ballots
from meeting_app.domain.tally.methods import METHODS

MARKS = st.lists(st.tuples(*[st.one_of(st.none(), st.integers(1, 3))] * 3), max_size=12)


@pytest.mark.parametrize("method", ["borda", "irv", "schulze", "stv"])
@given(ballots=MARKS)
def test_every_count_comes_back_as_it_was(method: str, ballots: list[tuple[int | None, ...]]) -> None:
    count = METHODS[method].count(ballots, Setup(3), None)
    assert count_from_json(count_to_json(count)) == count


def test_fractions_and_ties_come_back() -> None:
    step = Step("x", (1,), (("a", Fraction(7, 2)), ("b", 3)), (Fraction(1, 3), None))
    count = Count(
        "stv", 3, 2, 1, (("outside", 1),), (Fraction(1, 2), 4), (1,), (step,), Tie((0, 1), 1, "place")
    )
    assert count_from_json(count_to_json(count)) == count


@given(ballots=MARKS)
def test_a_sheet_gives_the_ballots_back(ballots: list[tuple[int | None, ...]]) -> None:
    plain = sheet_ballots(ballots_sheet(3, ballots), 3)
    assert sorted(map(repr, ballots)) == sorted(repr(marks) for marks, _area in plain)
    areas = [100 + place for place in range(len(ballots))]
    kept = sheet_ballots(ballots_sheet(3, ballots, areas), 3)
    assert sorted(area for _marks, area in kept) == (areas if areas else [])


def test_a_sheet_of_another_vote_is_not_read() -> None:
    with pytest.raises(ValueError, match="another vote"):
        sheet_ballots(ballots_sheet(2, ()), 3)
