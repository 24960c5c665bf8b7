"""The hall's pages of the floor: who speaks and as what, the small tables, the shares, the rules of order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from sqlalchemy.orm import Session

from meeting_app.domain.clock import Clock, Instant
from meeting_app.domain.floor_class import Side
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.floor_shares import FloorShares, GroupShare
from meeting_app.domain.resident_group import SENSITIVE
from meeting_app.queries.floor import QueueView, SpeechView
from meeting_app.queries.floor_groups import IN
from meeting_app.queries.floor_rules import NOT_BEGUN, SEVERAL, SHARES_BY, order_in_force, plan_of, rules_of
from meeting_app.queries.floor_shares import shares_view
from meeting_app.queries.floor_tables import tables_view
from meeting_app.queries.slides_head import Head
from meeting_app.queries.slides_types import FloorSlide, Slide, SpeakerSlide
from meeting_app.queries.slides_types_floor import FloorState, RulesSlide, ShareLine, SharesSlide, TablesSlide
from meeting_app.storage.tables import AgendaItem

NEXT: Final = 3
GROUPS: Final = 5  # what a page has room for; the rest is one line
OTHERS: Final = "others"
LEAST: Final = 3  # people of a group in the room, below which the hall would know whom it is about


@dataclass(frozen=True, slots=True)
class FloorOf:
    """The item of a page: its title, its clock, the page of the tables."""

    title: str
    clock: Clock
    page: int


@dataclass(frozen=True, slots=True)
class SharesOf:
    """Of what the shares are shown; `page` is the grouping times two, plus one for the whole meeting."""

    meeting_id: str
    item_id: str
    title: str
    page: int


def _state(queue: QueueView, following: tuple[SpeechView, ...]) -> FloorState:
    turns = queue.sides.turns
    return FloorState(
        mode=queue.plan.mode.value,
        order=queue.order.value,
        closed=queue.plan.closed,
        turns=(turns.get(Side.FOR, 0), turns.get(Side.AGAINST, 0)),
        heard=queue.round_heard if queue.plan.mode is FloorMode.ROUND else 0,
        left=len(following),
        following_sides=tuple(one.side.value for one in following[:NEXT]),
    )


def _speaker(
    head: Head, title: str, queue: QueueView, speech: SpeechView, following: tuple[SpeechView, ...]
) -> SpeakerSlide:
    home, held = speech.place, queue.held[0] if queue.held else None
    state = replace(
        _state(queue, following), kind=speech.kind.value, category=speech.category, side=speech.side.value,
        table=speech.label,
    )  # fmt: skip
    if held is not None and held.id != speech.id:
        state = replace(state, held=held.name, held_clock=held.clock)
    return SpeakerSlide(
        head, title, speech.name, home.building, home.stairway, home.storey, speech.clock,
        tuple(one.name for one in following[:NEXT]), state,
    )  # fmt: skip


def floor_slide(session: Session, head: Head, of: FloorOf, queue: QueueView) -> Slide:
    """What a discussion shows: the speaker, the small tables before they report, else the free floor."""
    if queue.speaking is not None:
        return _speaker(head, of.title, queue, queue.speaking, queue.waiting)
    if queue.at_tables and queue.tables:
        seats = tables_view(session, item_id=queue.item_id)
        tables = tuple(
            tuple(seat.name for seat in seats if seat.number == number)
            for number in range(1, queue.tables + 1)
        )
        clock = None if queue.plan.clock == NOT_BEGUN else queue.plan.clock
        return TablesSlide(head, of.title, clock, tables, of.page)
    if queue.at_tables or queue.round_due:  # hands that are up come later
        begins = replace(_state(queue, ()), begins=queue.plan.mode.value)
        return FloorSlide(head, of.title, of.clock, (), begins)
    names = tuple(speech.name for speech in queue.waiting[:NEXT])
    return FloorSlide(head, of.title, of.clock, names, _state(queue, queue.waiting))


def next_speaker(head: Head, title: str, queue: QueueView, code: str) -> SpeakerSlide | None:
    """What the next step shows: the one who was broken into, or the first of the queue."""
    if code == "go_on" and queue.held:
        return _speaker(head, title, queue, queue.held[0], queue.waiting)
    return _speaker(head, title, queue, queue.waiting[0], queue.waiting[1:]) if queue.waiting else None


def _lines(shares: FloorShares) -> tuple[ShareLine, ...]:
    """The largest groups; what there is no room for together as one."""
    lines = list(_shown(shares.groups))
    if len(lines) <= GROUPS:
        return tuple(lines)
    whole = tuple(lines)
    lines.sort(key=lambda line: -line.present)
    rest = lines[GROUPS - 1 :]
    others = ShareLine(
        OTHERS,
        sum(line.present for line in rest),
        sum((line.of_present for line in rest), Fraction(0)),
        sum((line.of_time for line in rest), Fraction(0)),
        sum(line.ms for line in rest),
    )
    largest = {line.group for line in lines[: GROUPS - 1]}
    return (*(line for line in whole if line.group in largest), others)


def _of_several(shares: FloorShares) -> tuple[ShareLine, ...]:
    """The largest groups of which a person may have several: none so small that it names somebody, and
    nothing that the law protects above all.
    """
    open_ = [
        one
        for one in shares.groups
        if one.present >= LEAST and one.group.removeprefix(IN) not in {*SENSITIVE, ""}
    ]
    open_.sort(key=lambda one: -one.present)
    return _shown(open_[:GROUPS])


def _shown(groups: Iterable[GroupShare]) -> tuple[ShareLine, ...]:
    return tuple(
        ShareLine(one.group, one.present, one.of_present or Fraction(0), one.of_time or Fraction(0), one.ms)
        for one in groups
    )


def shares_slide(session: Session, head: Head, of: SharesOf, now: Instant) -> SharesSlide:
    """Who has spoken how long, of an item or of the whole meeting."""
    place, whole = divmod(of.page, 2)
    by = SHARES_BY[min(place, len(SHARES_BY) - 1)]
    shares = shares_view(
        session, meeting_id=of.meeting_id, item_id=None if whole else of.item_id,
        by=by, now=now,
    )  # fmt: skip
    speakers = shares.present - shares.silent
    several = by == SEVERAL
    lines = _of_several(shares) if several else _lines(shares)
    return SharesSlide(head, of.title, bool(whole), shares.present, speakers, lines, several)


def rules_slide(session: Session, head: Head, meeting_id: str, item_id: str) -> RulesSlide:
    """The rules of order with the times of this meeting."""
    item = session.get(AgendaItem, item_id)
    limit = plan_of(session, item_id).speech_ms(item.speech_limit_ms if item else 0)
    turns = rules_of(session, meeting_id).most_turns
    return RulesSlide(head, limit, turns, order_in_force(session, meeting_id, item_id).value)
