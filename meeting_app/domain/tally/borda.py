"""Borda count: with n options the first place of a ballot gives n-1 points, the last none. Options that share
places, and all options that are not ranked, share the points of the places they take up.
"""

from collections.abc import Sequence
from fractions import Fraction

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import Count, Lot, Marks, Method, Setup, Step, sort_ballots
from meeting_app.domain.tally.places import fill, finish
from meeting_app.domain.tally.reading import named, opening
from meeting_app.domain.tally.reading import read_order as read

CODE = "borda"


def half_points(marks: Marks) -> list[int]:
    """Twice the points that a ballot gives each option, so that shared points stay whole."""
    sharing: dict[int, list[int]] = {}
    for option, rank in enumerate(marks):
        sharing.setdefault(len(marks) + 1 if rank is None else rank, []).append(option)
    points = [0] * len(marks)
    left = len(marks)
    for rank in sorted(sharing):
        group = sharing[rank]
        for option in group:
            points[option] = 2 * left - len(group) - 1
        left -= len(group)
    return points


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """The most points take the seats; an option that no ballot ranks takes none."""
    check_setup(setup, lot, most_limit=setup.options)
    told = sort_ballots(ballots, setup, read)
    halves = [0] * setup.options
    for marks in told.valid:
        halves = [had + got for had, got in zip(halves, half_points(marks), strict=True)]
    points = tuple(Fraction(half, 2) for half in halves)
    filled = fill(points, named(told.valid, setup.options), setup.seats, lot)
    before = (opening(told), Step("points", (), (("valid", len(told.valid)),), points))
    return finish(CODE, told, points, filled.after(before))


METHOD = Method(CODE, read, count)
