"""From the sheet of ballots to the published result: the count, the public lot, the confirmation.

The count itself is no action: it is worked out beside the windows from the frozen sheet
(`queries.vote_count.work_out`) and handed in here, which takes it only for the very ballots whose hash was
shown.
"""

from meeting_app.actions.common import text_of
from meeting_app.actions.desk import final
from meeting_app.actions.projection import follow_meeting
from meeting_app.actions.votes.common import minuted, poll_in
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.trace import Outcome, Verdict
from meeting_app.domain.tally.count import Count
from meeting_app.domain.tally.kept import count_to_json
from meeting_app.domain.tally.lot import draw
from meeting_app.domain.turnout import Reconciliation, check_reconciliation
from meeting_app.domain.vote_plan import PollState
from meeting_app.queries.vote_count import count_of, outcome_of
from meeting_app.queries.vote_facts import options_of
from meeting_app.storage.tables import Decision, Motion, Poll
from meeting_app.storage.work import Work
from meeting_app.wording import vote_changes

LOT_LENGTH = 40
NAME_LENGTH = 80


def record_count(work: Work, *, poll_id: str, sheet_hash: str, lot_number: str, count: Count) -> Outcome:
    """Keep a count that was worked out from the ballots with that hash and after that lot ("" = none)."""
    poll = poll_in(work, poll_id, PollState.CLOSED)
    if (poll.sheet_hash, poll.lot_number) != (sheet_hash, lot_number):
        raise Refusal("count_of_other_ballots")
    poll.count = count_to_json(count)
    poll.state, poll.counted_ms = PollState.COUNTED, work.now.wall_ms
    outcome = outcome_of(work.session, poll, count)
    poll.verdict = outcome.verdict
    return outcome


@final
def draw_lot(work: Work, *, poll_id: str, number: str, drawn_by: str) -> None:
    """Note the number that a resident drew before everybody, after the ballots' hash was shown; the count is
    worked out again with it. A lot is drawn once.
    """
    poll = poll_in(work, poll_id, PollState.COUNTED)
    count = count_of(poll)
    if count is None or count.tie is None or outcome_of(work.session, poll, count).verdict is not Verdict.TIE:
        raise Refusal("lot_not_needed")
    if poll.lot_number:
        raise Refusal("lot_drawn")
    digits = text_of(number, LOT_LENGTH, "number")
    draw(poll.id, poll.sheet_hash, digits, [option.text for option in options_of(work.session, poll.id)])
    poll.lot_number, poll.lot_by = digits, text_of(drawn_by, NAME_LENGTH, "name")
    poll.state, poll.counted_ms, poll.verdict = PollState.CLOSED, None, None


def recount_vote(work: Work, *, poll_id: str, reason: str) -> None:
    """Count the same ballots once more; the reason is minuted."""
    poll = poll_in(work, poll_id, PollState.COUNTED)
    if poll.declared:
        raise Refusal("nothing_to_recount")
    poll.reason = minuted(work, poll, vote_changes.RECOUNTED, reason)
    poll.state, poll.counted_ms, poll.verdict, poll.count = PollState.CLOSED, None, None, ""


def publish_vote(work: Work, *, poll_id: str) -> None:
    """Confirm the result: the hall sees it, and what was adopted or chosen becomes a decision. Refused while
    the turnout identity does not balance (decisions.md 7), with the exact difference.
    """
    poll = poll_in(work, poll_id, PollState.COUNTED)
    count = count_of(poll)
    if count is None:
        raise Refusal("count_of_other_ballots")
    outcome = outcome_of(work.session, poll, count)
    _check_balance(outcome)
    poll.verdict = outcome.verdict
    poll.state, poll.published_ms = PollState.PUBLISHED, work.now.wall_ms
    follow_meeting(work, poll.meeting_id, shown=True)
    if outcome.verdict in (Verdict.ADOPTED, Verdict.ELECTED):
        motion = work.get(Motion, poll.motion_id)
        work.add(
            Decision(
                meeting_id=poll.meeting_id, item_id=poll.item_id, poll_id=poll.id,
                text=decision_text(motion.title, _chosen(work, poll, outcome)), decided_ms=work.now.wall_ms,
            )
        )  # fmt: skip


def _check_balance(outcome: Outcome) -> None:
    """Refuse while papers are missing or too many; more than was handed out is the verdict "void" instead."""
    told = outcome.turnout
    if outcome.verdict is not Verdict.UNRECONCILED or told.papers is None:
        return
    papers = told.papers
    check_reconciliation(
        Reconciliation(
            papers.issued, papers.replaced, told.cast.persons, papers.not_returned,
            told.valid.persons, told.blank.persons, told.invalid.persons,
        )
    )  # fmt: skip


def _chosen(work: Work, poll: Poll, outcome: Outcome) -> list[str]:
    texts = [option.text for option in options_of(work.session, poll.id)]
    return [texts[place] for place in outcome.chosen]


def decision_text(title: str, chosen: list[str]) -> str:
    """What was decided in a line: the motion, or the motion with what was chosen."""
    return f"{title}：{'、'.join(chosen)}" if chosen else title
