"""Ready-made modes of a discussion: what each is ordered by and how long a turn is unless somebody says else.

`open` is the usual list of speakers; `stick` a talk with one microphone that is passed on; `round` everybody
once; `debate` for and against with equal turns; `tables` small tables whose reporters speak at the end
(research/roleplay_and_facilitation.md 5.1 and 5.3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from meeting_app.domain.speaking_queue import OrderRule


class FloorMode(StrEnum):
    """How people speak on an item."""

    OPEN = "open"
    STICK = "stick"
    ROUND = "round"
    DEBATE = "debate"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class ModeRule:
    """`order` None = the rule of the meeting; `turn_ms` None = the item's own limit of a speech."""

    order: OrderRule | None
    turn_ms: int | None


RULES: Final[Mapping[FloorMode, ModeRule]] = {
    FloorMode.OPEN: ModeRule(None, None),
    FloorMode.STICK: ModeRule(OrderRule.ASKED, None),
    FloorMode.ROUND: ModeRule(OrderRule.ASKED, 60_000),
    FloorMode.DEBATE: ModeRule(OrderRule.SIDES, 120_000),
    FloorMode.TABLES: ModeRule(OrderRule.ASKED, 90_000),
}
TABLE_WORK_MS: Final = 900_000
ROUND_HAND: Final = "round"  # the category of a hand that a round raised and not the person
LEAST_TABLES, MOST_TABLES = 2, 40


def order_of(mode: FloorMode, meeting: OrderRule) -> OrderRule:
    """The order in force: the mode's own, else the meeting's."""
    return RULES[mode].order or meeting


def seated(people: Sequence[tuple[str, str]], tables: int) -> tuple[tuple[str, ...], ...]:
    """People (identity, group) dealt to so many tables: sizes differ by one at most, and so do the members of
    any one group at the tables, so that neighbours meet others. The order of the people decides the rest.
    """
    groups: dict[str, list[str]] = {}
    for person, group in people:
        groups.setdefault(group, []).append(person)
    dealt: list[list[str]] = [[] for _table in range(tables)]
    row = [person for _group, members in sorted(groups.items()) for person in members]
    for place, person in enumerate(row):
        dealt[place % tables].append(person)
    return tuple(tuple(table) for table in dealt)
