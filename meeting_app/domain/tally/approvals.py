"""Reading ballots that mark what is wanted, and what several methods do with them."""

from collections.abc import Sequence

from meeting_app.domain.tally.count import BLANK, Marks, Setup

# Why a ballot is spoilt.
UNKNOWN_OPTION = "unknown_option"
IMPOSSIBLE_MARK = "impossible_mark"
TOO_MANY = "too_many"


def read_approvals(marks: Marks, setup: Setup, most: int) -> str:
    """A mark is 1; 0 stands for a "no" that was written and counts for nothing. `most` marks at most."""
    if len(marks) != setup.options:
        return UNKNOWN_OPTION
    if any(mark not in {None, 0, 1} for mark in marks):
        return IMPOSSIBLE_MARK
    if all(mark is None for mark in marks):
        return BLANK
    return TOO_MANY if sum(1 for mark in marks if mark) > most else ""


def sums(ballots: Sequence[Marks], options: int) -> list[int]:
    """The marks of each option added up."""
    totals = [0] * options
    for marks in ballots:
        for option, mark in enumerate(marks):
            if mark:
                totals[option] += mark
    return totals
