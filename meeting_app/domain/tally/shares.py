"""The inner count of Equal Shares: every voter has the same part of the budget, and projects are bought by
those who want them.

Balances are whole numbers of one common denominator, so that nothing is ever rounded. Voters with the same
ballot always hold the same money and are counted as one group. Cost utility: the next project is the one
whose supporters pay the smallest part of its cost each, a voter with too little giving all there is; equal:
more votes, then the cheaper one (Peters, Skowron, "Method of Equal Shares"; research/tally_methods.md 1.1).
"""

import heapq
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd

from meeting_app.domain.tally.count import Lot, Marks, Tie

EQUAL_PRICE = "equal_price"
# What orders the projects: the part of the cost that each pays, more votes, the cheaper one.
Key = tuple[Fraction, int, int]


@dataclass(frozen=True, slots=True)
class Purchase:
    """One project bought. `payers` share the `rest` of its cost, `emptied` give their last
    money; `held` is what the supporters of each open project held before, both in `1 / scale` fen.
    """

    option: int
    rest: int
    payers: int
    emptied: int
    by_lot: tuple[int, ...]
    held: tuple[int | None, ...]
    scale: int

    @property
    def price(self) -> Fraction:
        """What each of the payers gives, in fen."""
        return Fraction(self.rest, self.payers * self.scale)

    @property
    def behind(self) -> tuple[Fraction | None, ...]:
        """What the supporters of each open project held before, in fen."""
        return tuple(None if money is None else Fraction(money, self.scale) for money in self.held)


@dataclass(frozen=True, slots=True)
class Electorate:
    """Ballots in groups: weight and wanted projects of each group, supporters of each project."""

    voters: int
    weights: tuple[int, ...]
    wanted: tuple[tuple[int, ...], ...]
    supporters: tuple[tuple[int, ...], ...]
    votes: tuple[int, ...]


def electorate(ballots: Sequence[Marks], options: int) -> Electorate:
    """The valid ballots in groups of the same marks, in an order that does not depend on theirs."""
    alike = Counter(tuple(option for option, mark in enumerate(marks) if mark) for marks in ballots)
    groups = sorted(alike.items())
    supporters = tuple(
        tuple(place for place, (wanted, _weight) in enumerate(groups) if option in wanted)
        for option in range(options)
    )
    weights = tuple(weight for _wanted, weight in groups)
    votes = tuple(sum(weights[place] for place in places) for places in supporters)
    return Electorate(len(ballots), weights, tuple(wanted for wanted, _ in groups), supporters, votes)


@dataclass(slots=True)
class Round:
    """One run with one budget. `scale` is the common denominator of all balances; only a `detailed` run keeps
    book of what the supporters of each project hold, which the count itself does not need.
    """

    people: Electorate
    costs: Sequence[int]
    budget: int
    lot: Lot | None = None
    detailed: bool = True
    scale: int = 1
    balances: list[int] = field(default_factory=list)
    behind: list[int] = field(default_factory=list)
    bought: list[Purchase] = field(default_factory=list)
    tie: Tie | None = None

    def run(self) -> "Round":
        """Buy until no project is affordable, or a tie needs the lot."""
        people = self.people
        if not people.voters:
            return self
        self.scale = people.voters
        self.balances = [self.budget] * len(people.weights)
        self.behind = [votes * self.budget for votes in people.votes] if self.detailed else []
        waiting = [
            ((Fraction(1, votes), -votes, self.costs[option]), option)
            for option, votes in enumerate(people.votes)
            if votes
        ]
        heapq.heapify(waiting)
        while waiting and self.tie is None:
            self._buy_one(waiting)
        return self

    @property
    def spent(self) -> int:
        """The cost of what was bought, in fen."""
        return sum(self.costs[purchase.option] for purchase in self.bought)

    def _buy_one(self, waiting: list[tuple[Key, int]]) -> None:
        """Take the cheapest. A price only ever rises, so an old one is a lower bound and is looked at again
        only when it is the smallest.
        """
        best: list[int] = []
        lowest: Key | None = None
        while waiting and (lowest is None or waiting[0][0] <= lowest):
            _old, option = heapq.heappop(waiting)
            fresh = self._key(option)
            if fresh is None:
                continue
            if lowest is None and (not waiting or fresh <= waiting[0][0]):
                lowest = fresh
            if fresh == lowest:
                best.append(option)
            else:
                heapq.heappush(waiting, (fresh, option))
        if lowest is None:
            return
        best.sort()
        chosen, drawn = best[0], tuple[int, ...]()
        if len(best) > 1 and not self._all_can_pay(best):
            if self.lot is None:
                self.tie = Tie(tuple(best), 1, EQUAL_PRICE)
                return
            drawn = tuple(sorted(best, key=self.lot.order.index))
            chosen = drawn[0]
        for option in best:
            if option != chosen:
                heapq.heappush(waiting, (lowest, option))
        self._pay(chosen, drawn)

    def _price(self, option: int) -> tuple[int, int, int] | None:
        """What those who are not emptied pay together (times scale), how many they are, and how many are
        emptied; None when the supporters cannot pay.
        """
        people, balances = self.people, self.balances
        rest, payers = self.costs[option] * self.scale, people.votes[option]
        for money, weight in sorted([(balances[g], people.weights[g]) for g in people.supporters[option]]):
            if money * payers >= rest:
                return rest, payers, people.votes[option] - payers
            rest -= money * weight
            payers -= weight
        return None

    def _key(self, option: int) -> Key | None:
        price = self._price(option)
        if price is None:
            return None
        rest, payers, _emptied = price
        cost = self.costs[option]
        return Fraction(rest, payers * self.scale * cost), -self.people.votes[option], cost

    def _all_can_pay(self, tied: Sequence[int]) -> bool:
        """Whether everybody can pay for all the tied projects that they want: then all are bought, in any
        order, and nothing has to be drawn. Tied projects have the same price.
        """
        price = self._price(tied[0])
        rest, payers, _emptied = price or (0, 1, 0)
        among = frozenset(tied)
        for money, wanted in zip(self.balances, self.people.wanted, strict=True):
            many = sum(1 for option in wanted if option in among)
            if many > 1 and money * payers < many * rest:
                return False
        return True

    def _pay(self, option: int, drawn: tuple[int, ...]) -> None:
        people = self.people
        rest, payers, emptied = self._price(option) or (0, 1, 0)
        gone = {purchase.option for purchase in self.bought}
        held = tuple(None if at in gone else money for at, money in enumerate(self.behind))
        self.bought.append(Purchase(option, rest, payers, emptied, drawn, held, self.scale))
        self._refine(payers // gcd(rest, payers))
        price = rest * (payers // gcd(rest, payers)) // payers
        for group in people.supporters[option]:
            paid = min(self.balances[group], price)
            self.balances[group] -= paid
            for other in people.wanted[group] if self.detailed else ():
                self.behind[other] -= paid * people.weights[group]

    def _refine(self, factor: int) -> None:
        """Make the common denominator finer."""
        if factor > 1:
            self.scale *= factor
            self.balances = [money * factor for money in self.balances]
            self.behind = [money * factor for money in self.behind]
