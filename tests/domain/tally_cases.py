"""Random ballots and settings for every way to count, good and bad marks alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from meeting_app.domain.tally.count import Lot, Marks, Setup

# The smallest and the largest number that somebody may write, beside nothing.
_WRITTEN = {
    "yes_no": (-1, 2),
    "choose_one": (0, 1),
    "choose_k": (0, 1),
    "dots": (-1, 4),
    "score": (0, 6),
    "star": (0, 6),
    "borda": (1, 6),
    "irv": (1, 6),
    "schulze": (1, 6),
    "stv": (1, 6),
}
CODES = sorted(_WRITTEN)
_ONE_SEAT = ("star", "irv")
_RANKS = ("irv", "stv", "borda", "schulze")


@dataclass(frozen=True)
class Poll:
    """Ballots, what was fixed about them, and the order of a draw."""

    code: str
    setup: Setup
    ballots: tuple[Marks, ...]
    lot: Lot


def _limits(code: str, options: int) -> st.SearchStrategy[int]:
    if code == "choose_k":
        return st.integers(1, options)
    if code in ("dots", "score", "star"):
        return st.integers(1, 5)
    return st.integers(0, options) if code in _RANKS else st.just(0)


def _ballots(code: str, options: int) -> st.SearchStrategy[Marks]:
    low, high = _WRITTEN[code]
    any_marks = st.tuples(*[st.none() | st.integers(low, high)] * options)
    if code not in _RANKS:
        return any_marks
    good = st.permutations(range(options)).flatmap(
        lambda order: st.integers(0, options).map(lambda length: _ranked(options, order[:length]))
    )
    return st.one_of(good, good, good, any_marks)


def _ranked(options: int, order: Sequence[int]) -> Marks:
    ranks = {option: rank for rank, option in enumerate(order, 1)}
    return tuple(ranks.get(option) for option in range(options))


@st.composite
def polls(draw: st.DrawFn, code: str, most: int = 12) -> Poll:
    """A poll of one to five options with few ballots, so that ties are frequent."""
    options = draw(st.integers(1, 5))
    seats = 1 if code in _ONE_SEAT else draw(st.integers(1, options))
    variant = draw(st.sampled_from(["", "exact"])) if code == "stv" else ""
    setup = Setup(options, seats, draw(_limits(code, options)), variant=variant)
    ballots = draw(st.lists(_ballots(code, options), max_size=most))
    return Poll(code, setup, tuple(ballots), Lot(tuple(draw(st.permutations(range(options))))))
