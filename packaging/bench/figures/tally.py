"""How long a count takes from the marks to the result with its steps, for every method, beside other programs
where the development extra has them.

Ballots are as different as they can be: chance fills them in, so that hardly two rankings are the same.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from random import Random

from bench.registry import Figure, measurement
from meeting_app.domain.tally.count import Lot, Marks, Setup
from meeting_app.domain.tally.methods import METHODS

OPTIONS = 12
# From the close to the result, in milliseconds.
LIMITS = {500: 200, 5_000: 1_000}
SEATS = 4
_SETUPS = {
    "yes_no": Setup(OPTIONS),
    "choose_one": Setup(OPTIONS),
    "choose_k": Setup(OPTIONS, SEATS, 5),
    "election": Setup(OPTIONS, SEATS),
    "gradient": Setup(OPTIONS),
    "dots": Setup(OPTIONS, SEATS, 10),
    "score": Setup(OPTIONS, limit=5),
    "star": Setup(OPTIONS, limit=5),
    "borda": Setup(OPTIONS, SEATS),
    "irv": Setup(OPTIONS),
    "schulze": Setup(OPTIONS),
    "stv": Setup(OPTIONS, SEATS),
    "stv exact": Setup(OPTIONS, SEATS, variant="exact"),
}
_LOT = Lot(tuple(range(OPTIONS)))


def _ranking(chance: Random) -> Marks:
    order = chance.sample(range(OPTIONS), chance.randint(1, OPTIONS))
    marks: list[int | None] = [None] * OPTIONS
    for rank, option in enumerate(order, 1):
        marks[option] = rank
    return tuple(marks)


def _chosen(chance: Random, number: int) -> Marks:
    marked = chance.sample(range(OPTIONS), number)
    return tuple(1 if option in marked else None for option in range(OPTIONS))


def _ballot(code: str, chance: Random) -> Marks:
    if code == "yes_no":
        return tuple(chance.choice((1, 0, -1, None)) for _ in range(OPTIONS))
    if code in ("choose_one", "choose_k", "election"):
        most = {"choose_one": 1, "election": SEATS}.get(code, 5)
        return _chosen(chance, chance.randint(1, most))
    if code == "gradient":
        return tuple(chance.randint(1, 5) for _ in range(OPTIONS))
    if code == "dots":
        given = Counter(chance.choices(range(OPTIONS), k=10))
        return tuple(given[option] for option in range(OPTIONS))
    if code in ("score", "star"):
        return tuple(chance.randint(0, 5) for _ in range(OPTIONS))
    return _ranking(chance)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _orders(ballots: Sequence[Marks]) -> list[tuple[int, ...]]:
    return [
        tuple(sorted((at for at, rank in enumerate(marks) if rank), key=lambda at: marks[at] or 0))
        for marks in ballots
    ]


def _pyrankvote(ballots: Sequence[Marks]) -> object:
    import pyrankvote

    people = [pyrankvote.Candidate(str(at)) for at in range(OPTIONS)]
    papers = [pyrankvote.Ballot([people[at] for at in order]) for order in _orders(ballots)]
    return pyrankvote.instant_runoff_voting(people, papers)


def _starvote(ballots: Sequence[Marks]) -> object:
    import starvote

    papers = [{f"c{at}": points for at, points in enumerate(marks)} for marks in ballots]
    return starvote.star_voting(papers, maximum_score=5, verbosity=0)


def _votelib_pairs(ballots: Sequence[Marks]) -> object:
    from votelib.convert import RankedToCondorcetVotes
    from votelib.evaluate.condorcet import Schulze

    return Schulze().evaluate(RankedToCondorcetVotes().convert(dict(Counter(_orders(ballots)))), 1)


def _votelib_transfer(ballots: Sequence[Marks]) -> object:
    from votelib.evaluate.sequential import TransferableVoteSelector

    selector = TransferableVoteSelector(transferer="Gregory", quota_function="droop")
    return selector.evaluate(dict(Counter(_orders(ballots))), SEATS)


_PEERS: dict[str, tuple[str, Callable[[Sequence[Marks]], object]]] = {
    "irv": ("pyrankvote", _pyrankvote),
    "star": ("starvote", _starvote),
    "schulze": ("votelib", _votelib_pairs),
    "stv exact": ("votelib", _votelib_transfer),
}


def _peer(name: str, ballots: Sequence[Marks]) -> str:
    """What another program takes for the same ballots; some stop at the first tie."""
    package, work = _PEERS.get(name, ("", None))
    if work is None or find_spec(package) is None:
        return ""
    try:
        return f"{package} {_milliseconds(lambda: work(ballots)):.0f} ms"
    except RuntimeError:
        return f"{package} gives up at a tie"


@measurement("tally")
def tally(rounds: int) -> list[Figure]:
    """A count with all its steps, by every method, of 500 and of 5,000 ballots."""
    figures = []
    for name, setup in _SETUPS.items():
        code = name.split(maxsplit=1)[0]
        for number, limit in LIMITS.items():
            chance = Random(number)
            ballots = [_ballot(code, chance) for _ in range(number)]
            count = METHODS[code].count
            values = tuple(_milliseconds(lambda: count(ballots, setup, _LOT)) for _ in range(rounds))  # noqa: B023
            conditions = f"{OPTIONS} options, {setup.seats} seats"
            peer = _peer(name, ballots)
            figures.append(Figure(f"{name}, {number:,} ballots", values, "ms", limit, peer, conditions))
    return figures
