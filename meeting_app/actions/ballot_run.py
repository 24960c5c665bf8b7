"""The ballots that go to the printer: their codes are made good in the urn, then set, and kept nowhere."""

from meeting_app.actions.desk import Desk
from meeting_app.actions.votes.slips import make_paper_slips
from meeting_app.queries.ballot_papers import FiledBallots, ballot_run, filed_ballots, papers_printed
from meeting_app.queries.paper_list import paper_bytes
from meeting_app.queries.records import Records


def whole_run(desk: Desk, records: Records, paper_id: str) -> bytes:
    """All ballots of a filed paper, or the filed paper itself when none of its votes needs codes now."""
    filed = records.ask(filed_ballots, paper_id=paper_id)
    if not filed.votes:
        return records.ask(paper_bytes, paper_id=paper_id) or b""
    for poll_id in filed.votes:
        printed = len(records.ask(papers_printed, poll_id=poll_id))
        desk.do(make_paper_slips, poll_id=poll_id, count=max(filed.needed, printed)).result()
    return _set(records, filed, None)


def more(desk: Desk, records: Records, paper_id: str, poll_id: str, count: int) -> bytes:
    """So many further papers of one vote and no other; 0 = as many as the meeting needs."""
    before = records.ask(papers_printed, poll_id=poll_id)
    filed = records.ask(filed_ballots, paper_id=paper_id)
    desk.do(make_paper_slips, poll_id=poll_id, count=len(before) + (count or filed.needed)).result()
    others = (one for one in filed.votes if one != poll_id)
    return _set(records, filed, before.union(*(records.ask(papers_printed, poll_id=one) for one in others)))


def _set(records: Records, filed: FiledBallots, beyond: frozenset[str] | None) -> bytes:
    from meeting_app.documents import render  # imported late: the faces are not needed at the start

    run = records.ask(ballot_run, meeting_id=filed.meeting_id, mark=filed.mark, beyond=beyond)
    return render.pdf("ballot", run)
