"""Yes and no, marks, dots, scores, STAR, Borda: small counts that anybody can check with a pencil."""

from fractions import Fraction

from meeting_app.domain.tally import borda, choose_k, choose_one, dots, score, star, yes_no
from meeting_app.domain.tally.count import Count, Lot, Marks, Setup, Tie


def _codes(told: Count) -> list[str]:
    return [step.code for step in told.steps]


def test_yes_no_tells_every_line_and_no_winner() -> None:
    ballots: list[Marks] = [(1, -1), (1, 0), (-1, None), (None, None), (3, 1)]
    told = yes_no.count(ballots, Setup(2))
    assert told.standing == (2, 0)
    assert [step.standing for step in told.steps[1:]] == [(2, 0), (1, 1), (0, 1), (0, 1)]
    assert _codes(told) == ["ballots", "yes_votes", "no_votes", "abstentions", "unmarked"]
    assert (told.winners, told.tie, told.spoilt, told.blank) == ((), None, (("outside", 1),), 1)


def test_the_next_places_go_by_marks_and_nobody_without_a_mark_takes_one() -> None:
    ballots: list[Marks] = [(1, None, None, None)] * 3 + [(None, 1, None, None)] * 2
    told = choose_one.count(ballots, Setup(4, seats=3))
    assert told.winners == (0, 1)
    assert told.steps[-1].code == "seats_open"
    assert dict(told.steps[-1].figures) == {"places": 1}
    assert told.tie is None


def test_equal_marks_inside_the_places_are_no_tie() -> None:
    ballots: list[Marks] = [(1, 1, 0), (1, 1, 0), (0, 0, 1)]
    told = choose_k.count(ballots, Setup(3, seats=2, limit=2))
    assert (told.winners, told.tie) == ((0, 1), None)


def test_equal_marks_at_the_last_place_are_a_tie() -> None:
    ballots: list[Marks] = [(1, 1, 0), (1, 0, 1), (1, None, None), (None, None, None)]
    told = choose_k.count(ballots, Setup(3, seats=2, limit=2))
    assert told.winners == (0,)
    assert told.tie == Tie((1, 2), 1, "place")
    assert _codes(told) == ["ballots", "sums", "chosen", "tie_place"]
    drawn = choose_k.count(ballots, Setup(3, seats=2, limit=2), Lot((2, 0, 1)))
    assert drawn.winners == (0, 2)
    assert drawn.steps[-2].code == "lot_places"
    assert drawn.steps[-2].about == (2, 1)


def test_dots_may_all_lie_on_one_option() -> None:
    told = dots.count([(5, None), (2, 3), (0, 2), (3, 3)], Setup(2, limit=5))
    assert told.standing == (7, 5)
    assert told.winners == (0,)
    assert told.spoilt == (("too_many_dots", 1),)


def test_nothing_written_gives_no_points() -> None:
    told = score.count([(5, None), (2, 4), (0, 0)], Setup(2, limit=5))
    assert (told.standing, told.valid, told.winners) == ((7, 4), 3, (0,))


def test_nobody_wins_with_no_points() -> None:
    told = score.count([(0, 0)], Setup(2, limit=5))
    assert (told.winners, told.tie) == ((), None)


def test_star_can_turn_the_order_of_the_points() -> None:
    ballots: list[Marks] = [*[(5, 4, 0)] * 2, *[(0, 1, 0)] * 3, (0, 0, 2)]
    told = star.count(ballots, Setup(3, limit=5))
    assert told.standing == (10, 11, 2)
    assert told.winners == (1,)
    others: list[Marks] = [*[(5, 4, 0)] * 3, (1, 5, 0), (4, 5, 0)]
    turned = star.count(others, Setup(3, limit=5))
    assert turned.standing == (20, 22, 0)
    assert turned.winners == (0,)
    assert _codes(turned) == ["ballots", "sums", "finalists", "runoff", "star_winner"]


def test_star_breaks_ties_by_its_own_rules_before_the_lot() -> None:
    by_preference = star.count([(3, 2, 1), (3, 2, 1), (0, 1, 3), (0, 1, 1)], Setup(3, limit=3))
    assert by_preference.standing == (6, 6, 6)
    assert "preferred" in _codes(by_preference)
    assert by_preference.tie is None
    # b is preferred twice, c and d once each: equal points prefer nobody.
    three = star.count([(1, 1, 0, 0), (2, 1, 2, 2)], Setup(4, limit=2))
    assert ([step.about for step in three.steps if step.code == "finalists"], three.winners) == (
        [(0, 1)],
        (0,),
    )
    by_points = star.count([(3, 0), (3, 0), (0, 1), (0, 1)], Setup(2, limit=3))
    assert by_points.winners == (0,)
    assert _codes(by_points)[-2:] == ["more_points", "star_winner"]
    even = star.count([(5, 3), (1, 3)], Setup(2, limit=5))
    assert even.standing == (6, 6)
    assert even.winners == (0,)
    assert _codes(even)[-2:] == ["top_scores", "star_winner"]


def test_star_with_one_option_that_has_points_needs_no_runoff() -> None:
    told = star.count([(2, 0), (1, None)], Setup(2, limit=5))
    assert told.winners == (0,)
    assert "runoff" not in _codes(told)


def test_options_that_are_not_ranked_share_the_points_of_the_places_left() -> None:
    told = borda.count([(1, None, None, None)], Setup(4))
    assert told.standing == (3, 1, 1, 1)
    half = borda.count([(1, 2, None, None)], Setup(4))
    assert half.standing == (3, 2, Fraction(1, 2), Fraction(1, 2))
    equal = borda.count([(1, 1, 2, None)], Setup(4))
    assert equal.standing == (Fraction(5, 2), Fraction(5, 2), 1, 0)
    assert sum(equal.standing) == 6


def test_borda_gives_no_place_to_an_option_that_nobody_ranks() -> None:
    told = borda.count([(1, None), (1, None)], Setup(2, seats=2))
    assert told.winners == (0,)
    assert told.steps[-1].code == "seats_open"
