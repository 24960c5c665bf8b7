"""A vote by show of hands as the console counts it and as the result explains itself."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.hand_count import Choice, RowCount, RowState, agreed_total, complete
from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.rules.hands import HandCount, judge_hands
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.trace import Outcome, Step
from meeting_app.domain.rules.turnout import quorum_step
from meeting_app.queries.basics import once, person_ref
from meeting_app.queries.meeting_rule import meeting_pack
from meeting_app.queries.meetings import MotionView, motions_of
from meeting_app.queries.preliminaries import composition_of, posted_of
from meeting_app.queries.quorum import votes_here
from meeting_app.storage.tables import AgendaItem, HandReport, Meeting, Poll, SeatRow


@dataclass(frozen=True, slots=True)
class HandRow:
    """A row of seats with both tellers' figures by choice."""

    position: int
    label: str
    votes: int
    counts: dict[Choice, RowCount]
    states: dict[Choice, RowState]


@dataclass(frozen=True, slots=True)
class RuleView:
    """The rule in figures: what is needed of how many, and whose law says so."""

    code: str
    numerator: int
    denominator: int
    strict: bool
    base: str
    law: str
    articles: tuple[int, ...]
    quorum_numerator: int
    quorum_denominator: int
    quorum_strict: bool


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """A result with its working; counts are persons. `declared` = the chair saw an obvious majority: nothing
    was counted, and the figures say nothing.
    """

    verdict: str
    for_: int
    against: int
    abstain: int
    not_voting: int
    present: int
    eligible: int
    needed: int
    base: int
    steps: tuple[Step, ...]
    published: bool
    round: int
    declared: bool = False


@dataclass(frozen=True, slots=True)
class HandsView:
    """The vote of an item. `state`: none (not opened), open, counted, published. `present` votes are here,
    `represented` of them by proxy.
    """

    item_id: str
    title: str
    motion: MotionView | None
    state: str
    poll_id: str | None
    round: int
    choice: Choice
    rows: tuple[HandRow, ...]
    tellers: int
    teller1: str
    teller2: str
    totals: dict[Choice, int]
    finished: dict[Choice, bool]
    needed: int
    present: int
    eligible: int
    rule: RuleView | None
    outcome: OutcomeView | None
    seat_rows: tuple[tuple[str, int], ...]
    represented: int = 0


def rule_view(pack: RulePack) -> RuleView:
    """A rule in figures."""
    return RuleView(
        pack.code, pack.approval.numerator, pack.approval.denominator, pack.approval.strict,
        pack.approval.base, pack.law, pack.articles,
        pack.quorum.numerator, pack.quorum.denominator, pack.quorum.strict,
    )  # fmt: skip


def hand_outcome(session: Session, poll: Poll, counts: HandCount) -> Outcome:
    """The frozen rule applied to hands, with the notice and the members of the poll's meeting."""
    meeting = session.get_one(Meeting, poll.meeting_id)
    return judge_hands(
        pack_from_json(poll.rule), poll.eligible, poll.present, counts, posted_of(meeting),
        composition_of(session, meeting),
    )  # fmt: skip


def outcome_view(session: Session, poll: Poll) -> OutcomeView | None:
    """The result of a show of hands, computed again from its frozen rule; None while it is not counted."""
    if poll.form != "hands" or poll.state not in ("counted", "published"):
        return None
    pack = pack_from_json(poll.rule)
    if poll.declared:
        return _declared(pack, poll)
    if poll.for_ is None:
        return None
    counts = HandCount(poll.for_, poll.against or 0, poll.abstain or 0)
    outcome = hand_outcome(session, poll, counts)
    return OutcomeView(
        outcome.verdict, counts.for_, counts.against, counts.abstain, outcome.not_voting, poll.present,
        poll.eligible, pack.approval.needed(poll.present), poll.present, outcome.steps,
        poll.state == "published", poll.round,
    )  # fmt: skip


def _declared(pack: RulePack, poll: Poll) -> OutcomeView:
    """An obvious majority: only the quorum has a figure."""
    quorum = quorum_step(pack, poll.eligible, poll.present)
    return OutcomeView(
        poll.verdict or "", 0, 0, 0, poll.present, poll.present, poll.eligible,
        pack.approval.needed(poll.present), poll.present, (quorum,), poll.state == "published", poll.round,
        declared=True,
    )  # fmt: skip


def current_poll(session: Session, item_id: str) -> Poll | None:
    """The item's last count of hands that was not annulled."""
    hands = (Poll.item_id == item_id, Poll.state != "annulled", Poll.form == "hands")
    query = select(Poll).where(*hands).order_by(Poll.round.desc())
    return session.scalars(query.limit(1)).first()


def hand_rows(session: Session, poll: Poll) -> tuple[HandRow, ...]:
    """The rows of a poll in order."""
    reports = session.scalars(
        select(HandReport).where(HandReport.poll_id == poll.id).order_by(HandReport.position)
    ).all()
    rows: list[HandRow] = []
    for position in sorted({report.position for report in reports}):
        mine = [report for report in reports if report.position == position]
        counts = {Choice(report.choice): RowCount(report.first, report.second) for report in mine}
        states = {choice: count.state(poll.tellers) for choice, count in counts.items()}
        rows.append(HandRow(position, mine[0].label, mine[0].votes, counts, states))
    return tuple(rows)


def hands_view(session: Session, *, item_id: str) -> HandsView | None:
    """The vote of an item; None when there is no such item."""
    return once(session, ("hands", item_id), lambda: _hands(session, item_id))


def _hands(session: Session, item_id: str) -> HandsView | None:
    item = session.get(AgendaItem, item_id)
    meeting = session.get(Meeting, item.meeting_id) if item else None
    if item is None or meeting is None:
        return None
    poll = current_poll(session, item.id)
    rows = hand_rows(session, poll) if poll else ()
    tellers = poll.tellers if poll else 2
    by_choice = {choice: [row.counts[choice] for row in rows] for choice in Choice}
    now = votes_here(session, meeting, item.id)
    pack = pack_from_json(poll.rule) if poll else meeting_pack(session, meeting)
    present = poll.present if poll else now.present
    first, second = person_ref(session, meeting.teller1_id), person_ref(session, meeting.teller2_id)
    seats = session.scalars(
        select(SeatRow).where(SeatRow.meeting_id == meeting.id).order_by(SeatRow.position)
    )
    return HandsView(
        item_id=item.id,
        title=item.title,
        motion=motions_of(session, [item.id]).get(item.id),
        state=poll.state if poll else "none",
        poll_id=poll.id if poll else None,
        round=poll.round if poll else 0,
        choice=Choice(poll.choice) if poll else Choice.FOR,
        rows=rows,
        tellers=tellers,
        teller1=first.name if first else "",
        teller2=second.name if second else "",
        totals={choice: agreed_total(counts, tellers) for choice, counts in by_choice.items()},
        finished={choice: bool(counts) and complete(counts, tellers) for choice, counts in by_choice.items()},
        needed=pack.approval.needed(present) if pack else 0,
        present=present,
        eligible=poll.eligible if poll else now.voters,
        represented=poll.represented if poll else now.represented,
        rule=rule_view(pack) if pack else None,
        outcome=outcome_view(session, poll) if poll else None,
        seat_rows=tuple((row.label, row.votes) for row in seats),
    )
