"""Everything that may happen in a meeting, as moves that somebody else chooses: chance or hypothesis."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from meeting_app.actions import (
    attendance,
    floor,
    floor_modes,
    floor_order,
    meetings,
    notes,
    polls,
    projection,
    running,
)
from meeting_app.actions.undo import undo_last
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.floor_class import Side, SpeechClass
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.hand_count import Choice
from meeting_app.domain.speaking_queue import OrderRule
from meeting_app.storage.tables import AgendaItem, Meeting, Note, Poll, Speech
from tests.actions.hall import Hall
from tests.storage.desks import Room

Pick = Callable[[Sequence[Any]], Any]
Move = tuple[Callable[..., Any], dict[str, Any]]


@dataclass
class Moves:
    """Makes a move out of choices; what it names may be out of date, then the action refuses."""

    room: Room
    hall: Hall
    count: int = 0
    made: int = 0

    def _ids(self, kind: Any) -> list[str]:
        with self.room.store.read() as session:
            found = session.scalars(select(kind.id).where(kind.meeting_id == self.hall.meeting))
            return list(found) or ["0" * 32]

    def _likely_items(self) -> list[str]:
        """The current item comes first and often, so that something happens in it."""
        with self.room.store.read() as session:
            meeting = session.get(Meeting, self.hall.meeting)
            current = meeting.current_item_id if meeting else None
        return [current or self.hall.vote] * 4 + [self.hall.vote] + self._ids(AgendaItem)

    def _likely_polls(self) -> list[str]:
        """Polls that still go on come first and often."""
        with self.room.store.read() as session:
            going = (Poll.meeting_id == self.hall.meeting, Poll.state.in_(("open", "counted")))
            on = list(session.scalars(select(Poll.id).where(*going)))
        return on * 4 + self._ids(Poll)

    def make(self, verb: str, pick: Pick) -> Move:
        """The move of that name."""
        self.made += 1
        action, names = MOVES[verb]
        return action, {name: self._argument(verb, name, pick) for name in names}

    def _argument(self, verb: str, name: str, pick: Pick) -> Any:
        self.count += 1
        sources: dict[str, Callable[[], Any]] = {
            "meeting_id": lambda: self.hall.meeting,
            "person_id": lambda: pick((*self.hall.people, self.hall.guest)),
            "item_id": lambda: pick(self._likely_items()),
            "speech_id": lambda: pick(self._ids(Speech)),
            "poll_id": lambda: pick(self._likely_polls()),
            "note_id": lambda: pick(self._ids(Note)),
            "text": lambda: f"{verb} {self.count}"[:23],
            "title": lambda: f"{verb} {self.count}",
            "reason": lambda: f"{verb} {self.count}",
            "short_reason": lambda: "",
            "kind": lambda: pick(KINDS[verb]),
            "side": lambda: pick(tuple(Side)),
            "order": lambda: pick(tuple(OrderRule)),
            "tables": lambda: pick((2, 3)),
            "budget_ms": lambda: pick((0, 60_000)),
            "budget_by": lambda: pick(("building", "capacity", "age")),
            "choice": lambda: pick(tuple(Choice)),
            "position": lambda: pick((1, 1, 1, 2)),
            "teller": lambda: pick((1, 2)),
            "hands": lambda: pick((0, 0, 1, 2, 7, None)),
            "by_ms": lambda: pick((60_000, -60_000)),
            "minutes": lambda: 5,
            "to": lambda: pick((0, 1, 3, 9)),
            "mode": lambda: pick(projection.MODES if verb == "show_mode" else tuple(FloorMode)),
            "pinned": lambda: pick(projection.PINNED),
            "rows": lambda: pick(((("前排", 3), ("后排", 4)), (("前排", 2), ("后排", 4)), ())),
            "tellers": lambda: pick((1, 2)),
        }
        return sources[name]()


KINDS: dict[str, tuple[Any, ...]] = {
    "add_note": ("parking",),
    "add_item": (ItemKind.DISCUSSION, ItemKind.REPORT),
    "ask_to_speak": tuple(SpeechClass),
}
MOVES: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {
    "check_in": (attendance.check_in, ("meeting_id", "person_id")),
    "check_out": (attendance.check_out, ("meeting_id", "person_id")),
    "open_meeting": (running.open_meeting, ("meeting_id", "short_reason")),
    "next_item": (running.next_item, ("meeting_id",)),
    "previous_item": (running.previous_item, ("meeting_id",)),
    "go_to_item": (running.go_to_item, ("item_id",)),
    "skip_item": (running.skip_item, ("item_id",)),
    "start_item_clock": (running.start_item_clock, ("item_id",)),
    "pause_item_clock": (running.pause_item_clock, ("item_id",)),
    "extend_item": (running.extend_item, ("item_id", "by_ms")),
    "ask_to_speak": (floor.ask_to_speak, ("item_id", "person_id", "kind", "side")),
    "withdraw_speech": (floor.withdraw_speech, ("speech_id",)),
    "call_speaker": (floor.call_speaker, ("speech_id",)),
    "call_next": (floor.call_next, ("item_id",)),
    "end_speech": (floor.end_speech, ("item_id",)),
    "pause_speech": (floor.pause_speech, ("speech_id",)),
    "resume_speech": (floor.resume_speech, ("speech_id",)),
    "extend_speech": (floor.extend_speech, ("speech_id", "by_ms")),
    "take_side": (floor.take_side, ("speech_id", "side")),
    "move_speech": (floor_order.move_speech, ("speech_id", "to")),
    "order_by_rule": (floor_order.order_by_rule, ("item_id",)),
    "speak_again": (floor_order.speak_again, ("item_id",)),
    "pass_turn": (floor_order.pass_turn, ("speech_id",)),
    "set_floor_rules": (floor_order.set_floor_rules, ("meeting_id", "order")),
    "set_floor_mode": (floor_modes.set_floor_mode, ("item_id", "mode")),
    "close_list": (floor_modes.close_list, ("item_id",)),
    "open_list": (floor_modes.open_list, ("item_id",)),
    "set_budget": (floor_modes.set_budget, ("item_id", "budget_ms", "budget_by")),
    "begin_round": (floor_modes.begin_round, ("item_id",)),
    "draw_tables": (floor_modes.draw_tables, ("item_id", "tables")),
    "name_reporter": (floor_modes.name_reporter, ("item_id", "person_id")),
    "start_table_work": (floor_modes.start_table_work, ("item_id",)),
    "extend_table_work": (floor_modes.extend_table_work, ("item_id", "by_ms")),
    "begin_reports": (floor_modes.begin_reports, ("item_id",)),
    "write_gist": (floor.write_gist, ("speech_id", "text")),
    "set_seat_rows": (polls.set_seat_rows, ("meeting_id", "rows")),
    "open_poll": (polls.open_poll, ("item_id", "tellers")),
    "report_hands": (polls.report_hands, ("poll_id", "position", "choice", "teller", "hands")),
    "count_choice": (polls.count_choice, ("poll_id", "choice")),
    "close_poll": (polls.close_poll, ("poll_id",)),
    "recount": (polls.recount, ("poll_id", "reason")),
    "publish_result": (polls.publish_result, ("poll_id",)),
    "add_note": (notes.add_note, ("meeting_id", "kind", "text")),
    "remove_note": (notes.remove_note, ("note_id",)),
    "add_decision": (notes.add_decision, ("meeting_id", "text")),
    "add_task": (notes.add_task, ("meeting_id", "text")),
    "add_item": (meetings.add_item, ("meeting_id", "kind", "title", "minutes")),
    "move_item": (meetings.move_item, ("item_id", "to")),
    "remove_item": (meetings.remove_item, ("item_id",)),
    "show_mode": (projection.show_mode, ("meeting_id", "mode")),
    "pin_slide": (projection.pin_slide, ("meeting_id", "pinned")),
    "show_banner": (projection.show_banner, ("meeting_id", "text")),
    "undo_last": (undo_last, ()),
}
