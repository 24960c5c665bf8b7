"""How hard a negotiation is: how many of the possible deals would be accepted, who stands in the way, and the
slider that sets all walk-aways for a wished-for difficulty.

Everything is a whole number; sets of deals are held as bits of one integer, so that a change of the slider
costs a few operations. Shares are in thousandths (per mille), rounded to the nearest.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Final

from meeting_app.domain.roleplay.deals import MOST_EXACT, along, enumerate_deals
from meeting_app.domain.roleplay.ledger import Choice, Deal, Place, ledger
from meeting_app.domain.roleplay.model import Scenario

# Wished-for shares of deals that everybody accepts, per mille.
TARGETS: Final = {"easy": 200, "medium": 100, "hard": 50}
STEPS: Final = 1000  # of the slider


def per_mille(part: int, whole: int) -> int:
    """A share in thousandths, rounded half up; 0 of nothing."""
    return (2000 * part + whole) // (2 * whole) if whole else 0


@dataclass(frozen=True, slots=True)
class Balance:
    """The meter. Counts are of `possible` deals; `exact` says that every deal of `total` was looked at, else
    a sample of `looked`.

    `accepts` is by role. The bottleneck is the role that most often is the only one to refuse, "" when there
    is none. `worst_off` is the deal whose least satisfied role is best off: by `margin` points above its
    walk-away. `likely` has for each issue the choice most frequent among the deals that all but one accept.
    """

    exact: bool
    total: int
    looked: int
    possible: int
    by_all: int
    by_all_but_one: int
    by_rule: int
    accepts: tuple[tuple[str, int], ...]
    bottleneck: str
    alone: int
    pareto: int
    worst_off: Deal | None
    margin: int
    likely: tuple[tuple[str, Choice, int], ...]
    dead: tuple[Place, ...]
    idle: tuple[str, ...]

    @property
    def shares(self) -> tuple[int, int, int]:
        """Accepted by all, by all but one or more, by the rule; per mille of the possible deals."""
        parts = (self.by_all, self.by_all_but_one, self.by_rule)
        return (
            per_mille(parts[0], self.possible), per_mille(parts[1], self.possible),
            per_mille(parts[2], self.possible),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aim:
    """Where the slider stands (`step` of 1000), its walk-aways, and the share of deals for everybody."""

    step: int
    walk_away: Mapping[str, int]
    reached: int


class _Levels:
    """A role's scores: for every value the set of deals that give at least so much."""

    def __init__(self, scores: Sequence[int]) -> None:
        marks: dict[int, bytearray] = {}
        size = len(scores) // 8 + 1
        for at, score in enumerate(scores):
            if score not in marks:
                marks[score] = bytearray(size)
            marks[score][at >> 3] |= 1 << (at & 7)
        self.values = sorted(marks)
        self.equal = {value: int.from_bytes(marks[value], "little") for value in self.values}
        above = 0
        falling = []
        for value in reversed(self.values):
            above |= self.equal[value]
            falling.append(above)
        self._above = falling[::-1]

    def at_least(self, limit: int) -> int:
        """The deals that give at least `limit`."""
        at = bisect_left(self.values, limit)
        return self._above[at] if at < len(self.values) else 0


def at_least(sets: Iterable[int], needed: int, everything: int) -> int:
    """The deals that lie in at least so many of the sets."""
    reached = [everything] + [0] * needed
    for members in sets:
        for number in range(needed, 0, -1):
            reached[number] |= reached[number - 1] & members
    return reached[needed]


