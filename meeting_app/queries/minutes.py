"""The minutes and the notice of a decision, from the records."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.attendance import Stay as StayInterval
from meeting_app.domain.attendance import present_at
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.working_days import period
from meeting_app.queries.basics import NOWHERE, HomePlace, homes_of, local, local_or_none, names_of
from meeting_app.queries.meeting_papers import capacity_word
from meeting_app.queries.meeting_rule import meeting_pack
from meeting_app.queries.meetings import agenda_rows
from meeting_app.queries.minutes_agenda import agenda_changes, note_line, parked_line
from meeting_app.queries.minutes_opening import opening_quorum, speech_stance
from meeting_app.queries.paper_facts import (
    Facts,
    PollFacts,
    contact_of,
    facts_of,
    masked,
    officer_name,
    paragraphs,
    place_words,
    published_polls,
    rule_of,
    teller_counts,
    totals_of,
    working_of,
)
from meeting_app.queries.papers import (
    Attendee,
    DecidedQuestion,
    DecisionLine,
    DecisionNoticePaper,
    MinutesItem,
    MinutesPaper,
    MinutesSpeech,
    MinutesVote,
    PaperMark,
    ParkedLine,
    Presence,
    PublicityPeriod,
    Share,
    TaskLine,
    VoteRule,
    VoteTotals,
)
from meeting_app.queries.papers_vote import BallotVote, published_ballots
from meeting_app.queries.roleplay.annexes import roleplay_annexes
from meeting_app.storage.tables import AgendaItem, Body, Decision, Invitee, Note, Person, Speech, Stay, Task

PUBLICITY_DAYS = 15
RECORDS_NOTE = "会议记录和计票单存居民委员会，可以申请查看。"
ANSWER_WORKDAYS = 5
PRIVATE = ("guest", "owner", "household", "representative")


def _facts(session: Session, meeting_id: str) -> Facts:
    facts = facts_of(session, meeting_id)
    if facts is None:
        raise Refusal("gone", kind="meeting")
    return facts


def _stays(session: Session, meeting_id: str) -> Sequence[Stay]:
    return session.scalars(select(Stay).where(Stay.meeting_id == meeting_id).order_by(Stay.came_ms)).all()


def _state(invitee: Invitee, here: bool) -> str:
    if here:
        return "present" if invitee.votes else "observer"
    return "excused" if invitee.excused else "absent"


def _from(invitee: Invitee, home: HomePlace) -> str:
    """What somebody is in the meeting for: an office where they have one, else where they live."""
    official = not invitee.votes and invitee.capacity not in PRIVATE
    return capacity_word(invitee.capacity) if official else place_words(home)


def _attendance(session: Session, facts: Facts, stays: Sequence[Stay]) -> tuple[Attendee, ...]:
    """Everybody once: members with their state, guests only when they came."""
    by_person: dict[str, list[Presence]] = defaultdict(list)
    for stay in stays:
        left = stay.left_ms if stay.left_ms != facts.meeting.closed_ms else None
        by_person[stay.person_id].append(Presence(local(stay.came_ms), local_or_none(left)))
    rows = session.execute(
        select(Invitee, Person)
        .join(Person, Person.id == Invitee.person_id)
        .where(Invitee.meeting_id == facts.meeting.id)
        .order_by(Invitee.votes.desc(), Person.number)
    ).all()
    homes = homes_of(session, [person.id for _row, person in rows])
    shown = [(row, person) for row, person in rows if row.votes or person.id in by_person]
    return tuple(
        Attendee(
            number, person.name, capacity_word(row.capacity), _state(row, person.id in by_person),
            _from(row, homes.get(person.id, NOWHERE)), tuple(by_person.get(person.id, ())),
        )
        for number, (row, person) in enumerate(shown, start=1)
    )  # fmt: skip


def _vote(session: Session, facts: Facts, found: PollFacts) -> MinutesVote:
    poll, outcome = found.poll, found.outcome
    names = (
        officer_name(session, facts.meeting.teller1_id) or "监票人甲",
        officer_name(session, facts.meeting.teller2_id) or "监票人乙",
    )
    tellers = teller_counts(session, poll, names)
    return MinutesVote(
        question=found.motion.title,
        motion=paragraphs(found.motion.text),
        method="hands",
        taken_at=local(poll.closed_ms or poll.opened_ms),
        members=poll.eligible,
        present=poll.present,
        totals=totals_of(outcome),
        tellers=tellers,
        rule=rule_of(pack_from_json(poll.rule), poll.eligible, poll.present),
        steps=() if outcome.declared else working_of(outcome, tellers),
        outcome=outcome.verdict,
        declared=outcome.declared,
    )


class _Course:
    """The course of a meeting, gathered by item."""

    def __init__(self, session: Session, facts: Facts) -> None:
        self.session, self.facts = session, facts
        meeting_id = facts.meeting.id
        self.notes: dict[str | None, list[str]] = defaultdict(list)
        self.parked: list[ParkedLine] = []
        for note in session.scalars(select(Note).where(Note.meeting_id == meeting_id).order_by(Note.at_ms)):
            if note.kind == "parking":
                self.parked.append(parked_line(note))
            else:
                self.notes[note.item_id].append(note_line(note))
        self.speeches: dict[str, list[MinutesSpeech]] = defaultdict(list)
        self._gather_speeches(meeting_id)
        self.ballots = published_ballots(session, meeting_id)
        self.votes: dict[str, list[MinutesVote]] = defaultdict(list)
        for found in published_polls(session, meeting_id):
            self.votes[found.poll.item_id].append(_vote(session, facts, found))

    def _gather_speeches(self, meeting_id: str) -> None:
        rows = self.session.scalars(
            select(Speech)
            .where(Speech.meeting_id == meeting_id, Speech.state == "done")
            .order_by(Speech.began_ms)
        ).all()
        names = names_of(self.session, [row.person_id for row in rows])
        for row in rows:
            self.speeches[row.item_id].append(
                MinutesSpeech(
                    names.get(row.person_id, ""), speech_stance(row), local(row.began_ms or row.asked_ms),
                    row.clock_elapsed_ms // 1000, row.gist,
                )
            )  # fmt: skip

    def item(self, number: int, row: AgendaItem) -> MinutesItem:
        """One item as it ran."""
        return MinutesItem(
            number, row.title, local_or_none(row.began_ms), local_or_none(row.ended_ms), row.presenter,
            tuple(self.notes[row.id]), tuple(self.speeches[row.id]), tuple(self.votes[row.id]),
            tuple(vote for vote in self.ballots if vote.item_id == row.id),
        )  # fmt: skip


def _decisions(session: Session, meeting_id: str, numbers: dict[str, int]) -> tuple[DecisionLine, ...]:
    rows = session.scalars(
        select(Decision).where(Decision.meeting_id == meeting_id).order_by(Decision.decided_ms)
    )
    return tuple(DecisionLine(row.text, numbers.get(row.item_id or "", 0)) for row in rows)


def _tasks(session: Session, meeting_id: str) -> tuple[TaskLine, ...]:
    rows = session.execute(
        select(Task, Body.name)
        .outerjoin(Body, Body.id == Task.body_id)
        .where(Task.meeting_id == meeting_id)
        .order_by(Task.created_ms)
    )
    return tuple(
        TaskLine(
            row.text, "，".join(part for part in (body, row.assignee) if part), row.due_on, row.supervisor
        )
        for row, body in rows
    )


def _present_at_opening(session: Session, facts: Facts, stays: Sequence[Stay]) -> int:
    voters = set(
        session.scalars(
            select(Invitee.person_id).where(Invitee.meeting_id == facts.meeting.id, Invitee.votes.is_(True))
        )
    )
    intervals = [StayInterval(stay.person_id, stay.came_ms, stay.left_ms) for stay in stays]
    return len(present_at(intervals, facts.meeting.opened_ms or 0) & voters)


def minutes_paper(session: Session, *, meeting_id: str, mark: PaperMark) -> MinutesPaper:
    """会议记录: the whole course. Refuses while the meeting has not begun."""
    facts = _facts(session, meeting_id)
    meeting = facts.meeting
    if meeting.opened_ms is None:
        raise Refusal("paper_unopened")
    course = _Course(session, facts)
    rows = [row for row in agenda_rows(session, meeting.id) if row.state != "skipped"]
    numbers = {row.id: number for number, row in enumerate(rows, start=1)}
    stays = _stays(session, meeting.id)
    attendance = _attendance(session, facts, stays)
    expected = sum(person.state in ("present", "excused", "absent") for person in attendance)
    pack = meeting_pack(session, meeting)
    return MinutesPaper(
        mark=mark,
        form="record",
        heading=f"{meeting.title}记录",
        started_at=local(meeting.opened_ms),
        ended_at=local_or_none(meeting.closed_ms),
        place=meeting.place,
        chair=officer_name(session, meeting.chair_id),
        recorder=officer_name(session, meeting.recorder_id),
        tellers=tuple(
            name
            for name in (officer_name(session, meeting.teller1_id), officer_name(session, meeting.teller2_id))
            if name
        ),
        expected=expected,
        present=_present_at_opening(session, facts, stays),
        quorum_needed=pack.quorum.needed(expected) if pack else 0,
        opening=opening_quorum(session, meeting),
        attendance=attendance,
        items=tuple(course.item(numbers[row.id], row) for row in rows),
        decisions=_decisions(session, meeting.id, numbers),
        tasks=_tasks(session, meeting.id),
        parked=tuple(course.parked),
        changes=agenda_changes(session, meeting.id),
        annexes=roleplay_annexes(session, meeting_id=meeting.id, numbers=numbers),
        beforehand=tuple(course.notes[None]),
    )


def _decided(found: PollFacts) -> DecidedQuestion:
    poll = found.poll
    return DecidedQuestion(
        question=found.motion.title,
        motion=paragraphs(found.motion.text),
        members=poll.eligible,
        present=poll.present,
        totals=totals_of(found.outcome),
        rule=rule_of(pack_from_json(poll.rule), poll.eligible, poll.present),
        outcome=found.outcome.verdict,
        declared=found.outcome.declared,
    )


def decision_notice_paper(
    session: Session, *, meeting_id: str, mark: PaperMark, posted_on: date
) -> DecisionNoticePaper:
    """表决结果公示 with masked names: every result that the meeting confirmed, in the order of the votes."""
    facts = _facts(session, meeting_id)
    polls = published_polls(session, meeting_id)
    ballots = published_ballots(session, meeting_id, public=True)
    if not polls and not ballots:
        raise Refusal("nothing_decided")
    if not polls:
        return _ballots_notice(session, facts, mark, posted_on, ballots)
    found, *others = polls
    poll, outcome, meeting = found.poll, found.outcome, facts.meeting
    vote = _vote(session, facts, found)
    span = period(posted_on, PUBLICITY_DAYS)
    tellers = (masked(session, meeting.teller1_id), masked(session, meeting.teller2_id))
    return DecisionNoticePaper(
        mark=mark,
        title=f"关于{meeting.title if others or ballots else f'“{found.motion.title}”'}表决结果的公示",
        meeting_title=meeting.title,
        held_on=local(poll.opened_ms).date(),
        question=found.motion.title,
        motion=vote.motion,
        method="hands",
        members=poll.eligible,
        present=poll.present,
        totals=totals_of(outcome),
        rule=vote.rule,
        steps=vote.steps,
        outcome=outcome.verdict,
        tellers=tuple(name for name in tellers[: poll.tellers] if name),
        objections_to=contact_of(facts.community),
        publicity=PublicityPeriod(span.first, span.last, PUBLICITY_DAYS, ANSWER_WORKDAYS),
        records_note=RECORDS_NOTE,
        more=tuple(map(_decided, others)),
        ballots=ballots,
        declared=outcome.declared,
    )


def _ballots_notice(
    session: Session, facts: Facts, mark: PaperMark, posted_on: date, ballots: tuple[BallotVote, ...]
) -> DecisionNoticePaper:
    """The notice of a meeting that only voted by ballots."""
    meeting, span = facts.meeting, period(posted_on, PUBLICITY_DAYS)
    tellers = (masked(session, meeting.teller1_id), masked(session, meeting.teller2_id))
    single = f"“{ballots[0].question}”" if len(ballots) == 1 else meeting.title
    return DecisionNoticePaper(
        mark=mark, title=f"关于{single}表决结果的公示", meeting_title=meeting.title,
        held_on=ballots[0].taken_at.date(), question="", motion=(), method="", members=0, present=0,
        totals=VoteTotals(0, 0, 0), rule=VoteRule("", 0, None, 0, Share(1, 2, inclusive=False), "present"),
        steps=(), outcome="", tellers=tuple(name for name in tellers if name),
        objections_to=contact_of(facts.community),
        publicity=PublicityPeriod(span.first, span.last, PUBLICITY_DAYS, ANSWER_WORKDAYS),
        records_note=RECORDS_NOTE, ballots=ballots,
    )  # fmt: skip
