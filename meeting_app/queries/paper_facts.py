"""What the papers of a meeting say, read from the records: the pieces that notice, minutes and decision
notice share.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.privacy import mask_name
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Share as RuleShare
from meeting_app.domain.rules.trace import Step, StepCode, steps_of
from meeting_app.queries.basics import NOWHERE, CommunityView, HomePlace, community_view, homes_of
from meeting_app.queries.cited_law import law_of
from meeting_app.queries.meeting_rule import meeting_pack
from meeting_app.queries.owners import OWNING
from meeting_app.queries.papers import Contact, Share, TellerCount, VoteRule, VoteTotals, WorkingStep
from meeting_app.queries.polls import OutcomeView, hand_rows, outcome_view
from meeting_app.storage.tables import Invitee, Meeting, Motion, Person, Poll


@dataclass(frozen=True, slots=True)
class Facts:
    """A meeting with its community."""

    community: CommunityView
    meeting: Meeting


def facts_of(session: Session, meeting_id: str) -> Facts | None:
    """The meeting and its community; None when either is missing."""
    meeting = session.get(Meeting, meeting_id)
    community = community_view(session)
    return Facts(community, meeting) if meeting and community else None


def contact_of(community: CommunityView) -> Contact:
    """The office's window."""
    return Contact(
        place=community.address or community.committee, name=community.contact, phone=community.phone
    )


def share_of(share: RuleShare) -> Share:
    """A legal share as the papers take it."""
    return Share(share.numerator, share.denominator, inclusive=not share.strict)


_BASES = {"present": "present", "eligible": "members", "cast": "cast", "valid": "valid", "yes_no": "yes_no"}


def rule_of(pack: RulePack, members: int, present: int | None) -> VoteRule:
    """A rule as it is told to people; `present` None before the meeting."""
    return VoteRule(
        law=law_of(pack),
        members=members,
        quorum=share_of(pack.quorum) if pack.participation else None,
        quorum_needed=pack.quorum.needed(members),
        decision=share_of(pack.approval),
        base=_BASES[pack.approval.base],
        needed=None if present is None else pack.approval.needed(present),
        quorum_by_kind=pack.participation is not None and pack.participation.by_kind,
    )


def meeting_rule(session: Session, facts: Facts, members: int) -> VoteRule | None:
    """The rule of a meeting that is called."""
    pack = meeting_pack(session, facts.meeting)
    return rule_of(pack, members, None) if pack else None


def rule_by_heads(session: Session, facts: Facts, members: int) -> VoteRule | None:
    """The rule of a meeting for its notice, where heads alone count. Of owners it says nothing: they count by
    area too, and of certain houses, which stands with each vote.
    """
    pack = meeting_pack(session, facts.meeting)
    return None if pack is None or pack.electorate in OWNING else rule_of(pack, members, None)


_EARLY = (StepCode.COMPOSITION, StepCode.NOTICE)
_STEP_CODES = {StepCode.QUORUM: "quorum", StepCode.RECONCILIATION: "adds_up", StepCode.THRESHOLD: "majority"}


def _working(step: Step) -> WorkingStep:
    share = share_of(step.share) if step.share else None
    return WorkingStep(
        _STEP_CODES.get(step.code, str(step.code)),
        step.actual,
        step.base,
        step.needed,
        step.actual,
        step.holds,
        share,
    )


def working_of(outcome: OutcomeView, tellers: tuple[TellerCount, ...]) -> tuple[WorkingStep, ...]:
    """The steps from numbers to verdict, with what the tellers agreed on and that the figures add up."""
    steps = [_working(step) for step in outcome.steps if step.code in (*_EARLY, StepCode.QUORUM)]
    if len(tellers) == 2:
        agreed = tellers[0].in_favour + tellers[0].against + tellers[0].abstain
        other = tellers[1].in_favour + tellers[1].against + tellers[1].abstain
        steps.append(WorkingStep("tellers_agree", agreed, other, other, agreed, agreed == other))
    total = outcome.for_ + outcome.against + outcome.abstain + outcome.not_voting
    steps.append(
        WorkingStep("adds_up", total, outcome.present, outcome.present, total, total == outcome.present)
    )
    return (*steps, *(_working(step) for step in steps_of(outcome.steps, StepCode.THRESHOLD)))


def totals_of(outcome: OutcomeView) -> VoteTotals:
    """The voices of a result."""
    return VoteTotals(outcome.for_, outcome.against, outcome.abstain, outcome.not_voting)


def teller_counts(session: Session, poll: Poll, names: tuple[str, ...]) -> tuple[TellerCount, ...]:
    """What each teller counted over all rows."""
    rows = hand_rows(session, poll)

    def total(choice: str, teller: int) -> int:
        figures = [row.counts[key] for row in rows for key in row.counts if key == choice]
        return sum((figure.first if teller == 0 else figure.second) or 0 for figure in figures)

    return tuple(
        TellerCount(name, total("for", index), total("against", index), total("abstain", index))
        for index, name in enumerate(names[: poll.tellers])
    )


@dataclass(frozen=True, slots=True)
class PollFacts:
    """A published poll with its text and its outcome."""

    poll: Poll
    motion: Motion
    outcome: OutcomeView


def published_polls(session: Session, meeting_id: str) -> tuple[PollFacts, ...]:
    """The confirmed results of a meeting in the order in which they were taken."""
    query = select(Poll, Motion).join(Motion, Motion.id == Poll.motion_id)
    rows = session.execute(
        query.where(Poll.meeting_id == meeting_id, Poll.state == "published").order_by(Poll.closed_ms)
    ).all()
    found = ((poll, motion, outcome_view(session, poll)) for poll, motion in rows)
    return tuple(PollFacts(poll, motion, outcome) for poll, motion, outcome in found if outcome is not None)


def paragraphs(text: str) -> tuple[str, ...]:
    """A text as paragraphs, without empty ones."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def officer_name(session: Session, person_id: str | None) -> str:
    """The name of somebody with an office, empty when nobody is named."""
    person = session.get(Person, person_id) if person_id else None
    return person.name if person else ""


def place_words(home: HomePlace) -> str:
    """Where somebody lives, as papers for inside the committee say it."""
    if not home.building:
        return ""
    return home.building + (f"{home.stairway}单元" if home.stairway else "")


def masked(session: Session, person_id: str | None) -> str:
    """A name as a public paper may carry it, with the stairway: 王*兰（3号楼1单元）; empty when nobody is
    named.
    """
    person = session.get(Person, person_id) if person_id else None
    if person is None:
        return ""
    home = homes_of(session, [person.id]).get(person.id, NOWHERE)
    where = place_words(home)
    return mask_name(person.name) + (f"（{where}）" if where else "")


def voters_of(session: Session, meeting_id: str) -> int:
    """How many members with a vote are called."""
    rows = session.scalars(select(Invitee.votes).where(Invitee.meeting_id == meeting_id)).all()
    return sum(rows)
