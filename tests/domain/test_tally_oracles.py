"""The same winners as starvote, pyrankvote and votelib, on random profiles (the same in every run).
Profiles with a tie are left out: the oracles break ties by chance or fail on them.
"""

from collections import Counter
from functools import cache
from random import Random

import pyrankvote
import starvote
from votelib.component.rankscore import Borda
from votelib.convert import RankedToCondorcetVotes, RankedToPositionalVotes
from votelib.evaluate.condorcet import Schulze
from votelib.evaluate.sequential import TransferableVoteSelector

from meeting_app.domain.tally import borda, irv, schulze, star, stv
from meeting_app.domain.tally.count import Marks, Setup
from tests.domain.elections import ranked

PROFILES = 80
Profile = tuple[Marks, ...]
Orders = list[tuple[int, ...]]


@cache
def _rankings(*, complete: bool) -> list[Profile]:
    chance = Random(20261128)
    profiles = []
    for _ in range(PROFILES):
        options = chance.randint(3, 7)
        lengths = [
            options if complete else chance.randint(1, options) for _ in range(chance.randint(20, 200))
        ]
        drawn = [chance.sample(range(1, options + 1), length) for length in lengths]
        profiles.append(tuple(ranked(options, order) for order in drawn))
    return profiles


def _orders(profile: Profile) -> Orders:
    return [
        tuple(sorted((at for at, rank in enumerate(marks) if rank), key=lambda at: marks[at] or 0))
        for marks in profile
    ]


def _enough(compared: int) -> None:
    assert compared > PROFILES // 2


def test_instant_runoff_as_pyrankvote_and_votelib() -> None:
    compared = 0
    for profile in _rankings(complete=False):
        told = irv.count(profile, Setup(len(profile[0])))
        if told.tie:
            continue
        people = [pyrankvote.Candidate(str(at)) for at in range(len(profile[0]))]
        papers = [pyrankvote.Ballot([people[at] for at in order]) for order in _orders(profile)]
        winners = pyrankvote.instant_runoff_voting(people, papers).get_winners()
        assert [int(one.name) for one in winners] == list(told.winners)
        votes = dict(Counter(_orders(profile)))
        if all(step.code != "out_together" for step in told.steps):
            assert TransferableVoteSelector().evaluate(votes, 1) == list(told.winners)
        compared += 1
    _enough(compared)


def test_transferable_vote_as_votelib() -> None:
    compared = 0
    for number, profile in enumerate(_rankings(complete=False)):
        seats = 1 + number % (len(profile[0]) - 1)
        told = stv.count(profile, Setup(len(profile[0]), seats, variant="exact"))
        if told.tie or any(step.code.startswith("earlier_") for step in told.steps):
            continue
        selector = TransferableVoteSelector(transferer="Gregory", quota_function="droop")
        elected = selector.evaluate(dict(Counter(_orders(profile))), seats)
        assert set(elected) == set(told.winners)
        compared += 1
    _enough(compared)


def test_comparison_of_pairs_as_votelib() -> None:
    """On complete rankings, where margins and winning votes order the pairs alike."""
    compared = 0
    for profile in _rankings(complete=True):
        told = schulze.count(profile, Setup(len(profile[0])))
        if told.tie:
            continue
        votes = RankedToCondorcetVotes().convert(dict(Counter(_orders(profile))))
        assert Schulze().evaluate(votes, 1) == list(told.winners)
        compared += 1
    _enough(compared)


def test_borda_as_votelib() -> None:
    """On complete rankings: votelib gives what is not ranked nothing."""
    for profile in _rankings(complete=True):
        told = borda.count(profile, Setup(len(profile[0])))
        points = RankedToPositionalVotes(Borda(base=0)).convert(dict(Counter(_orders(profile))))
        assert dict(enumerate(told.standing)) == points


def test_star_as_starvote() -> None:
    chance = Random(20261129)
    compared = tied = 0
    for _ in range(4 * PROFILES):
        options, number = chance.randint(2, 5), chance.randint(2, 60)
        profile = [tuple(chance.randint(0, 5) for _ in range(options)) for _ in range(number)]
        told = star.count(profile, Setup(options, limit=5))
        papers = [{f"c{at}": points for at, points in enumerate(marks)} for marks in profile]
        try:
            winners = starvote.star_voting(papers, maximum_score=5, tiebreaker=None, verbosity=0)
        except starvote.UnbreakableTieError:
            assert told.tie is not None
            tied += 1
            continue
        assert winners == [f"c{at}" for at in told.winners]
        compared += 1
    assert tied
    _enough(compared)
