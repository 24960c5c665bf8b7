"""A choice that a method of counting made by itself (ranks, scores, dots, money, draw): the rule only says
whether the vote was valid, and a tie stays open.
"""

from meeting_app.domain.rules.figures import Turnout
from meeting_app.domain.rules.pack import Purpose, RulePack
from meeting_app.domain.rules.trace import Outcome, Step, StepCode, Verdict
from meeting_app.domain.rules.turnout import check_vote


def judge_choice(
    pack: RulePack,
    turnout: Turnout,
    chosen: tuple[int, ...],
    seats: int,
    tied: tuple[int, ...] = (),
    *,
    leaving: bool = False,
    lines: tuple[Step, ...] = (),
) -> Outcome:
    """Whether what the method chose stands. `chosen` and `tied` are options by their place on the ballot, as
    `tally.count.Count` has them in `winners` and `tie`; `seats` 0 = as many as the method finds (money).
    `leaving` = the tied are equal last and one of them has to leave, no place is between them yet; `lines`
    are what each option had to reach by the method's own rule.
    """
    checked = check_vote(pack, turnout)
    if checked.verdict is not None:
        return Outcome(checked.verdict, pack.code, turnout, checked.steps)
    wanted = seats or len(chosen)
    seated = Step(
        StepCode.SEATS, len(chosen), wanted, wanted, None, holds=len(chosen) >= wanted,
        figures=() if seats else (("open", 1),), about=chosen,
    )  # fmt: skip
    steps = (*checked.steps, *lines, seated)
    if tied:
        places, figures = wanted - len(chosen), (("leaving", 1),) if leaving else ()
        tie = Step(StepCode.TIE, len(tied), places, len(tied), None, holds=False, figures=figures, about=tied)
        return Outcome(Verdict.TIE, pack.code, turnout, (*steps, tie), chosen=chosen, tied=tied)
    verdict = Verdict.ELECTED if chosen else Verdict.NOT_ADOPTED
    if pack.purpose is Purpose.STRAW_POLL:
        verdict = Verdict.NOTED
    return Outcome(verdict, pack.code, turnout, steps, chosen=chosen)
