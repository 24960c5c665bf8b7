"""Sharing money and drawing people by lot: counts that a hall waits for.

The ballots are made from a seed: projects between 5,000 and 80,000 yuan, a budget of 500,000, each project
wanted by its own part of the voters. The cumbersome poll has a project that nobody's share ever reaches, so
that the shares grow until the rule says to stop.
"""

import random
import time
from collections.abc import Callable

from bench.registry import Figure, measurement
from meeting_app.domain.sortition.lottery import draw_lots
from meeting_app.domain.sortition.pool import Entry, sizes
from meeting_app.domain.sortition.quotas import share_out
from meeting_app.domain.tally.count import Marks, Setup
from meeting_app.domain.tally.methods import METHODS

PROJECTS = 50
BUDGET_FEN = 50_000_000
ADD_ONE_LIMIT_MS = 2_000
LIMITS_MS = {500: 200, 5_000: 1_000}
DRAW_LIMIT_MS = 1_000


def _poll(voters: int, variant: str, *, cumbersome: bool = False) -> tuple[list[Marks], Setup]:
    chance = random.Random(26)
    wanted = [chance.random() * 0.4 for _ in range(PROJECTS)]
    ballots: list[Marks] = [
        tuple(1 if chance.random() < part else None for part in wanted) for _ in range(voters)
    ]
    costs = [chance.randint(500_000, 8_000_000) for _ in range(PROJECTS)]
    if cumbersome:
        costs = [cost // 8 for cost in costs]
        costs[0], ballots = (
            BUDGET_FEN,
            [(1 if at < 3 else None, *marks[1:]) for at, marks in enumerate(ballots)],
        )
    return ballots, Setup(PROJECTS, costs=tuple(costs), budget=BUDGET_FEN, variant=variant)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _count(name: str, voters: int, variant: str, rounds: int, limit: int, *, hard: bool = False) -> Figure:
    ballots, setup = _poll(voters, variant, cumbersome=hard)
    method = METHODS[name]
    values = tuple(_milliseconds(lambda: method.count(ballots, setup, None)) for _ in range(rounds))
    told = " ".join(filter(None, (name, variant, "never reaching one project" if hard else "")))
    return Figure(f"{told}, {voters:,} ballots x {PROJECTS}", values, "ms", limit)


def _draw(people: int, seats: int, rounds: int) -> Figure:
    chance = random.Random(26)
    pool = [
        Entry(at, f"{at}", (chance.choice("fm"), chance.choice("123456"), chance.choice("abcdefgh")))
        for at in range(1, people + 1)
    ]
    quotas = tuple(share_out(seats, sizes(pool, feature)) for feature in range(3))
    features = ("sex", "age", "house")

    def draw(number: int) -> Callable[[], object]:
        return lambda: draw_lots("bench", features, pool, seats, quotas, f"{number:05}")

    values = tuple(_milliseconds(draw(number)) for number in range(rounds))
    return Figure(f"drawing {seats} of {people:,} people by three features", values, "ms", DRAW_LIMIT_MS)


@measurement("budget")
def budget(rounds: int) -> list[Figure]:
    """Budgets by votes and by equal shares, with the shares growing; people drawn by lot."""
    figures = [
        _count(name, voters, variant, rounds, limit)
        for voters, limit in LIMITS_MS.items()
        for name, variant in (("budget", ""), ("equal_shares", ""), ("equal_shares", "by_votes"))
    ]
    figures.append(_count("equal_shares", 500, "add_one", rounds, ADD_ONE_LIMIT_MS))
    figures.append(_count("equal_shares", 500, "add_one", rounds, ADD_ONE_LIMIT_MS, hard=True))
    return [*figures, _draw(200, 30, rounds), _draw(2_000, 45, rounds)]
