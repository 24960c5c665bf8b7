"""Preparing a vote: the question, the options, how it is counted. What the notice announced stays; a change
needs a reason, which is minuted.
"""

import json
from collections.abc import Sequence

from meeting_app.actions.common import NOT_OVER, meeting_in, text_of
from meeting_app.actions.votes.common import minuted, urn_for
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.frozen import pack_to_json
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.tally.methods import METHODS
from meeting_app.domain.vote_plan import (
    BEFORE,
    Channel,
    PollState,
    Question,
    check_channels,
    check_options,
    check_question,
    check_setup_sums,
    least_options,
)
from meeting_app.queries.basics import local_day
from meeting_app.queries.rule_packs import pack_for
from meeting_app.queries.vote_facts import BALLOTS, options_of
from meeting_app.queries.vote_scope import owners_rules, read_scope
from meeting_app.storage.tables import AgendaItem, Meeting, Motion, Poll, PollOption
from meeting_app.storage.work import Work, new_id
from meeting_app.wording import vote_changes

OPTION_LENGTH = 200


def prepare_vote(
    work: Work,
    *,
    item_id: str,
    question: Question,
    method: str,
    options: Sequence[tuple[str, int]],
    setup: Setup,
    secret: bool = False,
    channels: Sequence[Channel] = (Channel.KEYPAD,),
    rule: str = "",
    scope: str = "",
    reason: str = "",
) -> str:
    """Say what an item puts to the vote and how it is counted; an earlier preparation is replaced. `options`
    are texts with costs in fen; of `setup` the number of options is taken from them. `rule` is a rule pack's
    code, "" = the meeting's own; `scope` are the houses whose owners it concerns ("3 5-2", "" = all), only
    under a rule of owners. After the notice was posted a `reason` is needed. Returns the vote's id.
    """
    item = work.get(AgendaItem, item_id)
    meeting = meeting_in(work, item.meeting_id, *NOT_OVER)
    motion = work.one(Motion, Motion.item_id == item.id)
    if item.kind != ItemKind.VOTE or motion is None:
        raise Refusal("vote_without_motion", title=item.title)
    texts = tuple(text_of(text, OPTION_LENGTH, "option") for text, _cost in options)
    costs = tuple(cost for _text, cost in options)
    check_question(question, method)
    check_options(texts, costs, least=least_options(method))
    check_channels(channels, method, secret=secret)
    _check_count(method, setup, costs)
    poll = _fresh(work, meeting, item, motion)
    poll.question, poll.method, poll.secret = question, method, secret
    poll.channels = ",".join(dict.fromkeys(channels))
    poll.setup = _kept(setup)
    if rule:
        poll.rule = pack_to_json(pack_for(work.session, rule, local_day(meeting.starts_ms)))
    if scope.strip():
        poll.scope = _scope(work, meeting, rule, scope)
    if meeting.posted_on is not None:
        poll.state, poll.announced_ms = PollState.ANNOUNCED, work.now.wall_ms
        poll.reason = minuted(work, poll, vote_changes.CHANGED, reason)
    for position, (text, cost) in enumerate(zip(texts, costs, strict=True), start=1):
        work.add(PollOption(poll_id=poll.id, position=position, text=text, cost_fen=cost))
    return poll.id


def _scope(work: Work, meeting: Meeting, rule: str, places: str) -> str:
    """The houses that are concerned. Refuses where nobody votes as an owner."""
    if rule not in owners_rules(work.session, meeting_id=meeting.id):
        raise Refusal("scope_not_owners")
    return read_scope(work.session, places)


def _check_count(method: str, setup: Setup, costs: Sequence[int]) -> None:
    """Let the method itself refuse settings that cannot be, by a count without a ballot."""
    if method not in METHODS:
        raise Refusal("method_unknown", method=method)
    check_setup_sums(setup)
    METHODS[method].count((), _with(setup, costs), None)


def _with(setup: Setup, costs: Sequence[int]) -> Setup:
    priced = tuple(costs) if any(costs) else ()
    return Setup(len(costs), setup.seats, setup.limit, priced, setup.budget, setup.variant, setup.step)


def _kept(setup: Setup) -> str:
    kept = {"seats": setup.seats, "limit": setup.limit, "budget": setup.budget, "step": setup.step}
    return json.dumps({**kept, "variant": setup.variant})


