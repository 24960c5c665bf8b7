"""A vote from opening to closing: rights are frozen, papers handed out; at the close the ballots become one
sorted sheet with its hash, and an urn is sealed and destroyed.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from meeting_app.actions.desk import final
from meeting_app.actions.projection import follow_meeting
from meeting_app.actions.votes.casting import marks_of
from meeting_app.actions.votes.common import attending, minuted, people_during, people_here, poll_in, urn_for
from meeting_app.actions.votes.planning import next_round
from meeting_app.actions.votes.rights import rights_for
from meeting_app.actions.votes.slips import ensured_urn
from meeting_app.domain.agenda import ItemState
from meeting_app.domain.hand_count import RowCount, RowState
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.frozen import pack_from_json, pack_to_json
from meeting_app.domain.rules.share import Measure
from meeting_app.domain.tally.bundle import ballots_hash, ballots_sheet
from meeting_app.domain.tally.count import Marks
from meeting_app.domain.vote_plan import BEFORE, UNFINISHED, Channel, PollState, check_rest
from meeting_app.queries.vote_facts import UNREADABLE, channels_of, options_of, urn_of
from meeting_app.queries.vote_view import paper_number
from meeting_app.storage.tables import AgendaItem, Ballot, Meeting, Poll, PollOption, PollRight, RestCount
from meeting_app.storage.work import Work
from meeting_app.wording import vote_changes

YES_NO_ABSTAIN = (1, -1, 0)
MOST_PAPERS = 1_000_000


@final
def open_vote(work: Work, *, poll_id: str) -> None:
    """Begin the vote: rule and voting rights are frozen, from now on votes come in. It cannot be taken back,
    because a vote may be in it a moment later; annul it with a reason instead.
    """
    poll = poll_in(work, poll_id, *BEFORE)
    item = work.get(AgendaItem, poll.item_id)
    meeting = work.get(Meeting, poll.meeting_id)
    if item.state != ItemState.CURRENT:
        raise Refusal("item_not_current", title=item.title)
    pack, rights = rights_for(work, meeting, poll)
    if not rights:
        raise Refusal("nobody_entitled")
    if poll.secret and Measure.AREA in pack.measures:
        raise Refusal("secret_has_no_area")  # an area tells whose ballot it is (tally_methods.md 4.2)
    poll.rule = pack_to_json(pack)
    for right in rights:
        work.add(right)
    here = people_here(work, meeting.id)
    poll.eligible, poll.present = len(rights), sum(bool(attending(right, here)) for right in rights)
    poll.state, poll.opened_ms = PollState.OPEN, work.now.wall_ms
    follow_meeting(work, meeting.id)
    if Channel.HANDS in channels_of(poll):
        for position, mark in _hand_marks(poll, options_of(work.session, poll.id)):
            work.add(RestCount(poll_id=poll.id, position=position, mark=mark))
    if poll.secret:
        ensured_urn(work, poll)
        work.tell("urn", poll.id)


def _hand_marks(poll: Poll, options: Sequence[PollOption]) -> list[tuple[int, int]]:
    """What hands are asked for: (option from 1, mark)."""
    if poll.method == "yes_no":
        return [(1, mark) for mark in YES_NO_ABSTAIN]
    return [(option.position, 1) for option in options]


def hand_out(work: Work, *, poll_id: str, issued: int, replaced: int = 0, not_returned: int = 0) -> None:
    """Say how many slips or papers were handed out in all, how many of them replaced a spoilt one, and how
    many were not given back. Numbers only: who drew which is nowhere.
    """
    poll = poll_in(work, poll_id, *BEFORE, *UNFINISHED)
    if min(issued, replaced, not_returned) < 0 or replaced + not_returned > issued or issued > MOST_PAPERS:
        raise Refusal("papers_impossible")
    if poll.eligible and issued - replaced > poll.eligible:
        raise Refusal("more_issued_than_rights", issued=issued - replaced, rights=poll.eligible)
    _check_codes(work, poll, issued, replaced)
    poll.issued, poll.replaced, poll.not_returned = issued, replaced, not_returned


def _check_codes(work: Work, poll: Poll, issued: int, replaced: int) -> None:
    """What the urn knows of papers with codes holds: no more handed out than there are, and those replaced
    over it were replaced.
    """
    urn = urn_of(work.session, poll)
    if urn is None:
        return
    box = urn.count()
    if box.printed and issued > box.slips:
        raise Refusal("more_issued_than_printed", issued=issued, printed=box.slips)
    if replaced < box.replaced:
        raise Refusal("fewer_replaced", replaced=replaced, noted=box.replaced)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """All ballots of a vote. `unread` papers are no ballots of the sheet."""

    marks: tuple[Marks, ...]
    areas: tuple[int, ...]
    unread: int
    by_channel: dict[str, int]
    codes: tuple[str, ...] = ()


@final
def close_vote(work: Work, *, poll_id: str) -> str:
    """End the vote: no vote comes in any more. Who was there is noted, the ballots become one sorted sheet,
    of which the hash is answered; the urn of a secret vote is destroyed after that is written. Refuses while
    typed papers or tellers do not agree.
    """
    poll = poll_in(work, poll_id, PollState.OPEN)
    note_who_is_here(work, poll)
    options = options_of(work.session, poll.id)
    gathered = _from_urn(work, poll) if poll.secret else _from_records(work, poll, len(options))
    sheet = ballots_sheet(len(options), gathered.marks, gathered.areas)
    poll.sheet, poll.sheet_hash, poll.unread = sheet, ballots_hash(sheet), gathered.unread
    poll.paper_codes = "\n".join(gathered.codes)
    poll.by_channel = json.dumps(gathered.by_channel, sort_keys=True)
    poll.state, poll.closed_ms = PollState.CLOSED, work.now.wall_ms
    follow_meeting(work, poll.meeting_id)  # the hash is seen before the result
    return poll.sheet_hash


def note_who_is_here(work: Work, poll: Poll) -> None:
    """Those who voted openly were there, also when they have gone since. Of a secret vote nobody knows who
    voted before leaving: whoever was there while it was open took part, else more ballots than people would
    make it void.
    """
    voted = {row.right_id for row in work.all(Ballot, Ballot.poll_id == poll.id)}
    here = people_during(work, poll) if poll.secret else people_here(work, poll.meeting_id)
    rights = work.all(PollRight, PollRight.poll_id == poll.id, order=PollRight.position)
    for right in rights:
        how = attending(right, here)
        right.represented = how == "represented"
        right.present = how == "present" or (right.id in voted and not right.represented)
        right.handed = right.handed or right.present or right.represented
    poll.present = sum(right.present or right.represented for right in rights)
    poll.represented = sum(right.represented for right in rights)


def _from_urn(work: Work, poll: Poll) -> _Gathered:
    urn = urn_for(work, poll)
    waiting = urn.count().papers
    if waiting:
        raise Refusal("papers_open", papers=len(waiting), serial=paper_number(waiting[0].serial))
    ballots = urn.ballots()
    work.after(urn.destroy)
    read = [marks for ballot in ballots if (marks := marks_of(ballot.content)) is not None]
    unread = sum(ballot.content == UNREADABLE for ballot in ballots)
    channels = dict(Counter(ballot.channel for ballot in ballots))
    return _Gathered(tuple(read), (), unread, channels, urn.counted_codes())


def _from_records(work: Work, poll: Poll, options: int) -> _Gathered:
    rows = work.all(Ballot, Ballot.poll_id == poll.id, order=Ballot.id)
    areas = {row.id: row.area_c for row in work.all(PollRight, PollRight.poll_id == poll.id)}
    by_area = Measure.AREA in pack_from_json(poll.rule).measures
    read = [(marks, areas[row.right_id]) for row in rows if (marks := marks_of(row.marks)) is not None]
    channels = Counter(row.channel for row in rows)
    hands = _rest(work, poll, len(rows), options)
    if hands and by_area:
        raise Refusal("hands_have_no_area")
    if hands:
        channels[Channel.HANDS] = len(hands)
    ballots: tuple[Marks, ...] = (*(one for one, _area in read), *hands)
    in_area = tuple(area for _one, area in read) if by_area else ()
    return _Gathered(ballots, in_area, len(rows) - len(read), dict(channels))


def _rest(work: Work, poll: Poll, cast: int, options: int) -> list[Marks]:
    """The counted hands as ballots. Not counted at all is none; begun must be finished by both tellers."""
    rows = work.all(RestCount, RestCount.poll_id == poll.id, order=RestCount.position)
    if all(row.first is None and row.second is None for row in rows):
        return []
    if any(RowCount(row.first, row.second).state(poll.tellers) is not RowState.AGREED for row in rows):
        raise Refusal("rest_open")
    check_rest(sum(row.first or 0 for row in rows), poll.present, cast)
    marks: list[Marks] = []
    for row in rows:
        one = tuple(row.mark if place == row.position else None for place in range(1, options + 1))
        marks += [one] * (row.first or 0)
    return marks


@final
def reopen_vote(work: Work, *, poll_id: str, reason: str) -> None:
    """Let an open vote that was closed too early, or was not counted, go on; the reason is minuted. A secret
    vote cannot go on: its urn is gone.
    """
    poll = poll_in(work, poll_id, PollState.CLOSED, PollState.COUNTED)
    if poll.secret:
        raise Refusal("secret_not_reopened")
    poll.reason = minuted(work, poll, vote_changes.REOPENED, reason)
    poll.state, poll.closed_ms, poll.counted_ms = PollState.OPEN, None, None
    poll.count, poll.lot_number, poll.lot_by, poll.verdict, poll.declared = "", "", "", None, ""


@final
def annul_vote(work: Work, *, poll_id: str, reason: str) -> str:
    """Annul a vote that is not published and prepare its next round: the same question, counted the same way;
    the reason is minuted. Returns the new vote's id.
    """
    poll = poll_in(work, poll_id, *UNFINISHED)
    poll.reason = minuted(work, poll, vote_changes.ANNULLED, reason)
    poll.state = PollState.ANNULLED
    if poll.secret:
        work.after(urn_for(work, poll).destroy)
    return next_round(work, poll)
