"""Which ballots are valid, blank or spoilt, and why."""

import pytest

from meeting_app.domain.tally import irv
from meeting_app.domain.tally.count import BLANK, Marks, Setup
from meeting_app.domain.tally.methods import METHODS
from meeting_app.domain.tally.reading import preferences


@pytest.mark.parametrize(
    ("method", "limit", "marks", "why"),
    [
        ("yes_no", 0, (1, -1, 0), ""),
        ("yes_no", 0, (None, None, 0), ""),
        ("yes_no", 0, (1, 2, 0), "outside"),
        ("yes_no", 0, (None, None, None), BLANK),
        ("yes_no", 0, (1, 1), "other_question"),
        ("yes_no", 0, (), "other_question"),
        ("choose_one", 0, (None, 1, None), ""),
        ("choose_one", 0, (0, 1, 0), ""),
        ("choose_one", 0, (0, 0, 0), BLANK),
        ("choose_one", 0, (1, 1, None), "too_many"),
        ("choose_one", 1, (2, None, None), "outside"),
        ("choose_k", 2, (1, 1, None), ""),
        ("choose_k", 2, (None, 1, None), ""),
        ("choose_k", 2, (1, 1, 1), "too_many"),
        ("choose_k", 2, (-1, 1, 1), "outside"),
        ("dots", 5, (5, 0, None), ""),
        ("dots", 5, (2, 2, 1), ""),
        ("dots", 5, (2, 2, 2), "too_many_dots"),
        ("dots", 5, (9, None, None), "too_many_dots"),
        ("dots", 5, (9, -4, None), "outside"),
        ("dots", 5, (0, 0, 0), BLANK),
        ("score", 5, (0, 0, 0), ""),
        ("score", 5, (6, 0, 0), "outside"),
        ("score", 5, (None, None, None), BLANK),
        ("star", 5, (5, None, 0), ""),
        ("irv", 2, (1, 2, None), ""),
        ("irv", 2, (1, 2, 3), "too_many"),
        ("borda", 0, (1, 1, 3), ""),
        ("borda", 0, (2, None, None), ""),
        ("borda", 0, (4, 1, 2), "outside"),
        ("borda", 2, (1, 2, 3), "too_many"),
        ("schulze", 0, (3, 3, None), ""),
        ("schulze", 0, (0, 1, None), "outside"),
        ("irv", 0, (1, 2, 3), ""),
        ("irv", 0, (1, 3, None), ""),
        ("irv", 0, (2, 3, None), "no_first"),
        ("irv", 0, (1, 1, 2), "several_firsts"),
        ("irv", 1, (1, 2, None), "too_many"),
        ("stv", 0, (1, 2, 2), ""),
        ("stv", 0, (None, None, None), BLANK),
    ],
)
def test_a_ballot_is_read_by_the_printed_rule(method: str, limit: int, marks: Marks, why: str) -> None:
    assert METHODS[method].read(marks, Setup(3, limit=limit)) == why


@pytest.mark.parametrize(
    ("marks", "order"),
    [
        ((2, 1, 3), (1, 0, 2)),
        ((1, None, None), (0,)),
        ((1, 3, None), (0,)),
        ((1, 2, 2), (0,)),
        ((1, 2, 2, 3), (0,)),
        ((3, 1, 3, 2), (1, 3)),
        ((2, 2, None), ()),
    ],
)
def test_preferences_end_at_the_first_gap_or_double(marks: Marks, order: tuple[int, ...]) -> None:
    assert preferences(marks) == order


def test_spoilt_ballots_are_counted_by_their_reason() -> None:
    ballots = [(1, 2), (1, 1), (2, None), (None, None), (1, None), (1, 1), (1, 9)]
    told = irv.count(ballots, Setup(2))
    assert (told.ballots, told.valid, told.blank) == (7, 2, 1)
    assert told.spoilt == (("no_first", 1), ("outside", 1), ("several_firsts", 2))
    assert told.winners == (0,)
    assert dict(told.steps[0].figures) == {"ballots": 7, "valid": 2, "blank": 1, "spoilt": 4}
