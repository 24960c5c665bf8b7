"""Which page the hall sees of a vote by ballots."""

from meeting_app.domain.vote_plan import BEFORE, PollState
from meeting_app.queries.slides_head import Head
from meeting_app.queries.slides_types_votes import (
    HowToVoteSlide,
    OptionLine,
    ReceivedSlide,
    SealedSlide,
    VotePage,
    VoteResultSlide,
)
from meeting_app.queries.vote_view import VoteView

HOW = "how"


def how_slide(head: Head, vote: VoteView) -> HowToVoteSlide:
    """How to vote, with a sample."""
    plan = vote.plan
    return HowToVoteSlide(head, vote.title, plan.method, plan.setup, plan.secret, plan.channels)


def option_lines(vote: VoteView | None) -> tuple[OptionLine, ...]:
    """Among what is chosen; nothing for a question that is only agreed to or not."""
    options = vote.plan.options if vote is not None else ()
    if len(options) < 2:
        return ()
    return tuple(OptionLine(one.number, one.text, one.cost_fen) for one in options)


def asks_as_hands(vote: VoteView) -> bool:
    """Whether ballots decide by the very rule by which raised hands would."""
    return vote.plan.method == "yes_no" and not vote.plan.rule


def result_unsaid(vote: VoteView) -> bool:
    """Whether an obvious majority was seen that is not confirmed yet: there is nothing to seal or to show."""
    return vote.state == PollState.COUNTED and vote.result is not None and vote.result.declared


def vote_slide(head: Head, vote: VoteView, page: int) -> VotePage | None:
    """The page of a vote that has begun; None before, when its text is shown."""
    if vote.state in BEFORE:
        return None
    if result_unsaid(vote):
        return None
    if vote.state == PollState.OPEN:
        return ReceivedSlide(
            head, vote.title, vote.received, vote.remaining, vote.plan.secret, vote.plan.channels,
            option_lines(vote), page,
        )  # fmt: skip
    result = vote.result
    if vote.state == PollState.PUBLISHED and result is not None:
        return VoteResultSlide(head, result, page)
    options = result.options if result else ()
    tied = tuple(OptionLine(one.number, one.text) for one in options if one.tied)
    return SealedSlide(head, vote.title, vote.code, vote.ballots, tied, page)
