"""The desk: runs one action at a time on the process's writer thread, in one transaction (architecture.md,
the write path).
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from meeting_app.domain.clock import Instant, wall_jump_ms
from meeting_app.storage.boot_clock import system_instant
from meeting_app.storage.faults import StorageFault, faults_told
from meeting_app.storage.store import Store
from meeting_app.storage.tables import load_all
from meeting_app.storage.undo import UNDO_VERB
from meeting_app.storage.work import Work

P = ParamSpec("P")
T = TypeVar("T")
Action = Callable[Concatenate[Work, P], T]


@dataclass(frozen=True, slots=True)
class Seat:
    """Who writes: the station is this installation, the operator logged in there; codes, never names."""

    station: str
    operator: str = ""


def final(action: Callable[P, T]) -> Callable[P, T]:
    """Marks an action that cannot be taken back; the console says so before it is done."""
    action.__dict__["final"] = True
    return action


def is_final(action: Callable[..., Any]) -> bool:
    """Whether the action cannot be taken back."""
    return bool(action.__dict__.get("final", False))


@dataclass(frozen=True, slots=True)
class _Order:
    action: Callable[..., Any]
    arguments: dict[str, Any]
    future: "Future[Any]"


class Desk:
    """The one writer of a process. `now` can be replaced, so that tests and the scripted meeting have their
    own time.
    """

    def __init__(self, store: Store, seat: Seat, now: Callable[[], Instant] = system_instant) -> None:
        self.store = store
        self.seat = seat
        self.now = now
        self.committed: list[Callable[[int], None]] = []
        self.clock_jumps: list[Callable[[int], None]] = []
        # False from a write that the place of the records refused to the next that it takes.
        self.saving = True
        self._last: Instant | None = None
        self._closed = False
        self._door = threading.Lock()  # nothing is ordered behind the last one, where nobody would do it
        self._orders: queue.SimpleQueue[_Order | Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="writer", daemon=True)
        self._thread.start()

    def do(self, action: Action[P, T], /, *args: P.args, **arguments: P.kwargs) -> "Future[T]":
        """Run the action soon. The future has its result after the commit, or its Refusal with nothing
        written. After `close` it is cancelled at once.
        """
        if args:
            raise TypeError("an action takes keyword arguments only")
        future: Future[T] = Future()
        with self._door:
            if self._closed:
                future.cancel()
            else:
                self._orders.put(_Order(action, dict(arguments), future))
        return future

    def warm_up(self) -> None:
        """Load what the first action will need, on the writer's own thread, so that its key need not wait."""
        self._orders.put(load_all)

    def look_at_clock(self) -> None:
        """See whether the machine's clock was set, also while nothing is written: whoever holds a speech for
        ten minutes is not told of it only then.
        """
        if not self._closed:
            self._orders.put(lambda: self._watch_clock(self.now()))

    def _serve(self) -> None:
        while (order := self._orders.get()) is not None:
            if not isinstance(order, _Order) or order.future.set_running_or_notify_cancel():
                self._run(order)

    def _run(self, order: _Order | Callable[[], None]) -> None:
        try:
            self._carry_out(order) if isinstance(order, _Order) else order()
        except BaseException as error:  # noqa: BLE001  the future carries it to whoever asked
            self.saving = self.saving and not isinstance(error, StorageFault)
            if isinstance(order, _Order) and not order.future.done():
                order.future.set_exception(error)
            else:  # a listener's fault, or of what nobody waits for: the writer goes on
                trace = (type(error), error, error.__traceback__, self._thread)
                threading.excepthook(threading.ExceptHookArgs(trace))

    def _carry_out(self, order: _Order) -> None:
        result, number = self._transact(order.action, order.arguments)
        self.saving = self.saving or number is not None
        try:
            self._tell_commit(number)
        finally:
            order.future.set_result(result)

    def _tell_commit(self, number: int | None) -> None:
        if number is not None:
            for listener in self.committed:
                listener(number)

    def _transact(self, action: Callable[..., T], arguments: dict[str, Any]) -> tuple[T, int | None]:
        now = self.now()
        self._watch_clock(now)
        with faults_told():
            work = self.store.begin(now, self.seat.station, self.seat.operator)
            try:
                result = action(work, **arguments)
                verb = action.__name__
                number = work.finish(verb, arguments, undoable=verb != UNDO_VERB and not is_final(action))
            finally:
                work.close()
        return result, number

    def _watch_clock(self, now: Instant) -> None:
        """Tell whoever shows it that the machine's clock was set (decisions.md 17)."""
        last, self._last = self._last, now
        jump = wall_jump_ms(last, now) if last else 0
        if jump:
            for listener in self.clock_jumps:
                listener(jump)

    def close(self) -> None:
        """Finish what was ordered, then stop the writer."""
        with self._door:
            self._closed = True
            self._orders.put(None)
        self._thread.join()
