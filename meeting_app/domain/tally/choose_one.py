"""Choose one: one mark a ballot, the most marks win."""

from collections.abc import Sequence
from dataclasses import replace

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import Count, Lot, Marks, Method, Setup, sort_ballots
from meeting_app.domain.tally.reading import read_marks
from meeting_app.domain.tally.sums import by_sums

CODE = "choose_one"


def read(marks: Marks, setup: Setup) -> str:
    """Exactly one mark makes a ballot valid."""
    return read_marks(marks, replace(setup, limit=1))


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """The most marks win; with several seats, the next take the other places."""
    check_setup(setup, lot, most_limit=1)
    return by_sums(CODE, sort_ballots(ballots, setup, read), setup, lot)


METHOD = Method(CODE, read, count)
