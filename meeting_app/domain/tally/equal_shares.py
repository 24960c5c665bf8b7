"""A budget shared by Equal Shares (公平份额): everybody decides on the same part of the money.

Variants: "" stops when no project is affordable to its supporters; "by_votes" spends what is left by votes;
"add_one" counts again with shares grown by `step`, until the next growth would cost more than the budget;
"add_one_by_votes" then spends what is left by votes. The growing is bounded: at most `MOST_RUNS` counts, and
no other when all is bought that is wanted and the budget could ever pay for, or nobody wants anything (a
public tool loops there; research/tally_methods.md 1.2). The outcome does not grow evenly with the shares, so
the step belongs to the rule and is printed: a hundredth of the first share, rounded up to a whole fen, unless
the notice named another one. It does not stop as soon as nothing more fits: a later count may use the money
better. Voters are those with a valid ballot.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from meeting_app.domain.tally.budget import Purse, check_money, spent_step
from meeting_app.domain.tally.budget import read_wanted as read
from meeting_app.domain.tally.count import (
    Count,
    Lot,
    Marks,
    Method,
    Setup,
    Step,
    Stopped,
    Watch,
    sort_ballots,
)
from meeting_app.domain.tally.places import Filled, finish, tie_step
from meeting_app.domain.tally.reading import opening
from meeting_app.domain.tally.shares import Electorate, Purchase, Round, electorate

CODE = "equal_shares"
BY_VOTES, ADD_ONE, ADD_ONE_BY_VOTES = "by_votes", "add_one", "add_one_by_votes"
MOST_RUNS = 150


def growth(setup: Setup, voters: int) -> int:
    """By how many fen a share grows from one count to the next."""
    return setup.step or -(-setup.budget // (100 * max(voters, 1)))


def _unwatched(_done: int, _most: int) -> bool:
    return True


def _all_bought(run: Round, budget: int) -> bool:
    """Whether nothing is left that anybody wants and the budget could ever pay for."""
    wanted = zip(run.people.votes, run.costs, strict=True)
    return len(run.bought) == sum(1 for votes, cost in wanted if votes and cost <= budget)


def grown(
    people: Electorate, setup: Setup, lot: Lot | None, watch: Watch = _unwatched, most: int = MOST_RUNS
) -> tuple[Round, int, str]:
    """The last count that the budget pays for, how many counts were made, and why no other was (a step's
    code).
    """
    last, runs, why = _grow(people, setup, lot, watch, most)
    return Round(people, setup.costs, last.budget, lot).run(), runs, why


def _grow(
    people: Electorate, setup: Setup, lot: Lot | None, watch: Watch, most: int
) -> tuple[Round, int, str]:
    last = Round(people, setup.costs, setup.budget, lot, detailed=False).run()
    step = growth(setup, people.voters) * people.voters
    for runs in range(1, most):
        if last.tie:
            return last, runs, "tie"
        if _all_bought(last, setup.budget):
            return last, runs, "all_bought"
        if not watch(runs, most):
            raise Stopped
        following = Round(people, setup.costs, last.budget + step, lot, detailed=False).run()
        if following.tie is None and following.spent > setup.budget:
            return last, runs + 1, "next_too_dear"
        last = following
    return last, most, "tie" if last.tie else "runs_used_up"


def _steps(run: Round, setup: Setup) -> Iterator[Step]:
    """A line for each purchase, with what the supporters of every open project held before it."""
    for purchase in run.bought:
        if purchase.by_lot:
            yield Step("lot_places", purchase.by_lot, (("places", 1),))
        yield Step("bought", (purchase.option,), _figures(purchase, setup), purchase.behind)


def _figures(purchase: Purchase, setup: Setup) -> tuple[tuple[str, int | Fraction], ...]:
    behind = purchase.behind[purchase.option]
    return (
        ("behind", Fraction(0) if behind is None else behind),
        ("cost", setup.costs[purchase.option]),
        ("price", purchase.price),
        ("payers", purchase.payers),
        ("emptied", purchase.emptied),
    )


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None, watch: Watch = _unwatched) -> Count:
    """Raises `Stopped` when the watch says so."""
    check_money(setup, lot, (BY_VOTES, ADD_ONE, ADD_ONE_BY_VOTES))
    told = sort_ballots(ballots, setup, read)
    people = electorate(told.valid, setup.options)
    add_one = setup.variant in {ADD_ONE, ADD_ONE_BY_VOTES}
    run, runs, why = grown(people, setup, lot, watch, MOST_RUNS if add_one else 1)
    share = Fraction(run.budget, max(people.voters, 1))
    figures = (("budget", setup.budget), ("voters", people.voters), ("share", share))
    steps = [opening(told), Step("equal_share", (), figures, people.votes)]
    if add_one:
        grown_to = (("step", growth(setup, people.voters)), ("runs", runs), ("money", run.budget))
        steps.append(Step(f"grown_{why}", (), grown_to))
    steps += _steps(run, setup)
    winners = tuple(purchase.option for purchase in run.bought)
    if run.tie:
        # Growing shares may drop what was bought before: nothing is sure until the lot has been drawn.
        sure = () if add_one else winners
        return finish(CODE, told, people.votes, Filled(sure, (*steps, tie_step(run.tie)), run.tie))
    purse = Purse(setup, people.votes, setup.budget - run.spent, decided=set(winners))
    if setup.variant in {BY_VOTES, ADD_ONE_BY_VOTES}:
        steps.append(Step("rest_by_votes", (), (("left", purse.left),)))
        purse.spend([option for option in range(setup.options) if option not in winners], lot)
        winners += tuple(purse.bought)
    steps += [*purse.steps, spent_step(setup, winners)]
    return finish(CODE, told, people.votes, Filled(winners, tuple(steps), purse.tie))


METHOD = Method(CODE, read, count, count)
