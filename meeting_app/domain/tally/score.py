"""Score: every option gets 0 to `limit` points; nothing written gives no points."""

from collections.abc import Sequence

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import Count, Lot, Marks, Method, Setup, sort_ballots
from meeting_app.domain.tally.reading import within
from meeting_app.domain.tally.sums import by_sums

CODE = "score"


def read(marks: Marks, setup: Setup) -> str:
    """A ballot of nothing but zeros is valid: it was filled in."""
    return within(marks, setup, 0, setup.limit)


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """The largest sums take the seats."""
    check_setup(setup, lot, least_limit=1)
    return by_sums(CODE, sort_ballots(ballots, setup, read), setup, lot)


METHOD = Method(CODE, read, count)
