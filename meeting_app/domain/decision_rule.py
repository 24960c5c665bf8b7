"""A legal rule of a decision as data, and its exact application.

A rule pack says who must be there (quorum) and how many must agree (threshold), with the law's article. All
comparisons are cross products of integers: "at least two thirds of 48" is 3 x present >= 2 x 48. Every
verdict carries its working: numbered steps from numbers to verdict. Sources: 城市居民委员会组织法 (2025, in
force 2026-01-01) arts 26-29; 民法典 art. 1259 for 以上 (includes the number) and 超过/过半 (does not).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meeting_app.domain.refusal import Refusal


class Base(StrEnum):
    """What a share is taken of."""

    ELIGIBLE = "eligible"
    PRESENT = "present"
    CAST = "cast"


class StepCode(StrEnum):
    """The tests of a decision, in the order in which they are made."""

    NOTICE = "notice"
    QUORUM = "quorum"
    RECONCILIATION = "reconciliation"
    THRESHOLD = "threshold"


class Verdict(StrEnum):
    """What a decision came to."""

    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"
    NO_QUORUM = "no_quorum"


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction to be reached: `strict` means more than it (过半数), else at least it (三分之二以上)."""

    numerator: int
    denominator: int
    strict: bool
    base: Base

    def needed(self, base: int) -> int:
        """The smallest whole number that fulfils the share of `base`."""
        least, rest = divmod(base * self.numerator, self.denominator)
        return least + 1 if self.strict or rest else least

    def holds(self, actual: int, base: int) -> bool:
        """Whether `actual` of `base` fulfils it; exact."""
        left, right = actual * self.denominator, base * self.numerator
        return left > right if self.strict else left >= right


@dataclass(frozen=True, slots=True)
class RulePack:
    """The rule under which a body decides. `articles` name the law's articles; dates are local,
    `effective_to` None = in force.
    """

    code: str
    quorum: Share
    threshold: Share
    law: str
    articles: tuple[int, ...]
    effective_from: date
    effective_to: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the rule applies on that day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


COMMITTEE_LAW = "城市居民委员会组织法"
COMMITTEE_LAW_FROM = date(2026, 1, 1)

REPRESENTATIVES = RulePack(
    code="residents_representatives",
    quorum=Share(2, 3, strict=False, base=Base.ELIGIBLE),
    threshold=Share(1, 2, strict=True, base=Base.PRESENT),
    law=COMMITTEE_LAW,
    articles=(28, 29),
    effective_from=COMMITTEE_LAW_FROM,
)
ASSEMBLY = RulePack(
    code="residents_assembly",
    quorum=Share(1, 2, strict=True, base=Base.ELIGIBLE),
    threshold=Share(1, 2, strict=True, base=Base.PRESENT),
    law=COMMITTEE_LAW,
    articles=(26, 27),
    effective_from=COMMITTEE_LAW_FROM,
)
RULE_PACKS: dict[str, RulePack] = {pack.code: pack for pack in (REPRESENTATIVES, ASSEMBLY)}


@dataclass(frozen=True, slots=True)
class HandCount:
    """Show of hands as agreed by the tellers: persons."""

    for_: int
    against: int
    abstain: int

    @property
    def cast(self) -> int:
        """Hands that were raised at all."""
        return self.for_ + self.against + self.abstain


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the working: `actual` is held against `needed`, which is the `share` of `base`."""

    code: StepCode
    actual: int
    needed: int
    base: int
    share: Share | None
    holds: bool

    @property
    def surplus(self) -> int:
        """By how much the need is exceeded; negative when short."""
        return self.actual - self.needed


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with everything that is needed to follow it by hand. Counts are persons."""

    verdict: Verdict
    pack: str
    eligible: int
    present: int
    counts: HandCount
    not_voting: int
    steps: tuple[Step, ...]


def quorum_step(pack: RulePack, eligible: int, present: int) -> Step:
    """The quorum test alone; it is also what the console and the projector show live."""
    share = pack.quorum
    return Step(
        StepCode.QUORUM,
        present,
        share.needed(eligible),
        eligible,
        share,
        eligible > 0 and share.holds(present, eligible),
    )


def _base_of(share: Share, eligible: int, present: int, cast: int) -> int:
    return {Base.ELIGIBLE: eligible, Base.PRESENT: present, Base.CAST: cast}[share.base]


def judge_hands(pack: RulePack, eligible: int, present: int, counts: HandCount) -> Outcome:
    """Apply the pack to a show of hands. Refuses counts that cannot be (negative, or more hands than members
    present).
    """
    if min(counts.for_, counts.against, counts.abstain, present, eligible) < 0 or present > eligible:
        raise Refusal("count_impossible", present=present, eligible=eligible)
    if counts.cast > present:
        raise Refusal("more_hands_than_present", hands=counts.cast, present=present)
    quorum = quorum_step(pack, eligible, present)
    reconciled = Step(StepCode.RECONCILIATION, counts.cast, present, present, None, holds=True)
    steps: tuple[Step, ...] = (quorum, reconciled)
    verdict = Verdict.NO_QUORUM
    if quorum.holds:
        base = _base_of(pack.threshold, eligible, present, counts.cast)
        holds = base > 0 and pack.threshold.holds(counts.for_, base)
        steps += (
            Step(StepCode.THRESHOLD, counts.for_, pack.threshold.needed(base), base, pack.threshold, holds),
        )
        verdict = Verdict.ADOPTED if holds else Verdict.NOT_ADOPTED
    return Outcome(verdict, pack.code, eligible, present, counts, present - counts.cast, steps)
