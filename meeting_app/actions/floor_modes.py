"""How people speak on an item: its mode, the closed list, budgets of groups, the round, the small tables."""

from meeting_app.actions.common import NOT_OVER, clock_of, meeting_in, set_clock
from meeting_app.actions.floor import current_item, item_under_way, raise_hand
from meeting_app.actions.floor_order import LEAST_MS, MOST_MS
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.clock import Clock
from meeting_app.domain.floor_mode import (
    LEAST_TABLES,
    MOST_TABLES,
    ROUND_HAND,
    RULES,
    TABLE_WORK_MS,
    FloorMode,
    seated,
)
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import local
from meeting_app.queries.floor_groups import groups_in
from meeting_app.queries.floor_order import UP
from meeting_app.queries.floor_rules import GROUPINGS, NOT_BEGUN, FloorPlanView
from meeting_app.storage.tables import AgendaItem, FloorPlan, FloorSeat, Meeting, Person, Speech, Stay
from meeting_app.storage.work import Work, new_id

MOST_BUDGET_MS = 14_400_000


def _discussion(work: Work, item_id: str) -> AgendaItem:
    item = work.get(AgendaItem, item_id)
    meeting_in(work, item.meeting_id, *NOT_OVER)
    if item.kind != ItemKind.DISCUSSION:
        raise Refusal("not_a_discussion", title=item.title)
    return item


def _plan_row(work: Work, item: AgendaItem) -> FloorPlan:
    row = work.one(FloorPlan, FloorPlan.item_id == item.id)
    if row is None:
        usual = FloorPlanView()
        row = work.add(
            FloorPlan(
                id=new_id(), meeting_id=item.meeting_id, item_id=item.id, mode=usual.mode.value,
                turn_ms=0, closed=False, budget_ms=0, budget_by=usual.budget_by,
                clock_limit_ms=0, clock_elapsed_ms=0,
            )
        )  # fmt: skip
    return row


def copy_floor(work: Work, item: AgendaItem, copy: AgendaItem) -> None:
    """How people speak on an item is how they speak on its repetition: the mode, the limit and the budgets.
    The list is open again, the clock of the tables stands at nought, and nobody sits at a table yet.
    """
    plan = work.one(FloorPlan, FloorPlan.item_id == item.id)
    if plan is not None:
        twin = _plan_row(work, copy)
        twin.mode, twin.turn_ms = plan.mode, plan.turn_ms
        twin.budget_ms, twin.budget_by = plan.budget_ms, plan.budget_by


def set_floor_mode(work: Work, *, item_id: str, mode: FloorMode) -> None:
    """Choose how people speak on a discussion, before it or in the middle. Speeches and hands stay; only
    hands that a round raised come down when it is left.
    """
    item = _discussion(work, item_id)
    row = _plan_row(work, item)
    if row.mode == FloorMode.ROUND.value and mode is not FloorMode.ROUND:
        raised = (Speech.item_id == item.id, Speech.state == "waiting", Speech.category == ROUND_HAND)
        for speech in work.all(Speech, *raised):
            speech.state = "withdrawn"
    row.mode, row.turn_ms = mode.value, RULES[mode].turn_ms or 0


def set_turn_limit(work: Work, *, item_id: str, turn_ms: int) -> None:
    """The limit of the speeches that are asked for from now on, and of those that wait."""
    item = _discussion(work, item_id)
    if not LEAST_MS <= turn_ms <= MOST_MS:
        raise Refusal("speech_limit_out_of_range")
    _plan_row(work, item).turn_ms = turn_ms
    for speech in work.all(
        Speech, Speech.item_id == item.id, Speech.state == "waiting", Speech.kind == "speech"
    ):
        speech.clock_limit_ms = turn_ms


def close_list(work: Work, *, item_id: str) -> None:
    """Close the list of speakers; who is on it stays."""
    _plan_row(work, _discussion(work, item_id)).closed = True


def open_list(work: Work, *, item_id: str) -> None:
    """Open the list of speakers again."""
    _plan_row(work, _discussion(work, item_id)).closed = False


