"""The tests that come before any vote is looked at: composition, notice, papers, quorum, validity."""

from dataclasses import dataclass

from meeting_app.domain.rules.figures import Composition, Papers, Posted, Turnout, base_of, check_turnout
from meeting_app.domain.rules.pack import Preliminary, RulePack
from meeting_app.domain.rules.share import Base, Measure
from meeting_app.domain.rules.trace import Step, StepCode, Verdict


@dataclass(frozen=True, slots=True)
class Checked:
    """The first lines of a working; `verdict` is set when the vote ends here."""

    steps: tuple[Step, ...]
    verdict: Verdict | None


def quorum_step(pack: RulePack, eligible: int, present: int, measure: Measure = Measure.PERSONS) -> Step:
    """The test of participation alone; it is also what the console and the projector show live."""
    share = pack.quorum
    holds = eligible > 0 and share.holds(present, eligible)
    by_kind = pack.participation is not None and pack.participation.by_kind
    figures = (("by_kind", 1),) if by_kind else ()
    return Step(StepCode.QUORUM, present, share.needed(eligible), eligible, share, holds, measure, figures)


def composition_step(pack: RulePack, body: Composition) -> Step | None:
    """Whether enough members are elected representatives; None when the rule does not ask."""
    share = pack.composition
    if share is None:
        return None
    holds = body.members > 0 and share.holds(body.representatives, body.members)
    return Step(
        StepCode.COMPOSITION, body.representatives, share.needed(body.members), body.members, share, holds
    )


def notice_step(pack: RulePack, posted: Posted) -> Step | None:
    """Whether the notice was posted early enough (days); None when the rule sets no days."""
    if pack.notice_days == 0:
        return None
    days = posted.days
    return Step(
        StepCode.NOTICE, days, pack.notice_days, pack.notice_days, None, holds=days >= pack.notice_days
    )


def papers_step(turnout: Turnout, papers: Papers) -> Step:
    """Issued - replaced = cast + not returned, and no more cast than persons who took part.

    `actual` is what is accounted for, `needed` what was given out.
    """
    cast = turnout.cast.persons
    out, back = papers.issued - papers.replaced, cast + papers.not_returned
    figures = (
        ("issued", papers.issued), ("replaced", papers.replaced), ("cast", cast),
        ("not_returned", papers.not_returned),
    )  # fmt: skip
    holds = out == back and cast <= turnout.present.persons
    return Step(StepCode.RECONCILIATION, back, out, turnout.present.persons, None, holds, figures=figures)


def hands_step(turnout: Turnout) -> Step:
    """Hands raised and not raised are all who are present; more hands were refused before."""
    cast, present = turnout.cast.persons, turnout.present.persons
    figures = (("cast", cast), ("not_voting", present - cast))
    return Step(StepCode.RECONCILIATION, cast, present, present, None, holds=True, figures=figures)


def validity_step(pack: RulePack, turnout: Turnout) -> Step:
    """How many ballots count as valid under the pack; `needed` is one."""
    cast, valid = turnout.cast.persons, base_of(pack, turnout, Base.VALID).persons
    figures = (("blank", turnout.blank.persons), ("invalid", turnout.invalid.persons))
    return Step(StepCode.VALIDITY, valid, 1, cast, None, valid > 0, figures=figures)


def _before(pack: RulePack, turnout: Turnout) -> tuple[Step, ...]:
    body = composition_step(pack, turnout.composition) if turnout.composition else None
    notice = notice_step(pack, turnout.posted) if turnout.posted else None
    return tuple(step for step in (body, notice) if step is not None)


def _quorum(pack: RulePack, turnout: Turnout) -> tuple[Step, ...]:
    """One line for each measure. Without anybody entitled there is no vote, whatever the pack asks."""
    counted = pack.participation.counted if pack.participation else Base.PRESENT
    taking_part = base_of(pack, turnout, counted)
    lines = (
        quorum_step(pack, turnout.eligible.of(measure), taking_part.of(measure), measure)
        for measure in pack.measures
    )
    return tuple(step for step in lines if pack.participation or not step.holds)


def check_vote(pack: RulePack, turnout: Turnout, early: tuple[Step, ...] = ()) -> Checked:
    """Refuse impossible figures, then make the tests in the order of the law until one ends the vote.

    `early` are lines that come first (the number of candidates). Use this directly for a method that has no
    threshold; `judge` and `election` build on it.
    """
    check_turnout(pack, turnout)
    steps = (*early, *_before(pack, turnout))
    if pack.preliminary is Preliminary.VOID and not all(step.holds for step in steps):
        return Checked(steps, Verdict.VOID)
    papers = papers_step(turnout, turnout.papers) if turnout.papers else hands_step(turnout)
    steps += (papers,)
    if not papers.holds:
        too_many = papers.surplus > 0 or turnout.cast.persons > turnout.present.persons
        return Checked(steps, Verdict.VOID if too_many else Verdict.UNRECONCILED)
    quorum = _quorum(pack, turnout)
    steps += quorum
    if not all(step.holds for step in quorum):
        return Checked(steps, Verdict.NO_QUORUM)
    return Checked(steps + ((validity_step(pack, turnout),) if turnout.papers else ()), None)
