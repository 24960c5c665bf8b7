"""What people type: money to the fen, whole numbers, years."""

import pytest

from meeting_app.ui.console.office import typed


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("37500", 3_750_000),
        ("1,200.50", 120_050),
        ("６５万", 65_000_000),
        ("65.5万元", 65_500_000),
        ("1.2345万", 1_234_500),
        ("0", 0),
        ("¥ 12.3", 1_230),
        ("1亿", 10_000_000_000),
    ],
)
def test_money_is_read_to_the_fen(text: str, fen: int) -> None:
    assert typed.fen_of(text) == fen


@pytest.mark.parametrize(
    "text", ["", "元", "-5", "1.005", "1.23456789万", "1e5", "12.3.4", "十万", "万", "99999999999999999"]
)
def test_what_is_no_exact_amount_is_not_guessed(text: str) -> None:
    assert typed.fen_of(text) is None


def test_money_is_typed_again_as_it_was() -> None:
    for fen in (0, 5, 100, 3_750_050, 4_500_000_000):
        assert typed.fen_of(typed.yuan_of(fen)) == fen


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("１２", 12), ("", None), ("-1", None), ("1.5", None)]
)
def test_whole_numbers(text: str, number: int | None) -> None:
    assert typed.whole_of(text) == number


@pytest.mark.parametrize(("text", "year"), [("1956", 1956), ("56", None), ("", None), ("3000", None)])
def test_years_of_birth(text: str, year: int | None) -> None:
    assert typed.year_of(text) == year
