"""Shares, quorum and verdict: exact at two thirds and at one half, by tables and by properties."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.decision_rule import (
    ASSEMBLY,
    REPRESENTATIVES,
    RULE_PACKS,
    Base,
    HandCount,
    RulePack,
    Share,
    StepCode,
    Verdict,
    judge_hands,
    quorum_step,
)
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rule_text import rule_from_json, rule_to_json

TWO_THIRDS = Share(2, 3, strict=False, base=Base.ELIGIBLE)
HALF = Share(1, 2, strict=True, base=Base.PRESENT)


@st.composite
def shares(draw: st.DrawFn) -> Share:
    """Any share between nothing and all."""
    denominator = draw(st.integers(1, 12))
    numerator = draw(st.integers(0, denominator))
    return Share(numerator, denominator, strict=draw(st.booleans()), base=draw(st.sampled_from(Base)))


@given(shares(), st.integers(0, 5000))
def test_needed_is_the_least_whole_number_that_holds(share: Share, base: int) -> None:
    needed = share.needed(base)
    assert share.holds(needed, base)
    assert not share.holds(needed - 1, base)


@given(shares(), st.integers(0, 5000), st.integers(0, 5000))
def test_holds_as_the_fraction_does(share: Share, actual: int, base: int) -> None:
    wanted = base * Fraction(share.numerator, share.denominator)
    assert share.holds(actual, base) == (actual > wanted if share.strict else actual >= wanted)


@pytest.mark.parametrize(
    ("share", "base", "needed"),
    [
        (TWO_THIRDS, 48, 32),
        (TWO_THIRDS, 47, 32),
        (TWO_THIRDS, 49, 33),
        (TWO_THIRDS, 3, 2),
        (TWO_THIRDS, 0, 0),
        (HALF, 32, 17),
        (HALF, 33, 17),
        (HALF, 1, 1),
        (HALF, 0, 1),
    ],
)
def test_at_the_edge_of_two_thirds_and_of_one_half(share: Share, base: int, needed: int) -> None:
    assert share.needed(base) == needed


@pytest.mark.parametrize(("present", "holds"), [(31, False), (32, True), (48, True)])
def test_the_quorum_of_48_representatives(present: int, holds: bool) -> None:
    step = quorum_step(REPRESENTATIVES, 48, present)
    assert (step.code, step.actual, step.needed, step.base) == (StepCode.QUORUM, present, 32, 48)
    assert step.holds is holds
    assert step.surplus == present - 32


def test_nobody_entitled_is_no_quorum() -> None:
    assert not quorum_step(REPRESENTATIVES, 0, 0).holds
    assert judge_hands(REPRESENTATIVES, 0, 0, HandCount(0, 0, 0)).verdict is Verdict.NO_QUORUM


@pytest.mark.parametrize(
    ("pack", "eligible", "present", "counts", "verdict"),
    [
        (REPRESENTATIVES, 48, 32, (17, 15, 0), Verdict.ADOPTED),
        (REPRESENTATIVES, 48, 32, (16, 0, 0), Verdict.NOT_ADOPTED),
        (REPRESENTATIVES, 48, 33, (17, 0, 16), Verdict.ADOPTED),
        (REPRESENTATIVES, 48, 31, (31, 0, 0), Verdict.NO_QUORUM),
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
    assert outcome.not_voting == present - sum(counts)
    assert (StepCode.THRESHOLD in [step.code for step in outcome.steps]) == (verdict is not Verdict.NO_QUORUM)


def _pack(base: Base) -> RulePack:
    everybody = Share(0, 1, strict=False, base=Base.ELIGIBLE)
    return RulePack("t", everybody, Share(1, 2, strict=True, base=base), "law", (1,), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("base", "of", "verdict"),
    [
        (Base.ELIGIBLE, 20, Verdict.NOT_ADOPTED),
        (Base.PRESENT, 12, Verdict.NOT_ADOPTED),
        (Base.CAST, 8, Verdict.ADOPTED),
    ],
)
def test_the_base_of_the_threshold(base: Base, of: int, verdict: Verdict) -> None:
    outcome = judge_hands(_pack(base), 20, 12, HandCount(5, 3, 0))
    assert (outcome.steps[-1].base, outcome.verdict) == (of, verdict)


def test_nobody_cast_is_not_adopted() -> None:
    assert judge_hands(_pack(Base.CAST), 20, 12, HandCount(0, 0, 0)).verdict is Verdict.NOT_ADOPTED


@pytest.mark.parametrize(
    ("eligible", "present", "counts", "code"),
    [
        (48, 49, (0, 0, 0), "count_impossible"),
        (48, -1, (0, 0, 0), "count_impossible"),
        (-1, -1, (0, 0, 0), "count_impossible"),
        (48, 40, (-1, 0, 0), "count_impossible"),
        (48, 40, (0, -1, 0), "count_impossible"),
        (48, 40, (0, 0, -1), "count_impossible"),
        (48, 40, (20, 20, 1), "more_hands_than_present"),
    ],
)
def test_counts_that_cannot_be(eligible: int, present: int, counts: tuple[int, int, int], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        judge_hands(REPRESENTATIVES, eligible, present, HandCount(*counts))
    assert refused.value.code == code


@given(st.integers(0, 300), st.data())
def test_one_more_hand_in_favour_never_harms(eligible: int, data: st.DataObject) -> None:
    present = data.draw(st.integers(0, eligible))
    for_ = data.draw(st.integers(0, present))
    before = judge_hands(REPRESENTATIVES, eligible, present, HandCount(for_, 0, 0))
    if for_ < present and before.verdict is Verdict.ADOPTED:
        after = judge_hands(REPRESENTATIVES, eligible, present, HandCount(for_ + 1, 0, 0))
        assert after.verdict is Verdict.ADOPTED


def test_a_rule_is_in_force_between_its_dates() -> None:
    assert not REPRESENTATIVES.in_force(date(2025, 12, 31))
    assert REPRESENTATIVES.in_force(date(2026, 1, 1))
    ended = RulePack("t", TWO_THIRDS, HALF, "law", (1,), date(2020, 1, 1), date(2020, 12, 31))
    assert ended.in_force(date(2020, 12, 31))
    assert not ended.in_force(date(2021, 1, 1))


@pytest.mark.parametrize("pack", [*RULE_PACKS.values(), _pack(Base.CAST)], ids=lambda pack: pack.code)
def test_a_frozen_rule_thaws_as_it_was(pack: RulePack) -> None:
    assert rule_from_json(rule_to_json(pack)) == pack


def test_a_frozen_rule_keeps_its_end() -> None:
    ended = RulePack("t", TWO_THIRDS, HALF, "law", (1, 2), date(2020, 1, 1), date(2020, 12, 31))
    assert rule_from_json(rule_to_json(ended)) == ended
