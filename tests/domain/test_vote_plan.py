"""How a vote may be arranged, and what is refused."""

import pytest

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import (
    METHODS_FOR,
    MOST_FEN,
    MOST_LIMIT,
    MOST_MARK,
    MOST_OPTIONS,
    Channel,
    Question,
    check_channels,
    check_options,
    check_question,
    check_rest,
    check_setup_sums,
    is_marks,
    least_options,
    rest_of_hall,
)


def test_each_question_has_ways_to_count() -> None:
    assert set(METHODS_FOR) == set(Question)
    for question, methods in METHODS_FOR.items():
        for method in methods:
            check_question(question, method)
    with pytest.raises(Refusal, match="method_for_other_question"):
        check_question(Question.AGREE, "stv")


def test_channels_of_open_and_secret_votes() -> None:
    check_channels([Channel.KEYPAD, Channel.HANDS], "yes_no", secret=False)
    check_channels([Channel.PAPER, Channel.PHONE], "stv", secret=True)
    for channels, method, secret, code in (
        ([], "yes_no", False, "channel_needed"),
        ([Channel.CARD], "yes_no", True, "channel_not_secret"),
        ([Channel.HANDS], "stv", False, "hands_cannot_say"),
    ):
        with pytest.raises(Refusal, match=code):
            check_channels(channels, method, secret=secret)


def test_options() -> None:
    assert (least_options("yes_no"), least_options("borda")) == (1, 2)
    check_options(("甲", "乙"), (0, 1), least=2)
    for texts, costs, code in (
        (("甲",), (0,), "options_number"),
        (tuple(map(str, range(MOST_OPTIONS + 1))), (0,), "options_number"),
        (("甲", "甲"), (0, 0), "option_twice"),
        (("甲", "乙"), (0, -1), "money_negative"),
        (("甲", "乙"), (0, MOST_FEN + 1), "money_too_large"),
    ):
        with pytest.raises(Refusal, match=code):
            check_options(texts, costs, least=2)


def test_sums_without_measure() -> None:
    check_setup_sums(Setup(2, limit=MOST_LIMIT, budget=MOST_FEN, step=MOST_FEN))
    for setup, code in (
        (Setup(2, budget=MOST_FEN + 1), "money_too_large"),
        (Setup(2, step=MOST_FEN + 1), "money_too_large"),
        (Setup(2, budget=5, step=-1), "money_negative"),
        (Setup(2, limit=MOST_LIMIT + 1), "tally_limit"),
    ):
        with pytest.raises(Refusal, match=code):
            check_setup_sums(setup)


def test_only_numbers_and_nothing_are_marks() -> None:
    assert is_marks((None, 0, -MOST_MARK, MOST_MARK))
    for mark in (MOST_MARK + 1, -MOST_MARK - 1, 10**5000, 1.5, True, "1"):
        assert not is_marks((1, mark))


def test_hands_are_only_the_rest() -> None:
    assert (rest_of_hall(7, 2), rest_of_hall(1, 2)) == (5, 0)
    check_rest(5, 7, 2)
    for hands in (-1, 6):
        with pytest.raises(Refusal, match="hands_over_rest"):
            check_rest(hands, 7, 2)
