"""A vote by ballots as the console holds it: how it was announced, how far it is, and its result.

Until the vote is counted nothing here says how anybody voted; of a secret vote nothing ever says who did.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.ballot_entry import filled_as
from meeting_app.domain.codes import in_groups
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Channel, PollState
from meeting_app.queries.basics import NOWHERE, HomePlace, homes_of, once
from meeting_app.queries.meeting_rule import vote_pack
from meeting_app.queries.meetings import MotionView, motions_of
from meeting_app.queries.owners import OWNING
from meeting_app.queries.presence import Room, room_now
from meeting_app.queries.vote_facts import ballot_poll, channels_of, options_of, rule_of, setup_of, urn_of
from meeting_app.queries.vote_result import VoteResult, code_groups, vote_result
from meeting_app.queries.vote_scope import Place, scope_places
from meeting_app.storage.tables import (
    AgendaItem,
    Ballot,
    Person,
    Poll,
    PollOption,
    PollRight,
    RestCount,
)
from meeting_app.storage.urn_writer import SHORT_LENGTH


@dataclass(frozen=True, slots=True)
class OptionView:
    """What can be chosen."""

    number: int
    text: str
    cost_fen: int


@dataclass(frozen=True, slots=True)
class VotePlan:
    """What was prepared for an item: this is what the notice announces."""

    poll_id: str
    state: str
    question: str
    method: str
    setup: Setup
    options: tuple[OptionView, ...]
    secret: bool
    channels: tuple[Channel, ...]
    round: int
    rule: str
    scope: tuple[Place, ...]

    @property
    def filled(self) -> str:
        """As a ballot of which method it is filled and typed."""
        return filled_as(self.method, self.setup.variant)


@dataclass(frozen=True, slots=True)
class RightView:
    """A voting right in the list of an open vote, with its area in 0.01 m² (0 where only heads count).
    `handed` = an owner was handed a ballot; `voted` = the channel, "" = not yet.
    """

    right_id: str
    number: int
    name: str
    pinyin: str
    initials: str
    home: HomePlace
    area_c: int
    here: bool
    handed: bool
    voted: str


@dataclass(frozen=True, slots=True)
class RestRow:
    """Hands counted for one mark of one option by two tellers."""

    position: int
    mark: int
    first: int | None
    second: int | None


def paper_number(serial: str) -> str:
    """As it stands on the paper: a printed code in groups, or the tellers' own number."""
    return in_groups(serial) if len(serial) == SHORT_LENGTH else serial


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper that was typed and is not counted yet."""

    serial: str
    different: bool

    @property
    def number(self) -> str:
        """As it stands on the paper."""
        return paper_number(self.serial)


@dataclass(frozen=True, slots=True)
class VoteView:
    """The vote of an item. `received` are votes of any channel, `expected` those who may still vote here.

    `urn_here` = the ballot box of a secret vote lies at this station; `printed` papers carry its codes.
    """

    item_id: str
    title: str
    motion: MotionView | None
    plan: VotePlan
    state: str
    eligible: int
    present: int
    received: int
    issued: int
    replaced: int
    not_returned: int
    rights: tuple[RightView, ...]
    rest: tuple[RestRow, ...]
    papers: tuple[PaperView, ...]
    slips: int
    spent: int
    printed: int
    urn_here: bool
    ballots: int
    code: tuple[str, ...]
    lot_drawn: bool
    pack: RulePack | None
    result: VoteResult | None

    @property
    def poll_id(self) -> str:
        """Its identity."""
        return self.plan.poll_id

    @property
    def owners(self) -> bool:
        """Whether those who vote are owners, to whom ballots are handed."""
        return self.pack is not None and self.pack.electorate in OWNING

    @property
    def remaining(self) -> int:
        """How many of those present, of owners of all who have a ballot, have not voted."""
        most = self.issued - self.replaced if self.plan.secret and self.issued else self.present
        return max(0, most - self.received)


def option_views(options: Sequence[PollOption]) -> tuple[OptionView, ...]:
    """Options as they are shown."""
    return tuple(OptionView(option.position, option.text, option.cost_fen) for option in options)


def plan_of(session: Session, poll: Poll) -> VotePlan:
    """What was prepared."""
    options = options_of(session, poll.id)
    return VotePlan(
        poll.id, poll.state, poll.question, poll.method, setup_of(poll, options),
        option_views(options), poll.secret, channels_of(poll), poll.round,
        rule_of(poll), scope_places(session, poll.scope),
    )  # fmt: skip


def vote_plan(session: Session, *, item_id: str) -> VotePlan | None:
    """The prepared vote of an item; None when it is voted on by hands."""
    poll = ballot_poll(session, item_id)
    return plan_of(session, poll) if poll is not None else None


def vote_view(session: Session, *, item_id: str) -> VoteView | None:
    """The vote by ballots of an item; None when it has none."""
    return once(session, ("vote", item_id), lambda: _view(session, item_id))


def _rights(session: Session, poll: Poll) -> tuple[RightView, ...]:
    """The list of an open vote; a secret vote has none, so that nobody can be seen to have voted."""
    if poll.secret:
        return ()
    rows = session.scalars(
        select(PollRight).where(PollRight.poll_id == poll.id).order_by(PollRight.position)
    ).all()
    ids = [row.holder_id for row in rows if row.holder_id]
    people = {row.id: row for row in session.scalars(select(Person).where(Person.id.in_(ids)))}
    homes, here = homes_of(session, ids), room_now(session, poll.meeting_id, poll.item_id)
    ballots = session.scalars(select(Ballot).where(Ballot.poll_id == poll.id))
    voted = {row.right_id: row.channel for row in ballots}
    return tuple(
        _right(row, people.get(row.holder_id or ""), homes, here, voted.get(row.id, "")) for row in rows
    )


def _right(
    row: PollRight, person: Person | None, homes: dict[str, HomePlace], room: Room, voted: str
) -> RightView:
    here = (row.exerciser_id or row.holder_id) in room.present
    return RightView(
        row.id, row.position, person.name if person else "", person.pinyin if person else "",
        person.initials if person else "", homes.get(row.holder_id or "", NOWHERE), row.area_c, here,
        row.handed, voted,
    )  # fmt: skip


def _rest(session: Session, poll: Poll) -> tuple[RestRow, ...]:
    rows = session.scalars(
        select(RestCount)
        .where(RestCount.poll_id == poll.id)
        .order_by(RestCount.position, RestCount.mark.desc())
    )
    return tuple(RestRow(row.position, row.mark, row.first, row.second) for row in rows)


@dataclass(frozen=True, slots=True)
class _Box:
    """What an urn tells while it is open."""

    slips: int = 0
    spent: int = 0
    ballots: int = 0
    papers: tuple[PaperView, ...] = ()
    printed: int = 0
    here: bool = False


def _box(session: Session, poll: Poll) -> _Box:
    urn = urn_of(session, poll) if poll.state != PollState.ANNULLED else None
    if urn is None:
        return _Box()
    try:
        count = urn.count()
    except Refusal:  # it was sealed this very moment
        return _Box()
    papers = tuple(PaperView(paper.serial, paper.different) for paper in count.papers)
    return _Box(count.slips, count.spent, count.ballots, papers, count.printed, here=True)


def _may_vote(right: RightView) -> bool:
    """Here, or an owner to whom a ballot was handed; or it has voted and gone."""
    return right.here or right.handed or bool(right.voted)


def _view(session: Session, item_id: str) -> VoteView | None:
    item = session.get(AgendaItem, item_id)
    poll = ballot_poll(session, item_id)
    if item is None or poll is None:
        return None
    from meeting_app.queries.live import presence

    voters, here, _guests = presence(session, poll.meeting_id)
    box, rights = _box(session, poll), _rights(session, poll)
    running = poll.state == PollState.OPEN
    ballots = poll.sheet.count(b"\n") - 1 + poll.unread if poll.sheet else 0
    received = ballots or box.ballots or sum(bool(right.voted) for right in rights)
    present = sum(map(_may_vote, rights)) if running and rights else poll.present
    motion = motions_of(session, [item.id]).get(item.id)
    return VoteView(
        item_id=item.id,
        title=motion.title if motion else item.title,
        motion=motion,
        plan=plan_of(session, poll),
        state=poll.state,
        eligible=poll.eligible or voters,
        present=present or here,
        received=received,
        issued=poll.issued,
        replaced=poll.replaced,
        not_returned=poll.not_returned,
        rights=rights,
        rest=_rest(session, poll),
        papers=box.papers,
        slips=box.slips,
        spent=box.spent,
        printed=box.printed,
        urn_here=box.here,
        ballots=ballots,
        code=code_groups(poll.sheet_hash) if poll.sheet_hash else (),
        lot_drawn=bool(poll.lot_number),
        pack=vote_pack(session, poll),
        result=vote_result(session, poll_id=poll.id),
    )