def _fresh(work: Work, meeting: Meeting, item: AgendaItem, motion: Motion) -> Poll:
    """A new row in the place of an earlier preparation; refuses when the vote has begun."""
    earlier = work.all(Poll, Poll.item_id == item.id)
    if any(poll.state not in (*BEFORE, PollState.ANNULLED) for poll in earlier):
        raise Refusal("poll_exists")
    for poll in earlier:
        if poll.state in BEFORE:
            _forget(work, poll)
    rounds = sum(poll.state == PollState.ANNULLED for poll in earlier)
    return work.add(
        Poll(
            id=new_id(), meeting_id=meeting.id, item_id=item.id, motion_id=motion.id, round=rounds + 1,
            state=PollState.DRAFT, rule="", tellers=2, choice="", eligible=0, present=0, opened_ms=0,
            form=BALLOTS,
        )
    )  # fmt: skip


def _forget(work: Work, poll: Poll) -> None:
    """Slips and papers that were printed for it are dead then, and no undo can make them good again."""
    if poll.secret and work.urns is not None and (urn := urn_for(work, poll)).path.is_file():
        work.after(urn.destroy)
        work.not_to_be_taken_back()
    for option in work.all(PollOption, PollOption.poll_id == poll.id):
        work.session.delete(option)
    work.session.delete(poll)


def drop_vote(work: Work, *, item_id: str, reason: str = "") -> None:
    """Vote by show of hands after all; after the notice was posted with a reason for the minutes."""
    item = work.get(AgendaItem, item_id)
    meeting = meeting_in(work, item.meeting_id, *NOT_OVER)
    for poll in work.all(Poll, Poll.item_id == item.id, Poll.form == BALLOTS):
        if poll.state == PollState.ANNULLED:
            continue
        if poll.state not in BEFORE:
            raise Refusal("poll_exists")
        if meeting.posted_on is not None:
            minuted(work, poll, vote_changes.CHANGED, reason)
        _forget(work, poll)


def forget_plans(work: Work, item: AgendaItem) -> None:
    """The item is taken off the agenda, and its prepared vote with it."""
    for poll in work.all(Poll, Poll.item_id == item.id, Poll.state.in_(BEFORE)):
        _forget(work, poll)


def announce_votes(work: Work, meeting: Meeting, *, posted: bool) -> None:
    """With the notice the prepared votes are announced; when it is withdrawn they are drafts again."""
    before, after = (
        (PollState.DRAFT, PollState.ANNOUNCED) if posted else (PollState.ANNOUNCED, PollState.DRAFT)
    )
    for poll in work.all(Poll, Poll.meeting_id == meeting.id, Poll.state == before, Poll.form == BALLOTS):
        poll.state, poll.announced_ms = after, work.now.wall_ms if posted else None


def next_round(work: Work, poll: Poll) -> str:
    """The same vote once more, as it was announced. Returns its id."""
    place = {"item_id": poll.item_id, "motion_id": poll.motion_id, "round": poll.round + 1}
    return _again(work, poll, **place, state=PollState.ANNOUNCED, announced_ms=work.now.wall_ms)


def copy_plan(work: Work, item: AgendaItem, copy: AgendaItem) -> None:
    """What was prepared for a vote is prepared for its repetition too, as a draft that may still be
    changed.
    """
    motion = work.one(Motion, Motion.item_id == copy.id)
    prepared = work.all(Poll, Poll.item_id == item.id, Poll.form == BALLOTS, order=Poll.round)
    if motion is not None and prepared:
        _again(
            work, prepared[-1], item_id=copy.id, motion_id=motion.id, round=1, state=PollState.DRAFT,
            announced_ms=None,
        )  # fmt: skip


def _again(work: Work, poll: Poll, **place: object) -> str:
    """A new vote with the question, the options and the count of another one."""
    again = work.add(
        Poll(
            id=new_id(), meeting_id=poll.meeting_id, rule=poll.rule, tellers=poll.tellers, choice="",
            eligible=0, present=0, opened_ms=0, form=poll.form, question=poll.question, method=poll.method,
            setup=poll.setup, channels=poll.channels, secret=poll.secret, scope=poll.scope, **place,
        )
    )  # fmt: skip
    for option in options_of(work.session, poll.id):
        kept = {"position": option.position, "text": option.text, "cost_fen": option.cost_fen}
        work.add(PollOption(poll_id=again.id, **kept))
    return again.id
