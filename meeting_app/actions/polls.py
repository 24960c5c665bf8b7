"""A vote by show of hands: rows, two tellers, the exact verdict, and its publication on the projector."""

from collections.abc import Sequence

from meeting_app.actions.common import UNDER_WAY, meeting_in, text_of
from meeting_app.actions.projection import follow_meeting
from meeting_app.domain.agenda import ItemState
from meeting_app.domain.hand_count import Choice, RowCount, RowState, check_report, check_rows, totals
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.frozen import pack_from_json, pack_to_json
from meeting_app.domain.rules.share import Base, Measure
from meeting_app.domain.rules.trace import Outcome, Verdict
from meeting_app.domain.rules.turnout import quorum_step
from meeting_app.queries.meeting_rule import rule_in
from meeting_app.queries.polls import hand_outcome
from meeting_app.queries.quorum import votes_here
from meeting_app.storage.tables import AgendaItem, Decision, HandReport, Meeting, Motion, Note, Poll, SeatRow
from meeting_app.storage.work import Work, new_id
from meeting_app.wording import vote_changes


def set_seat_rows(work: Work, *, meeting_id: str, rows: Sequence[tuple[str, int]]) -> None:
    """Say once a meeting which rows the hall has and how many members with a vote sit in each; they add up to
    those present.
    """
    meeting = meeting_in(work, meeting_id, "draft", "convened", "live")
    if work.one(Poll, Poll.meeting_id == meeting.id, Poll.state == "open") is not None:
        raise Refusal("poll_open", title="")
    if rows:
        check_rows([votes for _label, votes in rows], votes_here(work.session, meeting).present)
    for row in work.all(SeatRow, SeatRow.meeting_id == meeting.id):
        work.session.delete(row)
    for position, (label, votes) in enumerate(rows, start=1):
        work.add(
            SeatRow(meeting_id=meeting.id, position=position, label=text_of(label, 40, "label"), votes=votes)
        )


def _rows_for(work: Work, meeting: Meeting, present: int) -> list[tuple[str, int]]:
    """The typed rows when they still add up to those present, else the whole hall as one row."""
    typed = work.all(SeatRow, SeatRow.meeting_id == meeting.id, order=SeatRow.position)
    if typed and sum(row.votes for row in typed) == present:
        return [(row.label, row.votes) for row in typed]
    return [("", present)]


def open_poll(work: Work, *, item_id: str, tellers: int = 2) -> str:
    """Begin the count. Who is present now is the base; the rule and the text are frozen. Returns the poll's
    id.
    """
    item = work.get(AgendaItem, item_id)
    meeting = meeting_in(work, item.meeting_id, *UNDER_WAY)
    motion = work.one(Motion, Motion.item_id == item.id)
    if item.state != ItemState.CURRENT:
        raise Refusal("item_not_current", title=item.title)
    if motion is None or meeting.rule is None:
        raise Refusal("vote_without_motion", title=item.title)
    earlier = work.all(Poll, Poll.item_id == item.id)
    if any(poll.state != "annulled" for poll in earlier):
        raise Refusal("poll_exists" if all(poll.form == "hands" for poll in earlier) else "vote_prepared")
    if tellers not in (1, 2):
        raise Refusal("tellers_not_distinct")
    rounds = sum(poll.form == "hands" for poll in earlier)
    return _start_round(work, meeting, item, motion, tellers, rounds + 1)


def _start_round(
    work: Work, meeting: Meeting, item: AgendaItem, motion: Motion, tellers: int, number: int
) -> str:
    follow_meeting(work, meeting.id)
    pack = rule_in(work.session, meeting, meeting.rule or "")
    if Measure.AREA in pack.measures:
        raise Refusal("hands_without_area", rule=pack.name)
    if pack.approval.base is not Base.PRESENT:
        raise Refusal("hands_other_base", rule=pack.name)
    here = votes_here(work.session, meeting, item.id)
    poll = work.add(
        Poll(
            id=new_id(),
            meeting_id=meeting.id,
            item_id=item.id,
            motion_id=motion.id,
            round=number,
            state="open",
            rule=pack_to_json(pack),
            tellers=tellers,
            choice=Choice.FOR,
            eligible=here.voters,
            present=here.present,
            represented=here.represented,
            opened_ms=work.now.wall_ms,
        )
    )
    for position, (label, votes) in enumerate(_rows_for(work, meeting, here.present), start=1):
        for choice in Choice:
            work.add(HandReport(poll_id=poll.id, position=position, label=label, votes=votes, choice=choice))
    return poll.id


def _open(work: Work, poll_id: str) -> Poll:
    poll = work.get(Poll, poll_id)
    meeting_in(work, poll.meeting_id, *UNDER_WAY)
    if poll.state != "open" or poll.form != "hands":
        raise Refusal("poll_state", state=poll.state)
    return poll


