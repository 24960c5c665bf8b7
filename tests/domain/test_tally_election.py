"""差额选举: more than half of the ballots cast, void and blank ones in the base, ties voted on again."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally import election
from meeting_app.domain.tally.count import BLANK, Count, Lot, Marks, Setup, Tie
from meeting_app.domain.tally.election import further_election, vote_among_tied


def _ballots(**lines: int) -> list[Marks]:
    """`m110=3`: three ballots that name the first two of three candidates."""
    return [
        tuple(1 if mark == "1" else None for mark in line[1:])
        for line, many in lines.items()
        for _ in range(many)
    ]


def _need(told: Count) -> dict[str, Any]:
    return dict(next(step for step in told.steps if step.code.startswith("need_")).figures)


def test_more_than_half_of_the_ballots_cast_elects() -> None:
    told = election.count(_ballots(m110=30, m011=10, m101=5), Setup(3, seats=2))
    assert told.standing == (35, 40, 15)
    assert _need(told) == {"needed": 23, "base": 45, "seats": 2}
    assert (told.winners, told.tie) == ((1, 0), None)
    below = [(step.about, dict(step.figures)) for step in told.steps if step.code == "below_need"]
    assert below == [((2,), {"votes": 15, "short": 8})]


def test_exactly_half_is_not_enough() -> None:
    told = election.count(_ballots(m10=20, m01=20), Setup(2))
    assert _need(told)["needed"] == 21
    assert (told.winners, told.tie) == ((), None)
    assert told.steps[-1].code == "seats_open"


def test_blank_void_and_unreadable_papers_were_cast_and_stay_in_the_base() -> None:
    ballots = [*_ballots(m10=20, m01=15), *[(1, 1)] * 3, *[(None, None)]]
    assert election.count(ballots, Setup(2)).winners == (0,)
    told = election.count(ballots, Setup(2, unread=1))
    assert (told.valid, told.blank, told.spoilt) == (35, 1, (("too_many", 3),))
    assert _need(told) == {"needed": 21, "base": 40, "seats": 1}
    assert told.winners == ()
    of_valid = election.count(ballots, Setup(2, unread=1, variant=election.VALID))
    assert _need(of_valid) == {"needed": 18, "base": 35, "seats": 1}
    assert of_valid.winners == (0,)


@pytest.mark.parametrize(
    ("marks", "why"),
    [
        ((1, 1, None), ""),
        ((1, None, 0), ""),
        ((1, 1, 1), "too_many"),
        ((0, None, 0), BLANK),
        ((None, None, None), BLANK),
        ((2, None, None), "outside"),
        ((1, None), "other_question"),
    ],
)
def test_a_ballot_names_as_many_as_there_are_seats_or_fewer(marks: Marks, why: str) -> None:
    assert election.read(marks, Setup(3, seats=2)) == why


def test_more_reach_the_need_than_there_are_seats() -> None:
    told = election.count(_ballots(m1100=10, m1010=9, m0110=8), Setup(4, seats=2))
    assert told.standing == (19, 18, 17, 0)
    assert (told.winners, told.tie) == ((0, 1), None)


def test_equal_votes_at_the_last_seat_are_voted_on_again() -> None:
    told = election.count(_ballots(m110=10, m101=10, m011=1), Setup(3, seats=2))
    assert (told.winners, told.tie) == ((0,), Tie((1, 2), 1, "place"))
    again = vote_among_tied(told)
    assert again is not None
    assert again.candidates == (1, 2)
    second = election.count(_ballots(m10=7, m01=9, m00=20), again.setup)
    assert (_need(second)["needed"], second.winners) == (1, (1,))
    assert further_election(told, Setup(3, seats=2)) is None
    drawn = election.count(_ballots(m110=10, m101=10, m011=1), Setup(3, seats=2), Lot((2, 1, 0)))
    assert (drawn.winners, drawn.tie) == ((0, 2), None)


def test_those_next_in_votes_stand_in_the_further_election() -> None:
    setup = Setup(5, seats=3)
    first = election.count(_ballots(m11100=10, m10011=6, m01010=8, m00001=4), setup)
    assert first.standing == (16, 18, 10, 14, 10)
    assert (_need(first)["needed"], first.winners) == (15, (1, 0))
    again = further_election(first, setup)
    assert again is not None
    assert again.candidates == (3, 2, 4), "the last of two and everybody with as many votes"
    assert again.setup == Setup(3, seats=1, variant=election.FURTHER)
    second = election.count(_ballots(m100=10, m010=9, m001=9, m000=2), again.setup)
    assert _need(second) == {"needed": 10, "base": 30, "seats": 1}
    assert second.winners == (0,)


def test_fewer_than_a_third_elect_nobody() -> None:
    told = election.count(_ballots(m1000=10, m0100=7, m0010=7, m0001=7), Setup(4, variant=election.FURTHER))
    assert (_need(told)["needed"], told.winners) == (11, ())
    assert election.count(
        _ballots(m1000=10, m0100=7, m0010=7, m0001=6), Setup(4, variant="further")
    ).winners == (0,)


def test_there_is_no_other_vote_when_nothing_is_open() -> None:
    done = election.count(_ballots(m10=5), Setup(2))
    assert vote_among_tied(done) is None
    assert further_election(done, Setup(2)) is None


def test_without_enough_candidates_only_their_seats_are_voted_on() -> None:
    setup = Setup(3, seats=3)
    first = election.count(_ballots(m100=6, m010=1, m001=1), setup)
    again = further_election(first, setup)
    assert again is not None
    assert (again.candidates, again.setup.seats) == ((1, 2), 2)
    everybody = election.count(_ballots(m11=3), Setup(2, seats=2))
    assert further_election(everybody, Setup(2, seats=3)) is None


def test_no_ballots_elect_nobody() -> None:
    for variant in ("", election.VALID, election.FURTHER, election.REVOTE):
        told = election.count([], Setup(2, variant=variant))
        assert (told.winners, told.tie) == ((), None)


@pytest.mark.parametrize(
    ("setup", "code"),
    [
        (Setup(2, unread=-1), "tally_unread"),
        (Setup(2, seats=3), "tally_seats"),
        (Setup(2, variant="x"), "tally_variant"),
    ],
)
def test_impossible_settings_are_refused(setup: Setup, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        election.count([], setup)
    assert refused.value.code == code


@st.composite
def polls(draw: st.DrawFn) -> tuple[list[Marks], Setup]:
    """Small elections, some ballots blank, some void."""
    options = draw(st.integers(1, 4))
    marks = st.tuples(*[st.sampled_from([None, 1])] * options)
    variant = draw(st.sampled_from(["", "valid", "further", "revote"]))
    setup = Setup(options, draw(st.integers(1, options)), variant=variant, unread=draw(st.integers(0, 2)))
    return draw(st.lists(marks, max_size=15)), setup


@given(polls(), st.randoms())
def test_neither_ballots_nor_candidates_have_an_order(poll: tuple[list[Marks], Setup], chance: Any) -> None:
    ballots, setup = poll
    told = election.count(ballots, setup)
    places = list(range(setup.options))
    chance.shuffle(places)
    turned: list[Marks] = [tuple(marks[old] for old in places) for marks in ballots]
    chance.shuffle(turned)
    again = election.count(turned, setup)
    assert {places[option] for option in again.winners} == set(told.winners)
    assert {places[option] for option in (again.tie.options if again.tie else ())} == set(
        told.tie.options if told.tie else ()
    )


@given(polls())
def test_the_elected_have_what_is_needed_and_nobody_with_more_is_left_out(
    poll: tuple[list[Marks], Setup],
) -> None:
    ballots, setup = poll
    told = election.count(ballots, setup)
    cast = len(ballots) + setup.unread
    share = {
        "": (cast, 2, True),
        "valid": (told.valid, 2, True),
        "further": (cast, 3, False),
    }
    assert len(told.winners) + (told.tie.places if told.tie else 0) <= setup.seats
    for option in told.winners:
        if wanted := share.get(setup.variant):
            base, parts, strict = wanted
            got = parts * told.standing[option]
            assert got > base if strict else got >= base
        assert all(
            told.standing[other] <= told.standing[option] or other in told.winners
            for other in range(setup.options)
        )
