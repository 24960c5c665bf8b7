"""Slips and papers of secret votes: what is handed out, good for one ballot each (decisions.md 3, 4, 8).

The urn of a vote is made with its first slip, at the station that makes it: only there papers can be printed,
typed and counted.
"""

from meeting_app.actions.common import NOT_OVER, meeting_in
from meeting_app.actions.desk import final
from meeting_app.actions.votes.common import poll_in, urn_for
from meeting_app.domain.codes import code_of_paper
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.vote_plan import BEFORE, Channel, PollState
from meeting_app.storage.tables import Poll
from meeting_app.storage.urn import Urn
from meeting_app.storage.urn_writer import SlipCode, new_slip
from meeting_app.storage.work import Work

MOST_SLIPS = 2_000


def ensured_urn(work: Work, poll: Poll) -> Urn:
    """The urn of a secret vote, made here when there is none yet. Refuses where another station has it, and
    where this one keeps none.
    """
    urn = urn_for(work, poll)
    if urn.path.is_file():
        return urn
    if poll.urn_at not in ("", work.station):
        raise Refusal("urn_elsewhere")
    poll.urn_at = work.station
    return Urn.create(urn.path, poll.id)


def _in_range(count: int) -> None:
    if not 1 <= count <= MOST_SLIPS:
        raise Refusal("slips_number", most=MOST_SLIPS)


@final
def make_slips(work: Work, *, meeting_id: str, count: int) -> tuple[SlipCode, ...]:
    """Slips that are good for one ballot in each secret vote of the meeting that is prepared now. Only their
    digests are kept: print them at once, shuffle and fold them.
    """
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    secret_ones = work.all(
        Poll, Poll.meeting_id == meeting.id, Poll.secret.is_(True), Poll.state.in_(BEFORE), order=Poll.id
    )
    if not secret_ones:
        raise Refusal("no_secret_vote")
    _in_range(count)
    slips = tuple(new_slip() for _ in range(count))
    for poll in secret_ones:
        ensured_urn(work, poll).add_slips(slips)
        work.tell("urn", poll.id)
    return slips


@final
def make_paper_slips(work: Work, *, poll_id: str, count: int) -> None:
    """Make so many papers of a secret vote good for one ballot each, those made before included; their codes
    are read from the urn when they are printed. Also while it is open, when papers run out.
    """
    poll = poll_in(work, poll_id, *BEFORE, PollState.OPEN, meeting=NOT_OVER)
    if not poll.secret or Channel.PAPER not in poll.channels.split(","):
        raise Refusal("channel_closed", channel=Channel.PAPER)
    _in_range(count)
    ensured_urn(work, poll).paper_slips(count)
    work.tell("urn", poll.id)


@final
def replace_paper(work: Work, *, poll_id: str, serial: str) -> None:
    """A spoilt paper is given back and a new one handed out: the old code is good for nothing any more, and
    one more was handed out and one replaced.
    """
    poll = poll_in(work, poll_id, PollState.OPEN)
    urn_for(work, poll).replace_paper(code_of_paper(serial))
    poll.issued, poll.replaced = poll.issued + 1, poll.replaced + 1
    work.tell("urn", poll.id)
