"""Codes on the papers of a play name a sheet, never what stands on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.codes import is_valid
from meeting_app.domain.roleplay import tokens as t


@given(table=st.integers(1, 120), kind=st.sampled_from("RCPOH"), number=st.integers(1, 200))
def test_a_sheet_is_read_back(table: int, kind: str, number: int) -> None:
    play = t.play_token("a play")
    text = t.sheet_token(play, table, kind, number)
    assert t.read_token(f" {text.lower()} ") == t.SheetToken(play, table, kind, number)
    assert len(text) <= 20  # fits the smallest QR code


def test_plays_have_their_own_tokens() -> None:
    made = {t.play_token(str(number)) for number in range(40)}
    assert len(made) == 40
    assert all(len(one) == 4 for one in made)


def test_poll_codes_differ_are_sorted_and_follow_from_the_secret() -> None:
    codes = t.poll_codes("secret", 300)
    assert len(set(codes)) == 300
    assert list(codes) == sorted(codes)
    assert all(is_valid(code) and len(code) == t.POLL_LENGTH for code in codes)
    assert t.poll_codes("secret", 300) == codes
    assert not set(codes) & set(t.poll_codes("another", 300))


@pytest.mark.parametrize("half", t.HALVES)
def test_both_halves_carry_the_same_code(half: str) -> None:
    (code,) = t.poll_codes("one", 1)
    text = t.half_token("7K2Q", half, code)
    assert t.read_token(text) == t.PollToken("7K2Q", half, code)
    assert t.poll_code(text) == t.poll_code(f"{code[:3]}-{code[3:].lower()}") == code


@pytest.mark.parametrize("text", ["", "YST*ABCDEF", "YR1-7K2Q-T3-R5", "YR1-7K2Q-T03-X5", "YR1-7K2Q-B-ABC"])
def test_what_is_no_token_is_nothing(text: str) -> None:
    assert t.read_token(text) is None


def test_a_mistyped_poll_code_is_noticed() -> None:
    (code,) = t.poll_codes("one", 1)
    wrong = ("1" if code[0] != "1" else "2") + code[1:]
    assert t.poll_code(wrong) is None
    assert t.poll_code(code[:5]) is None
