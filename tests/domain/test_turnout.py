"""Issued - replaced = cast + not returned; cast = valid + blank + invalid: to the very paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.turnout import Balance, Reconciliation, Side, check_reconciliation

SOUND = {"issued": 60, "replaced": 2, "cast": 55, "not_returned": 3, "valid": 50, "blank": 3, "invalid": 2}


def _turnout(**changed: int) -> Reconciliation:
    return Reconciliation(**{**SOUND, **changed})


def test_what_balances_may_be_published() -> None:
    turnout = _turnout()
    assert [(line.left, line.right, line.holds) for line in turnout.balances] == [
        (58, 58, True),
        (55, 55, True),
    ]
    assert turnout.open_balances == ()
    check_reconciliation(turnout)


@pytest.mark.parametrize(
    ("changed", "sides", "difference", "code"),
    [
        ({"not_returned": 1}, [Side.PAPERS], 2, "papers_missing"),
        ({"not_returned": 4}, [Side.PAPERS], -1, "papers_extra"),
        ({"valid": 51}, [Side.BALLOTS], -1, "ballots_extra"),
        ({"blank": 1}, [Side.BALLOTS], 2, "ballots_missing"),
        ({"not_returned": 2, "invalid": 3}, [Side.PAPERS, Side.BALLOTS], 1, "papers_missing"),
        (
            {"cast": 59, "not_returned": 0, "valid": 54},
            [Side.MORE_THAN_ISSUED, Side.PAPERS],
            1,
            "more_than_issued",
        ),
    ],
)
def test_the_exact_difference_is_told(
    changed: dict[str, int], sides: list[Side], difference: int, code: str
) -> None:
    turnout = _turnout(**changed)
    found = turnout.open_balances
    assert [line.side for line in found] == sides
    assert found[0].difference == difference
    with pytest.raises(Refusal) as refused:
        check_reconciliation(turnout)
    assert refused.value.code == f"turnout_{code}"
    assert refused.value.params["difference"] == abs(difference)


def test_more_cast_than_was_given_out_is_named_first() -> None:
    turnout = _turnout(cast=60, not_returned=0, valid=55)
    assert turnout.too_many == 2
    assert turnout.open_balances[0] == Balance(Side.MORE_THAN_ISSUED, 60, 58)


@pytest.mark.parametrize("changed", [{"issued": -1}, {"blank": -1}, {"replaced": 61}])
def test_numbers_that_cannot_be_are_refused(changed: dict[str, int]) -> None:
    with pytest.raises(Refusal, match="turnout_impossible"):
        _turnout(**changed)


@given(*[st.integers(0, 40)] * 5)
def test_what_is_counted_up_always_balances(
    replaced: int, not_returned: int, valid: int, blank: int, invalid: int
) -> None:
    cast = valid + blank + invalid
    turnout = Reconciliation(
        cast + not_returned + replaced, replaced, cast, not_returned, valid, blank, invalid
    )
    assert turnout.open_balances == ()
