"""What people type: money to the fen, whole numbers, years."""

from meeting_app.ui.console.office import typed

MONEY = {
    "37500": 3_750_000,
    "1,200.50": 120_050,
    "６５万": 65_000_000,
    "65.5万元": 65_500_000,
    "1.2345万": 1_234_500,
    "0": 0,
    "¥ 12.3": 1_230,
    "1亿": 10_000_000_000,
}
NO_MONEY = ("", "元", "-5", "1.005", "1.23456789万", "1e5", "12.3.4", "十万", "万", "99999999999999999")


def test_money_is_read_to_the_fen() -> None:
    assert {text: typed.fen_of(text) for text in MONEY} == MONEY


def test_what_is_no_exact_amount_is_not_guessed() -> None:
    assert [text for text in NO_MONEY if typed.fen_of(text) is not None] == []


def test_money_is_typed_again_as_it_was() -> None:
    for fen in (0, 5, 100, 3_750_050, 4_500_000_000):
        assert typed.fen_of(typed.yuan_of(fen)) == fen


def test_whole_numbers_and_years_of_birth() -> None:
    assert [typed.whole_of(text) for text in ("12", "１２", "", "-1", "1.5")] == [12, 12, None, None, None]
    assert [typed.year_of(text) for text in ("1956", "56", "", "3000")] == [1956, None, None, None]
