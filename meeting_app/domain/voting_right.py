"""Who counts as one: voting rights of owners from units and ownerships (decisions.md 9 and 10).

One person's units count once; joint owners of a unit share one right and name one voter; the developer's
units, not yet sold or sold and not yet handed over, count as one (judicial interpretation of 2020, arts 8 and
9). Parking spaces give no vote and no area unless local rules say so (宁波市住宅小区物业管理条例 2021 art. 18
leaves them out). Areas are hundredths of a square metre and are never divided: they stay with the unit.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.share import Amount


@dataclass(frozen=True, slots=True)
class Ownership:
    """A share of a unit held by a person over a time (local dates, `until` None = still)."""

    unit_id: str
    person_id: str
    share: Fraction
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class VotingUnit:
    """A unit with its area in 0.01 m²; `unsold` ones (also those not handed over) are the developer's.
    `parking`: a parking space or a storage room. `voter` is whom the joint owners of this unit named.
    """

    unit_id: str
    area_c: int
    unsold: bool = False
    parking: bool = False
    voter: str | None = None


@dataclass(frozen=True, slots=True)
class VotingRight:
    """One voice: its units and area, and who may exercise it. `holders` empty = the developer. `voter` is the
    one who exercises it: the only owner, or whom joint owners named for all of its units; None = not named.
    """

    holders: tuple[str, ...]
    units: tuple[str, ...]
    area_c: int
    voter: str | None = None

    @property
    def developer(self) -> bool:
        """Whether this is the one right of all unsold units."""
        return not self.holders


def check_shares(ownerships: Iterable[Ownership], day: date) -> None:
    """The shares of every unit in force on a day are above zero and add up to one; else a refusal names the
    unit.
    """
    shares: dict[str, list[Fraction]] = defaultdict(list)
    for ownership in ownerships:
        if ownership.holds_on(day):
            shares[ownership.unit_id].append(ownership.share)
    for unit_id, held in sorted(shares.items()):
        total = sum(held, Fraction())
        if total != 1 or min(held) <= 0:
            raise Refusal(
                "shares_not_one", unit_id=unit_id, numerator=total.numerator, denominator=total.denominator
            )


def voting_rights(
    units: Iterable[VotingUnit], ownerships: Iterable[Ownership], day: date, *, parking: bool = False
) -> tuple[VotingRight, ...]:
    """One right for each distinct set of owners, and one for all unsold units; ordered by first unit.
    `parking` lets parking spaces count too.
    """
    owners: dict[str, list[str]] = defaultdict(list)
    for ownership in ownerships:
        if ownership.holds_on(day):
            owners[ownership.unit_id].append(ownership.person_id)
    groups: dict[tuple[str, ...], list[VotingUnit]] = defaultdict(list)
    for unit in units:
        if unit.parking and not parking:
            continue
        holders = () if unit.unsold else tuple(sorted(set(owners.get(unit.unit_id, ()))))
        if holders or unit.unsold:
            groups[holders].append(unit)
    rights = (_right(holders, held) for holders, held in groups.items())
    return tuple(sorted(rights, key=lambda right: right.units[0]))


def _right(holders: tuple[str, ...], held: list[VotingUnit]) -> VotingRight:
    named = {unit.voter for unit in held}
    voter = holders[0] if len(holders) == 1 else named.pop() if len(named) == 1 else None
    return VotingRight(
        holders,
        tuple(unit.unit_id for unit in held),
        sum(unit.area_c for unit in held),
        voter if voter in holders else None,
    )


def total_of(rights: Iterable[VotingRight]) -> Amount:
    """All voices and their area: what a vote of owners is printed with beforehand."""
    return sum((Amount(1, right.area_c) for right in rights), Amount())
