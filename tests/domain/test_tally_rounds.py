"""Instant runoff, comparison of pairs and transferable vote: the traps of such counts, each in a small poll
(research/tally_methods.md 1.2).
"""

from fractions import Fraction

import pytest

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally import irv, schulze, stv
from meeting_app.domain.tally.count import Count, Lot, Marks, Setup, Tie
from tests.domain.elections import figure, ranked, stages


def _papers(options: int, *orders: tuple[int, str]) -> list[Marks]:
    """`(3, "ab")` are three ballots with a first and b second."""
    return [
        ranked(options, [ord(letter) - ord("a") + 1 for letter in order])
        for number, order in orders
        for _ in range(number)
    ]


def _codes(told: Count) -> list[str]:
    return [step.code for step in told.steps]


def test_exactly_half_is_not_enough() -> None:
    ballots = _papers(2, (2, "a"), (2, "b"))
    told = irv.count(ballots, Setup(2))
    assert told.tie == Tie((0, 1), 1, "half")
    assert figure(told.steps[1], "needed") == 3
    drawn = irv.count(ballots, Setup(2), Lot((1, 0)))
    assert (drawn.winners, drawn.steps[-1].code) == ((1,), "lot_half")
    three = irv.count(_papers(3, (2, "a"), (1, "b"), (1, "cb")), Setup(3))
    assert three.winners == ()
    assert three.tie == Tie((1, 2), 1, "out")


def test_blank_and_exhausted_ballots_leave_the_base() -> None:
    ballots = [*_papers(3, (4, "a"), (3, "b"), (2, "c")), (None, None, None)]
    told = irv.count(ballots, Setup(3))
    assert [figure(step, "base") for step in stages(told, "round")] == [9, 7]
    assert [figure(step, "exhausted") for step in stages(told, "round")] == [0, 2]
    assert told.winners == (0,)
    assert figure(stages(told, "majority")[0], "base") == 7


def test_options_without_a_vote_leave_together_and_a_step_says_so() -> None:
    ballots = _papers(5, (3, "ac"), (2, "bd"), (2, "ed"))
    told = irv.count(ballots, Setup(5))
    assert stages(told, "out_together")[0].about == (2, 3)
    assert told.tie == Tie((1, 4), 1, "out")
    assert irv.count(ballots, Setup(5), Lot((4, 1, 0, 2, 3))).winners == (0,)


def test_options_that_no_ballot_names_leave_first() -> None:
    told = irv.count(_papers(4, (2, "ab"), (1, "b")), Setup(4))
    assert told.steps[1].code == "unnamed"
    assert told.steps[1].about == (2, 3)


def test_fewer_ballots_than_options_have_an_answer() -> None:
    assert stv.count(_papers(5, (1, "abc")), Setup(5, seats=3)).winners == (0, 1, 2)
    one = stv.count(_papers(5, (1, "a")), Setup(5, seats=3))
    assert one.winners == (0,)
    assert one.steps[-1].code == "seats_open"
    two = stv.count(_papers(5, (1, "ab"), (1, "c")), Setup(5, seats=2))
    assert two.winners == (0, 2)
    assert stv.count([], Setup(5, seats=2)).winners == ()


def test_one_option_leaves_at_a_time_by_the_lot() -> None:
    ballots = _papers(4, (5, "a"), (2, "bc"), (2, "cb"), (2, "d"))
    told = irv.count(ballots, Setup(4), Lot((1, 2, 3, 0)))
    assert _codes(told) == ["ballots", "round", "lot_out", "out", "round", "majority"]
    assert stages(told, "lot_out")[0].about == (3, 1, 2)
    assert told.winners == (0,)


def test_one_seat_only() -> None:
    with pytest.raises(Refusal) as refused:
        irv.count([], Setup(3, seats=2))
    assert refused.value.code == "tally_one_seat"


def test_a_circle_is_cut_at_its_weakest_margin() -> None:
    told = schulze.count(_papers(3, (6, "abc"), (4, "bca"), (3, "cab")), Setup(3))
    assert [step.standing for step in stages(told, "pairs")] == [(None, 9, 6), (4, None, 10), (7, 3, None)]
    assert [step.standing for step in stages(told, "paths")] == [(None, 5, 5), (1, None, 7), (1, 1, None)]
    assert told.standing == (2, 1, 0)
    assert told.winners == (0,)


def test_margins_not_winning_votes_decide() -> None:
    """In the circle a over b by 5:4, b over c by 4:2, c over a by 6:3 the smallest margin is 1, so b wins;
    the smallest number of winning votes is 4, by which c would.
    """
    told = schulze.count(_papers(3, (3, "a"), (2, "cab"), (4, "bc")), Setup(3))
    assert [step.standing for step in stages(told, "pairs")] == [(None, 5, 3), (4, None, 4), (6, 2, None)]
    assert told.winners == (1,)


