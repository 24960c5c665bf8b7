"""The one door through which every vote comes in, whatever the channel (decisions.md 1-6).

An open vote's key is the voting right: one ballot for each. A secret vote's key is the slip, or the paper
that was handed out: its ballot goes into the urn and the records never learn who cast it.
"""

import json
from dataclasses import dataclass

from meeting_app.actions.desk import final
from meeting_app.actions.votes.common import attending, people_here, poll_in, urn_for
from meeting_app.domain.codes import code_of_paper
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.tally.count import BLANK, Marks
from meeting_app.domain.tally.methods import METHODS
from meeting_app.domain.tally.reading import OUTSIDE
from meeting_app.domain.vote_plan import Channel, PollState, check_rest, is_marks
from meeting_app.queries.owners import OWNING
from meeting_app.queries.vote_facts import UNREADABLE, channels_of, options_of, setup_of
from meeting_app.storage.tables import Ballot, Person, Poll, PollRight, RestCount
from meeting_app.storage.work import Work

SERIAL_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a vote. `state`: stored; again (this very request was stored before); of typed paper
    waiting (for its second typing), different (the typings do not agree), counted.
    """

    state: str


def content_of(marks: Marks | None) -> str:
    """A ballot as it is kept; None = nothing on the paper can be read."""
    return json.dumps(marks, separators=(",", ":")) if marks is not None else UNREADABLE


def marks_of(content: str) -> Marks | None:
    """The inverse."""
    kept = json.loads(content)
    return None if kept is None else tuple(kept)


def cast(
    work: Work,
    *,
    poll_id: str,
    channel: Channel,
    marks: Marks | None,
    right_id: str = "",
    slip: str = "",
    serial: str = "",
    typing: int = 0,
    request: str = "",
) -> Receipt:
    """Take a vote. Open vote: `right_id` casts it. Secret vote: a `slip` casts it, or a paper is typed by its
    `serial`, the first or second `typing`. `request` is the sender's own key: sent again it changes nothing.

    A spoilt ballot is refused where it can still be corrected; on paper it is taken as it is and counted as
    invalid. `marks` None = a paper on which nothing can be read.
    """
    poll = poll_in(work, poll_id, PollState.OPEN)
    if channel not in channels_of(poll) or channel is Channel.HANDS:
        raise Refusal("channel_closed", channel=channel)
    _check_marks(work, poll, channel, marks)
    if not poll.secret:
        return _cast_open(work, poll, channel, content_of(marks), right_id, request)
    receipt = _cast_secret(work, poll, channel, content_of(marks), slip, serial, typing, request)
    work.tell("urn", poll.id)
    return receipt


def _check_marks(work: Work, poll: Poll, channel: Channel, marks: Marks | None) -> None:
    options = options_of(work.session, poll.id)
    if marks is None:
        if channel is not Channel.PAPER:
            raise Refusal("ballot_spoilt", why="unreadable")
        return
    if len(marks) != len(options):
        raise Refusal("ballot_other_question", marks=len(marks), options=len(options))
    if not is_marks(marks):  # kept, it would stop the count of all the others
        raise Refusal("ballot_spoilt", why=OUTSIDE)
    why = METHODS[poll.method].read(marks, setup_of(poll, options))
    if why and why != BLANK and channel is not Channel.PAPER:
        raise Refusal("ballot_spoilt", why=why)


def _cast_open(
    work: Work, poll: Poll, channel: Channel, content: str, right_id: str, request: str
) -> Receipt:
    right = work.get(PollRight, right_id)
    if right.poll_id != poll.id:
        raise Refusal("gone", kind="poll_right")
    before = work.one(Ballot, Ballot.poll_id == poll.id, Ballot.right_id == right.id)
    if before is not None:
        if request and before.request == request:
            return Receipt("again")
        raise Refusal("voted_already", name=_name_of(work, right), channel=before.channel)
    if not right.handed and not attending(right, people_here(work, poll.meeting_id)):
        raise Refusal("not_present", name=_name_of(work, right))
    work.add(
        Ballot(
            poll_id=poll.id, right_id=right.id, channel=channel, marks=content, request=request,
            cast_ms=work.now.wall_ms,
        )
    )  # fmt: skip
    return Receipt("stored")


def _name_of(work: Work, right: PollRight) -> str:
    person = work.session.get(Person, right.holder_id) if right.holder_id else None
    return person.name if person else ""


def _cast_secret(
    work: Work, poll: Poll, channel: Channel, content: str, slip: str, serial: str, typing: int, request: str
) -> Receipt:
    urn = urn_for(work, poll)
    if channel is Channel.PAPER:
        number = _number(serial)
        if not number or typing not in (1, 2):
            raise Refusal("serial_needed")
        return Receipt(urn.type_paper(number, typing, content, poll.issued - poll.replaced))
    return Receipt("stored" if urn.cast(code_of_paper(slip), request, channel, content) else "again")


def _number(serial: str) -> str:
    """What was typed or scanned of a paper."""
    return code_of_paper(serial)[:SERIAL_LENGTH]


@final
def exchange_slip(work: Work, *, poll_id: str, slip: str, request: str) -> Receipt:
    """Take a slip in at the desk and hand out a paper for it: one more handed out, and one replaced."""
    poll = poll_in(work, poll_id, PollState.OPEN)
    if not poll.secret or Channel.PAPER not in channels_of(poll):
        raise Refusal("channel_closed", channel=Channel.PAPER)
    fresh = urn_for(work, poll).exchange(code_of_paper(slip), request)
    if fresh:
        poll.issued, poll.replaced = poll.issued + 1, poll.replaced + 1
    work.tell("urn", poll.id)
    return Receipt("stored" if fresh else "again")


def drop_paper(work: Work, *, poll_id: str, serial: str) -> None:
    """Erase what was typed of a paper that is not counted yet: the number was wrong."""
    poll = poll_in(work, poll_id, PollState.OPEN)
    urn_for(work, poll).drop_paper(_number(serial))
    work.tell("urn", poll.id)


def deliver_ballots(work: Work, *, poll_id: str, right_id: str = "", delivered: bool = True) -> None:
    """Note that an owner was handed a ballot, or was not after all; "" = all of them. Who was handed one may
    give it back without coming; who does not is silent (民法典 art. 278 and a community's own rules).
    """
    poll = poll_in(work, poll_id, PollState.OPEN)
    if pack_from_json(poll.rule).electorate not in OWNING:
        raise Refusal("only_owners_are_handed")
    for right in work.all(PollRight, PollRight.poll_id == poll.id):
        if right_id in ("", right.id):
            right.handed = delivered


def take_back_ballot(work: Work, *, poll_id: str, right_id: str) -> None:
    """Take one open ballot out, because it was typed wrongly; the right may vote again."""
    poll = poll_in(work, poll_id, PollState.OPEN)
    found = work.one(Ballot, Ballot.poll_id == poll.id, Ballot.right_id == right_id)
    if found is None:
        raise Refusal("gone", kind="ballot")
    work.session.delete(found)


def report_rest(
    work: Work, *, poll_id: str, position: int, mark: int, teller: int, hands: int | None
) -> None:
    """A teller reports the hands for one mark beside the other channels; None takes the figure back. In all
    no more hands than present who have not voted otherwise.
    """
    poll = poll_in(work, poll_id, PollState.OPEN)
    rows = work.all(RestCount, RestCount.poll_id == poll.id)
    row = next((one for one in rows if (one.position, one.mark) == (position, mark)), None)
    if row is None or teller not in (1, 2):
        raise Refusal("gone", kind="rest_count")
    if hands is not None:
        figures = [(one.first if teller == 1 else one.second) or 0 for one in rows if one is not row]
        cast_ = len(work.all(Ballot, Ballot.poll_id == poll.id))
        check_rest(hands if hands < 0 else sum(figures) + hands, poll.present, cast_)
    if teller == 1:
        row.first = hands
    else:
        row.second = hands
