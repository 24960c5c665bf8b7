"""An election in which each candidate needs a share of the votes, and the further election for what is left.

城市居民委员会组织法 art. 19 and 村民委员会组织法 art. 15: enough electors take part, a candidate needs more
than half of those who voted; are seats left, those with the most votes among the others stand again, the
most votes win, but no fewer than one third of the ballots cast. Equal votes that leave the last seat open
mean another vote among the tied (选举法 art. 45 by analogy); nothing is ever drawn here, a lot is a step of
its own.
"""

from collections.abc import Sequence

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.figures import Turnout, base_of
from meeting_app.domain.rules.pack import Further, RulePack
from meeting_app.domain.rules.share import Share
from meeting_app.domain.rules.trace import Outcome, Step, StepCode, Verdict
from meeting_app.domain.rules.turnout import check_vote


def _check(pack: RulePack, turnout: Turnout, votes: Sequence[int], seats: int) -> None:
    """Refuse votes that cannot be: no seat, below zero, more for one candidate than there are valid ballots,
    more in all than those ballots could give.
    """
    valid = turnout.valid.persons
    if seats < 1:
        raise Refusal("seats_below_one", rule=pack.name)
    if any(count < 0 for count in votes):
        raise Refusal("count_below_zero", rule=pack.name)
    if any(count > valid for count in votes) or sum(votes) > valid * seats:
        raise Refusal("votes_above_ballots", votes=max(sum(votes), 0), ballots=valid, seats=seats)


def _candidates_step(pack: RulePack, candidates: int, seats: int) -> tuple[Step, ...]:
    """More candidates than seats, where the rule asks for it (差额选举)."""
    if not pack.more_candidates:
        return ()
    return (Step(StepCode.CANDIDATES, candidates, seats + 1, seats, None, holds=candidates > seats),)


def _threshold(turnout_base: int, share: Share, votes: Sequence[int]) -> tuple[Step, ...]:
    """One line for each candidate in the order of votes."""
    order = sorted(range(len(votes)), key=lambda one: (-votes[one], one))
    needed = share.needed(turnout_base)
    return tuple(
        Step(
            StepCode.THRESHOLD, votes[one], needed, turnout_base, share,
            holds=turnout_base > 0 and votes[one] > 0 and share.holds(votes[one], turnout_base), about=(one,),
        )
        for one in order
    )  # fmt: skip


def _fill(passed: Sequence[Step], seats: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(elected, tied): the most votes first; those with equal votes at the last seat are tied."""
    if len(passed) <= seats:
        return tuple(step.about[0] for step in passed), ()
    at_the_edge = passed[seats - 1].actual
    if passed[seats].actual != at_the_edge:
        return tuple(step.about[0] for step in passed[:seats]), ()
    sure = tuple(step.about[0] for step in passed if step.actual > at_the_edge)
    return sure, tuple(step.about[0] for step in passed if step.actual == at_the_edge)


def _stands_again(rule: Further, lines: Sequence[Step], taken: Sequence[int], left: int) -> tuple[int, ...]:
    """Who stands in the further election: the most votes among the others, and all who have as many as the
    last of them.
    """
    others = [step for step in lines if step.about[0] not in taken]
    wanted = left + rule.over
    if len(others) <= wanted:
        return tuple(step.about[0] for step in others)
    least = others[wanted - 1].actual
    return tuple(step.about[0] for step in others if step.actual >= least)


def judge_election(
    pack: RulePack, turnout: Turnout, votes: Sequence[int], seats: int, *, further: bool = False
) -> Outcome:
    """Fill `seats` from the candidates' `votes` (in the order of the ballot paper).

    `further` = this is the further election already: its own share is the need, and nobody stands again by
    itself. Verdicts: elected (all seats), tie (`tied` share the last seats), further (seats are left), or
    what ended the vote before. Refuses votes that cannot be.
    """
    _check(pack, turnout, votes, seats)
    early = () if further else _candidates_step(pack, len(votes), seats)
    checked = check_vote(pack, turnout, early)
    if checked.verdict is not None:
        return Outcome(checked.verdict, pack.code, turnout, checked.steps)
    share = pack.further.share if further and pack.further else pack.approval
    lines = _threshold(base_of(pack, turnout, share.base).persons, share, votes)
    elected, tied = _fill([step for step in lines if step.holds], seats)
    full = len(elected) == seats
    steps = (
        *checked.steps, *lines,
        Step(StepCode.SEATS, len(elected), seats, len(votes), None, full, about=elected),
    )  # fmt: skip
    if tied:
        places = seats - len(elected)
        tie = Step(StepCode.TIE, len(tied), places, len(tied), None, holds=False, about=tied)
        return Outcome(Verdict.TIE, pack.code, turnout, (*steps, tie), chosen=elected, tied=tied)
    if full:
        return Outcome(Verdict.ELECTED, pack.code, turnout, steps, chosen=elected)
    left = seats - len(elected)
    again = () if further or pack.further is None else _stands_again(pack.further, lines, elected, left)
    line = Step(StepCode.FURTHER, len(again), left, len(votes), None, holds=bool(again), about=again)
    return Outcome(Verdict.FURTHER, pack.code, turnout, (*steps, line), chosen=elected, further=again)
