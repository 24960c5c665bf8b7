"""Every shipped pack at and around its thresholds, against the law's words written out by hand here, and
against counting with fractions.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.rules.election import judge_election
from meeting_app.domain.rules.figures import Papers, Turnout, Voices
from meeting_app.domain.rules.judge import judge_question
from meeting_app.domain.rules.pack import Purpose, RulePack
from meeting_app.domain.rules.share import Amount, Base, Measure
from meeting_app.domain.rules.trace import StepCode, Verdict
from meeting_app.queries.rule_packs import shipped_packs

PACKS = {pack.id: pack for pack in shipped_packs()}
Test = Callable[[int, int], bool]


def more_than_half(part: int, whole: int) -> bool:
    """过半数."""
    return Fraction(part, whole) > Fraction(1, 2)


def two_thirds(part: int, whole: int) -> bool:
    """三分之二以上."""
    return Fraction(part, whole) >= Fraction(2, 3)


def more_than_two_thirds(part: int, whole: int) -> bool:
    """超过三分之二."""
    return Fraction(part, whole) > Fraction(2, 3)


def three_quarters(part: int, whole: int) -> bool:
    """四分之三以上."""
    return Fraction(part, whole) >= Fraction(3, 4)


def everybody(part: int, whole: int) -> bool:
    """一致."""
    return part == whole


def anybody(_part: int, _whole: int) -> bool:
    """No quorum."""
    return True


@dataclass(frozen=True)
class Law:
    """What the text of the law says: who takes part, who agrees, of whom; both measures or heads only."""

    quorum: Test
    agree: Test
    base: Base
    both: bool = False
    counted: Base = Base.PRESENT


MEETING = Law(more_than_half, more_than_half, Base.PRESENT)
TWO_THIRDS_MEETING = Law(two_thirds, more_than_half, Base.PRESENT)
BALLOT = Law(more_than_half, more_than_half, Base.CAST, counted=Base.CAST)
BY_REPRESENTATIVES = Law(more_than_two_thirds, more_than_half, Base.CAST, counted=Base.CAST)
OWN = Law(anybody, more_than_half, Base.YES_NO)
LAWS = {
    "residents_assembly_1990": MEETING,
    "residents_assembly_adults_1990": MEETING,
    "residents_assembly_delegates_1990": MEETING,
    "residents_assembly_2026": MEETING,
    "residents_assembly_adults_2026": MEETING,
    "residents_representatives_2026": TWO_THIRDS_MEETING,
    "residents_election_electors_2026": BALLOT,
    "residents_election_households_2026": BALLOT,
    "residents_election_representatives_2026": BY_REPRESENTATIVES,
    "residents_recall_electors_2026": BALLOT,
    "residents_recall_households_2026": BALLOT,
    "residents_recall_representatives_2026": BY_REPRESENTATIVES,
    "villagers_assembly_2010": MEETING,
    "villagers_assembly_2026": MEETING,
    "villagers_assembly_households_2010": TWO_THIRDS_MEETING,
    "villagers_assembly_households_2026": TWO_THIRDS_MEETING,
    "village_representatives_2010": TWO_THIRDS_MEETING,
    "village_representatives_2026": TWO_THIRDS_MEETING,
    "village_election_2010": BALLOT,
    "village_election_2026": BALLOT,
    "owners_general_2007": Law(anybody, more_than_half, Base.ELIGIBLE, both=True),
    "owners_major_2007": Law(anybody, two_thirds, Base.ELIGIBLE, both=True),
    "owners_general_2021": Law(two_thirds, more_than_half, Base.CAST, both=True, counted=Base.CAST),
    "owners_major_2021": Law(two_thirds, three_quarters, Base.CAST, both=True, counted=Base.CAST),
    "owners_change_of_use_2021": Law(anybody, everybody, Base.ELIGIBLE),
    "owners_committee_2022": Law(more_than_half, more_than_half, Base.ELIGIBLE),
    "residents_council_custom": MEETING,
    "hearing_straw_poll_custom": OWN,
    "custom_yes_no_custom": OWN,
}
MEASURES = (Measure.PERSONS, Measure.AREA)


def test_every_shipped_pack_is_written_out_here() -> None:
    assert set(LAWS) == set(PACKS)
    assert {law.both for code, law in LAWS.items() if code.startswith("owners_m")} == {True}


def reached(law: Law, measure: Measure, turnout: Turnout, voices: Voices) -> tuple[bool, bool]:
    """(enough take part, enough agree), by fractions."""
    whole, cast = turnout.eligible.of(measure), turnout.cast.of(measure)
    taking = turnout.present.of(measure) if law.counted is Base.PRESENT else cast
    base = {
        Base.ELIGIBLE: whole,
        Base.PRESENT: turnout.present.of(measure),
        Base.CAST: cast,
        Base.YES_NO: voices.for_.of(measure) + voices.against.of(measure),
    }[law.base]
    return whole > 0 and law.quorum(taking, whole), base > 0 and law.agree(voices.for_.of(measure), base)


def by_hand(law: Law, turnout: Turnout, voices: Voices) -> Verdict:
    """The verdict as the law's text has it."""
    used = MEASURES if law.both else MEASURES[:1]
    tests = [reached(law, measure, turnout, voices) for measure in used]
    if not all(quorum for quorum, _agree in tests):
        return Verdict.NO_QUORUM
    return Verdict.ADOPTED if all(agree for _quorum, agree in tests) else Verdict.NOT_ADOPTED


