"""Dots: everybody has `limit` dots and may put several, or all, on one option."""

from collections.abc import Sequence

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import BLANK, Count, Lot, Marks, Method, Setup, sort_ballots
from meeting_app.domain.tally.reading import TOO_MANY_DOTS, within
from meeting_app.domain.tally.sums import by_sums

CODE = "dots"


def read(marks: Marks, setup: Setup) -> str:
    """At most `limit` dots in all; fewer are valid, none is a blank ballot."""
    why = within(marks, setup, 0, None)
    if why:
        return why
    given = sum(filter(None, marks))
    if given > setup.limit:
        return TOO_MANY_DOTS
    return "" if given else BLANK


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """The most dots take the seats."""
    check_setup(setup, lot, least_limit=1)
    return by_sums(CODE, sort_ballots(ballots, setup, read), setup, lot)


METHOD = Method(CODE, read, count)
