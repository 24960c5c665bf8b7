"""The floor of an item: who speaks and who is held, who waits in which order and why, who has not spoken."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Clock, Instant
from meeting_app.domain.floor_class import BREAKING_IN, COUNTED, Side, SpeechClass
from meeting_app.domain.floor_hints import FloorFacts, Hint, hints
from meeting_app.domain.floor_mode import ROUND_HAND, FloorMode
from meeting_app.domain.floor_shares import GroupBudget, budgets
from meeting_app.domain.speaking_queue import OrderRule, Place, SideTurns, Why
from meeting_app.queries.basics import NOWHERE, HomePlace, clock_of, local, local_or_none, once
from meeting_app.queries.floor_groups import groups_in
from meeting_app.queries.floor_order import (
    NOTHING,
    Tally,
    by_state,
    floor_order,
    homes_on,
    item_speeches,
    side_turns,
    tallies,
)
from meeting_app.queries.floor_rules import FloorPlanView, FloorRules, order_in_force, plan_of, rules_of
from meeting_app.queries.kept import kept, same
from meeting_app.storage.tables import AgendaItem, FloorSeat, Meeting, Motion, Stay

TEXTS = ("agenda_item", "motion")
IN_TURN = (Hint.SECOND_BEFORE_FIRST, Hint.TURNS_USED)


@dataclass(frozen=True, slots=True)
class SpeechView:
    """A raised hand, a speech under way or one that is over. `turns` and `spoken_ms` are on this item before
    it; `why` is the reason for its place while it waits; `group` shares a budget with it ("" = none).
    """

    id: str
    person_id: str
    name: str
    place: HomePlace
    state: str
    kind: SpeechClass
    category: str
    side: Side
    label: str
    why: Why | None
    turns: int
    spoken_ms: int
    asked_ms: int
    began_ms: int | None
    clock: Clock
    used_ms: int
    gist: str
    group: str

    @property
    def first_time(self) -> bool:
        """Whether the person had not spoken on this item before it."""
        return self.turns == 0

    @property
    def asked_at(self) -> datetime:
        """When the hand went up."""
        return local(self.asked_ms)

    @property
    def began_at(self) -> datetime | None:
        """When the speech began."""
        return local_or_none(self.began_ms)


@dataclass(frozen=True, slots=True)
class QueueView:
    """The floor. `held` are those who were broken into, the one who goes on next first; `waiting` and
    `places` are the queue; `silent` counts people in the room who have not spoken in the meeting (for the
    facilitator only); `passed` who passed their turn; `tables` how many are
    drawn, `texts` how many are put to the vote after this discussion (told before anybody has spoken).
    """

    item_id: str
    limit_ms: int
    plan: FloorPlanView
    rules: FloorRules
    order: OrderRule
    speaking: SpeechView | None
    held: tuple[SpeechView, ...]
    waiting: tuple[SpeechView, ...]
    places: tuple[Place, ...]
    done: tuple[SpeechView, ...]
    passed: tuple[SpeechView, ...]
    present: int
    silent: int
    sides: SideTurns
    facts: FloorFacts
    budgets: tuple[GroupBudget, ...]
    tables: int
    texts: int

    @property
    def at_tables(self) -> bool:
        """Whether the small tables are to be drawn, are drawn or talk: until the first of them reports.
        Hands that are up meanwhile stay up and come after the reports.
        """
        reports = any(speech.label for speech in self._all())
        return self.plan.mode is FloorMode.TABLES and self.speaking is None and not reports

    @property
    def round_due(self) -> bool:
        """Whether a round was chosen and has not begun: nobody has got a turn from it."""
        begun = any(one.category == ROUND_HAND for one in self._all())
        return self.plan.mode is FloorMode.ROUND and not begun

    @property
    def round_heard(self) -> int:
        """How many people have spoken since the round began, the last one if there were several."""
        begun = max((one.asked_ms for one in self._all() if one.category == ROUND_HAND), default=None)
        if begun is None:
            return 0
        spoke = (*self.done, *self.held, *((self.speaking,) if self.speaking else ()))
        return len({one.person_id for one in spoke if one.kind in COUNTED and (one.began_ms or 0) >= begun})

    def _all(self) -> tuple[SpeechView, ...]:
        return (
            *self.waiting, *self.done, *self.passed, *self.held, *((self.speaking,) if self.speaking else ())
        )  # fmt: skip

    def hints(self, speech_id: str) -> tuple[Hint, ...]:
        """What speaks against calling somebody who waits."""
        waiting = [place.request for place in self.places]
        mine = next((request for request in waiting if request.speech_id == speech_id), None)
        found = hints(mine, waiting, self.facts) if mine is not None else ()
        if self.plan.mode in (FloorMode.ROUND, FloorMode.TABLES):  # everybody has a turn there, in a row
            return tuple(hint for hint in found if hint not in IN_TURN)
        return found

    def budget(self, group: str) -> GroupBudget | None:
        """What the group has left of its time; None when it has no budget."""
        return next((one for one in self.budgets if one.group == group), None) if group else None


def next_on_floor(session: Session, meeting_id: str, item_id: str) -> tuple[str, str] | None:
    """The next step on the floor and whom it concerns: ("call_next", name), ("go_on", name) for somebody who
    was broken into, or None when nobody waits.
    """
    states, order = by_state(session, item_id), floor_order(session, meeting_id, item_id)
    first = order[0].request if order else None
    speaking = next(iter(states.get("speaking", ())), None)
    held = speaking and next((row for row in states.get("held", ()) if row.id == speaking.held_id), None)
    if held is not None and (first is None or first.kind not in BREAKING_IN):
        return "go_on", str(held.name)
    named = {row.id: row.name for row in states.get("waiting", ())}
    return ("call_next", str(named[first.speech_id])) if first is not None else None


def _view(row: Any, home: HomePlace, tally: Tally, why: Why | None, group: str) -> SpeechView:
    """A speech whose clock stands."""
    clock = clock_of(row)
    return SpeechView(
        row.id, row.person_id, row.name, home, row.state, SpeechClass(row.kind), row.category, Side(row.side),
        row.label, why, tally.turns, tally.item_ms, row.asked_ms, row.began_ms, clock, clock.elapsed_ms,
        row.gist, group,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Item:
    """What of an item the floor has to know."""

    id: str
    meeting_id: str
    position: int
    speech_limit_ms: int


def _item(session: Session, item_id: str) -> _Item | None:
    columns = (AgendaItem.id, AgendaItem.meeting_id, AgendaItem.position, AgendaItem.speech_limit_ms)
    row = session.execute(select(*columns).where(AgendaItem.id == item_id)).first()
    return _Item(*row) if row is not None else None


class _Views:
    """Makes views of an item's speeches; homes and groups are looked up once."""

    def __init__(self, session: Session, item: _Item, now: Instant) -> None:
        self.rows, self.states = item_speeches(session, item.id), by_state(session, item.id)
        self.plan, self.now = plan_of(session, item.id), now
        self.known = tallies(session, item.meeting_id, item.id)
        self.homes = homes_on(session, item.id)
        self.made = same(session, ("speech views", item.id))
        self.groups: Mapping[str, str] = {}
        if self.plan.budget_ms:
            year = local(now.wall_ms).year
            self.groups = groups_in(session, item.meeting_id, self.plan.budget_by, year)
        self.places = floor_order(session, item.meeting_id, item.id)

    def view(self, row: Any, before: Tally | None = None, why: Why | None = None) -> SpeechView:
        """One speech."""
        person = row.person_id
        tally = self.known.get(person, NOTHING) if before is None else before
        given = (row, self.homes.get(person, NOWHERE), tally, why, self.groups.get(person, ""))
        made = self.made.of(row.id, _view, *given)
        return replace(made, used_ms=made.clock.elapsed(self.now)) if made.clock.running else made

    def state(self, *states: str) -> list[Any]:
        """The speeches in these states, in the order in which they began."""
        rows = [row for state in states for row in self.states.get(state, ())]
        return rows if len(states) == 1 else sorted(rows, key=lambda r: (r.began_ms or 0, r.asked))

    def waiting(self) -> tuple[SpeechView, ...]:
        """The queue."""
        by_id = {row.id: row for row in self.rows}
        return tuple(self.view(by_id[p.request.speech_id], why=p.why) for p in self.places)

    def done(self) -> tuple[SpeechView, ...]:
        """What is over, each with what the person had said before it."""
        before: dict[str, Tally] = {}
        views = []
        for row in self.state("done"):
            had = before.get(row.person_id, NOTHING)
            views.append(self.view(row, had))
            if row.kind in COUNTED:
                before[row.person_id] = Tally(had.turns + 1, had.item_ms + row.clock_elapsed_ms, 0)
        return tuple(views)

    def held(self) -> tuple[SpeechView, ...]:
        """Those who were broken into, the last one first."""
        return tuple(self.view(row) for row in reversed(self.state("held")))

    def budgets(self) -> tuple[GroupBudget, ...]:
        """What the groups have left at this moment."""
        if not self.plan.budget_ms:
            return ()
        used = [
            (self.groups.get(row.person_id, ""), clock_of(row).elapsed(self.now))
            for row in self.state("done", "speaking", "held")
            if row.kind in COUNTED
        ]
        return budgets(self.plan.budget_ms, used, self.groups.values())


