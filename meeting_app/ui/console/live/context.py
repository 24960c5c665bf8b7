"""What every part of the live window is given: the meeting, its last picture, the way to act and to say
something.
"""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, ClassVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.live import LiveView, live_again, live_view
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.qt.office import Office
from meeting_app.wording import refusals


class Orders(QObject):
    """The way to ask, to act and to say something. Signals: `told(sentence, tone)` for the banner (an empty
    sentence takes it away), `deck_asked` when the keyboard is to go back to the deck, `settled` when nothing
    that was ordered is under way any more.
    """

    told = Signal(str, str)
    deck_asked = Signal()
    settled = Signal()

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._under_way = 0
        self._passing = False  # the banner holds a refusal or a remark, which the next success takes away
        self._tellings = 0

    def ask(self, query: Callable[..., Any], **arguments: object) -> Any:
        """Ask the records."""
        return self.office.ask(query, **arguments)

    def now(self) -> Instant:
        """The desk's time."""
        return self.office.now()

    def do(
        self,
        action: Callable[..., Any],
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
        **arguments: object,
    ) -> "Future[Any]":
        """Order an action; `done` or `refused` is called on this thread while the window is there. What is
        pressed until then waits for it.
        """
        future = self.office.desk.do(action, **arguments)
        if not future.cancelled():  # the desk is closed: nothing will be heard
            self._under_way += 1
            self.follow(future, done, refused)
            self.office.tasks.then(future, self._ended, self._ended)
        return future

    @property
    def busy(self) -> bool:
        """Whether something that was ordered is under way: what is shown may be behind it."""
        return self._under_way > 0

    def later(self, call: Callable[[], None]) -> None:
        """Do something when the event at hand is over; what is pressed until then waits for it."""
        self._under_way += 1

        def now() -> None:
            try:
                call()
            finally:
                self._ended()

        QTimer.singleShot(0, self, now)

    def _ended(self, _how: object = None) -> None:
        self._under_way -= 1
        if not self._under_way and isValid(self):
            self.settled.emit()

    def follow(
        self,
        future: "Future[Any]",
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Hear the end of something that was ordered; a refusal that nobody takes is told in the banner.

        A success takes away what was told before it was ordered; what was told since answers something else.
        """
        before = self._tellings

        def arrived(result: Any) -> None:
            if self._passing and before == self._tellings:
                self.tell("")
            if done is not None:
                done(result)

        self.office.follow(self, future, arrived, refused or self.refuse)

    def refuse(self, refusal: Refusal) -> None:
        """Say why something was not done."""
        self.remark(refusals.sentence(refusal), "danger")

    def remark(self, sentence: str, tone: str = "warn") -> None:
        """Say something about what was just done: it is over with the next thing that is done, also when that
        takes it back. A hint that stayed would speak of Ctrl+Z when Ctrl+Z has become something else.
        """
        self.tell(sentence, tone)
        self._passing = True

    def tell(self, sentence: str, tone: str = "warn") -> None:
        """Say something in the banner, until it is answered; "" takes it away."""
        self._passing = False
        self._tellings += 1
        self.told.emit(sentence, tone)

    def to_deck(self) -> None:
        """Give the keyboard back to the deck."""
        self.deck_asked.emit()


class Live(Orders):
    """A meeting as the live window holds it.

    `view` is the last picture; it is asked again by `reload` and never changed here. Signals beside those of
    orders: `step_asked` for the next step of the meeting, `home_asked` to end a side trip,
    `trip_asked(page)` to begin one, `item_asked(item_id)` to offer to take an item, `close_asked` to offer to
    close the meeting.
    """

    step_asked = Signal()
    home_asked = Signal()
    trip_asked = Signal(str)
    item_asked = Signal(str)
    close_asked = Signal()

    def __init__(self, office: Office, meeting_id: str, parent: QObject | None = None) -> None:
        super().__init__(office, parent)
        self.meeting_id = meeting_id
        self.view = self._ask_view()

    def _ask_view(self) -> LiveView:
        found: LiveView | None = self.office.ask(
            live_view, meeting_id=self.meeting_id, now=self.now(), station=self.office.station
        )
        if found is None:
            raise Refusal("gone", kind="meeting")
        return found

    def reload(self, kinds: frozenset[str] | None = None) -> LiveView:
        """Ask for the picture again; `kinds` are the records that changed, None all. Raises Refusal when the
        records cannot be read; the old one stays.
        """
        again: LiveView | None = None
        if kinds is not None:
            again = self.office.ask(
                live_again, before=self.view, kinds=kinds, now=self.now(), station=self.office.station
            )
        self.view = again or self._ask_view()
        return self.view

    def step(self) -> None:
        """Do what the big button at the lower left says."""
        self.step_asked.emit()

    def trip(self, page: str) -> None:
        """To a page beside the meeting's own, or back from it."""
        self.trip_asked.emit(page)

    def ask_close(self) -> None:
        """Offer to close the meeting."""
        self.close_asked.emit()

    def take_item(self, item_id: str) -> None:
        """Offer to take an item now."""
        self.item_asked.emit(item_id)

    def go_home(self) -> None:
        """Back to the page that the meeting itself asks for."""
        self.home_asked.emit()


class Centre(QWidget):
    """A page of the middle. The shell calls `refresh` when a record of `kinds` changed, `tick` five times a
    second.

    The answers of the keys (`main`, `space`, `longer`, `add`) are no-ops where a page has no use for them.
    """

    kinds: ClassVar[frozenset[str]] = frozenset()
    context: ClassVar[str] = ""  # whose commands act before the meeting's
    numbers: ClassVar[str] = ""  # likewise, for keys that the page of keys does not list one by one

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = live

    def refresh(self) -> None:
        """Ask again and show it in place; focus, selection and half-typed fields stay."""

    def tick(self, now: Instant) -> None:
        """Show the clocks at this moment; repaints only what differs."""

    def fit(self, measures: Measures) -> None:
        """Take the sizes of the window."""

    def enter_page(self) -> None:
        """The page was just put in the middle: nothing of an earlier visit is left open."""

    def take_focus(self) -> None:
        """The page was put in the middle, or its window was shown: where the keyboard goes."""
        self.live.to_deck()

    def first_stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes first from the deck, before the rest of the page."""
        return ()

    def step(self) -> bool:
        """Right: a step within the page; False leaves it to the meeting."""
        return False

    def step_back(self) -> bool:
        """Left: a step back within the page; False leaves it to the meeting."""
        return False

    def main(self) -> None:
        """Enter on the deck."""

    def space(self) -> None:
        """Space on the deck: start or pause the clock."""

    def longer(self, by_ms: int) -> None:
        """Up or Down on the deck: more time, or less."""

    def add(self) -> None:
        """A on the deck."""

    def floor(self, what: str) -> None:
        """A key of the floor, by its name in floor_commands."""

    def leave_field(self) -> bool:
        """Esc: close what is open in the page; False when there is nothing to close."""
        return False
