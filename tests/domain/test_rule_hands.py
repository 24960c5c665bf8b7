"""A show of hands: quorum, bases and verdicts at and around every edge."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.hands import HandCount, judge_hands
from meeting_app.domain.rules.pack import Participation, Purpose, RulePack
from meeting_app.domain.rules.share import Base, Share
from meeting_app.domain.rules.trace import StepCode, Verdict
from meeting_app.domain.rules.turnout import quorum_step
from tests.domain.rule_world import MEETING, shares

MORE_THAN_HALF = Share(1, 2, strict=True, base=Base.ELIGIBLE)
ASSEMBLY = replace(MEETING, code="assembly", participation=Participation(Base.PRESENT, MORE_THAN_HALF))


@pytest.mark.parametrize(("present", "holds"), [(31, False), (32, True), (48, True)])
def test_the_quorum_of_48_representatives(present: int, holds: bool) -> None:
    step = quorum_step(MEETING, 48, present)
    assert (step.code, step.actual, step.needed, step.base) == (StepCode.QUORUM, present, 32, 48)
    assert step.holds is holds
    assert step.surplus == present - 32


@pytest.mark.parametrize("pack", [MEETING, replace(MEETING, participation=None)])
def test_nobody_entitled_is_no_quorum(pack: RulePack) -> None:
    assert not quorum_step(pack, 0, 0).holds
    assert judge_hands(pack, 0, 0, HandCount(0, 0, 0)).verdict is Verdict.NO_QUORUM


@pytest.mark.parametrize(
    ("pack", "eligible", "present", "counts", "verdict"),
    [
        (MEETING, 48, 32, (17, 15, 0), Verdict.ADOPTED),
        (MEETING, 48, 32, (16, 0, 0), Verdict.NOT_ADOPTED),
        (MEETING, 48, 33, (17, 0, 16), Verdict.ADOPTED),
        (MEETING, 48, 31, (31, 0, 0), Verdict.NO_QUORUM),
        (MEETING, 1, 1, (1, 0, 0), Verdict.ADOPTED),
        (MEETING, 2, 1, (1, 0, 0), Verdict.NO_QUORUM),
        (MEETING, 3, 2, (2, 0, 0), Verdict.ADOPTED),
        (MEETING, 3, 2, (1, 0, 0), Verdict.NOT_ADOPTED),
        (ASSEMBLY, 100, 50, (50, 0, 0), Verdict.NO_QUORUM),
        (ASSEMBLY, 100, 51, (26, 25, 0), Verdict.ADOPTED),
        (ASSEMBLY, 100, 52, (26, 26, 0), Verdict.NOT_ADOPTED),
        (ASSEMBLY, 100, 52, (0, 0, 0), Verdict.NOT_ADOPTED),
    ],
)
def test_verdicts(
    pack: RulePack, eligible: int, present: int, counts: tuple[int, int, int], verdict: Verdict
) -> None:
    outcome = judge_hands(pack, eligible, present, HandCount(*counts))
    assert outcome.verdict is verdict
    assert (outcome.eligible, outcome.present, outcome.not_voting) == (
        eligible, present, present - sum(counts),
    )  # fmt: skip
    assert bool(outcome.found(StepCode.THRESHOLD)) == (verdict is not Verdict.NO_QUORUM)


@pytest.mark.parametrize(
    ("base", "of", "verdict"),
    [
        (Base.ELIGIBLE, 20, Verdict.NOT_ADOPTED),
        (Base.PRESENT, 12, Verdict.NOT_ADOPTED),
        (Base.CAST, 10, Verdict.NOT_ADOPTED),
        (Base.VALID, 10, Verdict.NOT_ADOPTED),
        (Base.YES_NO, 8, Verdict.ADOPTED),
    ],
)
def test_the_base_of_the_threshold(base: Base, of: int, verdict: Verdict) -> None:
    pack = replace(MEETING, participation=None, approval=Share(1, 2, strict=True, base=base))
    outcome = judge_hands(pack, 20, 12, HandCount(5, 3, 2))
    assert (outcome.found(StepCode.THRESHOLD)[0].base, outcome.verdict) == (of, verdict)


@pytest.mark.parametrize("base", [Base.CAST, Base.VALID, Base.YES_NO])
def test_nobody_cast_is_not_adopted(base: Base) -> None:
    pack = replace(MEETING, approval=Share(0, 1, strict=False, base=base))
    assert judge_hands(pack, 12, 12, HandCount(0, 0, 0)).verdict is Verdict.NOT_ADOPTED


def test_a_tie_falls_and_says_so() -> None:
    outcome = judge_hands(MEETING, 12, 12, HandCount(6, 6, 0))
    assert outcome.verdict is Verdict.NOT_ADOPTED
    tie = outcome.found(StepCode.TIE)[0]
    assert (tie.actual, tie.needed, tie.holds) == (6, 7, False)


def test_a_straw_poll_decides_nothing() -> None:
    pack = replace(MEETING, purpose=Purpose.STRAW_POLL, participation=None)
    assert judge_hands(pack, 12, 12, HandCount(12, 0, 0)).verdict is Verdict.NOTED


@pytest.mark.parametrize(
    ("eligible", "present", "counts", "code"),
    [
        (48, 49, (0, 0, 0), "count_impossible"),
        (48, -1, (0, 0, 0), "count_impossible"),
        (-1, -1, (0, 0, 0), "count_impossible"),
        (48, 40, (-1, 0, 0), "count_below_zero"),
        (48, 40, (0, -1, 1), "count_below_zero"),
        (48, 40, (1, 0, -1), "count_below_zero"),
        (48, 40, (20, 20, 1), "more_hands_than_present"),
    ],
)
def test_counts_that_cannot_be(eligible: int, present: int, counts: tuple[int, int, int], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        judge_hands(MEETING, eligible, present, HandCount(*counts))
    assert refused.value.code == code


@given(shares(), st.integers(0, 300), st.data())
def test_one_more_hand_in_favour_never_harms(share: Share, eligible: int, data: st.DataObject) -> None:
    pack = replace(MEETING, approval=share)
    present = data.draw(st.integers(0, eligible))
    for_ = data.draw(st.integers(0, present))
    before = judge_hands(pack, eligible, present, HandCount(for_, 0, 0))
    if for_ < present and before.verdict is Verdict.ADOPTED:
        after = judge_hands(pack, eligible, present, HandCount(for_ + 1, 0, 0))
        assert after.verdict is Verdict.ADOPTED
