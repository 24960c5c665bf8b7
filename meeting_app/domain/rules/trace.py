"""A verdict with everything that is needed to follow it by hand: codes and whole numbers, no words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from meeting_app.domain.rules.figures import Turnout, Voices
from meeting_app.domain.rules.share import Measure, Share


class StepCode(StrEnum):
    """The tests of a decision, in the order in which they are made."""

    COMPOSITION = "composition"
    CANDIDATES = "candidates"
    NOTICE = "notice"
    RECONCILIATION = "reconciliation"
    SILENT = "silent"
    QUORUM = "quorum"
    VALIDITY = "validity"
    THRESHOLD = "threshold"
    SEATS = "seats"
    TIE = "tie"
    FURTHER = "further"


class Verdict(StrEnum):
    """What a vote came to. `noted` = an opinion was heard, nothing was decided; `unreconciled` = papers are
    missing, so there is no result yet; `further` = seats are left for a further election.
    """

    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"
    NO_QUORUM = "no_quorum"
    VOID = "void"
    UNRECONCILED = "unreconciled"
    NOTED = "noted"
    ELECTED = "elected"
    FURTHER = "further"
    TIE = "tie"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the working: `actual` is held against `needed`, which is the `share` of `base`.

    Without a share `needed` is a whole number by itself (days of notice, papers, seats). `figures` names more
    numbers of the line, `about` are candidates by their place on the ballot. In a measure of area all three
    are 0.01 m².
    """

    code: StepCode
    actual: int
    needed: int
    base: int
    share: Share | None
    holds: bool
    measure: Measure = Measure.PERSONS
    figures: tuple[tuple[str, int], ...] = ()
    about: tuple[int, ...] = ()

    @property
    def surplus(self) -> int:
        """By how much the need is exceeded; negative when short."""
        return self.actual - self.needed

    def figure(self, name: str) -> int:
        """One of the named numbers; 0 when the line does not have it."""
        return dict(self.figures).get(name, 0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one vote: console, projector and papers all read this.

    `chosen` are candidates or options in the order of their success, `tied` those the rule cannot tell
    apart, `further` who stands in the further election. `plain` = the result without the silent owners, when
    the pack counts them: both are to be shown.
    """

    verdict: Verdict
    pack: str
    turnout: Turnout
    steps: tuple[Step, ...]
    voices: Voices | None = None
    chosen: tuple[int, ...] = ()
    tied: tuple[int, ...] = ()
    further: tuple[int, ...] = ()
    plain: "Outcome | None" = None

    @property
    def eligible(self) -> int:
        """Persons entitled to vote."""
        return self.turnout.eligible.persons

    @property
    def present(self) -> int:
        """Persons present or represented."""
        return self.turnout.present.persons

    @property
    def not_voting(self) -> int:
        """Persons present of whom nothing was counted."""
        return self.turnout.present.persons - self.turnout.cast.persons

    @property
    def doubts(self) -> tuple[Step, ...]:
        """Tests that failed and did not decide: a body wrongly composed, too short a notice."""
        early = (StepCode.COMPOSITION, StepCode.CANDIDATES, StepCode.NOTICE)
        return tuple(step for step in self.steps if step.code in early and not step.holds)

    def found(self, code: StepCode) -> tuple[Step, ...]:
        """The lines of one test: one for each measure or candidate; empty when it was not made."""
        return steps_of(self.steps, code)


def steps_of(steps: Iterable[Step], code: StepCode) -> tuple[Step, ...]:
    """The lines of one test among others."""
    return tuple(step for step in steps if step.code is code)
