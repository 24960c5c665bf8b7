"""Choose up to K: at most `limit` marks a ballot; fewer are valid (Electoral Law of the National People's
Congress and Local People's Congresses, article on ballots that name more than are to be elected).
"""

from collections.abc import Sequence

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import Count, Lot, Marks, Method, Setup, sort_ballots
from meeting_app.domain.tally.reading import read_marks as read
from meeting_app.domain.tally.sums import by_sums

CODE = "choose_k"


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """The most marks take the seats."""
    check_setup(setup, lot, least_limit=1, most_limit=setup.options)
    return by_sums(CODE, sort_ballots(ballots, setup, read), setup, lot)


METHOD = Method(CODE, read, count)
