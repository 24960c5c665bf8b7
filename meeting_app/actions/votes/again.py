"""The vote that follows an election: among the tied, or the further election (另行选举) for seats left open.

城市居民委员会组织法 (2025) art. 19; 选举法 art. 45 by analogy for those who are tied.
"""

import json

from meeting_app.actions.votes.common import poll_in
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.trace import Verdict
from meeting_app.domain.tally.election import CODE, FURTHER, REVOTE
from meeting_app.domain.vote_plan import PollState
from meeting_app.queries.vote_count import count_of, outcome_of
from meeting_app.queries.vote_facts import options_of, setup_of
from meeting_app.storage.tables import Poll, PollOption
from meeting_app.storage.work import Work, new_id


def vote_on_the_rest(work: Work, *, poll_id: str) -> str:
    """Prepare the vote that a confirmed election leads to, on the same item with the same channels: among the
    tied for their seats, else among those next in votes for the seats that stayed open. Returns its id.
    """
    poll = poll_in(work, poll_id, PollState.PUBLISHED)
    later = work.one(Poll, Poll.item_id == poll.item_id, Poll.round > poll.round)
    count = count_of(poll)
    if later is not None or count is None:
        raise Refusal("vote_settled")
    outcome = outcome_of(work.session, poll, count)
    variant, among = {
        Verdict.TIE: (REVOTE, outcome.tied),
        Verdict.FURTHER: (FURTHER, outcome.further),
    }.get(outcome.verdict, ("", ()))
    options = list(options_of(work.session, poll.id))
    seats = min(setup_of(poll, options).seats - len(outcome.chosen), len(among))
    if seats < 1:
        raise Refusal("vote_settled")
    again = work.add(
        Poll(
            id=new_id(), meeting_id=poll.meeting_id, item_id=poll.item_id, motion_id=poll.motion_id,
            round=poll.round + 1, state=PollState.ANNOUNCED, rule=poll.rule, tellers=poll.tellers, choice="",
            eligible=0, present=0, opened_ms=0, form=poll.form, question=poll.question, method=CODE,
            setup=json.dumps({"seats": seats, "limit": 0, "budget": 0, "step": 0, "variant": variant}),
            channels=poll.channels, secret=poll.secret, announced_ms=work.now.wall_ms, scope=poll.scope,
        )
    )  # fmt: skip
    for position, place in enumerate(sorted(among), start=1):
        work.add(PollOption(poll_id=again.id, position=position, text=options[place].text, cost_fen=0))
    return again.id
