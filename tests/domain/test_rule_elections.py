"""Elections: a share of the votes for each candidate, seats, ties, and the further election."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.choice import judge_choice
from meeting_app.domain.rules.election import judge_election
from meeting_app.domain.rules.pack import Further, Participation, Preliminary, Purpose, RulePack
from meeting_app.domain.rules.share import Base, Share
from meeting_app.domain.rules.trace import StepCode, Verdict
from tests.domain.rule_world import ELECTION, MEETING, papers

REPRESENTATIVES = replace(
    ELECTION, participation=Participation(Base.CAST, Share(2, 3, strict=True, base=Base.ELIGIBLE))
)


@pytest.mark.parametrize(
    ("pack", "electors", "cast", "verdict"),
    [
        (ELECTION, 100, 50, Verdict.NO_QUORUM),
        (ELECTION, 100, 51, Verdict.ELECTED),
        (ELECTION, 1, 1, Verdict.ELECTED),
        (REPRESENTATIVES, 48, 32, Verdict.NO_QUORUM),  # more than two thirds: 32 of 48 are not enough
        (REPRESENTATIVES, 48, 33, Verdict.ELECTED),
        (REPRESENTATIVES, 0, 0, Verdict.NO_QUORUM),
    ],
)
def test_who_must_vote(pack: RulePack, electors: int, cast: int, verdict: Verdict) -> None:
    outcome = judge_election(pack, papers(electors, cast), (cast, 0), 1)
    assert outcome.verdict is verdict


@pytest.mark.parametrize(
    ("votes", "seats", "verdict", "chosen", "tied", "further"),
    [
        ((60, 55, 51, 20), 3, Verdict.ELECTED, (0, 1, 2), (), ()),
        ((51, 60, 55, 50), 3, Verdict.ELECTED, (1, 2, 0), (), ()),
        ((60, 50, 30, 20), 2, Verdict.FURTHER, (0,), (), (1, 2)),
        ((60, 50, 30, 30), 2, Verdict.FURTHER, (0,), (), (1, 2, 3)),
        ((60, 50), 2, Verdict.FURTHER, (0,), (), (1,)),
        ((33, 33, 33), 1, Verdict.FURTHER, (), (), (0, 1, 2)),
        ((70, 60, 60, 10), 2, Verdict.TIE, (0,), (1, 2), ()),
        ((60, 60, 60, 10), 2, Verdict.TIE, (), (0, 1, 2), ()),
        ((70, 60, 55, 10), 2, Verdict.ELECTED, (0, 1), (), ()),
    ],
)
def test_seats(
    votes: tuple[int, ...],
    seats: int,
    verdict: Verdict,
    chosen: tuple[int, ...],
    tied: tuple[int, ...],
    further: tuple[int, ...],
) -> None:
    outcome = judge_election(ELECTION, papers(150, 100), votes, seats)
    assert (outcome.verdict, outcome.chosen, outcome.tied, outcome.further) == (
        verdict,
        chosen,
        tied,
        further,
    )
    assert outcome.found(StepCode.SEATS)[0].surplus == len(chosen) - seats
    assert {step.needed for step in outcome.found(StepCode.THRESHOLD)} == {51}


def test_invalid_ballots_stay_with_those_who_voted() -> None:
    outcome = judge_election(ELECTION, papers(150, 90, invalid=10), (50, 40), 1)
    assert outcome.verdict is Verdict.FURTHER
    left_out = replace(ELECTION, invalid_takes_part=False)
    assert judge_election(left_out, papers(150, 90, invalid=10), (50, 40), 1).verdict is Verdict.ELECTED


@pytest.mark.parametrize(
    ("votes", "verdict"),
    [
        ((34, 33), Verdict.ELECTED),
        ((33, 32), Verdict.FURTHER),
        ((40, 40), Verdict.TIE),
        ((0, 0), Verdict.FURTHER),
    ],
)
def test_the_further_election_needs_a_third_of_the_ballots(votes: tuple[int, int], verdict: Verdict) -> None:
    outcome = judge_election(ELECTION, papers(150, 100), votes, 1, further=True)
    assert outcome.verdict is verdict
    assert outcome.further == ()
    assert outcome.found(StepCode.CANDIDATES) == ()


def test_exactly_a_third_is_enough() -> None:
    assert judge_election(ELECTION, papers(99, 99), (33, 30), 1, further=True).verdict is Verdict.ELECTED


def test_nobody_without_a_vote_is_elected_even_where_no_share_is_asked() -> None:
    free = replace(ELECTION, further=Further(Share(0, 1, strict=False, base=Base.CAST)))
    outcome = judge_election(free, papers(99, 99), (1, 0), 2, further=True)
    assert (outcome.verdict, outcome.chosen) == (Verdict.FURTHER, (0,))


def test_without_a_further_election_seats_stay_empty() -> None:
    pack = replace(ELECTION, further=None)
    outcome = judge_election(pack, papers(99, 99), (40, 30), 1)
    assert (outcome.verdict, outcome.further) == (Verdict.FURTHER, ())
    assert judge_election(pack, papers(99, 99), (50, 40), 1, further=True).verdict is Verdict.ELECTED
    bare = replace(ELECTION, further=Further(Share(1, 3, strict=False, base=Base.CAST), over=0))
    assert judge_election(bare, papers(99, 99), (40, 30), 1).further == (0,)


def test_more_candidates_than_seats() -> None:
    outcome = judge_election(ELECTION, papers(99, 99), (60,), 1)
    assert outcome.verdict is Verdict.ELECTED
    assert [step.code for step in outcome.doubts] == [StepCode.CANDIDATES]
    strict = replace(ELECTION, preliminary=Preliminary.VOID)
    assert judge_election(strict, papers(99, 99), (60,), 1).verdict is Verdict.VOID
    free = replace(ELECTION, more_candidates=False)
    assert judge_election(free, papers(99, 99), (60,), 1).doubts == ()


@pytest.mark.parametrize(
    ("votes", "seats", "code"),
    [
        ((10, 5), 0, "seats_below_one"),
        ((10, -1), 1, "count_below_zero"),
        ((21, 5), 1, "votes_above_ballots"),
        ((15, 15), 1, "votes_above_ballots"),
        ((21, 0), 2, "votes_above_ballots"),
        ((20, 20, 20, 1), 3, "votes_above_ballots"),
    ],
)
def test_votes_that_cannot_be(votes: tuple[int, ...], seats: int, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        judge_election(ELECTION, papers(30, 20), votes, seats)
    assert refused.value.code == code


@given(st.integers(1, 60), st.integers(1, 4), st.data())
def test_against_counting_by_hand(cast: int, seats: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 6))
    ballots = [
        data.draw(st.lists(st.integers(0, count - 1), max_size=seats, unique=True)) for _ in range(cast)
    ]
    votes = [sum(one in ballot for ballot in ballots) for one in range(count)]
    outcome = judge_election(ELECTION, papers(cast, cast), votes, seats)
    enough = {one for one in range(count) if 2 * votes[one] > cast}
    sure = {one for one in enough if sum(votes[other] >= votes[one] for other in enough) <= seats}
    assert set(outcome.chosen) == sure
    assert set(outcome.tied) == (
        set() if len(enough) <= seats or len(sure) == seats
        else {one for one in enough - sure if votes[one] == max(votes[o] for o in enough - sure)}
    )  # fmt: skip
    assert list(outcome.chosen) == sorted(outcome.chosen, key=lambda one: -votes[one])
    assert set(outcome.further).isdisjoint(outcome.chosen)


@pytest.mark.parametrize(
    ("purpose", "chosen", "seats", "tied", "verdict"),
    [
        (Purpose.DECISION, (2,), 1, (), Verdict.ELECTED),
        (Purpose.DECISION, (2, 0), 0, (), Verdict.ELECTED),
        (Purpose.DECISION, (), 0, (), Verdict.NOT_ADOPTED),
        (Purpose.DECISION, (2,), 2, (0, 1), Verdict.TIE),
        (Purpose.STRAW_POLL, (2,), 1, (), Verdict.NOTED),
    ],
)
def test_what_another_method_chose(
    purpose: Purpose, chosen: tuple[int, ...], seats: int, tied: tuple[int, ...], verdict: Verdict
) -> None:
    outcome = judge_choice(replace(MEETING, purpose=purpose), papers(48, 40), chosen, seats, tied)
    assert (outcome.verdict, outcome.chosen, outcome.tied) == (verdict, chosen, tied)


def test_a_choice_without_a_quorum_is_none() -> None:
    outcome = judge_choice(MEETING, papers(48, 31), (1,), 1)
    assert (outcome.verdict, outcome.chosen) == (Verdict.NO_QUORUM, ())
