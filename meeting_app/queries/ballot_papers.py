"""表决票 from the records: for a vote by name all of them, for a secret vote the specimen that is filed, and
the run that is printed.

The codes of a secret vote's papers are slips of its urn and are nowhere else (decisions.md 8). What is filed
is kept for ever, so the filed paper shows the face alone; the run is set from the urn each time it is
printed, and after the close nobody can print it any more.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.codes import in_groups, paper_payload
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.vote_plan import BEFORE, Channel, PollState
from meeting_app.queries.meeting_papers import called_people
from meeting_app.queries.meetings import agenda_rows
from meeting_app.queries.paper_facts import facts_of, paragraphs, voters_of
from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.papers_ballot import (
    BallotOption,
    BallotPaper,
    BallotQuestion,
    BallotSet,
    BallotSlip,
)
from meeting_app.queries.vote_facts import ballot_poll, channels_of, options_of, setup_of, urn_of
from meeting_app.storage.tables import Community, Motion, Paper, Poll
from meeting_app.storage.urn_writer import SlipCode

# A spare ballot for every ten, so that a spoilt one can be exchanged, and never fewer than four.
SPARE_SHARE, LEAST_SPARE = 10, 4
SPECIMEN = BallotSlip("样票", "")
Slips = Callable[[Poll | None, int], tuple[BallotSlip, ...]]


def ballots_needed(session: Session, *, meeting_id: str) -> int:
    """A ballot for everybody with a vote, and some to spare."""
    voters = voters_of(session, meeting_id) or len(called_people(session, meeting_id))
    return voters + max(LEAST_SPARE, voters // SPARE_SHARE)


def ballot_set(session: Session, *, meeting_id: str, mark: PaperMark) -> BallotSet:
    """The ballots of every vote of the meeting as they are filed; refuses with `nothing_to_vote` where there
    is none.
    """
    count = ballots_needed(session, meeting_id=meeting_id)

    def slips(poll: Poll | None, place: int) -> tuple[BallotSlip, ...]:
        return (SPECIMEN,) if poll is not None and poll.secret else _numbered(mark.code, place, count)

    return _set(session, meeting_id, mark, slips)


def ballot_run(
    session: Session, *, meeting_id: str, mark: PaperMark, beyond: frozenset[str] | None = None
) -> BallotSet:
    """What goes to the printer: of secret votes a paper for every code of the urn, of votes by name those of
    the filed set. With `beyond` only papers of secret votes whose code is not among these: papers ran out.
    """
    count = ballots_needed(session, meeting_id=meeting_id)

    def slips(poll: Poll | None, place: int) -> tuple[BallotSlip, ...]:
        if poll is None or not poll.secret:
            return _numbered(mark.code, place, count) if beyond is None else ()
        codes = codes_of(session, poll)
        return tuple(_coded(code) for code in codes if beyond is None or code.short not in beyond)

    whole = _set(session, meeting_id, mark, slips)
    papers = tuple(replace(paper, specimen=False) for paper in whole.papers if paper.slips)
    if not papers:
        raise Refusal("nothing_to_print")
    return replace(whole, papers=papers)


def codes_of(session: Session, poll: Poll) -> tuple[SlipCode, ...]:
    """What stands on the papers of a secret vote that takes papers still; nothing where its urn is not."""
    urn = urn_of(session, poll) if poll.state in (*BEFORE, PollState.OPEN) else None
    return urn.paper_codes() if urn is not None else ()


def votes_on_paper(session: Session, *, meeting_id: str) -> bool:
    """Whether a vote of the meeting's agenda takes ballots of paper."""
    polls = (ballot_poll(session, row.id) for row in agenda_rows(session, meeting_id))
    return any(poll is not None and Channel.PAPER in channels_of(poll) for poll in polls)


def printable_votes(session: Session, *, meeting_id: str) -> tuple[str, ...]:
    """The secret votes of a meeting for which papers can be printed now."""
    found = (ballot_poll(session, row.id) for row in agenda_rows(session, meeting_id))
    return tuple(
        poll.id
        for poll in found
        if poll is not None
        and poll.secret
        and Channel.PAPER in channels_of(poll)
        and poll.state in (*BEFORE, PollState.OPEN)
    )


