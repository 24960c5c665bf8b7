"""What holds for every way to count: the order of ballots and the numbers of options change nothing, a tie is
told and never broken in silence, and there is always an answer.
"""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app.domain.tally.count import Count, Lot, Marks, Setup
from meeting_app.domain.tally.methods import METHODS
from tests.domain.tally_cases import CODES, Poll, polls

every_method = pytest.mark.parametrize("code", CODES)


def _counted(poll: Poll, ballots: Sequence[Marks], lot: Lot | None) -> Count:
    return METHODS[poll.code].count(ballots, poll.setup, lot)


@every_method
@settings(max_examples=50)
@given(data=st.data())
def test_shuffled_ballots_give_the_same_count(code: str, data: st.DataObject) -> None:
    poll = data.draw(polls(code))
    shuffled = data.draw(st.permutations(poll.ballots))
    for lot in (None, poll.lot):
        assert _counted(poll, shuffled, lot) == _counted(poll, poll.ballots, lot)


@every_method
@settings(max_examples=50)
@given(data=st.data())
def test_options_in_another_order_give_the_same_result(code: str, data: st.DataObject) -> None:
    poll = data.draw(polls(code))
    old_of_new = data.draw(st.permutations(range(poll.setup.options)))
    turned = [tuple(marks[old] for old in old_of_new) for marks in poll.ballots]
    for lot in (None, poll.lot):
        before = _counted(poll, poll.ballots, lot)
        after = _counted(poll, turned, lot and Lot(tuple(old_of_new.index(old) for old in lot.order)))
        assert after.standing == tuple(before.standing[old] for old in old_of_new)
        assert {old_of_new[option] for option in after.winners} == set(before.winners)
        assert (after.valid, after.blank, after.spoilt) == (before.valid, before.blank, before.spoilt)
        assert [step.code for step in after.steps] == [step.code for step in before.steps]
        assert (after.tie is None) == (before.tie is None)
        if after.tie and before.tie:
            assert {old_of_new[option] for option in after.tie.options} == set(before.tie.options)
            assert (after.tie.places, after.tie.reason) == (before.tie.places, before.tie.reason)


@every_method
@settings(max_examples=50)
@given(data=st.data())
def test_there_is_always_an_answer_that_adds_up(code: str, data: st.DataObject) -> None:
    poll = data.draw(polls(code))
    for lot in (None, poll.lot):
        told = _counted(poll, poll.ballots, lot)
        assert told.ballots == len(poll.ballots)
        assert told.valid + told.blank + sum(number for _, number in told.spoilt) == told.ballots
        assert len(told.standing) == poll.setup.options
        assert len(set(told.winners)) == len(told.winners) <= poll.setup.seats
        assert told.valid or (told.winners, told.tie) == ((), None)
        assert all(len(step.standing) in (0, poll.setup.options) for step in told.steps)
        assert all(type(figure).__name__ in ("int", "Fraction") for figure in told.standing)


@every_method
@settings(max_examples=50)
@given(data=st.data())
def test_the_lot_only_carries_on_where_the_count_stood(code: str, data: st.DataObject) -> None:
    poll = data.draw(polls(code))
    without = _counted(poll, poll.ballots, None)
    drawn = _counted(poll, poll.ballots, poll.lot)
    assert drawn.tie is None
    assert drawn.winners[: len(without.winners)] == without.winners
    used = [step for step in drawn.steps if step.code.startswith("lot_")]
    if without.tie is None:
        assert drawn == without
        assert not used
    else:
        assert used
        assert len(without.tie.options) > without.tie.places >= 1
        assert not set(without.tie.options) & set(without.winners) or without.tie.reason == "surplus"
        assert drawn.steps[: len(without.steps) - 1] == without.steps[:-1]


@every_method
@pytest.mark.parametrize("ballots", [0, 1, 2])
def test_a_handful_of_ballots_or_only_blank_ones(code: str, ballots: int) -> None:
    setup = Setup(3, limit=1 if code in ("choose_k", "dots", "score", "star") else 0)
    blank = METHODS[code].count([(None,) * 3] * ballots, setup, None)
    assert (blank.blank, blank.valid, blank.winners, blank.tie) == (ballots, 0, (), None)
    told = METHODS[code].count([(1, None, None)] * ballots, setup, None)
    assert told.winners == ((0,) if ballots and code != "yes_no" else ())
    assert told.tie is None


@every_method
def test_all_tied_is_a_tie_and_the_lot_ends_it(code: str) -> None:
    if code == "yes_no":
        return
    setup = Setup(3, limit=1 if code in ("choose_k", "dots", "score", "star") else 0)
    ballots = [(1, None, None), (None, 1, None), (None, None, 1)]
    told = METHODS[code].count(ballots, setup, None)
    assert told.tie is not None
    assert told.tie.options == (0, 1, 2)
    assert told.winners == ()
    assert METHODS[code].count(ballots, setup, Lot((2, 0, 1))).winners == (2,)
