"""What choosing, dots and scores share: the sums decide."""

from collections.abc import Sequence

from meeting_app.domain.tally.count import Count, Lot, Marks, Setup, Sorted, Step
from meeting_app.domain.tally.places import fill, finish
from meeting_app.domain.tally.reading import opening


def sums_of(ballots: Sequence[Marks], options: int) -> tuple[int, ...]:
    """What each option got; where a ballot says nothing it gives nothing."""
    if not ballots:
        return (0,) * options
    return tuple(sum(filter(None, column)) for column in zip(*ballots, strict=True))


def by_sums(method: str, told: Sorted, setup: Setup, lot: Lot | None) -> Count:
    """The largest sums take the places; an option that got nothing takes none."""
    sums = sums_of(told.valid, setup.options)
    filled = fill(sums, [option for option, got in enumerate(sums) if got], setup.seats, lot)
    before = (opening(told), Step("sums", (), (("valid", len(told.valid)),), sums))
    return finish(method, told, sums, filled.after(before))