def verdict_of(pack: RulePack, turnout: Turnout, voices: Voices) -> Verdict:
    """The pack's, with straw polls and elections taken as a question."""
    outcome = judge_question(pack, turnout, voices)
    if pack.purpose is not Purpose.STRAW_POLL:
        return outcome.verdict
    holds = all(step.holds for step in outcome.found(StepCode.THRESHOLD))
    return Verdict.ADOPTED if holds else Verdict.NOT_ADOPTED


def hall(eligible: int, present: int, for_: int, against: int, abstain: int) -> tuple[Turnout, Voices]:
    """A vote of heads; every head stands for 100 (1 m²), so that packs with areas are asked as well."""

    def heads(count: int) -> Amount:
        return Amount(count, 100 * count)

    voices = Voices(heads(for_), heads(against), heads(abstain))
    cast = voices.total
    return Turnout(heads(eligible), heads(present), cast, papers=Papers(cast.persons)), voices


@pytest.mark.parametrize("code", sorted(LAWS))
def test_every_size_of_a_small_body(code: str) -> None:
    """All of 1 to 7 entitled: every number present, for, against and abstaining."""
    for eligible in range(1, 8):
        for present in range(eligible + 1):
            for for_ in range(present + 1):
                for against in range(present - for_ + 1):
                    for abstain in {0, present - for_ - against}:
                        turnout, voices = hall(eligible, present, for_, against, abstain)
                        assert verdict_of(PACKS[code], turnout, voices) is by_hand(
                            LAWS[code], turnout, voices
                        )


@pytest.mark.parametrize("code", sorted(LAWS))
@pytest.mark.parametrize("eligible", [47, 48, 49, 72, 100, 501])
def test_at_and_around_every_threshold(code: str, eligible: int) -> None:
    """One below, at, and one above the quorum, and the same of the approval."""
    pack, law = PACKS[code], LAWS[code]
    quorum = pack.quorum.needed(eligible)
    for present in {max(1, quorum - 1), quorum or 1, min(eligible, quorum + 1), eligible}:
        base = eligible if law.base is Base.ELIGIBLE else present
        needed = pack.approval.needed(base)
        for for_ in {needed - 1, needed, needed + 1} & set(range(present + 1)):
            turnout, voices = hall(eligible, present, for_, present - for_, 0)
            assert verdict_of(pack, turnout, voices) is by_hand(law, turnout, voices)


@given(st.sampled_from([code for code, law in sorted(LAWS.items()) if law.both]), st.data())
def test_areas_against_fractions(code: str, data: st.DataObject) -> None:
    """Heads and areas that do not go together, also right at the edge of the area."""
    heads = data.draw(st.tuples(*[st.integers(0, 20)] * 3))
    areas = data.draw(st.tuples(*[st.integers(0, 200_000)] * 3))
    given_ = [Amount(*one) for one in zip(heads, areas, strict=True)]
    voices = Voices(*given_)
    cast = voices.total
    spare = data.draw(st.sampled_from([0, 1, cast.area_c // 2, -(-cast.area_c // 2), cast.area_c]))
    total = Amount(max(1, cast.persons + data.draw(st.integers(0, 30))), cast.area_c + spare)
    turnout = Turnout(total, cast, cast, papers=Papers(cast.persons))
    assert verdict_of(PACKS[code], turnout, voices) is by_hand(LAWS[code], turnout, voices)


ELECTIONS = sorted(code for code, pack in PACKS.items() if pack.purpose is Purpose.ELECTION)


@pytest.mark.parametrize("code", ELECTIONS)
@pytest.mark.parametrize("electors", [1, 2, 3, 47, 48, 49, 99, 100])
def test_elections_at_their_edges(code: str, electors: int) -> None:
    pack, law = PACKS[code], LAWS[code]
    for cast in range(1, electors + 1):
        turnout = Turnout(Amount(electors), Amount(cast), Amount(cast), papers=Papers(cast))
        for votes in {cast // 2, cast // 2 + 1} - {cast + 1}:
            verdict = judge_election(pack, turnout, (votes, 0), 1).verdict
            if not law.quorum(cast, electors):
                assert verdict is Verdict.NO_QUORUM
            else:
                assert verdict is (Verdict.ELECTED if more_than_half(votes, cast) else Verdict.FURTHER)
        for votes in {cast // 3, -(-cast // 3)}:
            verdict = judge_election(pack, turnout, (votes, 0), 1, further=True).verdict
            enough = votes > 0 and Fraction(votes, cast) >= Fraction(1, 3)
            if law.quorum(cast, electors):
                assert verdict is (Verdict.ELECTED if enough else Verdict.FURTHER)


@pytest.mark.parametrize(
    ("code", "day", "days", "proxies", "secret"),
    [
        ("residents_representatives", date(2026, 1, 1), 10, None, False),
        ("residents_election_electors", date(2026, 11, 1), 20, 3, True),
        ("residents_election_representatives", date(2026, 11, 1), 20, None, True),
        ("owners_major", date(2026, 11, 28), 15, 0, False),
        ("residents_assembly", date(2025, 12, 31), 0, None, False),
        ("owners_committee", date(2026, 11, 28), 0, None, False),
    ],
)
def test_days_proxies_and_secrecy(code: str, day: date, days: int, proxies: int | None, secret: bool) -> None:
    (pack,) = (one for one in PACKS.values() if one.code == code and one.in_force(day))
    assert (pack.notice_days, pack.secret) == (days, secret)
    assert (pack.proxies.most if pack.proxies.allowed else None) == proxies
