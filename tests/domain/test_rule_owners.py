"""Owners decide by heads and by area at once (民法典 art. 278); areas are 0.01 m²."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.figures import Composition, Papers, Posted, Turnout, Voices
from meeting_app.domain.rules.judge import judge_question
from meeting_app.domain.rules.pack import BlankAs, OwnersRules, Preliminary, RulePack
from meeting_app.domain.rules.share import Amount, Base, Measure, Share
from meeting_app.domain.rules.trace import StepCode, Verdict
from tests.domain.rule_world import MEETING, OWNERS, ballots, papers, shares

MAJOR = replace(OWNERS, code="major", approval=Share(3, 4, strict=False, base=Base.CAST))
ALL = Amount(72, 614_832)


@pytest.mark.parametrize(
    ("pack", "for_", "against", "verdict"),
    [
        # two thirds of 72 are 48, of 6,148.32 m² are 4,098.88 m²
        (OWNERS, Amount(48, 409_888), Amount(), Verdict.ADOPTED),
        (OWNERS, Amount(47, 409_888), Amount(), Verdict.NO_QUORUM),
        (OWNERS, Amount(48, 409_887), Amount(), Verdict.NO_QUORUM),
        # more than half of those who voted, in both measures
        (OWNERS, Amount(25, 204_945), Amount(23, 204_943), Verdict.ADOPTED),
        (OWNERS, Amount(25, 204_944), Amount(23, 204_944), Verdict.NOT_ADOPTED),
        (OWNERS, Amount(24, 300_000), Amount(24, 109_888), Verdict.NOT_ADOPTED),
        # three quarters, the number itself included
        (MAJOR, Amount(36, 307_416), Amount(12, 102_472), Verdict.ADOPTED),
        (MAJOR, Amount(35, 307_416), Amount(13, 102_472), Verdict.NOT_ADOPTED),
        (MAJOR, Amount(36, 307_415), Amount(12, 102_473), Verdict.NOT_ADOPTED),
    ],
)
def test_both_measures_at_their_edges(
    pack: RulePack, for_: Amount, against: Amount, verdict: Verdict
) -> None:
    turnout, voices = ballots(ALL, for_, against)
    outcome = judge_question(pack, turnout, voices)
    assert outcome.verdict is verdict
    assert [step.measure for step in outcome.found(StepCode.QUORUM)] == [Measure.PERSONS, Measure.AREA]


@given(shares(), shares(Base.ELIGIBLE), st.data())
def test_against_fractions_worked_out_another_way(share: Share, quorum: Share, data: st.DataObject) -> None:
    persons = data.draw(st.integers(1, 60))
    total = Amount(persons, data.draw(st.integers(1, 900_000)))
    heads = data.draw(st.tuples(*[st.integers(0, persons // 3)] * 3))
    areas = data.draw(st.tuples(*[st.integers(0, total.area_c // 3)] * 3))
    turnout, voices = ballots(total, *(Amount(*one) for one in zip(heads, areas, strict=True)))
    assert OWNERS.participation is not None
    pack = replace(OWNERS, approval=share, participation=replace(OWNERS.participation, share=quorum))
    verdict = judge_question(pack, turnout, voices).verdict

    def reached(part: int, whole: int, wanted: Share) -> bool:
        """By fractions instead of cross products."""
        if whole == 0:
            return False
        limit = Fraction(wanted.numerator, wanted.denominator)
        return Fraction(part, whole) > limit if wanted.strict else Fraction(part, whole) >= limit

    bases = {
        Base.ELIGIBLE: (total.persons, total.area_c),
        Base.YES_NO: (heads[0] + heads[1], areas[0] + areas[1]),
    }
    base = bases.get(share.base, (sum(heads), sum(areas)))
    enough = reached(sum(heads), total.persons, quorum) and reached(sum(areas), total.area_c, quorum)
    agreed = reached(heads[0], base[0], share) and reached(areas[0], base[1], share)
    assert verdict is (
        Verdict.NO_QUORUM if not enough else Verdict.ADOPTED if agreed else Verdict.NOT_ADOPTED
    )


@pytest.mark.parametrize(
    ("amounts", "code"),
    [
        ((Amount(3, 614_833), Amount()), "area_above_total"),
        ((Amount(3, -1), Amount(1, 1)), "count_below_zero"),
    ],
)
def test_areas_that_cannot_be(amounts: tuple[Amount, Amount], code: str) -> None:
    for_, against = amounts
    cast = for_ + against
    turnout = Turnout(ALL, Amount(72, 614_832), cast, papers=Papers(cast.persons))
    with pytest.raises(Refusal) as refused:
        judge_question(OWNERS, turnout, Voices(for_, against))
    assert refused.value.code == code


def test_the_whole_area_may_vote_and_silent_owners_are_part_of_it() -> None:
    all_of_it = (Amount(40, 414_832), Amount(32, 200_000))
    turnout, voices = ballots(ALL, *all_of_it)
    assert judge_question(OWNERS, turnout, voices).verdict is Verdict.ADOPTED
    with pytest.raises(Refusal, match="area_above_total"):
        judge_question(OWNERS, replace(turnout, silent=Amount(1, 1)), voices)


def test_nothing_against_nothing_is_no_tie() -> None:
    turnout, voices = ballots(Amount(9), Amount(), Amount(), Amount(9))
    assert judge_question(MEETING, turnout, voices).found(StepCode.TIE) == ()
    turnout, voices = ballots(Amount(9), Amount(1), Amount(1), Amount(7))
    assert len(judge_question(MEETING, turnout, voices).found(StepCode.TIE)) == 1


def test_voices_add_up_to_the_valid_ballots() -> None:
    with pytest.raises(Refusal) as refused:
        judge_question(MEETING, papers(48, 40), Voices(Amount(20), Amount(19)))
    assert refused.value.code == "voices_do_not_add_up"
    assert refused.value.params == {"voices": 39, "valid": 40}


@pytest.mark.parametrize("bad", [Papers(-1), Papers(4, -1), Papers(4, 0, -1)])
def test_papers_below_zero(bad: Papers) -> None:
    with pytest.raises(Refusal) as refused:
        judge_question(MEETING, replace(papers(48, 4), papers=bad), Voices(Amount(4)))
    assert refused.value.code == "count_below_zero"


@pytest.mark.parametrize(
    ("issued", "replaced", "lost", "verdict"),
    [
        (44, 2, 2, Verdict.ADOPTED),
        (43, 2, 2, Verdict.VOID),  # one more in the box than was given out
        (45, 2, 2, Verdict.UNRECONCILED),  # one piece of paper is missing
    ],
)
def test_issued_less_replaced_is_cast_and_left(
    issued: int, replaced: int, lost: int, verdict: Verdict
) -> None:
    turnout = replace(papers(48, 40), papers=Papers(issued, replaced, lost))
    outcome = judge_question(MEETING, turnout, Voices(Amount(40)))
    assert outcome.verdict is verdict
    step = outcome.found(StepCode.RECONCILIATION)[0]
    assert (step.needed, step.actual) == (issued - replaced, 42)
    assert step.figure("cast") == 40
    assert step.figure("unknown") == 0
    assert bool(outcome.found(StepCode.QUORUM)) == (verdict is Verdict.ADOPTED)


def test_more_ballots_than_voters_is_void() -> None:
    turnout = replace(papers(48, 40), present=Amount(39))
    assert judge_question(MEETING, turnout, Voices(Amount(40))).verdict is Verdict.VOID


@pytest.mark.parametrize(
    ("blank", "takes_part", "cast", "valid"),
    [
        (BlankAs.ABSTENTION, True, 40, 35),
        (BlankAs.ABSTENTION, False, 35, 35),
        (BlankAs.INVALID, True, 40, 32),
        (BlankAs.INVALID, False, 32, 32),
    ],
)
def test_blank_and_invalid_ballots_in_the_bases(
    blank: BlankAs, takes_part: bool, cast: int, valid: int
) -> None:
    turnout, voices = papers(40, 32, blank=3, invalid=5), Voices(Amount(20), Amount(12))
    pack = replace(MEETING, blank=blank, invalid_takes_part=takes_part)
    for base, wanted in ((Base.CAST, cast), (Base.VALID, valid)):
        half = replace(pack, approval=Share(1, 2, strict=True, base=base))
        assert judge_question(half, turnout, voices).found(StepCode.THRESHOLD)[0].base == wanted
    step = judge_question(pack, turnout, voices).found(StepCode.VALIDITY)[0]
    assert (step.actual, step.base, step.figure("blank"), step.figure("invalid")) == (valid, 40, 3, 5)


@pytest.mark.parametrize(
    ("posted", "days", "holds"),
    [(date(2026, 11, 18), 10, True), (date(2026, 11, 19), 9, False), (date(2026, 11, 30), -2, False)],
)
def test_the_day_of_posting_is_not_counted(posted: date, days: int, holds: bool) -> None:
    pack = replace(MEETING, notice_days=10)
    turnout = replace(papers(48, 40), posted=Posted(posted, date(2026, 11, 28)))
    outcome = judge_question(pack, turnout, Voices(Amount(40)))
    step = outcome.found(StepCode.NOTICE)[0]
    assert (step.actual, step.needed, step.holds) == (days, 10, holds)
    assert outcome.verdict is Verdict.ADOPTED
    assert bool(outcome.doubts) is not holds
    strict = judge_question(replace(pack, preliminary=Preliminary.VOID), turnout, Voices(Amount(40)))
    assert strict.verdict is (Verdict.ADOPTED if holds else Verdict.VOID)


def test_a_rule_without_days_asks_for_no_notice() -> None:
    turnout = replace(
        papers(48, 40),
        posted=Posted(date(2026, 11, 28), date(2026, 11, 28)),
        composition=Composition(1, 48),
    )
    outcome = judge_question(MEETING, turnout, Voices(Amount(40)))
    assert outcome.found(StepCode.NOTICE) == outcome.found(StepCode.COMPOSITION) == ()


@pytest.mark.parametrize(("elected", "members", "holds"), [(40, 50, True), (39, 50, False), (0, 0, False)])
def test_four_fifths_of_the_members_are_representatives(elected: int, members: int, holds: bool) -> None:
    pack = replace(MEETING, composition=Share(4, 5, strict=False, base=Base.ELIGIBLE))
    turnout = replace(papers(48, 40), composition=Composition(elected, members))
    step = judge_question(pack, turnout, Voices(Amount(40))).found(StepCode.COMPOSITION)[0]
    assert step.holds is holds


@pytest.mark.parametrize("body", [Composition(5, 4), Composition(-1, 4)])
def test_a_body_that_cannot_be(body: Composition) -> None:
    with pytest.raises(Refusal) as refused:
        judge_question(MEETING, replace(papers(48, 40), composition=body), Voices(Amount(40)))
    assert refused.value.code == "count_impossible"


SILENT = replace(OWNERS, owners=OwnersRules(silent_join=True))


def _silent(for_: Amount, against: Amount, silent: Amount) -> tuple[Turnout, Voices]:
    turnout, voices = ballots(ALL, for_, against)
    given_out = Papers(turnout.cast.persons + silent.persons, 0, silent.persons)
    return replace(turnout, silent=silent, papers=given_out), voices


def test_silent_owners_count_only_when_the_rule_says_so() -> None:
    turnout, voices = _silent(Amount(30, 300_000), Amount(4, 30_000), Amount(30, 200_000))
    assert judge_question(OWNERS, turnout, voices).verdict is Verdict.NO_QUORUM
    outcome = judge_question(SILENT, turnout, voices)
    assert outcome.verdict is Verdict.ADOPTED
    assert outcome.plain is not None
    assert outcome.plain.verdict is Verdict.NO_QUORUM
    note = outcome.found(StepCode.SILENT)[0]
    assert (note.actual, note.figure("for"), note.figure("area_c")) == (30, 30, 200_000)


def test_silent_owners_join_those_against_too() -> None:
    turnout, voices = _silent(Amount(4, 30_000), Amount(46, 400_000), Amount(20, 100_000))
    outcome = judge_question(SILENT, turnout, voices)
    assert outcome.voices is not None
    assert outcome.voices.against == Amount(66, 500_000)
    assert outcome.found(StepCode.SILENT)[0].figure("for") == 0


@pytest.mark.parametrize(
    ("for_", "against", "silent"),
    [
        (Amount(30, 100_000), Amount(20, 350_000), Amount(10, 50_000)),  # heads and area differ
        (Amount(20, 300_000), Amount(20, 100_000), Amount(10, 50_000)),  # heads are equal
        (Amount(30, 200_000), Amount(20, 200_000), Amount(10, 50_000)),  # areas are equal
        (Amount(20, 100_000), Amount(20, 300_000), Amount(10, 50_000)),
        (Amount(30, 300_000), Amount(20, 100_000), Amount()),  # nobody was silent
    ],
)
def test_silent_owners_have_no_side_to_join(for_: Amount, against: Amount, silent: Amount) -> None:
    turnout, voices = _silent(for_, against, silent)
    assert judge_question(SILENT, turnout, voices) == judge_question(OWNERS, turnout, voices)


def test_silent_owners_save_no_void_vote() -> None:
    turnout, voices = _silent(Amount(30, 300_000), Amount(4, 30_000), Amount(30, 200_000))
    wrong = replace(turnout, papers=Papers(10, 0, 30))
    outcome = judge_question(SILENT, wrong, voices)
    assert (outcome.verdict, outcome.plain) == (Verdict.VOID, None)
