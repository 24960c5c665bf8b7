"""All deals that a table could make, or a fair sample of them when they are too many, and which are possible.

A deal is held as one number for each issue: the place of its choice among the issue's choices. Constraints
count money in fen and areas in 0.01 m².
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, compress, product
from math import comb, prod
from random import Random
from typing import Final

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.ledger import Choice, Deal, Place
from meeting_app.domain.roleplay.model import Constraint, Issue, Option, Scenario

MOST_EXACT: Final = 20_000
MOST_CHOICES: Final = 4_096  # of one issue: twelve options of which any may be taken


@dataclass(frozen=True, slots=True)
class Deals:
    """The deals that were looked at: `looked` of `total`, all of them when `exact`, and those that are
    possible as places among `choices`. `idle` are the constraints that rule out nothing.
    """

    issues: tuple[str, ...]
    choices: tuple[tuple[Choice, ...], ...]
    total: int
    looked: int
    exact: bool
    possible: tuple[tuple[int, ...], ...]
    idle: tuple[str, ...]

    def deal(self, number: int) -> Deal:
        """The possible deal of that number, in words."""
        return tuple(choices[at] for choices, at in zip(self.choices, self.possible[number], strict=True))

    def dead(self) -> tuple[Place, ...]:
        """The options that are in no possible deal."""
        living = {
            (issue, option)
            for at, issue in enumerate(self.issues)
            for place in {deal[at] for deal in self.possible}
            for option in self.choices[at][place]
        }
        named = {
            (issue, option): None
            for issue, choices in zip(self.issues, self.choices, strict=True)
            for choice in choices
            for option in choice
        }
        return tuple(place for place in named if place not in living)


def choices_of(issue: Issue) -> tuple[Choice, ...]:
    """Every way to settle an issue. Refuses more than MOST_CHOICES."""
    sizes = range(max(0, issue.least), min(issue.most, len(issue.options)) + 1)
    if sum(comb(len(issue.options), size) for size in sizes) > MOST_CHOICES:
        raise Refusal("roleplay_too_many_choices", issue=issue.title, most=MOST_CHOICES)
    options = [option.id for option in issue.options]
    return tuple(chosen for size in sizes for chosen in combinations(options, size))


def allows(constraint: Constraint, chosen: frozenset[Place], cost_fen: int, area_c: int) -> bool:
    """Whether a constraint lets these options stand together."""
    if constraint.kind == "budget":
        return cost_fen <= constraint.limit
    if constraint.kind == "area":
        return area_c <= constraint.limit
    named = constraint.options
    if constraint.kind == "forbid":
        return not chosen.issuperset(named)
    if constraint.kind == "require":
        return not named or named[0] not in chosen or not chosen.isdisjoint(named[1:])
    return not chosen.isdisjoint(named)


def broken(scenario: Scenario, deal: Deal) -> tuple[Constraint, ...]:
    """The constraints that a deal breaks."""
    options = {(issue.id, option.id): option for issue in scenario.issues for option in issue.options}
    chosen = frozenset(
        (issue.id, option) for issue, choice in zip(scenario.issues, deal, strict=True) for option in choice
    )
    cost = sum(options[place].cost_fen for place in chosen)
    area = sum(options[place].area_c for place in chosen)
    return tuple(one for one in scenario.constraints if not allows(one, chosen, cost, area))


def enumerate_deals(scenario: Scenario, seed: int = 0, most: int = MOST_EXACT) -> Deals:
    """All deals up to `most`; beyond that a sample of `most`, the same for the same seed."""
    choices = tuple(choices_of(issue) for issue in scenario.issues)
    total = prod(len(each) for each in choices)
    if total <= most:
        looked = list(product(*(range(len(each)) for each in choices)))
    else:
        chance = Random(seed)
        looked = [tuple(chance.randrange(len(each)) for each in choices) for _ in range(most)]
    fits = [True] * len(looked)
    idle = []
    for constraint in scenario.constraints:
        lets = _fits(scenario, choices, looked, constraint)
        if all(lets):
            idle.append(constraint.id)
        fits = [before and now for before, now in zip(fits, lets, strict=True)]
    return Deals(
        tuple(issue.id for issue in scenario.issues), choices, total, len(looked), total <= most,
        tuple(compress(looked, fits)), tuple(idle),
    )  # fmt: skip


def along(columns: Sequence[Sequence[int]], deals: Sequence[tuple[int, ...]]) -> list[int]:
    """For every deal the sum over the issues of what `columns[issue]` says for the choice."""
    sums = [0] * len(deals)
    for at, column in enumerate(columns):
        sums = [before + column[deal[at]] for before, deal in zip(sums, deals, strict=True)]
    return sums


def _fits(
    scenario: Scenario,
    choices: Sequence[Sequence[Choice]],
    deals: Sequence[tuple[int, ...]],
    constraint: Constraint,
) -> list[bool]:
    if constraint.kind in ("budget", "area"):
        measures = [
            {option.id: _measure(option, constraint.kind) for option in issue.options}
            for issue in scenario.issues
        ]
        columns = [
            [sum(measure[option] for option in choice) for choice in each]
            for measure, each in zip(measures, choices, strict=True)
        ]
        return [amount <= constraint.limit for amount in along(columns, deals)]
    bits = {place: 1 << at for at, place in enumerate(constraint.options)}
    columns = [
        [sum(bits.get((issue.id, option), 0) for option in choice) for choice in each]
        for issue, each in zip(scenario.issues, choices, strict=True)
    ]
    masks = along(columns, deals)
    lets = {
        mask: allows(constraint, frozenset(place for place, bit in bits.items() if mask & bit), 0, 0)
        for mask in set(masks)
    }
    return [lets[mask] for mask in masks]


def _measure(option: Option, kind: str) -> int:
    return option.cost_fen if kind == "budget" else option.area_c
