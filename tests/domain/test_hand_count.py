"""Two tellers, row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.hand_count import (
    Choice,
    RowCount,
    RowState,
    agreed_total,
    check_report,
    check_rows,
    complete,
    totals,
)
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.hands import HandCount


@pytest.mark.parametrize(
    ("count", "tellers", "state"),
    [
        (RowCount(), 2, RowState.EMPTY),
        (RowCount(), 1, RowState.EMPTY),
        (RowCount(3, None), 2, RowState.ONE_TELLER),
        (RowCount(None, 3), 2, RowState.ONE_TELLER),
        (RowCount(3, 3), 2, RowState.AGREED),
        (RowCount(0, 0), 2, RowState.AGREED),
        (RowCount(3, 4), 2, RowState.DIFFERENT),
        (RowCount(3, None), 1, RowState.AGREED),
        (RowCount(None, 3), 1, RowState.EMPTY),
    ],
)
def test_where_a_row_stands(count: RowCount, tellers: int, state: RowState) -> None:
    assert count.state(tellers) is state


def test_only_agreed_rows_are_summed() -> None:
    counts = [RowCount(5, 5), RowCount(4, 3), RowCount(2, None), RowCount(0, 0)]
    assert agreed_total(counts, 2) == 5
    assert not complete(counts, 2)
    assert complete([RowCount(5, 5), RowCount(0, 0)], 2)


def test_rows_add_up_to_those_present() -> None:
    check_rows([10, 12, 0], 22)
    for rows in ([10, 12], [-1, 23], []):
        with pytest.raises(Refusal) as refused:
            check_rows(rows, 21 if not rows else 23)
        assert refused.value.code == "rows_do_not_add_up"


@pytest.mark.parametrize(
    ("votes", "hands", "others", "code"),
    [
        (10, -1, 0, "row_too_many_hands"),
        (10, 11, 0, "row_too_many_hands"),
        (10, 6, 5, "row_hands_over_choices"),
    ],
)
def test_a_figure_that_a_row_cannot_hold(votes: int, hands: int, others: int, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_report(votes, hands, others)
    assert refused.value.code == code


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_a_figure_is_taken_exactly_when_it_fits(votes: int, hands: int, others: int) -> None:
    try:
        check_report(votes, hands, others)
    except Refusal:
        assert hands > votes or hands + others > votes
    else:
        assert hands + others <= votes


def test_totals_of_all_three_choices() -> None:
    counts = {choice: [RowCount(2, 2), RowCount(1, 1)] for choice in Choice}
    assert totals(counts, 2) == HandCount(3, 3, 3)


@pytest.mark.parametrize("missing", list(Choice))
def test_no_total_while_a_choice_is_open(missing: Choice) -> None:
    counts = {choice: [RowCount(2, 2)] for choice in Choice}
    for broken in ({**counts, missing: [RowCount(2, 3)]}, {k: v for k, v in counts.items() if k != missing}):
        with pytest.raises(Refusal) as refused:
            totals(broken, 2)
        assert refused.value.code == "count_incomplete"
        assert refused.value.params == {"choice": missing}
