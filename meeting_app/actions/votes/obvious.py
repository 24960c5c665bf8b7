"""An obvious majority for one option, or for as many as are chosen: a result of its own without a figure.

Nothing was counted, so nothing is invented: there are no ballots, no sheet and no hash, and every place that
shows a result says that it was seen and not counted.
"""

from meeting_app.actions.votes.common import poll_in
from meeting_app.actions.votes.running import note_who_is_here
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.rules.share import Measure
from meeting_app.domain.rules.trace import Verdict
from meeting_app.domain.tally.count import Count
from meeting_app.domain.tally.kept import count_to_json
from meeting_app.domain.vote_plan import OBVIOUS_METHODS, PollState
from meeting_app.queries.vote_count import outcome_of
from meeting_app.queries.vote_facts import options_of, setup_of
from meeting_app.storage.tables import Ballot, Poll, RestCount
from meeting_app.storage.work import Work


def declare_choice(work: Work, *, poll_id: str, options: tuple[int, ...]) -> Verdict:
    """The chair saw an obvious majority for these options (numbers from 1). Refused in a secret vote, after
    the first vote was taken or counted, and for more options than are chosen.
    """
    poll = poll_in(work, poll_id, PollState.OPEN)
    if poll.secret or poll.method not in OBVIOUS_METHODS:
        raise Refusal("obvious_not_here")
    if Measure.AREA in pack_from_json(poll.rule).measures:
        raise Refusal("hands_have_no_area")
    if _begun(work, poll):
        raise Refusal("obvious_after_votes")
    rows = options_of(work.session, poll.id)
    seats = setup_of(poll, rows).seats
    fits = len(set(options)) == len(options) and all(1 <= one <= len(rows) for one in options)
    if not fits or not 1 <= len(options) <= seats:
        raise Refusal("obvious_options", seats=seats, options=len(rows))
    note_who_is_here(work, poll)
    chosen = tuple(one - 1 for one in options)
    count = Count(poll.method, 0, 0, 0, (), (0,) * len(rows), chosen, ())
    poll.declared, poll.count = "obvious", count_to_json(count)
    poll.state, poll.closed_ms, poll.counted_ms = PollState.COUNTED, work.now.wall_ms, work.now.wall_ms
    outcome = outcome_of(work.session, poll, count)
    poll.verdict = outcome.verdict
    return outcome.verdict


def _begun(work: Work, poll: Poll) -> bool:
    """Whether a vote was taken, or a teller has reported hands."""
    if work.one(Ballot, Ballot.poll_id == poll.id) is not None:
        return True
    rows = work.all(RestCount, RestCount.poll_id == poll.id)
    return any(row.first is not None or row.second is not None for row in rows)
