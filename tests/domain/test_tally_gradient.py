"""Gradients of agreement: how voices are spread, their median, the lowest step."""

from fractions import Fraction
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.tally import gradient
from meeting_app.domain.tally.count import BLANK, Marks, Setup


def test_a_picture_and_not_a_verdict() -> None:
    told = gradient.count([(5,), (5,), (4,), (3,), (3,), (1,), (None,)], Setup(1))
    opening, spread, medians = told.steps
    assert opening.code == "ballots"
    assert (spread.code, spread.about) == ("spread", (0,))
    figures: dict[str, Any] = dict(spread.figures)
    assert [figures[f"step_{step}"] for step in gradient.STEPS] == [2, 1, 2, 0, 1]
    assert (figures["voices"], figures["median"], figures["lowest"], figures["at_lowest"]) == (
        6,
        Fraction(7, 2),
        1,
        1,
    )
    assert (medians.code, medians.standing) == ("medians", (Fraction(7, 2),))
    assert (told.winners, told.tie, told.blank) == ((), None, 1)


def test_several_proposals_and_some_of_them_without_a_voice() -> None:
    told = gradient.count([(5, None, 2), (4, None, None)], Setup(3))
    assert [step.code for step in told.steps] == ["ballots", "spread", "not_rated", "spread", "medians"]
    assert told.standing == (Fraction(9, 2), 0, 2)


def test_without_voices_there_is_nothing_to_show() -> None:
    told = gradient.count([], Setup(1))
    assert (told.standing, told.steps[1].code) == ((0,), "not_rated")


@pytest.mark.parametrize(
    ("marks", "why"),
    [
        ((5, 1), ""),
        ((None, 3), ""),
        ((6, 1), "outside"),
        ((0, 1), "outside"),
        ((None, None), BLANK),
        ((3,), "other_question"),
    ],
)
def test_reading_a_ballot(marks: Marks, why: str) -> None:
    assert gradient.read(marks, Setup(2)) == why


@given(st.lists(st.integers(1, 5), min_size=1, max_size=30), st.randoms())
def test_the_median_is_the_middle_in_any_order(voices: list[int], chance: Any) -> None:
    assert gradient.median(voices) == Fraction(median(voices))
    told = gradient.count([(voice,) for voice in voices], Setup(1))
    chance.shuffle(voices)
    assert gradient.count([(voice,) for voice in voices], Setup(1)) == told
    assert sum(dict(told.steps[1].figures)[f"step_{step}"] for step in gradient.STEPS) == len(voices)
