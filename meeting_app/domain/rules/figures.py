"""The figures of a vote as they were counted, and whether they can be at all.

Persons are voting rights (an owner of three units is one), areas 0.01 m². Nothing is ever corrected silently.
"""

from dataclasses import dataclass
from datetime import date

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.pack import BlankAs, RulePack
from meeting_app.domain.rules.share import Amount, Base, Measure

NONE = Amount()


@dataclass(frozen=True, slots=True)
class Papers:
    """Slips and papers: issued - replaced = cast + not returned (whole pieces). `replaced` = a spoilt one
    exchanged for a new one before voting.
    """

    issued: int
    replaced: int = 0
    not_returned: int = 0


@dataclass(frozen=True, slots=True)
class Posted:
    """When the notice was posted and the day of the meeting; the day of posting is not counted (民法典 art.
    201).
    """

    on: date
    meeting: date

    @property
    def days(self) -> int:
        """Whole days from the day after posting up to the meeting; below zero when posted after it."""
        return (self.meeting - self.on).days


@dataclass(frozen=True, slots=True)
class Composition:
    """Of how many members the body consists, and how many of them are elected representatives."""

    representatives: int
    members: int


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who could vote, who was there, and what came back.

    `present` = in the room or represented; of a written vote those who gave a ballot back. `valid`, `blank`
    and `invalid` are counted ballots (or raised hands, which are all valid). `papers` None = nothing was
    issued (hands). `silent` = owners who were handed a ballot and gave none back; only needed when the pack
    counts them. `posted` and `composition` None = not looked at here.
    """

    eligible: Amount
    present: Amount
    valid: Amount
    blank: Amount = NONE
    invalid: Amount = NONE
    papers: Papers | None = None
    silent: Amount = NONE
    posted: Posted | None = None
    composition: Composition | None = None

    @property
    def cast(self) -> Amount:
        """Everything that came back: valid, blank and invalid."""
        return self.valid + self.blank + self.invalid


@dataclass(frozen=True, slots=True)
class Voices:
    """A question's valid ballots."""

    for_: Amount
    against: Amount = NONE
    abstain: Amount = NONE

    @property
    def total(self) -> Amount:
        """All of them; the turnout's valid ballots."""
        return self.for_ + self.against + self.abstain


def base_of(pack: RulePack, turnout: Turnout, base: Base, voices: Voices | None = None) -> Amount:
    """What a share of `base` is taken of under the pack; blank and invalid ballots as the pack counts
    them.
    """
    blank_is_valid = pack.blank is BlankAs.ABSTENTION
    valid = turnout.valid + turnout.blank if blank_is_valid else turnout.valid
    unfit = turnout.invalid if blank_is_valid else turnout.invalid + turnout.blank
    if base is Base.ELIGIBLE:
        return turnout.eligible
    if base is Base.PRESENT:
        return turnout.present
    if base is Base.CAST:
        return valid + unfit if pack.invalid_takes_part else valid
    if base is Base.YES_NO and voices is not None:
        return voices.for_ + voices.against
    return valid


def check_turnout(pack: RulePack, turnout: Turnout) -> None:
    """Refuse figures that cannot be: below zero, more present than entitled, more area than there is, more
    hands than members present. More *ballots* than papers is no refusal but makes the vote void.
    """
    for measure in pack.measures:
        _check_measure(pack, turnout, measure)
    if turnout.papers is None:
        hands, present = turnout.cast.persons, turnout.present.persons
        if hands > present:
            raise Refusal("more_hands_than_present", hands=hands, present=present)
    elif min(turnout.papers.issued, turnout.papers.replaced, turnout.papers.not_returned) < 0:
        raise Refusal("count_below_zero", rule=pack.name)
    body = turnout.composition
    if body is not None and not 0 <= body.representatives <= body.members:
        raise Refusal("count_impossible", present=body.representatives, eligible=body.members)


def _check_measure(pack: RulePack, turnout: Turnout, measure: Measure) -> None:
    eligible, present = turnout.eligible.of(measure), turnout.present.of(measure)
    counted = (turnout.valid, turnout.blank, turnout.invalid, turnout.silent)
    if min(eligible, present) < 0 or present > eligible:
        raise Refusal("count_impossible", present=present, eligible=eligible)
    if min(amount.of(measure) for amount in counted) < 0:
        raise Refusal("count_below_zero", rule=pack.name)
    together = (turnout.cast + turnout.silent).of(measure)
    if measure is Measure.AREA and together > eligible:
        raise Refusal("area_above_total", rule=pack.name, area_c=together, total_c=eligible)


def check_voices(pack: RulePack, turnout: Turnout, voices: Voices) -> None:
    """Refuse voices that are below zero or do not add up to the valid ballots."""
    for measure in pack.measures:
        figures = [voice.of(measure) for voice in (voices.for_, voices.against, voices.abstain)]
        if min(figures) < 0:
            raise Refusal("count_below_zero", rule=pack.name)
        if sum(figures) != turnout.valid.of(measure):
            raise Refusal("voices_do_not_add_up", voices=sum(figures), valid=turnout.valid.of(measure))
