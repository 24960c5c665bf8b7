"""The order of the queue: moved by hand, by the rule, on the list again, passing; the rules of a meeting."""

from sqlalchemy import select

from meeting_app.actions.attendance import open_stay
from meeting_app.actions.common import NOT_OVER, meeting_in
from meeting_app.actions.floor import current_item, item_under_way, raise_hand, speech_in
from meeting_app.domain.floor_class import Side, SpeechClass
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.speaking_queue import OrderRule, moved_to
from meeting_app.queries.floor_order import UP, floor_order
from meeting_app.queries.floor_rules import FloorRules, rules_of
from meeting_app.storage.tables import FloorRule, Person, Speech
from meeting_app.storage.work import Work, new_id

LEAST_MS, MOST_MS = 10_000, 3_600_000
MOST_TURNS = 20


def move_speech(work: Work, *, speech_id: str, to: int) -> None:
    """Move a hand to place `to` (from 0) of its class; what stands before it stays there by hand too."""
    speech = speech_in(work, speech_id, "waiting")
    if to <= 0:
        _to_head(work, speech)
        return
    places = moved_to(floor_order(work.session, speech.meeting_id, speech.item_id), speech.id, to)
    for one, hand in places.items():
        work.get(Speech, one).hand = hand
    speech.moved = True


def _to_head(work: Work, speech: Speech) -> None:
    """Before all others of its class: those who were put somewhere by hand move on by one, and what the rule
    orders need not be looked at.
    """
    mine = (Speech.item_id == speech.item_id, Speech.state == "waiting", Speech.kind == speech.kind)
    placed = work.all(
        Speech, *mine, Speech.hand.is_not(None), Speech.id != speech.id, order=(Speech.hand, Speech.asked)
    )
    for hand, one in enumerate((speech, *placed), start=1):
        one.hand = hand
    speech.moved = True


def order_by_rule(work: Work, *, item_id: str) -> None:
    """Forget what was moved by hand; the rule orders the whole queue again."""
    item = item_under_way(work, item_id)
    placed = (Speech.item_id == item.id, Speech.state == "waiting", Speech.hand.is_not(None))
    for speech in work.all(Speech, *placed, Speech.label == ""):  # reporters keep the order of the tables
        speech.hand, speech.moved = None, False


def speak_again(work: Work, *, item_id: str) -> str:
    """Put whoever spoke last back at the head of the list: cut off, or called by mistake. Returns the id of
    the new hand.
    """
    item = current_item(work, item_id)
    done = select(Speech).where(Speech.item_id == item.id, Speech.state == "done")
    newest = done.order_by(Speech.began_ms.desc(), Speech.asked.desc()).limit(1)
    last = work.session.scalars(newest).first()
    if last is None:
        raise Refusal("nobody_spoke")
    name = work.get(Person, last.person_id).name
    up = (Speech.item_id == item.id, Speech.person_id == last.person_id, Speech.state.in_(UP))
    if any(speech.kind == last.kind for speech in work.all(Speech, *up)):
        raise Refusal("already_waiting", name=name)
    if open_stay(work, item.meeting_id, last.person_id) is None:
        raise Refusal("not_present", name=name)
    again = raise_hand(
        work, item, last.person_id, kind=SpeechClass(last.kind), side=Side(last.side), category=last.category
    )
    again.label = last.label
    work.session.flush()
    _to_head(work, again)
    return again.id


def pass_turn(work: Work, *, speech_id: str) -> None:
    """Somebody whose turn it is says nothing; noted as passed, and may still be called."""
    speech_in(work, speech_id, "waiting").state = "passed"


def set_floor_rules(
    work: Work,
    *,
    meeting_id: str,
    order: OrderRule | None = None,
    most_turns: int | None = None,
    order_ms: int | None = None,
    question_ms: int | None = None,
    reply_ms: int | None = None,
) -> None:
    """Choose the meeting's order and limits; what is not given stays."""
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    if most_turns is not None and not 0 <= most_turns <= MOST_TURNS:
        raise Refusal("turns_out_of_range", most=MOST_TURNS)
    for limit in (order_ms, question_ms, reply_ms):
        if limit is not None and not LEAST_MS <= limit <= MOST_MS:
            raise Refusal("speech_limit_out_of_range")
    row, now = _rule_row(work, meeting.id), rules_of(work.session, meeting.id)
    row.order = (order or now.order).value
    row.most_turns = now.most_turns if most_turns is None else most_turns
    row.order_ms = order_ms or now.order_ms
    row.question_ms = question_ms or now.question_ms
    row.reply_ms = reply_ms or now.reply_ms


def _rule_row(work: Work, meeting_id: str) -> FloorRule:
    row = work.one(FloorRule, FloorRule.meeting_id == meeting_id)
    if row is None:
        usual = FloorRules()
        row = work.add(
            FloorRule(
                id=new_id(), meeting_id=meeting_id, order=usual.order.value, most_turns=usual.most_turns,
                order_ms=usual.order_ms, question_ms=usual.question_ms, reply_ms=usual.reply_ms,
            )
        )  # fmt: skip
    return row
