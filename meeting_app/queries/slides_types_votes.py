"""Pages of the projector for a vote by ballots: how to vote, how many came, the ballots' hash, lot, result.

Until the result is confirmed they hold numbers of votes only, never a choice (slides_types.py).
"""

from dataclasses import dataclass

from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Channel
from meeting_app.queries.slides_head import Head
from meeting_app.queries.vote_result import VoteResult

# So many options stand under the sentence of a result, and on a page of their own.
FIRST_ROWS, MORE_ROWS = 8, 10


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
    among these; on pages of their own where they do not fit below the hash.
    """

    head: Head
    title: str
    code: tuple[str, ...]
    ballots: int
    tied: tuple[OptionLine, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class VoteResultSlide:
    """A confirmed result; page 0 is the result, then all options where there are too many for it, then the
    count step by step, then the lot.
    """

    head: Head
    result: VoteResult
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        more = len(self.result.page_steps()) + (self.result.lot is not None)
        return 1 + len(self.option_pages) + more

    @property
    def option_pages(self) -> tuple[tuple[int, ...], ...]:
        """The options of each page that lists them all, from 0; none where the first page has room."""
        count = len(self.result.options)
        if count <= FIRST_ROWS:
            return ()
        return tuple(tuple(range(at, min(count, at + MORE_ROWS))) for at in range(0, count, MORE_ROWS))


VotePage = HowToVoteSlide | ReceivedSlide | SealedSlide | VoteResultSlide
