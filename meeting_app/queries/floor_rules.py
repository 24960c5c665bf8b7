"""The rules in force on the floor: the meeting's order and limits, the item's mode, list and budgets."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Clock
from meeting_app.domain.floor_class import SpeechClass
from meeting_app.domain.floor_mode import FloorMode, order_of
from meeting_app.domain.speaking_queue import OrderRule
from meeting_app.queries.basics import clock_of
from meeting_app.queries.kept import kept
from meeting_app.storage.tables import FloorPlan, FloorRule

MOST_TURNS: Final = 2
MINUTE_MS: Final = 60_000
NOT_BEGUN: Final = Clock(0)
GROUPINGS: Final = ("building", "stairway", "capacity", "age")
SEVERAL: Final = "group"  # groups of residents: a person may be in several, so they share no time
SHARES_BY: Final = (*GROUPINGS, SEVERAL)


@dataclass(frozen=True, slots=True)
class FloorRules:
    """The rules of a meeting; limits in ms, `most_turns` 0 = any number."""

    order: OrderRule = OrderRule.FAIR
    most_turns: int = MOST_TURNS
    order_ms: int = MINUTE_MS
    question_ms: int = MINUTE_MS
    reply_ms: int = 2 * MINUTE_MS

    def limit_ms(self, kind: SpeechClass, speech_ms: int) -> int:
        """The limit of a speech of a class; `speech_ms` is that of a usual speech."""
        limits = {
            SpeechClass.ORDER: self.order_ms,
            SpeechClass.QUESTION: self.question_ms,
            SpeechClass.REPLY: self.reply_ms,
        }
        return limits.get(kind, speech_ms)


@dataclass(frozen=True, slots=True)
class FloorPlanView:
    """The floor of an item: `turn_ms` 0 = the item's own limit, `budget_ms` 0 = no budgets; `clock` is that
    of the work at the tables.
    """

    mode: FloorMode = FloorMode.OPEN
    turn_ms: int = 0
    closed: bool = False
    budget_ms: int = 0
    budget_by: str = GROUPINGS[0]
    clock: Clock = NOT_BEGUN

    def speech_ms(self, item_ms: int) -> int:
        """The limit of a usual speech."""
        return self.turn_ms or item_ms


def rules_of(session: Session, meeting_id: str) -> FloorRules:
    """The rules of a meeting; the usual ones when nobody chose others."""
    return kept(session, ("floor_rule",), meeting_id, lambda: _rules(session, meeting_id))


def _rules(session: Session, meeting_id: str) -> FloorRules:
    row = session.scalars(select(FloorRule).where(FloorRule.meeting_id == meeting_id)).first()
    if row is None:
        return FloorRules()
    return FloorRules(OrderRule(row.order), row.most_turns, row.order_ms, row.question_ms, row.reply_ms)


def plan_of(session: Session, item_id: str) -> FloorPlanView:
    """The floor of an item; the usual list when nobody chose a mode."""
    return kept(session, ("floor_plan",), item_id, lambda: _plan(session, item_id))


def _plan(session: Session, item_id: str) -> FloorPlanView:
    row = session.scalars(select(FloorPlan).where(FloorPlan.item_id == item_id)).first()
    if row is None:
        return FloorPlanView()
    mode = FloorMode(row.mode)
    return FloorPlanView(mode, row.turn_ms, row.closed, row.budget_ms, row.budget_by, clock_of(row))


def order_in_force(session: Session, meeting_id: str, item_id: str) -> OrderRule:
    """By what the queue of an item is ordered."""
    return order_of(plan_of(session, item_id).mode, rules_of(session, meeting_id).order)
