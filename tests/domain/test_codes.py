"""Codes that people type and scanners read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.codes import (
    ALPHABET,
    badge_payload,
    code_from_number,
    code_of_badge,
    code_of_paper,
    in_groups,
    is_valid,
    normalise,
    paper_payload,
)

numbers = st.integers(0, 32**5 - 1)


@given(numbers, st.integers(2, 16))
def test_a_code_has_its_length_and_is_valid(number: int, length: int) -> None:
    code = code_from_number(number, length)
    assert len(code) == length
    assert is_valid(code)
    assert normalise(code) == code


@given(numbers, numbers)
def test_different_numbers_give_different_codes(one: int, other: int) -> None:
    assert (code_from_number(one, 6) == code_from_number(other, 6)) == (one == other)


@given(numbers, st.integers(0, 5), st.sampled_from(ALPHABET))
def test_every_single_error_is_caught(number: int, place: int, wrong: str) -> None:
    code = code_from_number(number, 6)
    typed = code[:place] + wrong + code[place + 1 :]
    assert is_valid(typed) == (typed == code)


@given(numbers, st.integers(0, 3))
def test_swapped_neighbours_are_caught_unless_they_lie_half_the_alphabet_apart(
    number: int, place: int
) -> None:
    code = code_from_number(number, 6)
    a, b = code[place], code[place + 1]
    swapped = code[:place] + b + a + code[place + 2 :]
    apart = (ALPHABET.index(a) - ALPHABET.index(b)) % 32
    assert is_valid(swapped) == (apart in (0, 16))


@given(numbers)
def test_a_badge_is_read_however_it_is_typed(number: int) -> None:
    code = code_from_number(number, 6)
    lookalikes = code.replace("1", "l").replace("0", "o")
    for typed in (
        code,
        badge_payload(code),
        badge_payload(code).lower(),
        f" {code[:3]}-{code[3:]} \n",
        lookalikes,
    ):
        assert code_of_badge(typed) == code


@pytest.mark.parametrize("text", ["", "A", "王桂兰", "YST*", "3-501", "ABCDE", "1234567", "!!!!!!"])
def test_other_texts_are_no_badge(text: str) -> None:
    assert code_of_badge(text) is None


def test_a_short_or_strange_code_is_not_valid() -> None:
    assert not is_valid("0")
    assert not is_valid("0I")
    assert is_valid("00")


def test_a_papers_code_is_the_same_however_it_comes() -> None:
    long = "0123456789ABCDEF" * 2
    assert code_of_paper(paper_payload(long)) == code_of_paper(paper_payload(long).lower()) == long
    assert in_groups("7K2Q9M4D") == "7K2Q-9M4D"
    assert code_of_paper(" 7k2q-9m4d") == "7K2Q9M4D"
