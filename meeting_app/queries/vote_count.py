"""Counting a vote and applying its rule: from the frozen sheet to the count, from the count to the verdict.

`work_out` is pure work on bytes and may run on any thread, with progress and cancelling; what it gives is
kept by `actions.votes.counting.record_count`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.rules.choice import judge_choice
from meeting_app.domain.rules.election import judge_election
from meeting_app.domain.rules.figures import Papers, Turnout, Voices
from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.rules.judge import judge_question
from meeting_app.domain.rules.pack import Purpose, RulePack
from meeting_app.domain.rules.share import Amount, Base, Share
from meeting_app.domain.rules.trace import Outcome, Step, StepCode, Verdict
from meeting_app.domain.rules.turnout import quorum_step
from meeting_app.domain.tally.count import BLANK, Count, Lot, Marks, Setup, Watch
from meeting_app.domain.tally.election import CODE as ELECTION
from meeting_app.domain.tally.election import FURTHER, REVOTE, VALID, further_election
from meeting_app.domain.tally.gradient import CODE as GRADIENT
from meeting_app.domain.tally.irv import OUT
from meeting_app.domain.tally.kept import count_from_json, sheet_ballots
from meeting_app.domain.tally.methods import METHODS
from meeting_app.queries.preliminaries import composition_of, posted_of
from meeting_app.queries.vote_facts import UNREADABLE, lot_of, options_of, setup_of
from meeting_app.storage.tables import Ballot, Meeting, Poll, PollRight

# Methods after which an election's rule looks at each candidate's share of the votes.
BY_SHARE = frozenset({"choose_one", "choose_k", ELECTION})
CHOSEN = frozenset({Verdict.ELECTED, Verdict.NOT_ADOPTED})


@dataclass(frozen=True, slots=True)
class CountTask:
    """Everything that a count needs, taken from the records."""

    poll_id: str
    method: str
    setup: Setup
    lot: Lot | None
    lot_number: str
    ballots: tuple[Marks, ...]
    sheet_hash: str


def count_task(session: Session, *, poll_id: str) -> CountTask | None:
    """What is to be counted; None while the vote is not closed."""
    poll = session.get(Poll, poll_id)
    if poll is None or poll.sheet is None:
        return None
    options = options_of(session, poll.id)
    ballots = tuple(marks for marks, _area in sheet_ballots(poll.sheet, len(options)))
    return CountTask(
        poll.id, poll.method, setup_of(poll, options), lot_of(poll, options), poll.lot_number, ballots,
        poll.sheet_hash,
    )  # fmt: skip


def work_out(task: CountTask, progress: Watch | None = None) -> Count:
    """Count. `progress(done, of all)` is told from time to time by counts that take long, and answers
    whether to go on; raises `tally.count.Stopped` when not.
    """
    method = METHODS[task.method]
    if method.watched is not None and progress is not None:
        return method.watched(task.ballots, task.setup, task.lot, progress)
    return method.count(task.ballots, task.setup, task.lot)


def count_of(poll: Poll) -> Count | None:
    """The count that was kept; None while there is none."""
    return count_from_json(poll.count) if poll.count else None


def _areas(session: Session, poll: Poll) -> tuple[int, int]:
    """(area of all rights, area of those present or represented), 0.01 m²."""
    rights = session.scalars(select(PollRight).where(PollRight.poll_id == poll.id)).all()
    here = [right.area_c for right in rights if right.present or right.represented]
    return sum(right.area_c for right in rights), sum(here)


def turnout_of(session: Session, poll: Poll, count: Count) -> Turnout:
    """Who could vote, who was there, what came back."""
    all_area, here_area = _areas(session, poll)
    valid, blank, invalid = _sorted_areas(session, poll) if all_area else (0, 0, 0)
    spoilt = sum(number for _why, number in count.spoilt) + poll.unread
    meeting, silent = session.get_one(Meeting, poll.meeting_id), _silent(session, poll)
    return Turnout(
        eligible=Amount(poll.eligible, all_area),
        present=Amount(poll.present, here_area),
        valid=Amount(count.valid, valid),
        blank=Amount(count.blank, blank),
        invalid=Amount(spoilt, invalid),
        papers=_papers(poll, silent, count.valid + count.blank + spoilt),
        silent=silent or Amount(),
        posted=posted_of(meeting),
        composition=composition_of(session, meeting),
    )


def _silent(session: Session, poll: Poll) -> Amount | None:
    """The owners who were handed a ballot and gave none back; None where the rule does not look at them."""
    if poll.secret or not pack_from_json(poll.rule).owners.silent_join:
        return None
    voted = set(session.scalars(select(Ballot.right_id).where(Ballot.poll_id == poll.id)))
    handed = select(PollRight).where(PollRight.poll_id == poll.id, PollRight.handed.is_(True))
    left = [right.area_c for right in session.scalars(handed) if right.id not in voted]
    return Amount(len(left), sum(left))


def _papers(poll: Poll, silent: Amount | None, cast: int) -> Papers | None:
    """What was given out: slips and papers of a secret vote as they were noted; ballots by name where silent
    owners are looked at, each of whom still has one.
    """
    if poll.secret:
        return Papers(poll.issued, poll.replaced, poll.not_returned)
    return Papers(cast + silent.persons, 0, silent.persons) if silent is not None else None


def _read(session: Session, poll: Poll) -> list[tuple[str, Marks, int]]:
    """Every ballot of the sheet with how it was read and its area."""
    options = options_of(session, poll.id)
    setup, read = setup_of(poll, options), METHODS[poll.method].read
    return [
        (read(marks, setup), marks, area) for marks, area in sheet_ballots(poll.sheet or b"", len(options))
    ]


def _sorted_areas(session: Session, poll: Poll) -> tuple[int, int, int]:
    read = _read(session, poll)
    blank = sum(area for why, _marks, area in read if why == BLANK)
    invalid = sum(area for why, _marks, area in read if why not in ("", BLANK))
    valid = sum(area for _why, _marks, area in read) - blank - invalid
    return valid, blank, invalid + _unread_area(session, poll)


def _unread_area(session: Session, poll: Poll) -> int:
    """The area of those whose paper cannot be read: it is no line of the sheet, and they took part."""
    unread = select(Ballot.right_id).where(Ballot.poll_id == poll.id, Ballot.marks == UNREADABLE)
    query = select(func.coalesce(func.sum(PollRight.area_c), 0)).where(PollRight.id.in_(unread))
    return session.scalars(query).one()


def _voices(session: Session, poll: Poll) -> Voices:
    """The valid ballots of a question for, against and abstaining."""
    valid = [(marks[0], area) for why, marks, area in _read(session, poll) if not why]
    heads = {mark: sum(one == mark for one, _area in valid) for mark in (1, -1, 0)}
    areas = {mark: sum(area for one, area in valid if one == mark) for mark in (1, -1, 0)}
    for_, against, abstain = (Amount(heads[mark], areas[mark]) for mark in (1, -1, 0))
    return Voices(for_, against, abstain)


def outcome_of(session: Session, poll: Poll, count: Count) -> Outcome:
    """The frozen rule applied to a count."""
    pack, turnout = pack_from_json(poll.rule), turnout_of(session, poll, count)
    if poll.declared:
        return _declared(pack, turnout, count)
    if poll.method == "yes_no":
        return judge_question(pack, turnout, _voices(session, poll))
    setup = setup_of(poll, options_of(session, poll.id))
    if pack.purpose is Purpose.ELECTION and poll.method in BY_SHARE and setup.variant != REVOTE:
        votes: Sequence[int] = [int(one) for one in count.standing]
        judged = judge_election(pack, turnout, votes, setup.seats, further=setup.variant == FURTHER)
        if judged.verdict is not Verdict.TIE or not poll.lot_number:
            return judged
    tied = count.tie.options if count.tie else ()
    seats = 0 if setup.budget else setup.seats
    leaving = count.tie is not None and count.tie.reason == OUT
    lines = _reached(count, setup) if poll.method == ELECTION else ()
    outcome = judge_choice(pack, turnout, count.winners, seats, tied, leaving=leaving, lines=lines)
    if poll.method == GRADIENT and outcome.verdict in CHOSEN:
        return replace(outcome, verdict=Verdict.NOTED, steps=_without_seats(outcome))
    if poll.method == ELECTION and outcome.verdict in CHOSEN and len(count.winners) < seats:
        return _for_the_rest(outcome, _stand_again(count, setup), seats - len(count.winners))
    return outcome


_NEEDS: Mapping[str, Share] = {
    "": Share(1, 2, strict=True, base=Base.CAST),
    VALID: Share(1, 2, strict=True, base=Base.VALID),
    FURTHER: Share(1, 3, strict=False, base=Base.CAST),
}


def _reached(count: Count, setup: Setup) -> tuple[Step, ...]:
    """What each candidate needed in an election by a body's own rule, the most votes first; nothing among the
    tied, where the most votes win.
    """
    share = _NEEDS.get(setup.variant)
    asked = next((dict(step.figures) for step in count.steps if step.code.startswith("need_")), None)
    if share is None or asked is None:
        return ()
    needed, base = int(asked["needed"]), int(asked["base"])
    votes = [int(one) for one in count.standing]
    order = sorted(range(len(votes)), key=lambda one: (-votes[one], one))
    return tuple(
        Step(StepCode.THRESHOLD, votes[one], needed, base, share, holds=votes[one] >= needed, about=(one,))
        for one in order
    )


def _for_the_rest(outcome: Outcome, again: tuple[int, ...], left: int) -> Outcome:
    """Seats are left for a further election, in which `again` stand."""
    line = Step(StepCode.FURTHER, len(again), left, outcome.eligible, None, holds=bool(again), about=again)
    return replace(outcome, verdict=Verdict.FURTHER, further=again, steps=(*outcome.steps, line))


def _without_seats(outcome: Outcome) -> tuple[Step, ...]:
    """A picture of where people stand fills no seats."""
    return tuple(step for step in outcome.steps if step.code is not StepCode.SEATS)


def _declared(pack: RulePack, turnout: Turnout, count: Count) -> Outcome:
    """What the chair saw, without a figure: only the quorum has one."""
    quorum = quorum_step(pack, turnout.eligible.persons, turnout.present.persons)
    verdict = Verdict.NOTED if pack.purpose is Purpose.STRAW_POLL else Verdict.ELECTED
    if not quorum.holds:
        return Outcome(Verdict.NO_QUORUM, pack.code, turnout, (quorum,))
    return Outcome(verdict, pack.code, turnout, (quorum,), chosen=count.winners)


def _stand_again(count: Count, setup: Setup) -> tuple[int, ...]:
    """Who stands in the further election by a body's own rule; nobody after that one."""
    again = further_election(count, setup) if setup.variant not in (FURTHER, REVOTE) else None
    return again.candidates if again else ()