def set_budget(work: Work, *, item_id: str, budget_ms: int, budget_by: str) -> None:
    """Give every building, stairway, capacity or age band a time that its speakers share; 0 takes it away."""
    item = _discussion(work, item_id)
    if budget_by not in GROUPINGS:
        raise Refusal("gone", kind="floor_plan")
    if budget_ms and not MOST_MS // 60 <= budget_ms <= MOST_BUDGET_MS:
        raise Refusal("budget_out_of_range", most=MOST_BUDGET_MS // 60_000)
    row = _plan_row(work, item)
    row.budget_ms, row.budget_by = budget_ms, budget_by


def _here(work: Work, meeting_id: str) -> list[Person]:
    stays = work.all(Stay, Stay.meeting_id == meeting_id, Stay.left_ms.is_(None))
    here = work.all(Person, Person.id.in_([stay.person_id for stay in stays]), order=Person.number)
    chair = work.get(Meeting, meeting_id).chair_id
    return [person for person in here if person.id != chair]


def begin_round(work: Work, *, item_id: str) -> int:
    """Everybody in the room but the chair gets a turn, in the order of the roster; who waits already keeps
    that hand. Returns how many hands were raised.
    """
    item = current_item(work, item_id)
    up = {s.person_id for s in work.all(Speech, Speech.item_id == item.id, Speech.state.in_(UP))}
    fresh = [person for person in _here(work, item.meeting_id) if person.id not in up]
    if not fresh:
        raise Refusal("round_empty")
    row = _plan_row(work, item)
    if row.mode != FloorMode.ROUND.value:
        row.mode, row.turn_ms = FloorMode.ROUND.value, RULES[FloorMode.ROUND].turn_ms or 0
    first = raise_hand(work, item, fresh[0].id, category=ROUND_HAND)
    for place, person in enumerate(fresh[1:], start=1):
        work.add(_like(first, person.id, first.asked + place))
    return len(fresh)


def _like(first: Speech, person_id: str, asked: int) -> Speech:
    """A hand like the first of the round; asking for the highest number each time would cost a query each."""
    return Speech(
        id=new_id(), meeting_id=first.meeting_id, item_id=first.item_id, person_id=person_id, state="waiting",
        asked=asked, asked_ms=first.asked_ms, clock_limit_ms=first.clock_limit_ms, clock_elapsed_ms=0,
        category=ROUND_HAND,
    )  # fmt: skip


def draw_tables(work: Work, *, item_id: str, tables: int) -> None:
    """Deal everybody in the room to so many small tables, neighbours apart; an earlier draw is forgotten."""
    item = _discussion(work, item_id)
    if not LEAST_TABLES <= tables <= MOST_TABLES:
        raise Refusal("tables_out_of_range", least=LEAST_TABLES, most=MOST_TABLES)
    for seat in work.all(FloorSeat, FloorSeat.item_id == item.id):
        work.session.delete(seat)
    people = _here(work, item.meeting_id)
    if len(people) < tables:
        raise Refusal("tables_too_many", people=len(people))
    homes = groups_in(work.session, item.meeting_id, "stairway", local(work.now.wall_ms).year)
    for number, table in enumerate(seated([(p.id, homes.get(p.id, "")) for p in people], tables), start=1):
        for person_id in table:
            work.add(
                FloorSeat(
                    id=new_id(), meeting_id=item.meeting_id, item_id=item.id, person_id=person_id,
                    number=number, reporter=False,
                )
            )  # fmt: skip
    _plan_row(work, item)


def name_reporter(work: Work, *, item_id: str, person_id: str) -> None:
    """The person speaks for the table at which he sits; one a table."""
    item = item_under_way(work, item_id)
    mine = work.one(FloorSeat, FloorSeat.item_id == item.id, FloorSeat.person_id == person_id)
    if mine is None:
        raise Refusal("no_table", name=work.get(Person, person_id).name)
    for seat in work.all(FloorSeat, FloorSeat.item_id == item.id, FloorSeat.number == mine.number):
        seat.reporter = seat.id == mine.id


def start_table_work(work: Work, *, item_id: str, limit_ms: int = TABLE_WORK_MS) -> None:
    """The tables begin; their clock runs. Begun again it starts anew."""
    item = item_under_way(work, item_id)
    if work.one(FloorSeat, FloorSeat.item_id == item.id) is None:
        raise Refusal("no_tables")
    if not LEAST_MS <= limit_ms <= MOST_BUDGET_MS:
        raise Refusal("speech_limit_out_of_range")
    set_clock(_plan_row(work, item), Clock(limit_ms).started(work.now))


def _working(work: Work, item_id: str) -> FloorPlan:
    item = item_under_way(work, item_id)
    row = work.one(FloorPlan, FloorPlan.item_id == item.id)
    if row is None or clock_of(row) == NOT_BEGUN:
        raise Refusal("no_tables")
    return row


def pause_table_work(work: Work, *, item_id: str) -> None:
    """Stop the clock of the tables."""
    row = _working(work, item_id)
    set_clock(row, clock_of(row).paused(work.now))


def resume_table_work(work: Work, *, item_id: str) -> None:
    """Let the clock of the tables run on."""
    row = _working(work, item_id)
    set_clock(row, clock_of(row).started(work.now))


def extend_table_work(work: Work, *, item_id: str, by_ms: int) -> None:
    """Give the tables more time, or less."""
    row = _working(work, item_id)
    set_clock(row, clock_of(row).extended(by_ms))


def begin_reports(work: Work, *, item_id: str) -> int:
    """The tables' time is over: the reporter of each, or else the first who sits there, gets a turn in the
    order of the tables, before the hands that were up already. Returns how many there are.
    """
    item = current_item(work, item_id)
    seats = work.all(FloorSeat, FloorSeat.item_id == item.id, order=(FloorSeat.number, FloorSeat.id))
    if not seats:
        raise Refusal("no_tables")
    row = _plan_row(work, item)
    set_clock(row, clock_of(row).paused(work.now))
    here = {person.id for person in _here(work, item.meeting_id)}
    up = (Speech.item_id == item.id, Speech.state.in_(UP), Speech.kind == "speech")
    busy = {speech.person_id for speech in work.all(Speech, *up)}
    found: dict[int, FloorSeat] = {}
    for seat in seats:
        free = seat.person_id in here and seat.person_id not in busy
        if free and (seat.number not in found or seat.reporter):
            found[seat.number] = seat
    for number, seat in found.items():
        hand = raise_hand(work, item, seat.person_id)
        hand.label, hand.hand = str(number), number
    return len(found)