def test_the_order_of_pairs_fills_several_places() -> None:
    told = schulze.count(_papers(4, (3, "abc"), (2, "bac")), Setup(4, seats=4))
    assert told.winners == (0, 1, 2)
    assert told.steps[-1].code == "seats_open"


def test_unbeaten_options_are_a_tie() -> None:
    ballots = _papers(3, (1, "abc"), (1, "bac"))
    told = schulze.count(ballots, Setup(3))
    assert told.tie == Tie((0, 1), 1, "place")
    assert schulze.count(ballots, Setup(3), Lot((1, 0, 2))).winners == (1,)
    assert schulze.count(ballots, Setup(3, seats=2)).winners == (0, 1)


def test_values_are_cut_to_five_decimals_or_kept_whole() -> None:
    ballots = _papers(4, (7, "ab"), (2, "b"), (1, "c"), (1, "d"))
    cut = stv.count(ballots, Setup(4, seats=2))
    assert figure(cut.steps[1], "quota") == 4
    [surplus] = stages(cut, "surplus")
    # 3 above the quota of 7 papers: 0.42857 each.
    assert surplus.standing[1] == 2 + 7 * Fraction(42857, 100_000)
    assert figure(surplus, "exhausted") == Fraction(1, 100_000)
    exact = stv.count(ballots, Setup(4, seats=2, variant="exact"))
    assert stages(exact, "surplus")[0].standing[1] == 5
    assert cut.winners == exact.winners == (0, 1)


def test_equal_surpluses_wait_for_the_lot() -> None:
    ballots = _papers(4, (6, "ac"), (6, "bd"), (3, "c"), (3, "d"))
    setup = Setup(4, seats=3)
    told = stv.count(ballots, setup)
    assert told.winners == (0, 1)
    assert told.tie == Tie((0, 1), 1, "surplus")
    assert told.steps[-1].code == "tie_surplus"
    assert stages(stv.count(ballots, setup, Lot((1, 0, 3, 2))), "surplus")[0].about == (1,)


def test_of_equal_surpluses_the_one_that_was_larger_before_goes_first() -> None:
    told = stv.count(_papers(5, (2, "ebc"), (5, "dc"), (1, "ead")), Setup(5, seats=4))
    assert stages(told, "earlier_surplus")[0].about == (4, 2)
    assert [step.about for step in stages(told, "surplus")] == [(3,), (4,), (2,)]
    assert told.winners == (3, 4, 2, 1)


def test_equal_last_ones_leave_by_the_latest_earlier_stage() -> None:
    """After the surplus of d, a and b have one vote each; at the stage before a had none."""
    told = stv.count(_papers(4, (1, "bac"), (2, "d"), (2, "da")), Setup(4, seats=2))
    assert stages(told, "surplus")[0].standing[:2] == (1, 1)
    assert stages(told, "earlier_out")[0].about == (0, 1)
    assert told.winners == (3, 1)


def test_it_is_the_latest_of_several_earlier_differences_that_counts() -> None:
    told = stv.count(_papers(5, (2, "bc"), (1, "d"), (1, "baed"), (1, "bcad")), Setup(5, seats=2))
    assert stages(told, "earlier_out")[0].about == (3, 2)  # d had more at first, c after the surplus
    assert told.winners == (1, 2)


def test_equal_last_ones_without_an_earlier_difference_wait_for_the_lot() -> None:
    ballots = _papers(4, (4, "a"), (2, "b"), (2, "c"), (1, "d"))
    told = stv.count(ballots, Setup(4, seats=2))
    assert told.winners == (0,)
    assert told.tie == Tie((1, 2), 1, "out")
    drawn = stv.count(ballots, Setup(4, seats=2), Lot((2, 1, 0, 3)))
    assert stages(drawn, "lot_out")[0].about == (1, 2)
    assert drawn.winners == (0, 2)


def test_without_a_vote_several_leave_together_only_where_no_place_depends_on_it() -> None:
    together = stv.count(_papers(5, (6, "ad"), (5, "be"), (4, "c")), Setup(5))
    assert stages(together, "excluded")[0].about == (3, 4)
    apart = stv.count(_papers(4, (3, "abcd"), (3, "abdc")), Setup(4, seats=3), Lot((3, 2, 1, 0)))
    assert set(apart.winners) == {0, 1, 3}


def test_as_many_as_places_may_stay_when_those_without_a_vote_leave() -> None:
    told = stv.count(_papers(4, (1, "c"), (1, "cdba")), Setup(4, seats=2))
    assert (stages(told, "excluded")[0].about, told.winners, told.tie) == ((0, 1), (2, 3), None)


def test_an_unknown_variant_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        stv.count([], Setup(3, variant="meek"))
    assert refused.value.code == "tally_variant"
