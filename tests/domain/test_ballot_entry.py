"""A ballot as a row of numbers, and back."""

import pytest

from meeting_app.domain.ballot_entry import entry_of, filled_as, marks_from
from meeting_app.domain.refusal import Refusal


@pytest.mark.parametrize(
    ("method", "text", "marks"),
    [
        ("yes_no", "1", (1,)),
        ("yes_no", "2", (-1,)),
        ("yes_no", "3", (0,)),
        ("yes_no", "", (None,)),
        ("choose_k", "1 3", (1, None, 1)),
        ("choose_one", "2", (None, 1, None)),
        ("irv", "2 1 3", (2, 1, 3)),
        ("stv", "3", (None, None, 1)),
        ("score", "5 0 3", (5, 0, 3)),
        ("dots", "", (None, None, None)),
        ("gradient", "5 0 1", (5, None, 1)),
        ("gradient", "", (None, None)),
        ("choose_k", "", (None, None, None)),
    ],
)
def test_a_row_and_its_marks(method: str, text: str, marks: tuple[int | None, ...]) -> None:
    assert marks_from(method, text, len(marks)) == marks
    assert entry_of(method, marks) == text


def test_what_a_chinese_keyboard_types() -> None:
    assert marks_from("irv", "2\u30011\uff0c3", 3) == (2, 1, 3)


@pytest.mark.parametrize(
    ("method", "text", "code"),
    [
        ("yes_no", "4", "entry_answer"),
        ("yes_no", "1 2", "entry_answer"),
        ("choose_k", "4", "entry_no_option"),
        ("choose_k", "0", "entry_no_option"),
        ("choose_k", "1 1", "entry_twice"),
        ("irv", "one", "entry_not_numbers"),
        ("irv", "999999", "entry_not_numbers"),
        ("score", "1 2", "entry_points"),
        ("gradient", "6 1 1", "entry_steps"),
    ],
)
def test_what_is_no_ballot_is_refused(method: str, text: str, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        marks_from(method, text, 3 if method != "yes_no" else 1)


def test_a_budget_of_dots_is_filled_as_dots_are() -> None:
    assert filled_as("budget", "dots") == "dots"
    assert filled_as("budget", "knapsack") == filled_as("budget", "") == "budget"


def test_an_answer_that_nobody_types_is_shown_all_the_same() -> None:
    assert entry_of("yes_no", (7,)) == "?"
