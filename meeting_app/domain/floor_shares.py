"""Who has had the floor: a group's time against its share of those present, and what is left of its budget.

Everybody in the room counts, also who has said nothing: such a person has 0 seconds. Shares are exact.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Spoken:
    """A counted speech that is over or under way: milliseconds, and whether it was the person's first."""

    person_id: str
    ms: int
    first: bool


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A group in the room. `of_time` and `of_present` are its shares; None when nobody spoke, or nobody of it
    is in the room and was counted. `each_ms` and `others_ms` are what one of it, and one of the rest, spoke
    on average; None when nobody of them is in the room.
    """

    group: str
    present: int
    speakers: int
    speeches: int
    first_timers: int
    ms: int
    of_time: Fraction | None
    of_present: Fraction | None
    each_ms: Fraction | None = None
    others_ms: Fraction | None = None


@dataclass(frozen=True, slots=True)
class FloorShares:
    """The whole room: `half_by` is the smallest number of people who together spoke half of the time."""

    present: int
    speakers: int
    silent: int
    speeches: int
    first_timers: int
    ms: int
    median_ms: Fraction
    half_by: int
    groups: tuple[GroupShare, ...]


def _as_counted(group: str) -> tuple[tuple[bool, int, str], ...]:
    """Sort key that puts building 2 before building 10."""
    parts = re.findall(r"\d+|\D+", group)
    return tuple((not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts)


def _median(values: Sequence[int]) -> Fraction:
    ranked, middle = sorted(values), len(values) // 2
    if not ranked:
        return Fraction(0)
    return (
        Fraction(ranked[middle] + ranked[-middle - 1], 2)
        if len(ranked) % 2 == 0
        else Fraction(ranked[middle])
    )


def _half_by(values: Iterable[int], total: int) -> int:
    had = many = 0
    for value in sorted(values, reverse=True):
        if 2 * had >= total:
            break
        had, many = had + value, many + 1
    return many


def _group(group: str, of: Sequence[Spoken], members: int, present: int, total: int) -> GroupShare:
    ms = sum(one.ms for one in of)
    return GroupShare(
        group,
        members,
        len({one.person_id for one in of}),
        len(of),
        sum(one.first for one in of),
        ms,
        Fraction(ms, total) if total else None,
        Fraction(members, present) if present else None,
        Fraction(ms, members) if members else None,
        Fraction(total - ms, present - members) if present > members else None,
    )


def floor_shares(
    present: Mapping[str, str], spoken: Sequence[Spoken], gone: Mapping[str, str]
) -> FloorShares:
    """The statistics of the floor. `present` gives the group of everybody in the room, `gone` that of whoever
    spoke and left; a group is "" when it is not known.
    """
    return several_shares(
        {person: (group,) for person, group in present.items()},
        spoken,
        {person: (group,) for person, group in gone.items()},
    )


def several_shares(
    present: Mapping[str, Sequence[str]], spoken: Sequence[Spoken], gone: Mapping[str, Sequence[str]]
) -> FloorShares:
    """The same where a person may be in several groups, or in none: each group against the rest of the room,
    so that the groups add up to more, or less, than the room.
    """
    total = sum(one.ms for one in spoken)
    by_person = dict.fromkeys(present, 0)
    for one in spoken:
        by_person[one.person_id] = by_person.get(one.person_id, 0) + one.ms
    speakers = {one.person_id for one in spoken}
    groups = {**gone, **present}
    names = sorted({name for of in groups.values() for name in of}, key=_as_counted)
    return FloorShares(
        len(present),
        len(speakers),
        len(present.keys() - speakers),
        len(spoken),
        sum(one.first for one in spoken),
        total,
        _median([by_person[person] for person in present]),
        _half_by(by_person.values(), total),
        tuple(
            _group(
                name,
                [one for one in spoken if name in groups.get(one.person_id, ("",))],
                sum(name in of for of in present.values()),
                len(present),
                total,
            )
            for name in names
        ),
    )


@dataclass(frozen=True, slots=True)
class GroupBudget:
    """A group's shared time: milliseconds given and used; `left_ms` is negative once it is overdrawn."""

    group: str
    given_ms: int
    used_ms: int

    @property
    def left_ms(self) -> int:
        """What is left."""
        return self.given_ms - self.used_ms

    @property
    def used_up(self) -> bool:
        """Whether nothing is left; a hint and never a lock."""
        return self.used_ms >= self.given_ms


def budgets(given_ms: int, used: Iterable[tuple[str, int]], groups: Iterable[str]) -> tuple[GroupBudget, ...]:
    """The budgets of the groups in the room; `used` are (group, milliseconds) of counted speeches. Who
    belongs to no group has no budget.
    """
    spent = dict.fromkeys((group for group in groups if group), 0)
    for group, ms in used:
        if group:
            spent[group] = spent.get(group, 0) + ms
    return tuple(GroupBudget(group, given_ms, spent[group]) for group in sorted(spent, key=_as_counted))
