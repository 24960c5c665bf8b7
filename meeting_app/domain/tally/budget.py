"""A budget shared by votes: the project with most votes first, what no longer fits is left out and the next
one is tried, until nothing fits.

Equal votes: the cheaper project first (printed with the rule). Equal in both: all of them if all fit, else a
tie at the money line. A project without a vote is never paid for. Ballots, by `Setup.variant`: "" marks up
to `limit` projects (0: any number), "dots" deals out up to `limit` dots, "knapsack" marks what the budget can
pay for. What cities do (research/tally_methods.md 1.1; participation_and_rules.md 1.7).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import (
    BLANK,
    Count,
    Lot,
    Marks,
    Method,
    Setup,
    Step,
    Tie,
    sort_ballots,
)
from meeting_app.domain.tally.dots import read as read_dots
from meeting_app.domain.tally.places import Filled, drawn, finish, tie_step
from meeting_app.domain.tally.reading import TOO_MANY, opening, within
from meeting_app.domain.tally.sums import sums_of

CODE = "budget"
DOTS, KNAPSACK = "dots", "knapsack"
OVER_BUDGET = "over_budget"
MONEY_LINE = "money_line"


def check_money(setup: Setup, lot: Lot | None, variants: tuple[str, ...]) -> None:
    """Refuse a budget or costs that cannot be, and settings that no count can use."""
    check_setup(setup, lot, least_limit=int(setup.variant == DOTS), variants=variants)
    if len(setup.costs) != setup.options or min((setup.budget, *setup.costs)) <= 0:
        raise Refusal("budget_figures", options=setup.options, costs=len(setup.costs), budget=setup.budget)


def read_wanted(marks: Marks, setup: Setup) -> str:
    """Marks on wanted projects, up to `limit` of them (0: any number); 0 is as if nothing was written."""
    why = within(marks, setup, 0, 1)
    if why:
        return why
    made = marks.count(1)
    if setup.limit and made > setup.limit:
        return TOO_MANY
    return "" if made else BLANK


def read(marks: Marks, setup: Setup) -> str:
    """Whether a ballot is valid under the variant."""
    if setup.variant == DOTS:
        return read_dots(marks, setup)
    why = read_wanted(marks, setup)
    if why or setup.variant != KNAPSACK:
        return why
    cost = sum(cost for mark, cost in zip(marks, setup.costs, strict=True) if mark)
    return OVER_BUDGET if cost > setup.budget else ""


@dataclass(slots=True)
class Purse:
    """Projects bought one after the other. `left` is what is left of the budget in fen; `decided` are those
    that were bought or tried.
    """

    setup: Setup
    votes: Sequence[int]
    left: int
    bought: list[int] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    decided: set[int] = field(default_factory=set)
    tie: Tie | None = None

    def spend(self, options: Sequence[int], lot: Lot | None) -> None:
        """Try the options: more votes first, then the cheaper one, then the draw."""
        costs, votes = self.setup.costs, self.votes
        wanted = sorted((o for o in options if votes[o]), key=lambda o: (-votes[o], costs[o], o))
        for _votes, level in groupby(wanted, key=votes.__getitem__):
            equal = tuple(level)
            prices = {costs[o] for o in equal}
            if len(prices) > 1 and sum(costs[o] for o in equal) > self.left:
                self.steps.append(Step("cheaper_first", equal))
            for _cost, same in groupby(equal, key=costs.__getitem__):
                self._spend_on(tuple(same), lot)

    def _spend_on(self, same: tuple[int, ...], lot: Lot | None) -> None:
        """Options that votes and costs cannot tell apart."""
        cost = self.setup.costs[same[0]]
        places = min(self.left // cost, len(same))
        if 0 < places < len(same):
            if lot is None:
                self._leave_open(same, places)
                return
            lucky, step = drawn(same, places, lot)
            self.steps.append(step)
            same = (*lucky, *(option for option in step.about if option not in lucky))
        for option in same:
            fits = cost <= self.left
            self.left -= cost if fits else 0
            if fits:
                self.bought.append(option)
            self.decided.add(option)
            figures = (("votes", self.votes[option]), ("cost", cost), ("left", self.left))
            self.steps.append(Step("funded" if fits else "too_dear", (option,), figures, self._standing()))

    def _standing(self) -> tuple[int | None, ...]:
        """The votes of those that come next."""
        return tuple(None if at in self.decided else votes for at, votes in enumerate(self.votes))

    def _leave_open(self, same: tuple[int, ...], places: int) -> None:
        """Whoever wins, the same money goes: the count of the others goes on."""
        tie = Tie(tuple(sorted(same)), places, MONEY_LINE)
        self.tie = self.tie or tie
        self.left -= places * self.setup.costs[same[0]]
        self.steps.append(tie_step(tie))


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """The projects that the budget pays for, with most votes first."""
    check_money(setup, lot, (DOTS, KNAPSACK))
    told = sort_ballots(ballots, setup, read)
    votes = sums_of(told.valid, setup.options)
    purse = Purse(setup, votes, setup.budget)
    purse.spend(range(setup.options), lot)
    steps = (opening(told), Step("money_votes", (), (("budget", setup.budget),), votes), *purse.steps)
    unwanted = tuple(option for option, number in enumerate(votes) if not number)
    if unwanted:
        steps += (Step("not_wanted", unwanted),)
    winners = tuple(purse.bought)
    return finish(CODE, told, votes, Filled(winners, (*steps, spent_step(setup, winners)), purse.tie))


def spent_step(setup: Setup, winners: tuple[int, ...]) -> Step:
    """The last line: what the chosen cost and what is left, in fen; with an open tie without the tied."""
    spent = sum(setup.costs[option] for option in winners)
    return Step("spent", winners, (("spent", spent), ("left", setup.budget - spent)))


METHOD = Method(CODE, read, count)