def papers_printed(session: Session, *, poll_id: str) -> frozenset[str]:
    """The codes of the papers of a vote that can be cast already."""
    poll = session.get(Poll, poll_id)
    return frozenset(code.short for code in codes_of(session, poll)) if poll is not None else frozenset()


@dataclass(frozen=True, slots=True)
class FiledBallots:
    """A filed set of ballots: its mark, how many papers each vote needs, and the secret votes for which
    papers can be printed at this moment.
    """

    meeting_id: str
    mark: PaperMark
    needed: int
    votes: tuple[str, ...]


def filed_ballots(session: Session, *, paper_id: str) -> FiledBallots:
    """What is needed to print the run of a filed paper; `votes` is empty for every other paper."""
    paper, community = session.get(Paper, paper_id), session.scalars(select(Community)).first()
    if paper is None or community is None:
        raise Refusal("gone", kind="paper")
    code = in_groups(paper.check_code)
    mark = PaperMark(paper.label, code, paper.content_digest, community.committee, paper.dated)
    if paper.kind != "ballot" or paper.meeting_id is None or paper.state != "filed":
        return FiledBallots("", mark, 0, ())
    meeting_id = paper.meeting_id
    needed = ballots_needed(session, meeting_id=meeting_id)
    return FiledBallots(meeting_id, mark, needed, printable_votes(session, meeting_id=meeting_id))


def ballot_paper(session: Session, *, poll_id: str) -> tuple[str, str]:
    """(the filed ballots of a vote's meeting, "" when they were not made yet; the meeting)."""
    poll = session.get(Poll, poll_id)
    if poll is None:
        raise Refusal("gone", kind="poll")
    filed = (Paper.kind == "ballot", Paper.state == "filed", Paper.meeting_id == poll.meeting_id)
    return session.scalars(select(Paper.id).where(*filed)).first() or "", poll.meeting_id


def _set(session: Session, meeting_id: str, mark: PaperMark, slips: Slips) -> BallotSet:
    facts = facts_of(session, meeting_id)
    if facts is None:
        raise Refusal("gone", kind="meeting")
    papers: list[BallotPaper] = []
    for row in agenda_rows(session, meeting_id):
        motion = session.scalars(select(Motion).where(Motion.item_id == row.id)).first()
        if motion is not None:
            poll = ballot_poll(session, row.id)
            question, secret = _question(session, poll, motion)
            title = f"{facts.meeting.title}表决票"
            made = slips(poll, len(papers) + 1)
            papers.append(BallotPaper(mark, title, question, made, secret, specimen=made == (SPECIMEN,)))
    if not papers:
        raise Refusal("nothing_to_vote")
    return BallotSet(mark, facts.meeting.title, tuple(papers))


def _numbered(code: str, place: int, count: int) -> tuple[BallotSlip, ...]:
    """Ballots by name: serials from one; their code is that of the paper with the question and the serial."""
    return tuple(
        BallotSlip(f"{place}-{at:04d}", f"YSTB:{code}:{place:02d}:{at:04d}") for at in range(1, count + 1)
    )


def _coded(code: SlipCode) -> BallotSlip:
    return BallotSlip(in_groups(code.short), paper_payload(code.long))


def _question(session: Session, poll: Poll | None, motion: Motion) -> tuple[BallotQuestion, bool]:
    """What a ballot asks, as the vote was prepared (for, against, abstain where nothing was), and whether it
    is secret.
    """
    text = paragraphs(motion.text)
    if poll is None:
        return BallotQuestion("yes_no", motion.title, text), False
    rows = options_of(session, poll.id)
    setup = setup_of(poll, rows)
    options = tuple(BallotOption(row.text, "", row.cost_fen) for row in rows)
    most = setup.seats if poll.method in ("stv", "election") else setup.limit
    method = "dots" if poll.method == "budget" and setup.variant == "dots" else poll.method
    limit = setup.budget if setup.variant == "knapsack" else 0
    return BallotQuestion(method, motion.title, text, options, most, limit), poll.secret
