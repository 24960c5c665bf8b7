"""What a pack means in whole numbers before anybody has voted: of 48 members 32 must come, 17 agree."""

from dataclasses import dataclass

from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Amount, Base, Measure


@dataclass(frozen=True, slots=True)
class Need:
    """In one measure (persons, or 0.01 m²): how many of `eligible` must take part, and how many must agree
    when just so many do and when all do.
    """

    measure: Measure
    eligible: int
    participation: int
    least: int
    most: int


def needs_of(pack: RulePack, eligible: Amount) -> tuple[Need, ...]:
    """The needs for a body of that size; the base of the approval is taken as all who take part, each of
    whom votes validly for or against.
    """
    return tuple(_need(pack, measure, eligible.of(measure)) for measure in pack.measures)


def _need(pack: RulePack, measure: Measure, eligible: int) -> Need:
    quorum = pack.quorum.needed(eligible)
    smallest = eligible if pack.approval.base is Base.ELIGIBLE else max(quorum, min(1, eligible))
    return Need(measure, eligible, quorum, pack.approval.needed(smallest), pack.approval.needed(eligible))