def queue_view(session: Session, *, item_id: str, now: Instant) -> QueueView | None:
    """The floor of an item; None when there is no such item."""
    return once(session, ("queue", item_id), lambda: _queue(session, item_id, now))


def people_here(session: Session, meeting_id: str) -> frozenset[str]:
    """Who is in the room."""

    def find() -> frozenset[str]:
        here = select(Stay.person_id).where(Stay.meeting_id == meeting_id, Stay.left_ms.is_(None))
        return frozenset(session.scalars(here))

    return kept(session, ("stay",), ("here", meeting_id), find)


def _tables(session: Session, item_id: str) -> int:
    """How many small tables are drawn."""
    return session.scalar(select(func.max(FloorSeat.number)).where(FloorSeat.item_id == item_id)) or 0


def _texts(session: Session, item: _Item) -> int:
    """How many texts are put to the vote between this discussion and the next one."""
    after = (AgendaItem.meeting_id == item.meeting_id, AgendaItem.position > item.position)
    following = select(func.min(AgendaItem.position)).where(*after, AgendaItem.kind == "discussion")
    end = session.scalar(following)
    before = () if end is None else (AgendaItem.position < end,)
    texts = select(func.count(Motion.id)).join(AgendaItem, AgendaItem.id == Motion.item_id)
    return session.scalar(texts.where(*after, *before)) or 0


