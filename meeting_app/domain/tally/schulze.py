"""Comparison of every pair (Schulze's method, by margins; M. Schulze, "A new monotonic, clone-independent ...
single-winner election method", Social Choice and Welfare 36, 2011).

A ballot prefers what it ranks to what it ranks lower or not at all. The margin of a pair is how many ballots
more prefer the one than the other. A path is as strong as its weakest margin; an option beats another if its
strongest path there is stronger than the strongest path back. Whoever is beaten by nobody takes the place.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import Count, Lot, Marks, Method, Setup, Step, Tie, sort_ballots
from meeting_app.domain.tally.places import PLACE, Filled, drawn, finish, open_seats, tie_step
from meeting_app.domain.tally.reading import named, opening
from meeting_app.domain.tally.reading import read_order as read

CODE = "schulze"
Table = list[list[int]]


def pairs(papers: Mapping[Marks, int], options: int) -> Table:
    """How many ballots prefer the option of the row to that of the column. A row is kept as one large number
    with a field for each column, so that a ballot adds to all columns at once.
    """
    width = sum(papers.values()).bit_length() + 1
    fields = [1 << width * option for option in range(options)]
    rows = [0] * options
    for marks, number in papers.items():
        below = sum(fields) * number
        for group in _groups(marks):
            below -= sum(fields[option] for option in group) * number
            for option in group:
                rows[option] += below
    full = (1 << width) - 1
    return [[row >> width * column & full for column in range(options)] for row in rows]


def _groups(marks: Marks) -> list[list[int]]:
    """The ranked options from the first rank on; equal ones together."""
    at: dict[int, list[int]] = {}
    for option, rank in enumerate(marks):
        if rank is not None:
            at.setdefault(rank, []).append(option)
    return [at[rank] for rank in sorted(at)]


def strongest(table: Table) -> Table:
    """The strength of the strongest path for every pair; 0 where there is none."""
    every = range(len(table))
    paths = [[max(0, table[one][other] - table[other][one]) for other in every] for one in every]
    for over in every:
        onward = paths[over]
        for one in every:
            row = paths[one]
            if one != over and (reach := row[over]):
                for other in every:
                    if other != one and (found := min(reach, onward[other])) > row[other]:
                        row[other] = found
    return paths


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """The places go to those whom nobody else left beats; the standing is how many others an option beats."""
    check_setup(setup, lot, most_limit=setup.options)
    told = sort_ballots(ballots, setup, read)
    table = pairs(Counter(told.valid), setup.options)
    paths = strongest(table)
    every = range(setup.options)
    beats = [[paths[one][other] > paths[other][one] for other in every] for one in every]
    steps = (opening(told), *_rows("pairs", table), *_rows("paths", paths))
    filled = _fill(beats, named(told.valid, setup.options), setup.seats, lot)
    return finish(CODE, told, [sum(row) for row in beats], filled.after(steps))


def _rows(code: str, table: Table) -> list[Step]:
    return [
        Step(code, (one,), (), tuple(None if one == other else row[other] for other in range(len(row))))
        for one, row in enumerate(table)
    ]


def _fill(beats: list[list[bool]], among: tuple[int, ...], seats: int, lot: Lot | None) -> Filled:
    left = list(among)
    winners: list[int] = []
    steps: list[Step] = []
    while left and len(winners) < seats:
        best = tuple(one for one in left if not any(beats[other][one] for other in left))
        places = seats - len(winners)
        if len(best) > places:
            if lot is None:
                tie = Tie(best, places, PLACE)
                return Filled(tuple(winners), (*steps, tie_step(tie)), tie)
            best, step = drawn(best, places, lot)
            steps.append(step)
        steps += [
            Step("unbeaten", (one,), (("place", len(winners) + at), ("beats", sum(beats[one]))))
            for at, one in enumerate(best, 1)
        ]
        winners += best
        left = [one for one in left if one not in best]
    return Filled(tuple(winners), (*steps, *open_seats(seats - len(winners))))


METHOD = Method(CODE, read, count)
