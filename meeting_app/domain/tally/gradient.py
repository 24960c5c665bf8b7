"""Gradients of agreement: how far everybody goes along with a proposal, in five steps.

5 full support, 4 support, 3 can live with it, 2 do not like it but will not stand in the way, 1 cannot go
along. The answer is a picture and not a verdict: how the voices are spread, the median, and the lowest step
that anybody chose, because one person who cannot go along is worth hearing before a vote (after S. Kaner's
scale). Nobody wins and nothing is tied.
"""

from collections.abc import Sequence
from fractions import Fraction

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import Count, Lot, Marks, Method, Number, Setup, Step, sort_ballots
from meeting_app.domain.tally.places import Filled, finish
from meeting_app.domain.tally.reading import opening, within

CODE = "gradient"
STEPS = (5, 4, 3, 2, 1)


def read(marks: Marks, setup: Setup) -> str:
    """A step for each proposal, or for some of them."""
    return within(marks, setup, min(STEPS), max(STEPS))


def median(voices: Sequence[int]) -> Number:
    """The middle voice; of an even number of voices the mean of the two in the middle."""
    if not voices:
        return 0
    ranked = sorted(voices)
    middle = Fraction(ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2], 2)
    return int(middle) if middle.denominator == 1 else middle


def _spread(option: int, voices: Sequence[int]) -> Step:
    if not voices:
        return Step("not_rated", (option,))
    figures: tuple[tuple[str, Number], ...] = (
        *((f"step_{step}", voices.count(step)) for step in STEPS),
        ("voices", len(voices)),
        ("median", median(voices)),
        ("lowest", min(voices)),
        ("at_lowest", voices.count(min(voices))),
    )
    return Step("spread", (option,), figures)


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """`standing` is the median of each proposal, 0 where nobody said anything."""
    check_setup(setup, lot)
    told = sort_ballots(ballots, setup, read)
    voices = [
        [mark for marks in told.valid if (mark := marks[option]) is not None]
        for option in range(setup.options)
    ]
    medians = tuple(median(one) for one in voices)
    steps = (
        opening(told),
        *(_spread(option, one) for option, one in enumerate(voices)),
        Step("medians", (), (), medians),
    )
    return finish(CODE, told, medians, Filled((), steps))


METHOD = Method(CODE, read, count)