def row_count(report: HandReport) -> RowCount:
    """Both tellers' figures of one report."""
    return RowCount(report.first, report.second)


def report_hands(
    work: Work, *, poll_id: str, position: int, choice: Choice, teller: int, hands: int | None
) -> None:
    """A teller reports a row; None takes the figure back."""
    poll = _open(work, poll_id)
    row = work.all(HandReport, HandReport.poll_id == poll.id, HandReport.position == position)
    report = next((r for r in row if r.choice == choice), None)
    if report is None or teller not in (1, 2) or teller > poll.tellers:
        raise Refusal("gone", kind="hand_report")
    if hands is not None:
        others = sum(
            r.first or 0
            for r in row
            if r.choice != choice and row_count(r).state(poll.tellers) is RowState.AGREED
        )
        check_report(report.votes, hands, others)
    if teller == 1:
        report.first = hands
    else:
        report.second = hands


def count_choice(work: Work, *, poll_id: str, choice: Choice) -> None:
    """Say which choice is being called; the projector asks for those hands."""
    _open(work, poll_id).choice = choice


def reports_by_choice(reports: Sequence[HandReport]) -> dict[Choice, list[RowCount]]:
    """The figures of a poll by choice, rows in order."""
    ordered = sorted(reports, key=lambda report: report.position)
    return {choice: [row_count(r) for r in ordered if r.choice == choice] for choice in Choice}


def close_poll(work: Work, *, poll_id: str) -> Outcome:
    """End the count and apply the frozen rule; refuses while a row is open or the tellers differ."""
    poll = _open(work, poll_id)
    counts = totals(reports_by_choice(work.all(HandReport, HandReport.poll_id == poll.id)), poll.tellers)
    outcome = hand_outcome(work.session, poll, counts)
    poll.for_, poll.against, poll.abstain = counts.for_, counts.against, counts.abstain
    poll.verdict, poll.state, poll.closed_ms = outcome.verdict, "counted", work.now.wall_ms
    follow_meeting(work, poll.meeting_id)
    return outcome


def declare_majority(work: Work, *, poll_id: str) -> Verdict:
    """The chair saw an obvious majority for the choice that is being called: the verdict without a figure,
    because none was counted and none is invented. Without a quorum there is no decision.
    """
    poll = _open(work, poll_id)
    if poll.choice == Choice.ABSTAIN:
        raise Refusal("majority_of_abstentions")
    verdict = Verdict.ADOPTED if poll.choice == Choice.FOR else Verdict.NOT_ADOPTED
    if not quorum_step(pack_from_json(poll.rule), poll.eligible, poll.present).holds:
        verdict = Verdict.NO_QUORUM
    poll.declared, poll.verdict = "obvious", verdict
    poll.for_ = poll.against = poll.abstain = None
    poll.state, poll.closed_ms = "counted", work.now.wall_ms
    return verdict


def recount(work: Work, *, poll_id: str, reason: str) -> str:
    """Annul a count that is not confirmed and begin the next round; the reason is minuted. Returns the new
    poll's id.
    """
    poll = work.get(Poll, poll_id)
    meeting = meeting_in(work, poll.meeting_id, *UNDER_WAY)
    if poll.state not in ("open", "counted") or poll.form != "hands":
        raise Refusal("poll_state", state=poll.state)
    item, motion = work.get(AgendaItem, poll.item_id), work.get(Motion, poll.motion_id)
    poll.reason, poll.state = text_of(reason, 400, "reason"), "annulled"
    work.add(
        Note(
            meeting_id=meeting.id,
            item_id=poll.item_id,
            kind=vote_changes.ANNULLED,
            text=poll.reason,
            at_ms=work.now.wall_ms,
        )
    )
    return _start_round(work, meeting, item, motion, poll.tellers, poll.round + 1)


def publish_result(work: Work, *, poll_id: str) -> None:
    """Confirm the result: the projector shows it, and an adopted motion becomes a decision."""
    poll = work.get(Poll, poll_id)
    meeting_in(work, poll.meeting_id, *UNDER_WAY)
    if poll.state != "counted" or poll.form != "hands":
        raise Refusal("poll_state", state=poll.state)
    poll.state, poll.published_ms = "published", work.now.wall_ms
    follow_meeting(work, poll.meeting_id, shown=True)
    if poll.verdict == Verdict.ADOPTED:
        motion = work.get(Motion, poll.motion_id)
        work.add(
            Decision(
                meeting_id=poll.meeting_id, item_id=poll.item_id, poll_id=poll.id, text=motion.title,
                decided_ms=work.now.wall_ms,
            )
        )  # fmt: skip
