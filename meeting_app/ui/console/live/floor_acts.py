"""What the keys of the floor do: from a key or a button to an action, without knowing how it looks."""

from collections.abc import Callable

from meeting_app.actions import floor, floor_modes, floor_order
from meeting_app.domain.floor_class import Side
from meeting_app.queries.floor import QueueView, SpeechView
from meeting_app.ui.console.live.context import Live


class FloorActs:
    """Acts on the floor as `view` shows it; `chosen` is whose row is chosen ("" = nobody)."""

    def __init__(self, live: Live, view: Callable[[], QueueView | None], chosen: Callable[[], str]) -> None:
        self._live, self._view, self._chosen = live, view, chosen

    def _first(self) -> SpeechView | None:
        view = self._view()
        return view.waiting[0] if view is not None and view.waiting else None

    def end(self) -> None:
        """The speaker is done."""
        view = self._view()
        if view is not None:
            speech = view.speaking.id if view.speaking is not None else ""
            self._live.do(floor.end_speech, item_id=view.item_id, speech_id=speech)

    def move(self, by: int | None) -> None:
        """Move the chosen one up or down by so many places of its class, None to the head of it."""
        view, chosen = self._view(), self._chosen()
        if view is None or not chosen:
            return
        mine = next((place.request.kind for place in view.places if place.request.speech_id == chosen), None)
        ids = [place.request.speech_id for place in view.places if place.request.kind is mine]
        if chosen not in ids:
            return
        to = 0 if by is None else ids.index(chosen) + by
        if 0 <= to < len(ids) and to != ids.index(chosen):
            self._live.do(floor_order.move_speech, speech_id=chosen, to=to)

    def pass_turn(self, speech_id: str = "") -> None:
        """The one, the chosen one or the first of the queue has nothing to say."""
        first = self._first()
        one = speech_id or self._chosen() or (first.id if first is not None else "")
        if one:
            self._live.do(floor_order.pass_turn, speech_id=one)

    def again(self) -> None:
        """Put the last speaker back at the head."""
        view = self._view()
        if view is not None:
            self._live.do(floor_order.speak_again, item_id=view.item_id)

    def list_(self) -> None:
        """Close the list, or open it."""
        view = self._view()
        if view is not None:
            turn = floor_modes.open_list if view.plan.closed else floor_modes.close_list
            self._live.do(turn, item_id=view.item_id)

    def side(self, speech_id: str, side: str) -> None:
        """Note a side; the same once more takes it back."""
        view = self._view()
        row = next((one for one in view.waiting if one.id == speech_id), None) if view else None
        if row is not None:
            chosen = Side(side)
            wanted = Side.NONE if row.side is chosen else chosen
            self._live.do(floor.take_side, speech_id=speech_id, side=wanted)

    def space(self) -> None:
        """Pause the speaker's clock, or that of the tables, or let it run on."""
        view = self._view()
        if view is None:
            return
        if view.speaking is not None:
            running = view.speaking.clock.running
            action = floor.pause_speech if running else floor.resume_speech
            self._live.do(action, speech_id=view.speaking.id)
        elif view.at_tables and view.plan.clock.limit_ms:
            running = view.plan.clock.running
            work = floor_modes.pause_table_work if running else floor_modes.resume_table_work
            self._live.do(work, item_id=view.item_id)

    def longer(self, by_ms: int) -> None:
        """Give the speaker, or the tables, more time or less."""
        view = self._view()
        if view is None:
            return
        if view.speaking is not None:
            self._live.do(floor.extend_speech, speech_id=view.speaking.id, by_ms=by_ms)
        elif view.at_tables and view.plan.clock.limit_ms:
            self._live.do(floor_modes.extend_table_work, item_id=view.item_id, by_ms=by_ms)
