"""Codes on the papers of a play name a sheet, never what stands on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize("half", t.HALVES)
def test_both_halves_carry_the_same_code(half: str) -> None:
    text = t.half_token("7K2Q", half, "0C9F4")
    assert t.read_token(text) == t.PollToken("7K2Q", half, "0C9F4")
    assert t.poll_code(text) == t.poll_code("oc9-f4") == "0C9F4"


@pytest.mark.parametrize("text", ["", "YST*ABCDEF", "YR1-7K2Q-T3-R5", "YR1-7K2Q-T03-X5", "YR1-7K2Q-B-A"])
def test_what_is_no_token_is_nothing(text: str) -> None:
    assert t.read_token(text) is None
