"""差额选举: mark as many candidates as there are seats, or fewer; whoever is named on more than half of the
ballots cast is elected, the most votes first.

城市居民委员会组织法 (2025) art. 19 and 村民委员会组织法 art. 15; a ballot that names more than the seats is
void, and equal votes that leave the last seat open mean another vote among the tied, where the most votes win
(选举法 arts 44-45 by analogy). Blank and void ballots, and papers nobody can read, were cast and stay in the
base.

Variants: "" more than half of the ballots cast; "valid" more than half of the valid ones, where local rules
say so; "further" is the further election (另行选举) for seats that stayed open: most votes, but no fewer than
one third of the ballots cast; "revote" is the vote among the tied. Whether the election is valid at all is
not counted here but judged by the rule pack (`domain.rules`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import (
    BLANK,
    Count,
    Lot,
    Marks,
    Method,
    Setup,
    Sorted,
    Step,
    sort_ballots,
)
from meeting_app.domain.tally.places import fill, finish
from meeting_app.domain.tally.reading import TOO_MANY, opening, within
from meeting_app.domain.tally.sums import sums_of

CODE = "election"
VALID, FURTHER, REVOTE = "valid", "further", "revote"


def read(marks: Marks, setup: Setup) -> str:
    """As many marks as seats, or fewer; 0 is as if nothing was written."""
    why = within(marks, setup, 0, 1)
    if why:
        return why
    made = marks.count(1)
    if made > setup.seats:
        return TOO_MANY
    return "" if made else BLANK


def need(told: Sorted, setup: Setup) -> tuple[int, int]:
    """How many votes a candidate needs, and of how many ballots that is the share."""
    cast = len(told.valid) + told.blank + sum(number for _why, number in told.spoilt) + setup.unread
    if setup.variant == FURTHER:
        return max(-(-cast // 3), 1), cast
    if setup.variant == REVOTE:
        return 1, cast
    base = len(told.valid) if setup.variant == VALID else cast
    return base // 2 + 1, base


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """Winners are the elected; a tie is to be voted on again, and only then drawn."""
    check_setup(setup, lot, variants=(VALID, FURTHER, REVOTE))
    if setup.unread < 0:
        raise Refusal("tally_unread", unread=setup.unread)
    told = sort_ballots(ballots, setup, read)
    votes = sums_of(told.valid, setup.options)
    needed, base = need(told, setup)
    figures = (("needed", needed), ("base", base), ("seats", setup.seats))
    reached = [option for option, got in enumerate(votes) if got >= needed]
    below = sorted((option for option, got in enumerate(votes) if got < needed), key=lambda o: (-votes[o], o))
    before = (
        opening(told),
        Step(f"need_{setup.variant or 'cast'}", (), figures, votes),
        *(Step("below_need", (o,), (("votes", votes[o]), ("short", needed - votes[o]))) for o in below),
    )
    return finish(CODE, told, votes, fill(votes, reached, setup.seats, lot).after(before))


@dataclass(frozen=True, slots=True)
class Again:
    """Another vote: who stands, by their place in the first one, and its settings."""

    candidates: tuple[int, ...]
    setup: Setup


def further_election(first: Count, setup: Setup, over: int = 1) -> Again | None:
    """The further election for the seats that stayed open: those with the most votes among the others, `over`
    more than seats if there are so many, and all who have as many votes as the last of them. None when no
    seat or no candidate is left, or a tie has to be settled before.
    """
    left = setup.seats - len(first.winners)
    others = sorted(
        (option for option in range(setup.options) if option not in first.winners),
        key=lambda option: (-first.standing[option], option),
    )
    if first.tie or not left or not others:
        return None
    least = first.standing[others[min(left + over, len(others)) - 1]]
    standing = tuple(option for option in others if first.standing[option] >= least)
    return Again(standing, Setup(len(standing), min(left, len(standing)), variant=FURTHER))


def vote_among_tied(first: Count) -> Again | None:
    """The other vote among those whom the first one left equal at the last seats; None without a tie."""
    if first.tie is None:
        return None
    return Again(first.tie.options, Setup(len(first.tie.options), first.tie.places, variant=REVOTE))


METHOD = Method(CODE, read, count)
