"""Pages of the projector for a vote by ballots: how to vote, how many came, the ballots' hash, lot, result.

Until the result is confirmed they hold numbers of votes only, never a choice (slides_types.py).
"""

from dataclasses import dataclass

from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Channel
from meeting_app.queries.slides_head import Head
from meeting_app.queries.vote_result import VoteResult


@dataclass(frozen=True, slots=True)
class OptionLine:
    """What can be chosen: its number on the ballot, its text, what it costs in fen (0 = nothing to pay)."""

    number: int
    text: str
    cost_fen: int = 0


@dataclass(frozen=True, slots=True)
class HowToVoteSlide:
    """What to do with the ballot, with a sample that is no option of this vote."""

    head: Head
    title: str
    method: str
    setup: Setup
    secret: bool
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class ReceivedSlide:
    """The vote goes on: how many came in, how many may still come, and among what is chosen (page by page
    where it is much; none for a question).
    """

    head: Head
    title: str
    received: int
    remaining: int
    secret: bool
    channels: tuple[Channel, ...]
    options: tuple[OptionLine, ...] = ()
    page: int = 0


@dataclass(frozen=True, slots=True)
class SealedSlide:
    """The vote is over: the ballots' hash, before anybody knows the result. `tied` = a lot will be drawn
    among these.
    """

    head: Head
    title: str
    code: tuple[str, ...]
    ballots: int
    tied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VoteResultSlide:
    """A confirmed result; page 0 is the result, the others go through the count."""

    head: Head
    result: VoteResult
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return 1 + len(self.result.page_steps()) + (self.result.lot is not None)


VotePage = HowToVoteSlide | ReceivedSlide | SealedSlide | VoteResultSlide