class Meter:
    """The deals of a scenario with every role's scores; look at them with any walk-aways.

    Building it is the work (5,000 deals and 8 roles: well under 0.3 s); do it off the window's thread.
    """

    def __init__(
        self, scenario: Scenario, fired: Collection[str] = (), seed: int = 0, most: int = MOST_EXACT
    ) -> None:
        self.scenario = scenario
        self.deals = enumerate_deals(scenario, seed, most)
        book = ledger(scenario, fired)
        self.walk_away = book.walk_away
        self.scores: dict[str, list[int]] = {}
        for role, row in book.points.items():
            columns = [
                [sum(row.get((issue, option), 0) for option in choice) for choice in choices]
                for issue, choices in zip(self.deals.issues, self.deals.choices, strict=True)
            ]
            self.scores[role] = along(columns, self.deals.possible)
        self._levels = {role: _Levels(scores) for role, scores in self.scores.items()}
        self._sorted = {role: sorted(scores) for role, scores in self.scores.items()}
        self._everything = (1 << len(self.deals.possible)) - 1
        self._pareto: int | None = None

    def accepted(self, walk_away: Mapping[str, int]) -> dict[str, int]:
        """For every role the set of deals that it accepts."""
        return {role: levels.at_least(walk_away[role]) for role, levels in self._levels.items()}

    def balance(self, walk_away: Mapping[str, int] | None = None) -> Balance:
        """The meter with these walk-aways, or the scenario's own."""
        limits = self.walk_away if walk_away is None else walk_away
        sets = self.accepted(limits)
        alone, bottleneck = self._bottleneck(sets)
        best, margin = self._worst_off(limits)
        return Balance(
            exact=self.deals.exact,
            total=self.deals.total,
            looked=self.deals.looked,
            possible=len(self.deals.possible),
            by_all=self._least(sets, len(sets)).bit_count(),
            by_all_but_one=self._least(sets, max(0, len(sets) - 1)).bit_count(),
            by_rule=self._by_rule(sets).bit_count(),
            accepts=tuple((role, members.bit_count()) for role, members in sets.items()),
            bottleneck=bottleneck,
            alone=alone,
            pareto=self.pareto().bit_count(),
            worst_off=None if best is None else self.deals.deal(best),
            margin=margin,
            likely=self._likely(self._least(sets, max(0, len(sets) - 1))),
            dead=self.deals.dead(),
            idle=self.deals.idle,
        )

    def _least(self, sets: Mapping[str, int], needed: int) -> int:
        return at_least(sets.values(), needed, self._everything)

    def _by_rule(self, sets: Mapping[str, int]) -> int:
        rule = self.scenario.rule
        enough = self._least(sets, min(rule.accept, len(sets)))
        vetoes = [sets[role] for role in rule.vetoes if role in sets]
        return reduce(and_, vetoes, enough)

    def _bottleneck(self, sets: Mapping[str, int]) -> tuple[int, str]:
        """How many deals only this role refuses, and which role; equal ones: who accepts fewer."""
        lost = {
            role: (
                reduce(and_, (other for name, other in sets.items() if name != role), self._everything)
                & ~members
            ).bit_count()
            for role, members in sets.items()
        }
        worst = max(lost, key=lambda role: (lost[role], -sets[role].bit_count()), default="")
        return (lost[worst], worst) if worst and lost[worst] else (0, "")

    def _worst_off(self, limits: Mapping[str, int]) -> tuple[int | None, int]:
        if not self.scores or not self.deals.possible:
            return None, 0
        over = [[score - limits[role] for score in scores] for role, scores in self.scores.items()]
        margins = [(min(deal), sum(deal)) for deal in zip(*over, strict=True)]
        best = max(range(len(margins)), key=lambda at: (margins[at], -at))
        return best, margins[best][0]

    def _likely(self, members: int) -> tuple[tuple[str, Choice, int], ...]:
        """Each issue's most frequent choice among these deals; nothing when there are none."""
        marks = reversed(f"{members:b}")
        chosen = [deal for deal, mark in zip(self.deals.possible, marks, strict=False) if mark == "1"]
        found = []
        for at, issue in enumerate(self.deals.issues if chosen else ()):
            counts = [0] * len(self.deals.choices[at])
            for deal in chosen:
                counts[deal[at]] += 1
            top = counts.index(max(counts))
            found.append((issue, self.deals.choices[at][top], counts[top]))
        return tuple(found)

    def pareto(self) -> int:
        """The deals that cannot be bettered for one role without loss for another."""
        if self._pareto is None:
            self._pareto = self._undominated()
        return self._pareto

    def _undominated(self) -> int:
        levels = list(self._levels.values())
        best: dict[tuple[int, ...], bool] = {}
        found = bytearray(len(self.deals.possible) // 8 + 1)
        for at, vector in enumerate(zip(*self.scores.values(), strict=True)):
            if vector not in best:
                pairs = list(zip(levels, vector, strict=True))
                not_worse = reduce(and_, (one.at_least(score) for one, score in pairs))
                same = reduce(and_, (one.equal[score] for one, score in pairs))
                best[vector] = not_worse == same
            if best[vector]:
                found[at >> 3] |= 1 << (at & 7)
        return int.from_bytes(found, "little")

    def at_step(self, step: int) -> dict[str, int]:
        """The walk-aways when every role accepts at least `step` thousandths of the possible deals; more
        steps never ask for more.
        """
        return {role: self._quantile(scores, step) for role, scores in self._sorted.items()}

    def _quantile(self, rising: Sequence[int], step: int) -> int:
        if not rising:
            return 0
        wanted = (step * len(rising) + STEPS - 1) // STEPS  # so many deals at least
        return rising[len(rising) - max(1, min(wanted, len(rising)))]

    def share_for_all(self, step: int) -> int:
        """Per mille of the possible deals that everybody accepts with the slider there."""
        sets = self.accepted(self.at_step(step))
        return per_mille(self._least(sets, len(sets)).bit_count(), len(self.deals.possible))

    def aim(self, target: int) -> Aim:
        """The position of the slider whose share for everybody comes nearest to `target` per mille; the
        harder one of two equally near.
        """
        low, high = 0, STEPS
        while low < high:  # the first step that reaches the target
            middle = (low + high) // 2
            if self.share_for_all(middle) >= target:
                high = middle
            else:
                low = middle + 1
        below = max(0, low - 1)
        near, far = self.share_for_all(below), self.share_for_all(low)
        step, reached = (below, near) if target - near <= far - target else (low, far)
        return Aim(step, self.at_step(step), reached)


def zone(balance: Balance) -> str:
    """Where the scenario stands: easy, medium, hard by the nearest target."""
    share = balance.shares[0]
    return min(TARGETS, key=lambda name: abs(TARGETS[name] - share))