def _chair(session: Session, meeting_id: str) -> str:
    """Who chairs the meeting; "" when it is not said."""
    return session.scalar(select(Meeting.chair_id).where(Meeting.id == meeting_id)) or ""


def _facts(chair: str, views: _Views, here: frozenset[str], rules: FloorRules, last: Side) -> FloorFacts:
    spent = {one.group for one in views.budgets() if one.used_up}
    people = {person for person, group in views.groups.items() if group in spent}
    return FloorFacts(chair, here, last, rules.most_turns, people)


def _queue(session: Session, item_id: str, now: Instant) -> QueueView | None:
    item = kept(session, ("agenda_item",), ("floor", item_id), lambda: _item(session, item_id))
    if item is None:
        return None
    views = _Views(session, item, now)
    here, rules = people_here(session, item.meeting_id), rules_of(session, item.meeting_id)
    on = views.state("speaking")
    under_way = (row for row in views.state("speaking", "held") if row.kind in COUNTED)
    spoke = {*views.known, *(row.person_id for row in under_way)}
    sides = side_turns(views.states)
    meeting = item.meeting_id
    chair = kept(session, ("meeting",), ("chair", meeting), lambda: _chair(session, meeting))
    return QueueView(
        item_id=item.id,
        limit_ms=views.plan.speech_ms(item.speech_limit_ms),
        plan=views.plan,
        rules=rules,
        order=order_in_force(session, item.meeting_id, item.id),
        speaking=views.view(on[0]) if on else None,
        held=views.held(),
        waiting=views.waiting(),
        places=views.places,
        done=views.done(),
        passed=tuple(views.view(row) for row in views.state("passed")),
        present=len(here),
        silent=len(here - spoke),
        sides=sides,
        facts=_facts(chair, views, here, rules, sides.last),
        budgets=views.budgets(),
        tables=_tables(session, item.id) if views.plan.mode is FloorMode.TABLES else 0,
        texts=0 if views.state("done") else kept(session, TEXTS, item.id, lambda: _texts(session, item)),
    )
